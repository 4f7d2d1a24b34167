"""Leaves out of what people say of a cancer the treatment that came before: it names no other cancer."""

_BEGINS = (
    " after ", " following ", " despite ", " progressing on ", " progressed on ", " progressing after ",
    " refractory to ", " resistant to ", " intolerant to ", " previously treated", " pretreated", " treated with ",
)  # fmt: skip
# They stand before the cancer, or behind it.
_AROUND = (
    "relapsed or refractory", "relapsed/refractory", "relapsed", "refractory", "recurrent", "newly diagnosed",
    "previously treated", "previously untreated", "pretreated", "untreated", "treatment-naive", "no treatment yet",
    "no prior treatment", "treatment naive", "unresectable", "that has spread", "which has spread",
)  # fmt: skip


def without_story(name: str) -> str:
    """Return the name of a cancer without what was given before, or that nothing was.

    Args:
        name: as a person says it: "small cell lung cancer after platinum".
    """
    left = []
    for part in name.split(","):
        told = f" {part.strip()} "
        lower = told.lower()
        ends = [place for place in (lower.find(begin) for begin in _BEGINS) if place >= 0]
        told = told[: min(ends)] if ends else told
        for one in _AROUND:
            place = f"{told.lower()} ".find(f" {one} ")
            if place >= 0:
                told = f"{told[:place]} {told[place + len(one) + 1 :]}"
        if told.strip():
            left.append(told.strip())
    return ", ".join(left)
