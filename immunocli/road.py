"""Brings the modules of a lookup from one file, where the ordinary way looks for and opens forty.

Forty imports cost a lookup more than its question does. Beside the index the user's cache has a file
for each command: the byte code that Python itself keeps beside the modules (`.pyc`) of those that the
command imported, with the identity (size, times, inode) of each source file. A module whose source is
no longer just that file, or that is not there, is left to the ordinary import, and the file made anew
when the answer is out. Only the program takes this road: whoever imports the library finds its
modules as ever.
"""

import marshal
import os
import sys

from immunocli import cached

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

    # By name: the source file, is it a package, its code.
    Kept = dict[str, tuple[cached.Identity, bool, CodeType]]

# Byte code is of one Python, and of one way of optimizing; the import system is loaded by now.
_PYC: bytes = sys.modules["_frozen_importlib_external"].MAGIC_NUMBER
_PYTHON = f"{sys.implementation.cache_tag}-{sys.flags.optimize}-{_PYC.hex()}"
_PYC_HEADER = 16  # magic number, flags, time and size of the source
_MAGIC = b"immuno-road-1 "
_SUM = 16
_LARGEST = 1 << 23
_OURS = "immunocli."
# The one module of Python's own that nearly all of ours name.
_TOO = "__future__"
# What a short lookup has no part in; with it the road would not matter.
_HEAVY = ("typer", "rich", "matplotlib", "mcp")


class Road:
    """Finds and loads modules; one that it does not surely know is left to others.

    Args:
        kept: what was kept of modules.
        path: where to keep those that are imported now, or None.
    """

    def __init__(self, kept: "Kept", path: str | None) -> None:
        self._kept, self._path = kept, path
        # What is loaded before there is a road, and what comes by it.
        self._known = set(sys.modules)

    def find_spec(
        self, name: str, path: "Sequence[str] | None", target: object = None
    ) -> "ModuleSpec | None":
        """Return where a module comes from; None leaves it to the ordinary import."""
        if name not in self._kept:
            return None
        identity, package, _ = self._kept[name]
        origin = identity[0]
        try:
            if cached.identity(origin) != identity:
                return None
        except OSError:
            return None
        spec: ModuleSpec = type(sys.__spec__)(name, self, origin=origin, is_package=package)  # type: ignore[arg-type]  # it loads, in two methods
        if package:
            spec.submodule_search_locations = [os.path.dirname(origin)]
        return spec

    def create_module(self, spec: "ModuleSpec") -> None:
        """Have an ordinary module made."""

    def exec_module(self, module: "ModuleType") -> None:
        """Run the code of a module in it."""
        identity, _, code = self._kept[module.__name__]
        module.__file__ = identity[0]
        self._known.add(module.__name__)
        exec(code, module.__dict__)  # noqa: S102  # what an import does

    def keep(self, command: str) -> None:
        """Keep the code of what was imported the ordinary way, for the next time.

        Args:
            command: what was answered; only commands are kept, not whatever else is typed.
        """
        if self._path is None or sys.dont_write_bytecode or any(name in sys.modules for name in _HEAVY):
            return
        others = [
            (name, module)
            for name, module in sys.modules.items()
            if (name.startswith(_OURS) or name == _TOO) and name not in self._known
        ]
        fresh = {name: kept for name, module in others if (kept := _compiled(module))}
        if fresh and command in sys.modules[f"{_OURS}cli.declared"].COMMANDS:
            content = marshal.dumps({**self._kept, **fresh}, cached.MARSHAL_VERSION)
            cached.put(self._path, _MAGIC + cached.checksum(content) + content)


def taken(command: str) -> Road:
    """Have the modules that are imported from now on come by what was kept for a command."""
    path = cached.place(os.path.join(cached.PACKAGE, f"{_PYTHON} {command}"), ".road")
    road = Road(_read(path) if path else {}, path)
    sys.meta_path.insert(0, road)
    return road


def _read(path: str) -> "Kept":
    held = cached.opened(path, own=True)
    whole = memoryview(b"" if held is None else held.read(0, _LARGEST))
    told, content = whole[: len(_MAGIC) + _SUM], whole[len(_MAGIC) + _SUM :]
    if told != _MAGIC + cached.checksum(content):
        return {}
    kept: Kept = marshal.loads(content)  # noqa: S302  # our own file, proved
    return kept


def _compiled(module: "ModuleType") -> "tuple[cached.Identity, bool, CodeType] | None":
    """Return what is kept of a module, if its .pyc is surely that of the source that lies there."""
    spec = module.__spec__
    if spec is None or not spec.origin or not spec.cached:
        return None
    try:
        identity = cached.identity(spec.origin)
        with open(spec.cached, "rb") as file:
            content = file.read()
    except OSError:
        return None
    _, size, changed, _, _ = identity
    numbers = (0, changed // 1_000_000_000, size)
    header = _PYC + b"".join((number & 0xFFFFFFFF).to_bytes(4, "little") for number in numbers)
    if content[:_PYC_HEADER] != header or not cached.settled([identity]):
        return None
    return identity, spec.submodule_search_locations is not None, marshal.loads(content[_PYC_HEADER:])  # noqa: S302  # Python's own
