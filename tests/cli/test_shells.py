"""TAB in real shells: what was typed becomes what a person meant, and nothing typed is evaluated."""

from __future__ import annotations

import json
import os
import select
import shlex
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.driver import TOO_LONG, Immuno

pty = pytest.importorskip("pty")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

READY = "ready$> "
# How each is started without anybody's own settings, and made to know us.
STARTED = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "zsh without compinit": ["zsh", "-f", "-i"],
    "zsh from fpath": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "--interactive"],
}
SET_UP = {
    "bash": "bind 'set enable-bracketed-paste off'; source <(immuno completion bash); PS1='ready''$> '\r",
    "zsh": "autoload -Uz compinit; compinit -D -i; source <(immuno completion zsh); PS1='ready''$> '\r",
    "zsh from fpath": (
        "mkdir fn; immuno completion zsh > fn/_immuno; fpath=(~/fn $fpath); autoload -Uz compinit;"
        " compinit -D -i; PS1='ready''$> '\r"
    ),
    "zsh without compinit": "source <(immuno completion zsh); PS1='ready''$> '\r",
    "fish": "immuno completion fish | source; function fish_prompt; echo -n 'ready''$> '; end\r",
}

# what is typed, TAB at its end: the words that the program gets then; None when that depends on the shell
TYPED = {
    "immuno sho": ["show"],
    "immuno SHO": ["show"],
    "immuno show kymr": ["show", "Kymriah"],
    "immuno show tisa": ["show", "tisagenlecleucel"],
    "immuno show TISA": ["show", "tisagenlecleucel"],
    "immuno show \"tisa": ["show", "tisagenlecleucel"],
    "immuno show non-m": ["show", "non-muscle-invasive bladder cancer"],
    "immuno show LARGE": ["show", "large "],  # of two, what they have in common
    "immuno show 'large b": ["show", "large B-cell lymphoma"],
    "immuno show \"large b": ["show", "large B-cell lymphoma"],
    "immuno show large\\ b": ["show", "large B-cell lymphoma"],
    "immuno show large b": ["show", "large", "B-cell lymphoma"],
    "immuno therapies --form": ["therapies", "--format"],
    "immuno therapies --format=m": ["therapies", "--format=md"],
    "immuno therapies --format m": ["therapies", "--format", "md"],
    "immuno therapies --FORM": ["therapies", "--format"],
    "immuno therapies --type=car": ["therapies", "--type=CAR T-cell therapy"],
    "immuno therapies --cancer MELAN": ["therapies", "--cancer", "melanoma"],
    "immuno therapies -c name,mech": ["therapies", "-c", "name,mechanism"],
    "immuno show \"large B-cell lymphoma\" --as": ["show", "large B-cell lymphoma", "--as-of"],
    "immuno terms --topic biom": ["terms", "--topic", "biomarker"],
    "immuno therapies --source cri": ["therapies", "--source", "cri-2022"],
    "immuno schema ther": ["schema", "therapy"],
    "immuno annotate drugs.csv --column int": ["annotate", "drugs.csv", "--column", "intervention name"],
    "immuno annotate dru": ["annotate", "drugs.csv"],
    "immuno --data": ["--data"],
    "immuno kymr": ["Kymriah"],
}  # fmt: skip

# What a shell might run if anything of it were evaluated.
EVIL = [
    "immuno therapies -c 'name,$(touch evil),",
    "immuno therapies -c \"name,\\$(touch evil),",
    "immuno therapies -c name,\\`touch\\ evil\\`,",
    "immuno show '$(touch evil)",
    "immuno show '`touch evil`' key",
    "immuno show '; touch evil; ' key",
    "immuno show 'a[$(touch evil)]' ",
    "immuno annotate 'evil$(touch evil).csv' --column ",
    "immuno show '*' '~' '$HOME' '<(touch evil)' ke",
    "immuno '$(touch evil)' --f",
]  # fmt: skip


