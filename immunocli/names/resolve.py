"""Says which therapies, or which cancers, a string names, and how it was recognized."""

from __future__ import annotations

from immunocli.names.forms import LONGEST_NAME, normalize, singular
from immunocli.names.lexicon import Lexicon
from immunocli.records.match import Match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.cancer_strings import CancerStrings
    from immunocli.names.drug_strings import DrugStrings
    from immunocli.names.names_protocol import Entry, Keeper
    from immunocli.names.reading import Found

KINDS = ("therapy", "cancer", "term")
COMBINATION = "combination"
# Short names of these kinds mean what they mean in the letter case in which they are written.
_SHORT = ("abbreviation", "combination", "code")
# So told, a name means no single product.
_NO_PRODUCT = ("name", "")
LEAST_LONG = 8
# So many names are remembered with the product that they mean.
_MOST_PRODUCTS = 4096
# The combining strokes of Unicode.
_STROKES = frozenset("\u0335\u0336\u0337\u0338")


def resolve(keeper: Keeper, kind: str, text: str) -> Match:
    """Return what one string names; see `Resolver` for many."""
    return Resolver(keeper, kind).resolve(text)


class Resolver:
    """Resolves strings of one kind.

    Args:
        keeper: who keeps the names.
        kind: `therapy`, `cancer` or `term`.
        many: many strings will come: read all names at once.
    """

    def __init__(self, keeper: Keeper, kind: str, *, many: bool = False) -> None:
        self._keeper = keeper
        self._kind = kind
        self._lexicon = Lexicon(keeper, kind, many=many)
        self._strings: DrugStrings | CancerStrings | None = None
        self._titles: dict[str, str] = {}
        self._many = many
        # The product that each name means, read at once when many strings come; and by the names in strings.
        self._products: dict[str, str] | None = None
        self._product_of: dict[str, str] = {}

    def __reduce__(self) -> tuple[object, ...]:
        from functools import partial  # of those that are sent to other processes

        return partial(Resolver, many=self._many), (self._keeper, self._kind)

    def resolve(self, text: str) -> Match:
        """Return the match for `text`: its `id` is empty when it names nothing that we know.

        Every word is accounted for. What is read in full is sure (`review` is `no`); where a name
        stands exactly and something is left unread (`unread`), or where a spelling was corrected,
        a person should look (`review` is `yes`).
        """
        may_be_struck = "~~" in text or "</" in text or not (text.isascii() or _STROKES.isdisjoint(text))
        if may_be_struck and (found := self._struck(text)) is not None:
            return found
        plain = normalize(text) if len(text) <= LONGEST_NAME else ""
        entry = self._lexicon.entry(plain) if plain else None
        if entry is None:
            known = self._lexicon.stranger(plain) if plain else None
            if known is not None and known[0] != known[1]:  # others.json answers for the whole of it
                return self._nothing(text, known)
            return self._match(text, plain, self._read(text, plain))
        if text[-1:] in "?)]-0" or text[:1] == "?" or not text.isascii():
            sign = self._sign(text)
            if sign == "denied":
                return self._nothing(text)
            if sign == "doubted" and (entry[1] not in _SHORT or self._short(text, plain, entry).ids):
                return self._plainly(text, entry, "yes")
        if entry[1] == "code" and "." in text and "." not in entry[2]:  # C34.11 is not the concept C3411
            return self._match(text, plain, self._read(text, plain))
        if self._kind == "cancer" and "_" in text and text.islower():  # a label: it may be a mere site
            return self._match(text, plain, self._read(text, plain))
        if entry[1] in _SHORT and (len(plain) < LEAST_LONG or entry[1] == COMBINATION):
            return self._short(text, plain, entry)
        return self._plainly(text, entry)

    def _struck(self, text: str) -> Match | None:
        """Return what is named beside what is struck out in a string, for review; None where nothing is."""
        from immunocli.names.struck_out import without  # hardly a string has it

        kept, struck = without(text)
        if not struck:
            return None
        found = self.resolve(kept)
        if not found.ids:
            return self._nothing(text)
        unread = ";".join(filter(None, (found.unread, struck)))
        return self._made(text, list(found.ids), found.match, "yes", unread, found.evidence)

    def _sign(self, text: str) -> str:
        """Return what a sign beside the name of a cancer says of it: melanoma (-)."""
        if self._kind != "cancer":
            return ""
        from immunocli.names.cancer_signs import sign_of  # few names have a sign

        return sign_of(text.rstrip())

    def _plainly(self, text: str, entry: Entry, review: str = "no") -> Match:
        """Return the match of a string that is a name of ours, or a name that we know to be none."""
        ids = list(entry[0])
        if self._kind == "cancer" and ids and self._is_doubtful(text, entry):
            review = "yes"
        if self._kind == "therapy" and ids and review == "no" and self._may_be_another(text, entry):
            review = "yes"
        if self._kind == "therapy" and ids and not (text[0].isalnum() and text[-1].isalnum()):
            from immunocli.names import signs  # most names have none

            told = signs.around_all(text)
            if told == signs.DENIED:
                return self._nothing(text)
            review = "yes" if told else review
        return self._made(text, ids, entry[1] if ids else "", review, "", entry[2] if ids else "")

    def _may_be_another(self, text: str, entry: Entry) -> bool:
        """Say whether other things have the name of a drug, too, or have it where it is so short."""
        from immunocli.names.shared_names import SHARED, is_doubtful_alone  # only names of drugs need them

        if entry[1] in _SHORT:
            from immunocli.names.drug_alone import is_doubtful

            if is_doubtful(text, normalize(text), entry):
                return True
        return is_doubtful_alone(text, entry, self._keeper.around(SHARED))

    def _is_doubtful(self, text: str, entry: Entry) -> bool:
        """Say whether a name may mean less or more: two systems have the same short form, or it is only an organ."""
        if len(entry[0]) > 1:
            return True
        from immunocli.names.cancer_sites import is_organ_alone  # only cancers need it
        from immunocli.names.cancer_titles import is_unspecified
        from immunocli.names.short_forms import is_oddly_written

        if is_oddly_written(text.strip(), entry):
            return True
        if entry[1] in _SHORT:
            return False
        return is_organ_alone(entry, self._lexicon.roles) or is_unspecified(entry, self._lexicon)

    def _nothing(self, text: str, known: tuple[str, str] | None = None) -> Match:
        """Return that a string names none of ours, and what it is where that is known."""
        return self._made(text, [], "", "no", "", known[1] if known else "")

    def _short(self, text: str, plain: str, entry: Entry) -> Match:
        """Return the match of a short name: in another letter case it is another word."""
        from immunocli.names.short_forms import as_cancer, as_name  # only short names need them

        known = self._lexicon.stranger(plain)
        if self._kind == "therapy":
            from immunocli.names.drug_alone import is_meant
            from immunocli.names.shared_names import SHARED, WORD

            if not is_meant(text, plain, entry, is_word=self._keeper.around(SHARED).get(plain) == WORD):
                return self._nothing(text, known)
            if len(plain) >= LEAST_LONG:
                return self._plainly(text, entry)
        is_cancer = self._kind == "cancer"
        review = as_cancer(text.strip(), entry, known, self._lexicon.roles.get(plain)) if is_cancer else None
        if review is None:
            review = as_name(text, plain, entry, known, is_cancer=is_cancer)
        return self._plainly(text, entry, review) if review else self._nothing(text, known)

    def _read(self, text: str, plain: str) -> Found | None:
        """Return what is found in a string that is no name by itself."""
        if not plain and len(text) <= LONGEST_NAME:
            return None
        if self._strings is None:
            if self._kind == "cancer":
                from immunocli.names.cancer_strings import CancerStrings

                self._strings = CancerStrings(self._lexicon)
            elif self._kind == "therapy":
                from immunocli.names.drug_strings import DrugStrings

                self._strings = DrugStrings(self._lexicon)
            else:
                return self._term(plain)
        if len(text) > LONGEST_NAME:
            from immunocli.names.tokens import short_runs  # only long strings have them

            text = short_runs(text)
        return self._strings.read(text)

    def _term(self, plain: str) -> Found | None:
        """Return the term that a plural names, or that a misspelled word meant."""
        from immunocli.names.reading import SPELLING, Found
        from immunocli.names.spelling import Speller

        for form in singular(plain):
            entry = self._lexicon.entry(form)
            if entry is not None and entry[0]:
                return Found([entry], entry[1])
        known = self._lexicon.all()
        may = {one: known[one] for one in self._keeper.spelled("term") if known[one][0]}
        found = Speller(may, (), (), lambda one: None).correct(plain)
        return Found([found], SPELLING, review=True) if found else None

    def _match(self, text: str, plain: str, found: Found | None) -> Match:
        if found is None or not found.entries:
            known = self._lexicon.stranger(plain) if plain else None
            if known is None and found is not None and found.told:
                known = ("drug", found.told)
            return self._nothing(text, known)
        how = found.how
        if len(found.entries) == 1:
            ids = list(dict.fromkeys(found.entries[0][0]))
            evidence = found.entries[0][2].replace(";", ",")
        else:
            ids = list(dict.fromkeys([one for entry in found.entries for one in entry[0]]))
            if len(ids) > 1 and how != "spelling":
                how = COMBINATION
            evidence = ";".join(dict.fromkeys([entry[2].replace(";", ",") for entry in found.entries]))
        review = "yes" if found.review and ids else "no"
        return self._made(text, ids, how if ids else "", review, found.unread, evidence)

    def _made(self, text: str, ids: list[str], how: str, review: str, unread: str, evidence: str) -> Match:
        if not ids:  # as most strings in most tables
            return Match(
                {
                    "input": text, "id": "", "name": "", "match": how, "review": review, "path": "", "unread": unread,
                    "evidence": evidence, "product": "", "suggestions": [], "ids": [], "sought": self._kind,
                }
            )  # fmt: skip
        ids = sorted(ids)  # "opdivo/yervoy" and "yervoy/opdivo" are joined by the same key
        path = ids
        if self._kind == "cancer":
            path = list(dict.fromkeys(step for one in ids for step in self._keeper.path(one)))
        return Match(
            {
                "input": text,
                "id": ";".join(ids),
                "name": ";".join(map(self._title, ids)),
                "match": how,
                "review": review,
                "path": ";".join(path),
                "unread": unread,
                "evidence": evidence,
                "product": self._product(ids, how, evidence),
                "suggestions": [],
                "ids": ids,
                "sought": self._kind,
            }
        )

    def _product(self, ids: list[str], how: str, evidence: str) -> str:
        """Return the products that were named: those of its therapy's labels that the names mean alone."""
        if how in _NO_PRODUCT or self._kind != "therapy":
            return ""
        if ";" not in evidence:
            return self._product_named(evidence)
        return ";".join(dict.fromkeys(filter(None, map(self._product_named, evidence.split(";")))))

    def _product_named(self, label: str) -> str:
        """Return the product that a name means alone, or nothing; remembered, as names come again."""
        told = self._product_of.get(label)
        if told is None:
            plain = normalize(label)
            if self._many:
                if self._products is None:
                    self._products = self._keeper.products()
                told = self._products.get(plain, "")
            else:
                known = self._keeper.product(plain)
                told = known[1] if known else ""
            if len(self._product_of) < _MOST_PRODUCTS:
                self._product_of[label] = told
        return told

    def _title(self, one: str) -> str:
        title = self._titles.get(one)
        if title is None:
            title = self._titles[one] = self._keeper.title(self._kind, one)
        return title
