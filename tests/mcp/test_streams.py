"""`immuno mcp` loses no answer, whatever its streams are."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path

import pytest

from tests.driver import Immuno

pytestmark = pytest.mark.skipif(find_spec("mcp") is None, reason="the extra mcp is not installed")

_LIMIT = 60
_CALLS = 40


def requests(*names: str) -> bytes:
    """Return what a client sends that asks many things, and then nothing more."""
    asked = [
        {
            "method": "initialize",
            "params": {
                "protocolVersion": "2025-03-26",
                "capabilities": {},
                "clientInfo": {"name": "test", "version": "1"},
            },
        },
        *(
            {"method": "tools/call", "params": {"name": "show", "arguments": {"name": name}}}
            for name, _ in zip(cycle(names or ("melanoma",)), range(_CALLS), strict=False)
        ),
    ]
    lines = [json.dumps({"jsonrpc": "2.0", "id": number, **one}) for number, one in enumerate(asked)]
    lines.insert(1, json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}))
    return ("\n".join(lines) + "\n").encode()


def test_every_question_is_answered_though_the_input_has_ended(small: Immuno, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    asked.write_bytes(requests("melanoma", "half a letter \ud83d", "\\ud83d"))
    with asked.open("rb") as file:
        served = small.start("mcp", stdin=file, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = served.communicate(timeout=_LIMIT)
    assert served.returncode == 0, err
    assert sorted(json.loads(line)["id"] for line in out.splitlines()) == list(range(_CALLS + 1))


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is full")
def test_an_answer_that_cannot_be_written_is_one_line(small: Immuno, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    asked.write_bytes(requests())
    with asked.open("rb") as file, open("/dev/full", "wb") as full:
        served = small.start("mcp", stdin=file, stdout=full, stderr=subprocess.PIPE)
        _, err = served.communicate(timeout=_LIMIT)
    assert (served.returncode, err.count(b"\n")) == (2, 1)
    assert b"cannot be written" in err


def test_no_standard_input_is_one_line(small: Immuno) -> None:
    words = [os.fsdecode(word) for word in small.command("mcp")]
    shell = ["sh", "-c", 'exec "$@" <&-', "sh", *words]
    found = subprocess.run(shell, env=small.environment(), capture_output=True, timeout=_LIMIT, check=False)
    assert (found.returncode, found.stdout, found.stderr.count(b"\n")) == (2, b"", 1)
    assert b"standard input is closed" in found.stderr


def test_an_interrupt_ends_it_while_it_waits(small: Immuno) -> None:
    served = small.start("mcp", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    served.stdin.write(requests())
    served.stdin.flush()
    served.stdout.readline()
    served.send_signal(signal.SIGINT)
    assert served.wait(timeout=_LIMIT) == 130
    served.stdin.close()
    served.stdout.close()
    assert b"Traceback" not in served.stderr.read()
    served.stderr.close()


def test_it_ends_though_a_request_was_no_proper_one(small: Immuno, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    asked.write_text(
        '{"jsonrpc": "1.0", "id": 1, "method": "ping"}\n{"jsonrpc": "2.0", "id": 2, "method": 5}\n'
    )
    with asked.open("rb") as file:
        served = small.start("mcp", stdin=file, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        served.communicate(timeout=_LIMIT)
    assert served.returncode == 0


@pytest.mark.parametrize("after", [0.8, 1.2])
def test_an_interrupt_ends_it_while_it_starts(small: Immuno, after: float) -> None:
    served = small.start("mcp", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(after)
    served.send_signal(signal.SIGINT)
    _, err = served.communicate(timeout=_LIMIT)
    assert (served.returncode, err) == (130, b"")