class Shell:
    """A shell on a terminal of its own, in a directory of its own."""

    def __init__(self, name: str, immuno: Immuno, home: Path) -> None:
        self.home, self.log = home, home / "asked.jsonl"
        (home / "drugs.csv").write_text("id;intervention name;dose\n1;Keytruda;2\n", encoding="utf-8")
        (home / "evil7$(touch evil7).csv").write_text("a,$(touch evil7)\n", encoding="utf-8")
        programs = home / "bin"
        programs.mkdir()
        command = shlex.join(map(str, immuno.command()))
        log = f"{shlex.quote(sys.executable)} -c 'import json, sys; print(json.dumps(sys.argv[1:]))'"
        shim = programs / "immuno"
        shim.write_text(
            f'#!/bin/sh\ncase "$1" in __complete|completion) exec {command} "$@";; esac\n'
            f'{log} "$@" >> {shlex.quote(str(self.log))}\n',
            encoding="utf-8",
        )
        shim.chmod(0o755)
        env = {
            "PATH": f"{programs}:{os.environ['PATH']}",
            "HOME": str(home),
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
        }
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        # The first terminal that the leader of a session opens is its own.
        on_it = ["sh", "-c", 'exec "$@" <"$0" >"$0" 2>&1', os.ttyname(theirs), *STARTED[name]]
        self.process = subprocess.Popen(on_it, cwd=home, start_new_session=True, env=immuno.environment(env))
        os.close(theirs)
        self.quiet(1.0)
        self.send(SET_UP[name])
        self.wait_for(READY)

    def send(self, text: str) -> None:
        os.write(self.ours, text.encode())

    def quiet(self, seconds: float) -> str:
        """Return what comes until nothing has come for a while."""
        seen = b""
        while select.select([self.ours], [], [], seconds)[0]:
            try:
                seen += os.read(self.ours, 65536)
            except OSError:
                break
        return seen.decode("utf-8", "replace")

    def wait_for(self, text: str) -> str:
        seen, end = "", time.monotonic() + TOO_LONG
        while text not in seen:
            assert time.monotonic() < end, seen
            seen += self.quiet(0.1)
        return seen

    def asked(self, line: str) -> list[str]:
        """Type a line, TAB at its end, then Return: the words that the program got."""
        before = len(self.lines())
        self.send(line + "\t\r")  # a shell reads on when TAB is answered
        end = time.monotonic() + TOO_LONG
        while len(self.lines()) == before:
            assert time.monotonic() < end, self.quiet(0.1)
            time.sleep(0.02)
        words: list[str] = json.loads(self.lines()[-1])
        return words

    def lines(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []

    def pressed(self, line: str) -> str:
        """Type a line and TAB twice, then give it up; what was shown."""
        self.send(line + "\t")
        seen = self.quiet(0.5)
        self.send("\t")
        seen += self.quiet(0.3)
        self.send("\x05\x15")  # to its end, and away with it
        return seen + self.quiet(0.2)

    def close(self) -> None:
        self.process.kill()
        self.process.wait(60)
        os.close(self.ours)


@pytest.fixture(scope="module")
def shells(small: Immuno, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Shell]]:
    """Every shell that is installed here, started at the same time: each mostly waits."""
    small("types", "--count")
    names = [name for name, words in STARTED.items() if shutil.which(words[0])]
    homes = {name: tmp_path_factory.mktemp("home") for name in names}
    started = at_once(names, lambda name: Shell(name, small, homes[name]))
    yield started
    for one in started.values():
        one.close()


def at_once(names: Iterable[str], what: Callable[[str], Any]) -> dict[str, Any]:
    """Return what is found for each name, all of them sought at the same time."""
    with ThreadPoolExecutor(len(STARTED)) as pool:
        return dict(zip(names, pool.map(what, names), strict=True))


@pytest.fixture(params=STARTED)
def shell(request: pytest.FixtureRequest, shells: dict[str, Shell]) -> Shell:
    if request.param not in shells:
        pytest.skip(f"{STARTED[request.param][0]} is not installed here")
    return shells[request.param]


@pytest.mark.parametrize("line", TYPED)
def test_tab_completes(shell: Shell, line: str) -> None:
    assert shell.asked(line) == TYPED[line]


def test_nothing_that_was_typed_is_evaluated(shells: dict[str, Shell]) -> None:
    def tried(name: str) -> list[str]:
        """Return what a shell ran of it."""
        shell = shells[name]
        for number, line in enumerate(EVIL):
            shell.pressed(line.replace("evil", f"evil{number}"))
            if number % 3 == 2:  # a busy shell drops what is typed far ahead
                assert shell.asked("immuno sho") == ["show"], f"{name} did not come to this line"
        assert shell.asked("immuno sho") == ["show"], f"{name} did not come to this line"
        return [EVIL[number] for number in range(len(EVIL)) if (shell.home / f"evil{number}").exists()]

    ran = at_once(shells, tried)
    assert ran and not any(ran.values()), ran


def test_candidates_are_listed_with_what_they_are(shells: dict[str, Shell]) -> None:
    shown = at_once(shells, lambda name: shells[name].pressed("immuno therapies --status "))
    for name, text in shown.items():
        assert all(one in text for one in ("current", "past", "any")), (name, text)


def test_scripts_are_well_formed_and_never_evaluate(small: Immuno) -> None:
    from immunocli.cli.completion_scripts import SCRIPTS

    for name, script in SCRIPTS.items():
        assert small("completion", name).out == script
        code = "\n".join(one for one in script.splitlines() if not one.lstrip().startswith("#"))
        assert "eval" not in code and "Invoke-Expression" not in code, name
        if shutil.which(name) and name != "powershell":
            subprocess.run([name, "-n", "/dev/stdin"], input=script.encode(), check=True, timeout=TOO_LONG)


def test_in_zsh_a_word_at_the_cursor_is_not_run_where_tab_only_completes(
    small: Immuno, tmp_path: Path
) -> None:
    """Its own expand-or-complete runs it with any command, before a script is asked: see the help."""
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not installed")
    shell = Shell("zsh", small, tmp_path)
    try:
        shell.send("bindkey '^I' complete-word\r")
        shell.wait_for(READY)
        shell.pressed("immuno show $(touch evil9)")
        assert not (tmp_path / "evil9").exists()
    finally:
        shell.close()
