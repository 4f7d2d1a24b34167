"""Stands for what only mypy reads of `typing`, whose import costs as much as half a lookup."""


class Generic:
    """A base that may be subscripted."""

    def __class_getitem__(cls, _: object) -> type:
        return cls


T = None


def overload(function: object) -> object:
    """Return the function: only mypy reads the overloads."""
    return function
