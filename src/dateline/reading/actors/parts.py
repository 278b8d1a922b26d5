"""The parts of those who are described together for two sides or more: "Xian and Yan officials"."""

from collections.abc import Mapping

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from dateline.model import content_id
from dateline.reading.actors.known import known_from
from dateline.reading.actors.names import Name
from dateline.reading.actors.phrases import is_backed, joined_to
from dateline.reading.actors.roster import Draft, Roster
from dateline.reading.actors.states import States
from dateline.reading.actors.words import plural_office, words

_MOST_SIDES = 5


class Parts:
    """Parts those described together, once each; the parts are added to the roster when they are first asked for."""

    def __init__(self, roster: Roster, names: Mapping[int, Name], states: States) -> None:
        self._roster, self._names, self._states = roster, names, states
        self._doc: Doc = roster.doc
        self._made: dict[int, tuple[int, ...]] = {}

    def by_side(self, index: int) -> tuple[int, ...]:
        """The parts of those described together whom the words give to two sides or more; else none.

        The parts of governments and of a joint statement are the states; each other part has a side of its own, and those words
        of the whole that tell of it for its name.
        """
        draft = self._roster.drafts[index]
        if index in self._made:
            return self._made[index]
        self._made[index] = ()
        issued = draft.head in words("unnamed", "documents") or draft.head == "government"
        if draft.side is not None or not (issued or draft.plural) or draft.kind not in ("unnamed", "group"):
            return ()
        first = self._doc.char_span(*min(draft.spans), alignment_mode="expand")
        sides = [] if first is None or not draft.head else sides_of(first, self._names)
        if first is None or not 1 < len(sides) <= _MOST_SIDES:
            return ()
        self._made[index] = tuple(
            self._states.in_phrase(first.start, first.end, side) if issued else self._part_of(draft, first, side)
            for side in sides
        )
        return self._made[index]

    def _part_of(self, draft: Draft, phrase: DocSpan, side: str) -> int:
        part = self._roster.add(draft.kind, self._name_of_part(phrase, side), phrase.start, phrase.end, side)
        own = self._roster.drafts[part]
        own.id = content_id("actor", draft.id, side)
        own.roles, own.plural, own.latent = list(draft.roles), True, True
        return part

    def _name_of_part(self, phrase: DocSpan, side: str) -> str:
        """Such as "Xian officials" and "foreign minister of X", of "Xian and Yan officials" and "the foreign ministers of X and Y"."""
        head = phrase.root
        own = [t for t in self._doc[phrase.start : head.i] if t.dep_ not in ("det", "nummod", "cc", "punct", "predet")]
        told = {t.i for t in own if (name := self._names.get(t.i)) is not None and name.short == side}
        before = [t.text for t in own if t.i in told or t.i not in self._names]
        singular = plural_office(head) or head.lemma_
        alone = singular.lower() in words("naming", "one_holder") | {"leader"}
        noun = singular if alone else head.text
        if told:
            return " ".join([*before, noun])
        prep = next((c.text for c in head.rights if c.dep_ == "prep" and c.i <= head.i + 2), "of")
        return " ".join([*before, noun, prep, side])


def sides_of(phrase: DocSpan, names_at: Mapping[int, Name]) -> list[str]:
    """The states that a phrase names together, before its head ("X and Y officials") or behind ("officials in X and Y")."""
    head = phrase.root
    tokens = list(phrase)
    for prep in head.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "from", "of") and prep.i <= head.i + 2:
            tokens += [t for obj in prep.children if obj.dep_ == "pobj" for t in (obj, *joined_to(obj))]
    names = [names_at[t.i] for t in tokens if t.i in names_at]
    if any(n.kind in ("person", "organisation", "group") for n in names):
        return []
    found = [n.short for n in names if n.kind in ("state", "adjective") and not is_backed(phrase.doc, n)]
    if not found and all(n.kind in ("state", "adjective", "place") for n in names):
        known = [known_from(phrase.doc, n.start) for n in names]
        found = [
            hit[1].side for hit in known if hit is not None and hit[1].kind in ("state", "capital") and hit[1].side
        ]
    return list(dict.fromkeys(found))
