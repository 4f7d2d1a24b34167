"""Runs the command line for tests: `immuno("show", "keytruda").out` reads like a terminal session."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "small_data"
# A path at which nobody has anything.
NOWHERE = str(ROOT / "tests" / "nowhere")
Word = str | bytes | os.PathLike[str]
# What decides how an answer looks; a test that wants one of these sets it.
_DECIDING = (
    "CLICOLOR_FORCE", "COLORTERM", "COLUMNS", "FORCE_COLOR", "IMMUNO_DATA", "IMMUNO_DEBUG", "IMMUNO_PAGER", "LINES",
    "NO_COLOR", "PAGER", "TERM", "TERMINAL_WIDTH", "_IMMUNO_COMPLETE",
)  # fmt: skip
TOO_LONG = 60
_A_BUG = 70


def no_bug(found: Result) -> Result:
    """Require that the program did not have to say "this should not happen": that is never an answer."""
    assert found.code != _A_BUG and b"this should not happen" not in found.err_bytes, found
    return found


class Result:
    """What a command line answered: `code`, and both outputs as bytes and as text."""

    def __init__(self, arguments: Sequence[Word], code: int, out: bytes, err: bytes) -> None:
        self.arguments, self.code = arguments, code
        self.out_bytes, self.err_bytes = out, err

    @property
    def out(self) -> str:
        """Standard output, as text."""
        return self.out_bytes.decode("utf-8")

    @property
    def err(self) -> str:
        """Standard error, as text."""
        return self.err_bytes.decode("utf-8")

    @property
    def lines(self) -> list[str]:
        """The lines of standard output, cut at line feeds alone."""
        return self.out.removesuffix("\n").split("\n") if self.out else []

    @property
    def rows(self) -> list[list[str]]:
        """The cells of a TSV answer, its header first."""
        return [line.split("\t") for line in self.lines]

    @property
    def json(self) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """The error object on standard error."""
        return json.loads(self.err)["error"]

    def __repr__(self) -> str:
        words = " ".join(repr(word)[:80] for word in self.arguments)
        return f"<immuno {words}: {self.code}\nout: {self.out_bytes[:600]!r}\nerr: {self.err_bytes[:600]!r}>"


def undisturbed() -> None:
    """Give a new process the usual signals: a suite in the background has some of them ignored."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE", "SIGQUIT"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


