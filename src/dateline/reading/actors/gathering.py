"""From names to actors: one actor for all mentions of a person, with roles and sides; bodies and states stand beside."""

from collections.abc import Mapping

from spacy.tokens import Doc

from dateline.reading.actors import appositions, titles
from dateline.reading.actors.merging import (
    bare_name_fits,
    misspelt,
    parts_of,
    same_full_name,
)
from dateline.reading.actors.named_bodies import NamedBodies
from dateline.reading.actors.names import Name
from dateline.reading.actors.other_names import end_of_name_before
from dateline.reading.actors.roster import Roster
from dateline.reading.actors.words import given_name_gender, office_noun, words

_OWNERS = frozenset({"state", "organisation", "group", "place"})
"""Kinds of names that "X of Y" and "Y's X" may give as a side."""


class Gathering:
    """Puts names into a roster, in the order of the text; full names of persons first, since short ones lean on them."""

    def __init__(self, doc: Doc, names: tuple[Name, ...], roster: Roster) -> None:
        self._doc, self._roster = doc, roster
        self._names = names
        self._at: dict[int, Name] = {k: name for name in names for k in range(name.start, name.end)}
        self._persons: dict[tuple[tuple[str, ...], int], None] = {}
        self._genders: dict[tuple[str, ...], str] = {}
        self._last_bare: dict[tuple[str, ...], int] = {}
        self._bodies = NamedBodies(doc, names, self._at, roster)
        self._serving: list[tuple[int, Name]] = []

    @property
    def at(self) -> Mapping[int, Name]:
        """The name that each token belongs to."""
        return self._at

    def gather(self) -> None:
        """Adds everyone who is named."""
        self._gather_persons()
        self._bodies.gather()

    def join_sides(self) -> None:
        """Gives those who serve a person that person's side, once sides are settled."""
        for index, served in self._serving:
            draft, other = self._roster.drafts[index], self._roster.at.get(served.start)
            if draft.side is None and other is not None:
                draft.side = self._roster.drafts[other].side

    def share_roles(self) -> None:
        """A counterpart holds the office of the one named before; without one, the word says nothing."""
        offices: list[str] = []
        drafts = [draft for draft in self._roster.drafts if draft.kind == "person"]
        for draft in sorted(drafts, key=lambda d: d.first_token):
            own = [role for role in draft.roles if role.split()[-1].lower() != "counterpart"]
            if len(own) < len(draft.roles) and not own:
                own = offices[-1:]
            draft.roles = own
            offices += own[:1]

    # -- persons ---------------------------------------------------------------------------------------------------

    def _gather_persons(self) -> None:
        persons = [name for name in self._names if name.kind == "person" and not self._bodies.explains(name)]
        tails = {parts[k:] for name in persons for parts in [parts_of(name.short)] for k in range(1, len(parts))}
        full = [
            name
            for name in persons
            if len(parts := parts_of(name.short)) > 1 and (len(parts) > 2 or parts not in tails)
        ]
        order = {id(name): None for name in full}
        self._genders = self._shown_genders(persons)
        for name in full:
            if not self._is_other_name(name):
                self._add_full(name)
        for name in persons:
            if id(name) not in order and not self._is_other_name(name):
                self._add_bare(name)

    def _is_other_name(self, name: Name) -> bool:
        """Whether the name is told to be another one of the person who is named right before: "Varga, alias Red"; then it is his or hers."""
        end = end_of_name_before(self._doc, name.start)
        index = self._roster.at.get(end - 1) if end is not None else None
        if index is None or self._roster.drafts[index].kind != "person":
            return False
        self._mention(index, name)
        self._persons.setdefault((parts_of(name.short), index))
        return True

    def _shown_genders(self, persons: list[Name]) -> dict[tuple[str, ...], str]:
        """The gender that "Mr" and "Mrs" show for a bare surname, where they show but one."""
        shown: dict[tuple[str, ...], set[str]] = {}
        for name in persons:
            gender = titles.before(self._doc, name, self._at).gender
            if gender is not None:
                shown.setdefault(parts_of(name.short), set()).add(gender)
        return {own: genders.copy().pop() for own, genders in shown.items() if len(genders) == 1}

    def _add_full(self, name: Name) -> None:
        own = parts_of(name.short)
        for parts, index in list(self._persons):
            if same_full_name(own, parts):
                self._mention(index, name)
                draft = self._roster.drafts[index]
                if len(own) > len(parts_of(draft.name)):
                    draft.name = name.short
                self._persons.setdefault((own, index))
                return
        self._persons.setdefault((own, self._new_person(name)))

    def _add_bare(self, name: Name) -> None:
        own = parts_of(name.short)
        title = titles.before(self._doc, name, self._at)
        gender = title.gender or self._genders.get(own)
        fits = [
            (bare_name_fits(own, parts), index)
            for parts, index in self._persons
            if self._may_be(index, gender, name.short)
        ]
        best = max((fit for fit, _ in fits), default=0)
        candidates = sorted({index for fit, index in fits if fit == best and fit > 0})
        alone = sorted({index for parts, index in self._persons if parts == own})
        if not candidates:
            candidates = alone
        if not candidates:
            others = [(parts, index) for parts, index in self._persons if len(parts) > 1 and misspelt(own, parts)]
            candidates = sorted({index for _, index in others if self._may_be(index, gender, name.short)})
        if len(candidates) > 1:
            candidates = self._settle(name, own, candidates, title) or alone[:1]
        if len(candidates) == 1:
            self._mention(candidates[0], name)
            self._last_bare[own] = candidates[0]
        else:
            self._persons.setdefault((own, self._new_person(name)))

    def _may_be(self, index: int, gender: str | None, bare: str) -> bool:
        """Whether a bare name may be this person's: not where the gender differs, nor where it is the father's ("X bin Y")."""
        draft = self._roster.drafts[index]
        if draft.name.endswith(f" bin {bare}"):
            return False
        return gender is None or (draft.gender or given_name_gender(draft.name.split()[0])) in (gender, None)

    def _settle(self, name: Name, own: tuple[str, ...], candidates: list[int], title: titles.Described) -> list[int]:
        """Of several people with one surname, the one whom the text means.

        By role, by being the only one told of so far, or the only one told of since the surname last meant someone.
        """
        drafts = self._roster.drafts
        if title.roles:
            same = [k for k in candidates if set(map(str.lower, title.roles)) & set(map(str.lower, drafts[k].roles))]
            candidates = same or candidates
        if len(candidates) == 1:
            return candidates
        masters = [
            k for k in candidates if not any(office_noun(r) in words("naming", "serves") for r in drafts[k].roles)
        ]
        if len(masters) == 1:
            return masters  # not the lawyer of that name, but whom he serves
        start = self._doc[name.start].idx
        last = {k: max((s for s, _ in drafts[k].spans if s < start), default=-1) for k in candidates}
        told = [k for k in candidates if last[k] >= 0]
        if len(told) == 1:
            return told
        usual = self._last_bare.get(own)
        if usual in told and all(last[k] < last[usual] for k in told if k != usual):
            return [usual]
        ranked = sorted(candidates, key=lambda k: -last[k])
        near, next_ = last[ranked[0]], last[ranked[1]]
        text = self._roster.text
        close = near >= 0 and text.count("\n", near, start) <= 2
        apart = next_ < 0 or text.count("\n", next_, near) > 0
        return ranked[:1] if close and apart else []

    def _new_person(self, name: Name) -> int:
        index = self._roster.add("person", name.short, name.start, name.end)
        self._mention(index, name)
        return index

    def _mention(self, index: int, name: Name) -> None:
        """Takes one more mention of a person, with what stands around it."""
        draft = self._roster.drafts[index]
        around = [
            titles.before(self._doc, name, self._at),
            appositions.after(self._doc, name, self._at),
            appositions.introduced(self._doc, name, self._at),
        ]
        tokens = [k for d in around for k in d.role_tokens]
        tokens += [k for k in range(around[0].first, name.start) if k not in self._at and around[0].roles]
        self._roster.mention(index, name.start, name.end, name.short, tokens)
        for described in around:
            draft.roles += [role for role in described.roles if role.lower() not in map(str.lower, draft.roles)]
            draft.side = draft.side or described.side
            draft.gender = draft.gender or described.gender
            if described.serves is not None:
                self._serving.append((index, described.serves))
        if draft.side is None:
            draft.side = self._possessor(name)

    def _possessor(self, name: Name) -> str | None:
        """The side in "Germany's X" and "X of Germany"."""
        end = name.end
        if end + 1 < len(self._doc) and self._doc[end].lower_ == "of":
            k = end + 2 if self._doc[end + 1].lower_ == "the" else end + 1
            other = self._at.get(k)
            return titles.side_of(other) if other is not None and other.kind in _OWNERS else None
        if name.start >= 2 and self._doc[name.start - 1].tag_ == "POS":
            other = self._at.get(name.start - 2)
            return titles.side_of(other) if other is not None and other.kind in _OWNERS else None
        return None
