"""The values that an option or argument may have, for help, checks and completion alike."""

from __future__ import annotations

from immunocli.render import FORMATS

CHOICES: dict[str, tuple[str, ...]] = {
    "format": FORMATS,
    "approval": ("accelerated", "regular"),
    "status": ("active", "withdrawn", "any"),
    "by": ("type", "target"),
    "kind": ("therapy", "cancer", "term"),
    "style": ("text", "bibtex", "csl-json"),
    "input_format": ("csv", "tsv", "jsonl"),
    "part_kind": ("cell", "molecule", "organ", "strength", "history", "treatment"),
    "action": ("info", "validate", "path"),
}
