"""Says of what is asked whether it is an immunotherapy: what the record has it as, or that it has it not."""

from __future__ import annotations

import immunocli
from immunocli.found import Notice
from immunocli.names.find import equal_to, find
from immunocli.names.names_in_text import within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.store.typed_store import Store


def called(store: Store, name: str) -> Notice | None:
    """Return what the record has a name as; nothing where it names neither a therapy, nor a type, nor a medicine.

    Args:
        store: where names are.
        name: what is asked about; a type and a target mean what is of both: HPV vaccine.
    """
    found = equal_to(store, name, ("therapy", "type"))
    if found is None:
        return _both(store, name) or _not_ours(store, name)
    if len(found.ids) != 1:
        return None
    (one,) = found.ids
    label = found.label if found.kind == "therapy" else store.title("type", one)
    label = label[:1].upper() + label[1:]
    if found.kind == "type":
        types, told = [one], f"{label} is a type of cancer immunotherapy in this record"
    else:
        types = [record["type"] for record in store.records("therapy", [one])]
        told = f"{label} is in this record of cancer immunotherapies, of the type {store.title('type', types[0])}"
    command = f"immuno show {one}"
    return Notice("record", f"{told}.", of=found.kind, id=one, type=types, command=command)


def _both(store: Store, name: str) -> Notice | None:
    """Return how many therapies are of the type and have the target that a name consists of."""
    found, rest = within(store, name.split(), ("type", "target"))
    ids = {one.kind: one.ids[0] for one in found if len(one.ids) == 1}
    if rest or len(found) != len(ids) or len(ids) != 2:  # one of each
        return None
    kind, target = ids["type"], ids["target"]
    ours = [{one for record in store.records(of, [ids[of]]) for one in record["therapies"]} for of in ids]
    count = len(ours[0] & ours[1])
    if not count:
        return None
    command = f"immuno therapies --type {kind} --target {target} --status any"
    told = f"of the type {store.title('type', kind)} that act on {store.title('target', target)}"
    message = f"This record of cancer immunotherapies has {count} {told}."
    return Notice("record", message, type=[kind], target=[target], command=command)


def _not_ours(store: Store, name: str) -> Notice | None:
    """Return what a name is that is known to be none of ours."""
    try:
        find(store, name, ("therapy", "type"))
    except immunocli.NotInScope as problem:
        return Notice("record", f"Not in this record of cancer immunotherapies: {problem.message}", name=name)
    except (immunocli.NotFound, immunocli.Ambiguous):
        pass
    return None
