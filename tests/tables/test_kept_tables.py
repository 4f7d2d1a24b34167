"""Tables get the columns they got before, whatever was asked for: a change shows all that it changes.

After a wanted change, write them anew and look at every line that differs:
python -m pytest tests/tables/test_kept_tables.py --golden
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from immunocli.tables.added_columns import Columns
from tests.driver import Immuno

KEPT = Path(__file__).parent / "kept_tables.txt"
DRUGS = """\
id,drug,given,note
1,Keytruda 200mg,2018-05-01,first
2,opdivo + relatlimab,2016-02,"two, of them"
3,Lartruvo,2019-12-31,
4,lartruvo,2021,=1+1
5,intron a,1990-01-01,@x
6,Campath,20130101,-3
7,BCG,,empty day
8,pembrolizmab,soon,no day
9,olaparib,2020-01-01,another's
10,no prior nivolumab,2020-01-01,denied
11,xyzzy,2020-01-01,
12,,2020-01-01,nothing
13,Vaxira,2030-01-01,later than all
14,"CTL019, tisagenlecleucel",2017-08-30,day of approval
15,CTL019,2018-05-01,
16,MK-3475,2014-09-03,the day before
17,MK-3475,2014-09-04,the day itself
18,tice bcg or theracys,2000,
19,nivo-rela,2022-03-18,
20,Keytruda Qlex,2025-09-18,
"""
CANCERS = """\
n\tdiagnosis\tstage
1\tStage IV NSCLC\tIV
2\tskin cancer\t
3\tC67.9\tII
4\tuveal melanoma metastatic to liver\tIV
5\tmelanomma\t
6\tdiabetes\t
7\tbladder cancer and lung cancer\t
8\tno evidence of melanoma\t
9\tHER2+ gastric cancer\t
10\tcáncer de vejiga\t
11\tDLBCL\t
12\tBLCA\t
"""
LINES = '{"drug": "Keytruda", "n": 1}\n{"n": 2, "drug": "xyzzy"}\n{"drug": null}\n{"drug": "=BCG"}\n'
ALL = {kind: ",".join(Columns.known(kind)) for kind in ("therapy", "cancer")}
ASKED = {
    "usual": (DRUGS, ""),
    "all columns": (DRUGS, f"--add {ALL['therapy']}"),
    "days": (DRUGS, "--date given"),
    "all columns of a day": (DRUGS, f"--date given --add {ALL['therapy']}"),
    "a beginning of names": (DRUGS, "--prefix x. --add status"),
    "no beginning": (DRUGS, "--prefix= --add market,license"),
    "harmless": (DRUGS, "--escape-formulas --add brands"),
    "strict": (DRUGS, "--strict"),
    "skipped lines": (f"# one\n# two\n{DRUGS}", "--skip-lines 2"),
    "another delimiter": (DRUGS.replace(",", ";"), "--delimiter ;"),
    "no quotes": ('drug\tn\n"BCG\t1\n"keytruda"\t2\n', "--no-quotes --input-format tsv"),
    "json lines": (LINES, "--input-format jsonl --add status"),
    "json lines, harmless": (LINES, "--input-format jsonl --escape-formulas"),
    "another column": (DRUGS, "--column note"),
    "no such column": (DRUGS, "--column dose"),
    "no such day": (DRUGS, "--date day"),
    "no such addition": (DRUGS, "--add price"),
    "cancers": (CANCERS, "--kind cancer --column diagnosis"),
    "all columns of cancers": (CANCERS, f"--kind cancer --column diagnosis --add {ALL['cancer']}"),
    "a day of cancers": (CANCERS, "--kind cancer --column diagnosis --date stage"),
    "a torn row": ("a,drug\n1,BCG\n2\n", ""),
    "an open quote": ('a,drug\n1,"BCG\n2,x\n', ""),
    "two columns of one name": ("drug,drug\nBCG,x\n", ""),
    "only a header": ("a,drug\n", ""),
    "nothing": ("", ""),
}


def answer(small: Immuno, name: str, place: Path) -> str:
    content, told = ASKED[name]
    words = told.split() if "--column" in told else ["--column", "drug", *told.split()]
    missing = place / "missing.tsv"
    found = small("annotate", "-", *words, "--unmatched", missing.name, stdin=content.encode("utf-8"))
    tally = missing.read_text(encoding="utf-8") if missing.exists() else ""
    missing.unlink(missing_ok=True)
    return f"=== {name}: {told}\n{found.out}--- {found.code}\n{found.err}---\n{tally}\n"


def test_tables_get_what_they_got(
    small: Immuno,
    today: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(tmp_path)  # so that no path is told
    now = "".join(answer(small, name, tmp_path) for name in ASKED)
    if request.config.getoption("--golden"):
        KEPT.write_text(now, encoding="utf-8")
    before = KEPT.read_text(encoding="utf-8")
    changed = difflib.unified_diff(before.splitlines(), now.splitlines(), "was", "is", lineterm="")
    assert now == before, "\n".join(list(changed)[:80])
