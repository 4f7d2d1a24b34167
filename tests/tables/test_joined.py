"""A table of drugs, cancers and days is held against the label, a row at a time."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Iterator

import pytest

from immunocli import Catalogue
from immunocli.errors import UsageError
from immunocli.names import lexicon, tokens
from immunocli.queries import labels_asked
from immunocli.records.on_label import OnLabel
from immunocli.tables import joined_with_label
from immunocli.tables.annotate import Job
from tests.driver import Immuno
from tests.tables.annotating import annotated, job_on, small_catalogue

ROWS = [
    ("keytruda 200 mg", "melanoma", "2014-09-03"),
    ("keytruda 200 mg", "melanoma", "04-SEP-2014"),
    ("keytruda 200 mg", "melanoma", "2014"),
    ("opdivo", "flu", "2020-01-01"),
    ("aspirin", "melanoma", "2020-01-01"),
    ("opdivo", "melanoma", "soon"),
    ("bcg live + keytruda", "melanoma", "2020-01-01"),
    ("", "", ""),
]
TABLE = ("drug,tumor,day\n" + "".join(f"{','.join(row)}\n" for row in ROWS)).encode()
ASKED = {"cancer_column": "tumor", "date": "day"}


def rows(content: bytes = TABLE, **options: object) -> list[dict[str, str]]:
    """Return the annotated rows by the names of their columns."""
    return list(csv.DictReader(io.StringIO(annotated(content, **options).decode(), newline="")))


def test_each_row_says_whether_it_was_on_label_and_why_not_surely() -> None:
    told = [(row["immuno_on_label"], row["immuno_why"]) for row in rows(**ASKED)]
    assert told == [
        ("no", ""), ("yes", ""), ("doubtful", "changed-within-date"), ("unknown", "cancer-not-known"),
        ("unknown", "therapy-not-known"), ("unknown", "day-not-known"), ("no;yes", ";"),
        ("unknown", "therapy-not-known"),
    ]  # fmt: skip


def test_the_library_answers_the_same() -> None:
    for row in rows(**ASKED)[:3]:
        day = {"04-SEP-2014": "2014-09-04"}.get(row["day"], row["day"])
        (told,) = small_catalogue().on_label(row["drug"], row["tumor"], day)
        for name in OnLabel.columns:
            value = told[name]
            shown = ";".join(value) if isinstance(value, list) else value or ""
            assert row[f"immuno_{name}"] == shown, name


def test_columns_stand_in_a_fixed_order() -> None:
    names = list(rows(add=["rxnorm"], **ASKED)[0])
    own = [f"immuno_{one}" for one in (*OnLabel.columns, "status", "rxnorm")]
    assert names[-len(own) :] == own
    assert names[:3] == ["drug", "tumor", "day"]


def test_without_days_it_is_the_label_of_the_record() -> None:
    told = rows(cancer_column="tumor")
    assert [row["immuno_on_label"] for row in told][:3] == ["yes"] * 3
    assert "immuno_status" not in told[0]


@pytest.mark.parametrize("order", ["tumor,day,drug", "day,drug,tumor", "drug,day,tumor"])
def test_the_columns_may_stand_anywhere(order: str) -> None:
    places = [("drug", "tumor", "day").index(name) for name in order.split(",")]
    content = f"{order}\n" + "".join(",".join(row[one] for one in places) + "\n" for row in ROWS)
    quoted = content.replace("melanoma", '"melanoma"')
    plain = [row["immuno_on_label"] for row in rows(**ASKED)]
    for one in (content, quoted):
        assert [row["immuno_on_label"] for row in rows(one.encode(), **ASKED)] == plain


def test_json_lines_have_the_same_answers() -> None:
    content = "".join(
        json.dumps(dict(zip(("drug", "tumor", "day"), row, strict=True))) + "\n" for row in ROWS
    )
    told = annotated(content.encode(), "jsonl", **ASKED).decode().splitlines()
    assert [json.loads(line)["immuno_on_label"] for line in told] == [
        row["immuno_on_label"] for row in rows(**ASKED)
    ]


def test_rows_that_tell_no_cancer_or_day_are_counted(small: Immuno) -> None:
    job, _ = job_on(TABLE, counting=True, **ASKED)
    assert (job.rows, job.missed, job.without_day, job.without_cancer, job.to_review) == (8, 2, 2, 2, 1)
    asked = ("annotate", "-", "--column", "drug", "--cancer-column", "tumor")
    found = small(*asked, stdin=TABLE)
    assert "2 of 8 rows name no cancer that is known; on_label is unknown there" in found.err
    assert small(*asked, "--strict", stdin=b"drug,tumor\nopdivo,flu\n").code == 4
    assert small(*asked, "--strict", stdin=b"drug,tumor\nopdivo,melanoma\n").code == 0


def test_a_slip_in_a_column_is_told(small: Immuno) -> None:
    found = small("annotate", "-", "--column", "drug", "--cancer-column", "tumour", stdin=TABLE)
    assert found.code == 2 and found.err.endswith("--cancer-column tumor\n"), found
    with pytest.raises(UsageError, match="--kind cancer"):
        annotated(TABLE, kind="cancer", cancer_column="tumor")


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = rows(**ASKED)
    monkeypatch.setattr(joined_with_label, "_MOST_STRINGS", 2)
    monkeypatch.setattr(joined_with_label, "_MOST_PAIRS", 1)
    monkeypatch.setattr(joined_with_label, "_MOST_FORMS", 1)
    monkeypatch.setattr(labels_asked, "_MOST_REMEMBERED", 1)
    assert rows(**ASKED) == plain


def test_ten_times_the_rows_take_no_more_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joined_with_label, "_MOST_STRINGS", 20)
    monkeypatch.setattr(joined_with_label, "_MOST_PAIRS", 20)
    monkeypatch.setattr(joined_with_label, "_MOST_FORMS", 20)
    monkeypatch.setattr(labels_asked, "_MOST_REMEMBERED", 20)
    for module in (tokens, lexicon):
        monkeypatch.setattr(module, "_MOST_REMEMBERED", 20)

    def peak(count: int) -> int:
        def pieces() -> Iterator[bytes]:
            yield b"drug,tumor,day\n"
            for start in range(0, count, 20):
                yield b"".join(
                    b"keytruda %d mg,melanoma %d,%d-0%d-11\n" % (n % 40, n % 39, 2000 + n % 8, 1 + n % 7)
                    for n in range(start, start + 20)
                )

        content = pieces()
        job = Job(small_catalogue(), "drug", input_format="csv", **ASKED)
        tracemalloc.start()
        try:
            job.run(lambda size: next(content, b""), lambda block: None, "it")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(60)
    few = peak(60)
    assert peak(600) < few * 1.1 + 50_000, few


def test_one_reading_has_one_review() -> None:
    """A cell that is read for review alone is no surer beside a therapy, unless what was unread is weighed."""
    from immunocli.queries.cancer_cells import read_cell

    catalogue = Catalogue()
    reader = catalogue.reader("cancer")
    unread = ("SKCM st. III resected", "melanoma st. III", "sarcoma (treating)", "leukemia (aCML)", "lung cancer who",
              "neuroendocrine tumor (LMS)",
              "breast leukemia male", "lung cancer - hiv", "sarcoma it",
              "bladder cancer (C7540)")  # fmt: skip
    for text in unread:
        assert reader.resolve(text).review == "yes" == read_cell(catalogue._store, reader, text).review, text
    for text in ("sebaceous gland carcinoma, HER2 positive", "mucosal melanoma, MSI-H", "melanoma resected"):
        assert read_cell(catalogue._store, reader, text).review == "no", text
