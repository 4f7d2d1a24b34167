"""Leaves out of what people say of a cancer the treatment that came before: it names no other cancer."""

_BEGINS = (
    " after ", " following ", " despite ", " progressing on ", " progressed on ", " progressing after ",
    " refractory to ", " resistant to ", " intolerant to ", " previously treated", " pretreated", " treated with ",
    " in an adult", " in adults",
)  # fmt: skip
# They stand before the cancer, or behind it.
_AROUND = (
    "relapsed or refractory", "relapsed/refractory", "relapsed", "refractory", "recurrent", "newly diagnosed",
    "previously treated", "previously untreated", "pretreated", "untreated", "treatment-naive", "no treatment yet",
    "no prior treatment", "treatment naive", "unresectable", "that has spread", "which has spread",
    "platinum-resistant", "platinum resistant", "platinum-refractory", "high-risk", "at high risk",
)  # fmt: skip


def without_story(name: str) -> tuple[str, list[str]]:
    """Return the name of a cancer without what was given before, or that nothing was; and what was left out.

    Args:
        name: as a person says it: "small cell lung cancer after platinum".
    """
    kept: list[str] = []
    story: list[str] = []
    for part in name.split(","):
        told = f" {part.strip()} "
        lower = told.lower()
        ends = [place for place in (lower.find(begin) for begin in _BEGINS) if place >= 0]
        if ends:
            story.append(told[min(ends) :].strip())
            told = told[: min(ends)] + " "
        for one in _AROUND:
            place = told.lower().find(f" {one} ")
            if place >= 0:
                story.append(told[place + 1 : place + 1 + len(one)])
                told = told[:place] + told[place + len(one) + 1 :]
        if told.strip():
            kept.append(told.strip())
    return ", ".join(kept), story
