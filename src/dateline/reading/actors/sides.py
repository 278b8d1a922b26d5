"""Sides that the text leaves unsaid because they are plain: "the foreign minister" in a report on one state is that state's."""

from collections import Counter
from collections.abc import Mapping

from dateline.reading.actors.metonyms import means_place
from dateline.reading.actors.names import Name
from dateline.reading.actors.roster import Draft, Roster
from dateline.reading.actors.words import words
from dateline.reading.lexicon import lexicon

_LEADS_BY = 2


def infer_sides(roster: Roster, at: Mapping[int, Name]) -> None:
    """Gives a side to holders of a state's office, and to a state's bodies, where one state alone can be meant."""
    named = [
        (name.start, name.short)
        for k, name in sorted(at.items())
        if k == name.start and name.kind in ("state", "adjective") and not means_place(roster.doc, name)
    ]
    counts = Counter(state for _, state in named)
    _through_bodies(roster)
    for draft in roster.drafts:
        if draft.side is None:
            _infer(roster, draft, named, counts)
    _through_bodies(roster)


def _through_bodies(roster: Roster) -> None:
    """Who belongs to a state's body belongs to the state."""
    sides = {name: d.side for d in roster.drafts if d.kind == "organisation" and d.side for name in (d.name, *d.names)}
    for draft in roster.drafts:
        if draft.side is not None and draft.side not in (draft.name, *draft.names):
            draft.side = sides.get(draft.side, draft.side)


def _infer(roster: Roster, draft: Draft, named: list[tuple[int, str]], counts: Counter[str]) -> None:
    office = _office(draft)
    if office is None:
        return
    without = frozenset(lexicon("roles")["states_without"].get(office, ()))
    possible = Counter({state: n for state, n in counts.items() if state not in without})
    if not possible:
        return
    if office in ("president", "leader"):
        if len(counts) == 1:
            draft.side = next(iter(counts))
        return
    first = roster.doc[draft.first_token]
    start = first.sent.start
    if draft.kind == "person" and any(t.text in ("'s", "’s") for t in roster.doc[max(start, first.i - 5) : first.i]):
        return  # somebody's minister, and the text has said whose
    near = {state for k, state in named if start <= k < first.i and state in possible}
    if len(near) == 1:
        draft.side = near.pop()
        return
    abroad = {d.side for d in roster.drafts if d.kind == "person" and d.roles and d.side in counts}
    if draft.kind == "person" and abroad - {possible.most_common(1)[0][0]}:
        return  # officials of several states speak: nothing is plain
    ranked = possible.most_common(2)
    if len(ranked) == 1 or ranked[0][1] >= _LEADS_BY * ranked[1][1]:
        draft.side = ranked[0][0]


def _office(draft: Draft) -> str | None:
    """The kind of office that only a state gives; None where the actor holds none."""
    if draft.kind == "person":
        for role in draft.roles:
            plain = role.lower()
            if "minister" in plain.split() or "premier" in plain.split():
                return "prime minister" if "prime minister" in plain or "premier" in plain else "minister"
            if plain.split()[-1:] == ["president"] and "vice" not in plain:
                return "president"
        return None
    if draft.kind == "organisation":
        last = draft.name.lower().split()
        if any(word in words("organisations", "of_a_state") for word in last):
            return "ministry" if "ministry" in last else "parliament" if "parliament" in last else "body"
    return None

