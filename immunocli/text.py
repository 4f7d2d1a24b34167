"""Makes any text safe to show, and fits texts together."""

LONGEST_QUOTE = 60
# A shorter first sentence is no warning by itself: "BCG is a live germ."
_SAYS_LITTLE = 40
# A warning may begin with what it is about: "Cytokine release syndrome: ..."; "Prolia: ..." says nothing.
_A_NAME = range(7, 110)
# Signs that every shell takes as they are.
_TYPED_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./,=+:@%")

# What an output that knows only ASCII shows instead of the signs this program writes itself.
PLAIN = {
    0x2192: "->",
    0x2013: "-",
    0x2014: "-",
    0x2018: "'",
    0x2019: "'",
    0x201C: '"',
    0x201D: '"',
    0x2022: "*",
    0x2026: "...",
    0x2264: "<=",
    0x2265: ">=",
    0x00B7: "*",
    0x00D7: "x",
    0x2500: "-",
    0x2502: "|",
    0x251C: "+",
    0x2514: "+",
    0x2588: "#",
    0x25CF: "*",
    0x25CB: "o",
}


def any_of(names: list[str]) -> str:
    """Return names as alternatives: "chest pain or trouble breathing"."""
    return _in_a_row(names, "or")


def all_of(names: list[str]) -> str:
    """Return names together: "nivolumab, ipilimumab and relatlimab"."""
    return _in_a_row(names, "and")


def _in_a_row(names: list[str], last: str) -> str:
    return f" {last} ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])


def as_clause(text: str) -> str:
    """Return a sentence as it goes on behind a colon."""
    return text[:1].lower() + text[1:]


def broken(command: str, width: int) -> list[str]:
    """Return a command line, indented, in lines that fit and can be pasted together: never inside quotes."""
    lines = [" "]
    word = ""
    for part in command.split(" "):
        word = f"{word} {part}" if word else part
        if word.count("'") % 2 or word.count('"') % 2:
            continue
        if len(lines[-1]) + 1 + len(word) + 2 > width and lines[-1].strip():
            lines[-1] += " \\"
            lines.append("     ")
        lines[-1] += f" {word}"
        word = ""
    return lines


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, whole; a second when the first says little."""
    end = text.find(". ")
    if 0 <= end < _SAYS_LITTLE:
        end = text.find(". ", end + 1)
    return text if end < 0 else text[: end + 1]


def warning_name(warning: str, products: "tuple[str, ...] | list[str]" = ()) -> str:
    """Return what a warning is about: what stands before a colon or semicolon of its first sentence.

    Args:
        warning: the text.
        products: whose it is; one that is named before the colon says whose, not what.
    """
    told = first_sentence(warning)
    for sign in (": ", "; "):
        name, found, _ = told.partition(sign)
        if found and len(name) in _A_NAME and not name.startswith(tuple(products)):
            told = f"{name}."
    return told


def clean(text: str) -> str:
    r"""Return `text` with every character that a terminal may act on made visible.

    Control, escape, bidirectional and surrogate characters become `\x1b`-like escapes; tabs
    and line ends become spaces.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    if character in "\t\n\r\v\f\x85\u2028\u2029\xa0\u2009\u202f\u3000":
        return " "
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def quote(text: str) -> str:
    """Return `text` cleaned, shortened and in quotation marks, as messages show what was asked."""
    shown = clean(text[: 4 * LONGEST_QUOTE])
    if len(shown) > LONGEST_QUOTE or len(text) > 4 * LONGEST_QUOTE:
        shown = shown[: LONGEST_QUOTE - 3] + "..."
    return f'"{shown}"'


def pasted(word: str) -> str:
    """Return a word as it is typed in a shell: in quotes where it needs them."""
    word = clean(word)
    if word and _TYPED_PLAIN.issuperset(word):
        return word
    if word and not set(word) & set('"\\$`!'):
        return f'"{word}"'
    return "'" + word.replace("'", "'\\''") + "'"


def encodable(text: str, encoding: str) -> str:
    """Return `text` as an output of that encoding can show it, transliterated where it must be."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return _transliterated(text, encoding)
    return text


def _transliterated(text: str, encoding: str) -> str:
    import unicodedata  # only a narrow output pays for its tables

    shown = []
    for character in text.translate(PLAIN):
        try:
            character.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            folded = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
            character = folded or "?"
        shown.append(character)
    return "".join(shown)
