"""Sides that the text leaves unsaid because they are plain: "the foreign minister" in a report on one state is that state's."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc

from dateline.reading.actors.known import known_at
from dateline.reading.actors.metonyms import means_place
from dateline.reading.actors.names import Name, key_of
from dateline.reading.actors.roster import Draft, Roster
from dateline.reading.actors.titles import shared_office
from dateline.reading.actors.words import same_role, words
from dateline.reading.lexicon import lexicon

_LEADS_BY = 2
_OPENING = 8
"""Tokens at the start of a report in which "the president" is that of the state where it was written."""


def infer_sides(roster: Roster, at: Mapping[int, Name], home: str | None) -> None:
    """Gives a side to holders of a state's office, and to a state's bodies, where one state alone can be meant; `home` is the state of the dateline."""
    named = [
        (name.start, name.short)
        for k, name in sorted(at.items())
        if k == name.start
        and name.kind in ("state", "adjective")
        and not means_place(roster.doc, name)
        and not _of_a_counterpart(roster.doc, name)
    ]
    counts = Counter(state for _, state in named)
    others = {name.short for name in at.values() if name.kind == "state"} - counts.keys()
    _through_bodies(roster)
    for draft in roster.drafts:
        if draft.kind == "person" and draft.side is None:
            draft.side = _of_known_leader(draft, counts)
    for index, draft in enumerate(roster.drafts):
        if draft.side is None and not _heads_a_body(roster, index):
            _infer(roster, draft, named, counts, home, sole=not others)
    _through_bodies(roster)


def _of_known_leader(draft: Draft, named: Counter[str]) -> str | None:
    """The state or body of a listed holder of one of its highest offices, where the text calls him by it: no other land's "Prime Minister X".

    Also where the text gives him no office at all and names the state: a paper need not say who "Obama" is.
    """
    found = _leaders().get(key_of(draft.name))
    held = {same_role(role).split()[-1] for role in draft.roles if role}
    if found is None or not (found[0] in held or (not held and named[found[1]])):
        return None
    return found[1]


@cache
def _leaders() -> dict[str, tuple[str, str]]:
    """The last word of the office, and the state or body, by the name of who has held it since 1989."""
    found: dict[str, tuple[str, str]] = {}
    for office in lexicon("times_incumbents")["office"]:
        title, _, land = office["name"].partition(" of ")
        hit = known_at(land.removeprefix("the "), 0)
        for name in (name for term in office["terms"] for name in term["names"]):
            if hit is not None and hit[1].side is not None:
                found.setdefault(key_of(name), (title.lower().split()[-1], hit[1].side))
    return found


def _of_a_counterpart(doc: Doc, name: Name) -> bool:
    """Whether the state's name only says whose counterpart somebody meets, who then is of another state."""
    return any(t.lemma_.lower() == "counterpart" for t in doc[name.end : name.end + 2])


def _through_bodies(roster: Roster) -> None:
    """Who belongs to a state's body belongs to the state."""
    sides = {name: d.side for d in roster.drafts if d.kind == "organisation" and d.side for name in (d.name, *d.names)}
    for draft in roster.drafts:
        if draft.side is not None and draft.side not in (draft.name, *draft.names):
            draft.side = sides.get(draft.side, draft.side)


def _infer(
    roster: Roster, draft: Draft, named: list[tuple[int, str]], counts: Counter[str], home: str | None, *, sole: bool
) -> None:
    office = _office(draft) or (_ADVISER if _advises_a_leader(roster.doc, draft) else None)
    if office is None or shared_office(roster.doc, draft.first_token) is not None:
        return  # of "Presidents X and Y" the text's only state can have but one
    without = frozenset(lexicon("roles")["states_without"].get(office, ()))
    possible = Counter({state: n for state, n in counts.items() if state not in without})
    if home is not None and home not in without:
        possible[home] += 1  # the dateline itself
    if not possible:
        return
    first = roster.doc[draft.first_token]
    start = first.sent.start
    if draft.kind == "person" and any(t.text in ("'s", "’s") for t in roster.doc[max(start, first.i - 5) : first.i]):
        return  # somebody's minister, and the text has said whose
    top = max(possible.values())
    opening = office not in ("president", "leader") or first.i < _OPENING
    if home is not None and opening and 2 * possible[home] >= top:
        draft.side = home
    elif office == _ADVISER:
        return  # he may be anybody's
    elif len(counts) == 1 and (sole or counts.total() > 1) and home in (None, *counts):
        last = len(roster.doc) - 1
        if len(named) > 1 or named[0][0] < roster.doc[min(first.sent.end, last)].sent.end:
            draft.side = next(iter(possible))  # a state that is named once, far behind, may be any other one
    elif office not in ("president", "leader"):
        near = {state for k, state in named if start <= k < first.i and 2 * possible[state] >= top}
        ranked = [state for state, n in possible.items() if _LEADS_BY * n > top]
        if len(near) == 1:
            draft.side = near.pop()
        elif draft.kind == "organisation" and len(ranked) == 1:
            draft.side = ranked[0]


def _advises_a_leader(doc: Doc, draft: Draft) -> bool:
    """Whether it is told right behind or before the name whom somebody advises: "an adviser to the president"."""
    advises = any(role.lower().split()[-1].startswith(("advis", "aide")) for role in draft.roles)
    if draft.kind != "person" or not advises:
        return False
    near = doc[max(0, draft.first_token - _OPENING) : draft.first_token + 2 * _OPENING]
    led = (t for t in near if t.lower_ in _SERVED and t.i > 1)
    return any({w.lower_ for w in doc[max(0, t.i - 3) : t.i]} & {"to", "of"} for t in led)


_ADVISER = "adviser"
_SERVED = frozenset({"leader", "minister", "premier", "president"})


def _heads_a_body(roster: Roster, index: int) -> bool:
    """Whether somebody presides over what is no state: "union president", "president of the CPN"."""
    draft, bodies = roster.drafts[index], words("organisations", "common")
    if draft.kind != "person":
        return False
    if any(
        not bodies.isdisjoint(role.lower().split()[:-1]) for role in draft.roles if role.lower().endswith("president")
    ):
        return True
    name = roster.doc.char_span(*draft.spans[0], alignment_mode="expand")
    for t in roster.doc[name.start : name.start + _OPENING] if name is not None else ():
        if t.lower_ == "president" and roster.at.get(t.i) == index:
            of, *rest = [*roster.doc[t.i + 1 : t.i + 4], t]
            body = next(w for w in rest if w.lower_ != "the")
            meant = roster.at.get(body.i)
            if of.lower_ == "of" and body.is_upper and (meant is None or roster.drafts[meant].kind != "state"):
                return True
    return False


def _office(draft: Draft) -> str | None:
    """The kind of office that only a state gives; None where the actor holds none."""
    if draft.kind == "person":
        for role in draft.roles:
            plain = role.lower()
            if "minister" in plain.split() or "premier" in plain.split():
                return "prime minister" if "prime minister" in plain or "premier" in plain else "minister"
            if plain.split()[-1:] == ["president"]:
                return "vice president" if "vice" in plain else "president"
            if plain.startswith("government spokes"):
                return "spokesman"
        return None
    if draft.kind == "organisation":
        last = draft.name.lower().split()
        if not words("groups", "of_rebels").isdisjoint(last):
            return None
        if any(word in words("organisations", "of_a_state") for word in last):
            return "ministry" if "ministry" in last else "parliament" if "parliament" in last else "body"
    return None
