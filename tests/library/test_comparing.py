"""How names, dates and words are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli import UsageError, dates
from immunocli.names.forms import fold, normalize, singular
from immunocli.text import clean, encodable, quote
from immunocli.words import stems as words

DAYS = st.dates().map(lambda day: day.isoformat())


@given(st.text())
def test_normalizing_twice_changes_nothing(name: str) -> None:
    assert normalize(normalize(name)) == normalize(name)


@given(st.text())
def test_a_normalized_name_is_letters_and_digits(name: str) -> None:
    plain = normalize(name)
    assert plain == "" or plain.isalnum()
    assert plain == plain.lower()


@given(st.text(st.characters(codec="ascii")))
def test_case_spaces_and_punctuation_do_not_count(name: str) -> None:
    assert normalize(name.upper()) == normalize(name.lower())
    assert normalize(f" ({name}),™ ") == normalize(f"({name})")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Calmette-Guérin", "calmette guerin"),
        ("GARDASIL®9", "Gardasil 9"),
        ("interferon α-2b", "Interferon alpha-2b"),
        ("interferon alpha-2b", "interferon alfa-2b"),
        ("TGF-β", "TGF beta"),
        ("leukaemia", "leukemia"),
        ("tumour", "tumor"),
        ("oesophageal", "esophageal"),
        ("haematology", "hematology"),
        ("paediatric", "pediatric"),
        ("diarrhoea", "diarrhea"),
        ("immunisation", "immunization"),
        ("PD‑1", "PD-1"),  # a hyphen that does not break
        ("ＰＤ－１", "pd1"),  # full width
        ("HÉPATITE", "hepatite"),
        ("Straße", "strasse"),
        ("İ", "i"),
    ],
)
def test_two_ways_to_write_one_name_are_one(one: str, other: str) -> None:
    assert normalize(one) == normalize(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PD-1", "PD-L1"),
        ("bb2121", "bb21217"),
        ("CD19", "CD1"),
        ("オプジーボ", "ヤーボイ"),
        ("IL-2", "IL-12"),
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert normalize(one) != normalize(other)


@given(st.text(max_size=50))
def test_folding_leaves_no_accent_and_no_capital(text: str) -> None:
    assert fold(text) == fold(text).lower()
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("plural", "one"),
    [("antibodies", "antibody"), ("biopsies", "biopsy"), ("viruses", "virus"), ("lymphomas", "lymphoma"),
     ("lymphomata", "lymphoma"), ("rashes", "rash"), ("cells", "cell"), ("metastases", "metastasis")],
)  # fmt: skip
def test_a_plural_knows_its_singular(plural: str, one: str) -> None:
    assert normalize(one) in [normalize(form) for form in [plural, *singular(normalize(plural))]]


def test_a_singular_that_ends_in_ss_is_left_alone() -> None:
    assert singular("abscess") == []


@given(DAYS)
def test_a_day_is_a_date_and_its_own_first_and_last(day: str) -> None:
    assert dates.parse(day) == dates.first_day(day) == dates.last_day(day) == day


@given(DAYS)
def test_a_month_and_a_year_hold_their_days(day: str) -> None:
    for part in (day[:4], day[:7]):
        assert dates.parse(part) == part
        assert dates.first_day(part) <= day <= dates.last_day(part)
        assert dates.first_day(part)[: len(part)] == dates.last_day(part)[: len(part)] == part
        dates.parse(dates.last_day(part))


@given(DAYS, DAYS)
def test_a_date_is_reached_on_its_day_and_after(one: str, other: str) -> None:
    assert dates.reached(one, other) == (one <= other)
    assert dates.reached(one[:7], one)
    assert not dates.reached(None, one)


@pytest.mark.parametrize(
    "text",
    ["", "20", "2021-1", "2021-13", "2021-00", "2021-02-29", "2021-04-31", "2021-01-01-01", "0000", " 2021",
     "2021/01", "today", "２０２１", "²021", "-2021", "2021-", "21-01-01", "2021-01-1x", "1e10", "\x00"],
)  # fmt: skip
def test_what_is_no_date_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="is not a date: write YYYY"):
        dates.parse(text)


@pytest.mark.parametrize(("year", "days"), [(2024, 29), (2023, 28), (1900, 28), (2000, 29)])
def test_february_is_known(year: int, days: int) -> None:
    assert dates.days_in(year, 2) == days


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [("2026-01-31", "2026-02-28", 0), ("2026-01-15", "2026-07-15", 6), ("2026-01-15", "2026-07-14", 5),
     ("2025-12-31", "2026-12-31", 12), ("2026-05-01", "2026-04-01", -1)],
)  # fmt: skip
def test_months_are_counted_whole(earlier: str, later: str, months: int) -> None:
    assert dates.months_between(earlier, later) == months


@pytest.mark.parametrize(
    "forms",
    [
        "treat treats treated treating treatment treatments",
        "infuse infused infusing",
        "vaccine vaccines",
        "biopsy biopsies",
        "cell cells",
        "stop stops stopped stopping",
        "approve approved approves approving",
        "virus",
        "rash rashes",
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({words.stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("cell", "cancer"), ("immune", "immunity"), ("pd", "cd"), ("car", "care")]
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert words.stem(one) != words.stem(other)


@given(st.text(max_size=60))
def test_any_text_is_cut_into_words_without_signs(text: str) -> None:
    for word in words.split(text):
        assert word
        assert not set(" \t\n.,;:!?\"'") & set(word)


def test_words_without_a_subject_do_not_count() -> None:
    assert words.stems("what is it and how do I get it?", {}) == []
    assert words.stems("Will I lose my hair?", {}) == [words.stem("lose"), words.stem("hair")]


def test_synonyms_share_a_stem() -> None:
    same = {words.stem("tired"): "fatigu"}
    assert words.stems("so tired", same) == ["fatigu"]


@given(st.text())
def test_cleaned_text_does_nothing_to_a_terminal(text: str) -> None:
    assert clean(text).isprintable()
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_a_quotation_stays_short_and_on_one_line(text: str) -> None:
    quoted = quote(text)
    assert len(quoted) <= 62
    assert quoted.isprintable()


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp1252", "utf-8", "cp437", "no-such-encoding"]))
def test_any_text_can_be_shown_in_any_encoding(text: str, encoding: str) -> None:
    shown = encodable(clean(text), encoding)
    if encoding != "no-such-encoding":
        shown.encode(encoding)
    else:
        assert isinstance(shown, str)