class Immuno:
    """Runs `immuno` with the arguments of a call.

    Args:
        data: the data directory of every call; None is the program's own.
        cache: where indexes are kept, away from the user's own cache.
    """

    def __init__(self, data: Path | None, cache: Path) -> None:
        self.data, self.cache = data, cache

    def on(self, data: Path) -> Immuno:
        """Return a driver over another data directory."""
        return Immuno(data, self.cache)

    def ready(self) -> Immuno:
        """Wait until the index is made and sealed, as it is at any use but the first ones."""
        from immunocli.store import bundled_data, trust

        directory = bundled_data.BUNDLED if self.data is None else os.path.realpath(self.data)
        with _environment(self.environment()):
            seals = [trust._seal_of(path) for path in trust._candidates(directory)]
        for _ in range(100):
            self("types", "--count")
            if any(seal and os.path.exists(seal) for seal in seals):
                return self
            time.sleep(0.1)
        raise AssertionError("the index is never sealed")

    def environment(self, changes: Mapping[str, str | None] | None = None) -> dict[str, str]:
        """Return the environment of a call; a change to None takes a variable out."""
        found = {
            name: value
            for name, value in os.environ.items()
            if name not in _DECIDING and not name.startswith("PYTHON")
        }
        found["XDG_CACHE_HOME"] = str(self.cache)
        if self.data is not None:
            found["IMMUNO_DATA"] = str(self.data)
        for name, value in (changes or {}).items():
            found.pop(name, None)
            if value is not None:
                found[name] = value
        return found

    def __call__(
        self,
        *arguments: str,
        stdin: bytes = b"",
        env: Mapping[str, str | None] | None = None,
        broken: bool = False,
    ) -> Result:
        """Run one command line in this process, on file descriptors of its own.

        Args:
            arguments: as they are typed.
            stdin: what it reads.
            env: changes to the environment; None takes a variable out.
            broken: the test broke the program itself: that it says so is no failure.
        """
        from immunocli.cli import run

        with _streams(stdin) as (out, err), _environment(self.environment(env)):
            code = run(arguments)
            sys.stdout.flush()
            sys.stderr.flush()
            found = Result(arguments, code, _content(out), _content(err))
            return found if broken else no_bug(found)

    def process(
        self,
        *arguments: Word,
        stdin: bytes | int | None = b"",
        env: Mapping[str, str | None] | None = None,
        before: Sequence[str] = (),
        **options: Any,
    ) -> Result:
        """Run one command line as a process of its own.

        Args:
            arguments: text or bytes, as the operating system hands them over.
            stdin: what it reads, or a file descriptor.
            env: changes to the environment; None takes a variable out.
            before: words before the interpreter's own, as `sh -c 'exec "$@" >&-' sh`.
            options: for `subprocess.run`; `stdout` and `stderr` are captured unless given.
        """
        given = {"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin}
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": ROOT, **given, **options}
        options.setdefault("preexec_fn", undisturbed)
        done = subprocess.run(
            [*before, *self.command(*arguments)],
            env=self.environment(env),
            timeout=TOO_LONG,
            check=False,
            **options,
        )
        return no_bug(Result(arguments, done.returncode, done.stdout or b"", done.stderr or b""))

    def start(self, *arguments: Word, env: Mapping[str, str | None] | None = None, **options: Any) -> Any:
        """Start one command line as a process of its own, and leave it running."""
        options.setdefault("preexec_fn", undisturbed)
        return subprocess.Popen(self.command(*arguments), env=self.environment(env), cwd=ROOT, **options)

    @staticmethod
    def command(*arguments: Word) -> list[Word]:
        """Return the words that start the program from anywhere."""
        start = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from immunocli.cli import main; main()"
        return [sys.executable, "-P", "-c", start, *arguments]


@contextmanager
def _streams(stdin: bytes) -> Iterator[tuple[Any, Any]]:
    """Put files in the place of the three standard streams, and take them away again."""
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(stdin)
        given.seek(0)
        saved = [os.dup(number) for number in (0, 1, 2)]
        streams = sys.stdin, sys.stdout, sys.stderr
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        for number, file in enumerate((given, out, err)):
            os.dup2(file.fileno(), number)
        sys.stdin = io.TextIOWrapper(os.fdopen(os.dup(0), "rb"), encoding="utf-8")
        sys.stdout = io.TextIOWrapper(os.fdopen(os.dup(1), "wb"), encoding="utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(os.fdopen(os.dup(2), "wb"), encoding="utf-8", write_through=True)
        try:
            yield out, err
        finally:
            for mine in (sys.stdin, sys.stdout, sys.stderr):
                mine.close()
            sys.stdin, sys.stdout, sys.stderr = streams
            for number, original in enumerate(saved):
                os.dup2(original, number)
                os.close(original)


def _content(file: Any) -> bytes:
    file.seek(0)
    content: bytes = file.read()
    return content


@contextmanager
def _environment(wanted: Mapping[str, str]) -> Iterator[None]:
    saved = dict(os.environ)
    _become(saved, wanted)
    try:
        yield
    finally:
        _become(dict(os.environ), saved)


def _become(now: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    """Change what differs: thousands of command lines ask for it."""
    for name in now.keys() - wanted.keys():
        del os.environ[name]
    os.environ.update({name: value for name, value in wanted.items() if now.get(name) != value})


def unfinished_files(process: subprocess.Popen[bytes], directory: Path) -> int:
    """Return how many files a process has open in a directory, where they may have no name."""
    time.sleep(0.01)
    opened = Path(f"/proc/{process.pid}/fd")
    if not opened.is_dir():
        return sum(one.name.startswith(".") for one in directory.iterdir())
    found = 0
    for one in opened.iterdir():
        with suppress(OSError):
            found += os.readlink(one).startswith(f"{directory}/")
    return found
