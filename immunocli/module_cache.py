"""Brings the modules of a lookup from one file, where the ordinary way looks for and opens forty.

Forty imports cost a lookup more than its question does. Beside the index the user's cache has a file
for each command: the byte code that Python itself keeps beside the modules (`.pyc`) of those that the
command imported, with the identity (size, times, inode) of each source file. A module whose source is
no longer just that file, or that is not there, is left to the ordinary import, and the file made anew
when the answer is out. Only the program takes this road: whoever imports the library finds its
modules as ever.

What each request of a command was seen to need is made at once, in the order in which it was finished
the last time: finding, locking and asking for a module costs more than running it. The code of all else
stays packed until it is asked for. The numbers of lines, which only a traceback tells, and what `help()`
tells of a function are left out: with `IMMUNO_DEBUG` no road is taken.
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

    from immunocli.cli.fast import Plain

    # By name: the source file, is it a package, its code; packed, unless each request needs it.
    Kept = dict[str, tuple[cached.Identity, bool, CodeType | bytes]]

# Byte code is of one Python, and of one way of optimizing; the import system is loaded by now.
_PYC: bytes = sys.modules["_frozen_importlib_external"].MAGIC_NUMBER
_PYTHON = f"{sys.implementation.cache_tag}-{sys.flags.optimize}-{_PYC.hex()}"
# What the flags of code tell: that it has locals of its own as functions have; since 3.14, that it is documented.
_FUNCTION, _DOCUMENTED = 0x3, 0x4000000
_PYC_HEADER = 16  # magic number, flags, time and size of the source
_MAGIC = b"immuno-road-5 "
_SUM = 16
_LARGEST = 1 << 23
_OURS = "immunocli."
# What a request is read by, and where that is declared.
_READER = f"{_OURS}cli.fast"
_DECLARED = tuple(f"{_OURS}{name}" for name in ("cli.declared_commands", "cli.parameters", "records.values"))
# The one module of Python's own that nearly all of ours name.
_TOO = "__future__"
# What a short lookup has no part in; with it the road would not matter.
_HEAVY = ("typer", "rich", "matplotlib", "mcp")


class Road:
    """Finds and loads modules; one that it does not surely know is left to others.

    Args:
        path: where the modules of a command are kept, or None.
    """

    def __init__(self, path: str | None) -> None:
        self._path = path
        # What was kept; names in the order in which they are made at once; was that order learned.
        self._kept: Kept
        self._order: list[str]
        self._kept, self._order, self._learned, self._plain = read(path) if path else ({}, [], True, None)
        # What is loaded before there is a road, and what comes by it.
        self._known = set(sys.modules)
        # What was finished by it, in order, and brought no other module along.
        self._finished: list[str] = []

    def make(self, command: str) -> None:
        """Make the modules that each request needs; one that cannot be made is left to whoever imports it.

        What a command takes is told, too, as long as its declaration is as it was.
        """
        if not self._learned:
            return
        self._make_modules()
        reader = sys.modules.get(_READER)
        if self._plain and reader is not None and all(map(self._holds, _DECLARED)):
            reader.known[command] = self._plain

    def _make_modules(self) -> None:
        modules, blank = sys.modules, type(sys)
        for name in self._order:
            above, _, last = name.rpartition(".")
            spec = self.find_spec(name, None) if name not in modules else None
            if spec is None or (above and above not in modules):
                continue
            module = modules[name] = blank(name)
            module.__spec__ = spec
            module.__loader__ = self  # type: ignore[assignment]  # it loads, in two methods
            if spec.submodule_search_locations is None:
                module.__package__ = above
            else:
                module.__package__, module.__path__ = name, spec.submodule_search_locations
            try:
                self.exec_module(module)
            except Exception:
                del modules[name]
                return
            if above:
                setattr(modules[above], last, module)

    def find_spec(
        self, name: str, path: "Sequence[str] | None", target: object = None
    ) -> "ModuleSpec | None":
        """Return where a module comes from; None leaves it to the ordinary import."""
        if not self._holds(name):
            return None
        (origin, *_), package, _ = self._kept[name]
        spec: ModuleSpec = type(sys.__spec__)(name, self, origin=origin, is_package=package)  # type: ignore[arg-type]  # it loads, in two methods
        if package:
            spec.submodule_search_locations = [os.path.dirname(origin)]
        return spec

    def _holds(self, name: str) -> bool:
        """Say whether a module was kept whose source is just the file that was read."""
        if name not in self._kept:
            return False
        identity = self._kept[name][0]
        try:
            return cached.identity(identity[0]) == identity
        except OSError:
            return False

    def create_module(self, spec: "ModuleSpec") -> None:
        """Have an ordinary module made."""

    def exec_module(self, module: "ModuleType") -> None:
        """Run the code of a module in it."""
        identity, _, code = self._kept[module.__name__]
        module.__file__ = identity[0]
        self._known.add(module.__name__)
        others = 0 if self._learned else _others()
        exec(_unpacked(code), module.__dict__)  # noqa: S102  # what an import does
        if not self._learned and others == _others():
            self._finished.append(module.__name__)

    def keep(self, command: str) -> None:
        """Keep the code of what was imported the ordinary way, and what is needed each time, for the next time.

        Args:
            command: what was answered; only commands are kept, not whatever else is typed.
        """
        if self._learned and len(sys.modules) <= len(self._known):
            return  # nothing came another way
        if self._path is None or sys.dont_write_bytecode or any(name in sys.modules for name in _HEAVY):
            return
        others = [
            (name, module)
            for name, module in sys.modules.items()
            if (name.startswith(_OURS) or name == _TOO) and name not in self._known
        ]
        fresh = {name: kept for name, module in others if (kept := _compiled(module))}
        nothing_new = not fresh and (self._learned or not self._kept)
        reader = sys.modules.get(_READER)  # not there when something stood in the way
        if nothing_new or reader is None or command not in reader.known:
            return
        before = self._order or self._kept
        # What is told of the command from now on needs no declaration.
        needed = [one for one in self._finished if one in before and one not in _DECLARED[:2]]
        order = self._order if self._learned else needed
        packed = {
            name: (identity, package, _unpacked(code) if name in order else _packed(code))
            for name, (identity, package, code) in {**self._kept, **fresh}.items()
        }
        told = packed, order, not fresh, reader.known[command]
        content = marshal.dumps(told, cached.MARSHAL_VERSION)
        cached.put(self._path, _MAGIC + cached.checksum(content) + content)


def taken(command: str) -> Road:
    """Have the modules that are imported from now on come by what was kept for a command."""
    place = cached.place(os.path.join(cached.PACKAGE, f"{_PYTHON} {command}"), ".road")
    road = Road(None if os.environ.get("IMMUNO_DEBUG") else place)
    sys.meta_path.insert(0, road)
    road.make(command)
    return road


def read(path: str) -> "tuple[Kept, list[str], bool, Plain | None]":
    """Return the modules that were kept, those to make at once, whether that was learned, what the command takes."""
    held = cached.opened(path, own=True)
    whole = memoryview(b"" if held is None else held.read(0, _LARGEST))
    told, content = whole[: len(_MAGIC) + _SUM], whole[len(_MAGIC) + _SUM :]
    if told != _MAGIC + cached.checksum(content):
        return {}, [], False, None
    found: tuple[Kept, list[str], bool, Plain | None] = marshal.loads(content)  # noqa: S302  # our own file, proved
    return found


def _others() -> int:
    """Return how many modules are there that are not ours."""
    return sum(not name.startswith(_OURS) and name != _TOO for name in sys.modules)


def _packed(code: "CodeType | bytes") -> bytes:
    return code if isinstance(code, bytes) else marshal.dumps(code, cached.MARSHAL_VERSION)


def _unpacked(code: "CodeType | bytes") -> "CodeType":
    if not isinstance(code, bytes):
        return code
    found: CodeType = marshal.loads(code)  # noqa: S302  # of a file that was proved
    return found


def _bare(code: "CodeType") -> "CodeType":
    """Return code without the numbers of its lines, and functions without what `help()` tells of them."""
    held = [_bare(one) if isinstance(one, type(code)) else one for one in code.co_consts]
    if _is_documented(code):
        held[0] = None
    return code.replace(co_linetable=b"", co_consts=tuple(held))


def _is_documented(code: "CodeType") -> bool:
    """Say whether the first constant of code is what `help()` tells of it: it is a function that has that."""
    if sys.version_info >= (3, 14):
        return bool(code.co_flags & _DOCUMENTED)
    named = code.co_flags & _FUNCTION == _FUNCTION and code.co_name[:1] != "<"
    return named and bool(code.co_consts) and isinstance(code.co_consts[0], str)


def _compiled(module: "ModuleType") -> "tuple[cached.Identity, bool, bytes] | None":
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
    code = marshal.loads(content[_PYC_HEADER:])  # noqa: S302  # Python's own
    return identity, spec.submodule_search_locations is not None, _packed(_bare(code))
