"""Looks words up for the readers, and remembers what it found."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from immunocli.names.names_protocol import Entry, Keeper

# After so many look-ups all names are read at once.
_MANY = 400
_PREFIX = 8
_MOST_REMEMBERED = 20_000


class Lexicon:
    """The names of one kind, those that are none of ours, and the words around them.

    Args:
        keeper: who keeps them.
        kind: `therapy` or `cancer`.
        many: many strings will be read.
    """

    def __init__(self, keeper: Keeper, kind: str, *, many: bool = False) -> None:
        self.keeper = keeper
        self.kind = kind
        self._roles: dict[str, str] | None = None
        self._all: dict[str, Entry] | None = None
        self._beginnings: set[str] = set()
        self._longest = 200
        self._asked = 0
        self._strangers: dict[str, tuple[str, str] | None] = {}
        self._vocabulary: set[str] = set()
        self._copied: frozenset[str] | None = None
        # What corrects spellings, made when first needed.
        self.speller: object = None
        self.entry: Callable[[str], Entry | None] = self._one
        if many:
            self._read_all()

    @property
    def roles(self) -> dict[str, str]:
        """The roles of the words around names; a string that is a name needs none."""
        if self._roles is None:
            self._roles = self.keeper.around(self.kind)
        return self._roles

    def all(self) -> dict[str, Entry]:
        """Return all names of the kind, by their normalized form."""
        if self._all is None:
            self._all = self.keeper.names(self.kind)
        return self._all

    def _one(self, plain: str) -> Entry | None:
        self._asked += 1
        if self._asked > _MANY:
            self._read_all()
        return self.keeper.name(self.kind, plain)

    def _read_all(self) -> None:
        known = self.all()
        self._longest = max(map(len, known), default=0)
        # Assigned whole, as other threads may ask meanwhile.
        self._beginnings = {
            plain[:length] for plain in known for length in range(1, min(_PREFIX, len(plain)) + 1)
        }
        self.entry = known.get

    def begins(self, joined: str) -> bool:
        """Say whether a name of ours may begin so; True when it is not known."""
        if not self._beginnings:
            return len(joined) <= self._longest
        return joined[:_PREFIX] in self._beginnings and len(joined) <= self._longest

    def stranger(self, plain: str) -> tuple[str, str] | None:
        """Return what a normalized name is that is known and none of ours."""
        known = self._strangers
        if plain in known:
            return known[plain]
        if len(known) > _MOST_REMEMBERED:
            known.clear()
        found = known[plain] = self.keeper.others(self.kind, plain)
        return found

    def stranger_once(self, plain: str) -> tuple[str, str] | None:
        """Return the same for a string that will hardly be asked for again, as slips away from a name."""
        return self.keeper.others(self.kind, plain)

    def is_within(self, one: Entry, other: Entry) -> bool:
        """Say whether a record is one of those of another name, or a kind of one."""
        path = self.keeper.path
        return any(wide in path(each) for each in one[0] for wide in other[0])

    def are_related(self, one: Entry, other: Entry) -> bool:
        """Say whether one of two names is within the other."""
        return self.is_within(one, other) or self.is_within(other, one)

    def nearest_of(self, entries: Iterable[Entry]) -> Entry | None:
        """Return the name of which all others are wider, the first of several; None where two are told."""
        told, path = list(entries), self.keeper.path
        return next((one for one in told if all({*other[0]} <= {*path(one[0][0])} for other in told)), None)

    def copied(self) -> frozenset[str]:
        """Return the ids of those that have biosimilars."""
        if self._copied is None:
            self._copied = frozenset(
                ";".join(one[0]) for one in self.all().values() if one[1] == "biosimilar"
            )
        return self._copied

    def keyed(self) -> Callable[[str], Entry | None]:
        """Return what finds a cancer by the key of its words (`cancer_words.key`); after many look-ups all are read."""
        if self._all is not None:
            return self.keeper.names("cancer-words").get
        keyed: dict[str, Entry] = {}

        def one_by_one(key: str) -> Entry | None:
            if self._all is None:
                return self.keeper.name("cancer-words", key)
            if not keyed:
                keyed.update(self.keeper.names("cancer-words"))
            return keyed.get(key)

        return one_by_one

    def vocabulary(self) -> set[str]:
        """Return the words of all our names of cancers, in their one form."""
        if not self._vocabulary:
            words = {word for one in self.keeper.names("cancer-words") for word in one.split()}
            self._vocabulary = words
        return self._vocabulary
