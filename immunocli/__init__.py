"""Cancer immunotherapies: what they are, what the FDA approved them for, and since when."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.catalogue import Catalogue
    from immunocli.errors import (
        Ambiguous,
        ImmunoError,
        InvalidData,
        Investigational,
        NotFound,
        NotInScope,
        NotYet,
        UnreadableInput,
        UsageError,
    )
    from immunocli.found import Found

# A literal: asking the installed distribution for it costs four interpreter starts.
__version__ = "2.0.0"

__all__ = [
    "Ambiguous",
    "Catalogue",
    "Found",
    "ImmunoError",
    "InvalidData",
    "Investigational",
    "NotFound",
    "NotInScope",
    "NotYet",
    "UnreadableInput",
    "UsageError",
    "__version__",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: the command line needs few of them."""
    if name in __all__:
        from importlib import import_module

        home = {"Catalogue": "catalogue", "Found": "found"}.get(name, "errors")
        return getattr(import_module(f"immunocli.{home}"), name)
    raise AttributeError(f"module 'immunocli' has no attribute {name!r}")
