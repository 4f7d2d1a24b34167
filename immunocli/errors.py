"""Problems that a user can act on."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class ImmunoError(Exception):
    """A problem told in one line: what was asked, what is wrong, what to try.

    Args:
        message: one plain sentence or two.
        suggestions: up to three things to try instead, best first.
        wrong: what was typed and is not understood, as it was typed.
        known: what there is in its place.
        option: the option that it is about, or that is lacking: `--since`.
        advice: a command line to paste.
    """

    exit_code = 2
    code = "error"

    def __init__(
        self,
        message: str,
        suggestions: "list[str] | tuple[str, ...]" = (),
        *,
        wrong: str = "",
        known: "Iterable[str]" = (),
        option: str = "",
        advice: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.suggestions = list(suggestions)[:3]
        self.wrong, self.known, self.option, self.advice = wrong, tuple(known), option, advice


class NotFound(ImmunoError):
    """Nothing that is known has that name."""

    exit_code = 1
    code = "unknown"


class NotInScope(NotFound):
    """It is known what the name means, and that it is not in the record."""

    code = "not-in-scope"


class Investigational(NotFound):
    """The name is that of an immunotherapy that the FDA has not approved."""

    code = "investigational"


class NotYet(NotFound):
    """The name is that of a product that was licensed after the day that was asked about."""

    code = "not-yet"


class UsageError(ImmunoError):
    """The request cannot be understood as written."""

    exit_code = 2
    code = "usage"


class UnreadableInput(ImmunoError):
    """A file or stream cannot be read, or cannot be read without loss."""

    exit_code = 2
    code = "unreadable-input"


class UnwritableOutput(ImmunoError):
    """An answer cannot be written whole."""

    exit_code = 2
    code = "unwritable-output"


class Ambiguous(ImmunoError):
    """The name fits several records, or is only close to one: nothing is guessed."""

    exit_code = 3
    code = "ambiguous"


class Unresolved(ImmunoError):
    """With --strict: some rows named no therapy."""

    exit_code = 4
    code = "unresolved"


class InvalidData(ImmunoError):
    """The data set does not hold together; the message names file, record and field."""

    exit_code = 5
    code = "invalid-data"
