"""Makes what only a wheel carries while it is built: the index, the man page, completion scripts."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own example leaves it open
    """Adds `immunocli/index.bin` and what shells and `man` look for to a wheel.

    An editable install makes its own index in the cache.
    """

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
            self._shared = tempfile.TemporaryDirectory()
            for place, text in shared().items():
                made = Path(self._shared.name, place)
                made.parent.mkdir(parents=True, exist_ok=True)
                made.write_text(text, encoding="utf-8", newline="\n")
                made.chmod(0o644)
                build_data["shared_data"][str(made)] = place
        finally:
            sys.path.remove(str(root))
        build_data["force_include"][str(target)] = "immunocli/index.bin"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing of it in the source tree: a checkout must not trust a stale one."""
        (Path(self.root) / "immunocli" / "index.bin").unlink(missing_ok=True)
        if hasattr(self, "_shared"):
            self._shared.cleanup()


def shared() -> dict[str, str]:
    """Return what an installed program puts where shells and `man` look: texts by place."""
    from immunocli.cli.completion_scripts import PLACES, SCRIPTS
    from tools.make_man import manual

    return {**{place: SCRIPTS[shell] for shell, place in PLACES.items()}, "share/man/man1/immuno.1": manual()}
