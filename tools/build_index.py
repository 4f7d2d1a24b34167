"""Compiles the index while a wheel is built, so that an installed program need not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own example leaves it open
    """Adds `immunocli/index.bin` to a wheel; an editable install makes its own in the cache."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the index from the data files and have the wheel carry it."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from immunocli.store.compiling import compile_directory

            data = root / "data" if (root / "data").is_dir() else root / "immunocli" / "data"
            target = root / "immunocli" / "index.bin"
            target.write_bytes(compile_directory(str(data)))
        finally:
            sys.path.remove(str(root))
        build_data["force_include"][str(target)] = "immunocli/index.bin"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing of it in the source tree: a checkout must not trust a stale one."""
        (Path(self.root) / "immunocli" / "index.bin").unlink(missing_ok=True)
