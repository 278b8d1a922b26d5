"""From names to actors: one actor for all mentions of a person, a body, a movement or a state, with roles and sides."""

from collections.abc import Mapping

from spacy.tokens import Doc

from dateline.model import ActorKind
from dateline.reading.actors import appositions, titles
from dateline.reading.actors.merging import (
    abbreviates,
    bare_name_fits,
    is_acronym_of,
    ministry_key,
    misspelt,
    parts_of,
    same_full_name,
)
from dateline.reading.actors.metonyms import means_place
from dateline.reading.actors.names import Name, key_of
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
        self._bodies: dict[str, int] = {}
        self._states: dict[str, int] = {}
        self._first_words: dict[str, int] = {}
        self._short_names: frozenset[str] | None = None
        self._serving: list[tuple[int, Name]] = []

    @property
    def at(self) -> Mapping[int, Name]:
        """The name that each token belongs to."""
        return self._at

    def gather(self) -> None:
        """Adds everyone who is named."""
        self._gather_persons()
        self._gather_bodies()

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
        persons = [name for name in self._names if name.kind == "person" and not self._explains_body(name)]
        tails = {parts[k:] for name in persons for parts in [parts_of(name.short)] for k in range(1, len(parts))}
        full = [
            name
            for name in persons
            if len(parts := parts_of(name.short)) > 1 and (len(parts) > 2 or parts not in tails)
        ]
        order = {id(name): None for name in full}
        self._genders = self._shown_genders(persons)
        for name in full:
            self._add_full(name)
        for name in persons:
            if id(name) not in order:
                self._add_bare(name)

    def _shown_genders(self, persons: list[Name]) -> dict[tuple[str, ...], str]:
        """The gender that "Mr" and "Mrs" show for a bare surname, where they show but one."""
        shown: dict[tuple[str, ...], set[str]] = {}
        for name in persons:
            gender = titles.before(self._doc, name, self._at).gender
            if gender is not None:
                shown.setdefault(parts_of(name.short), set()).add(gender)
        return {own: genders.copy().pop() for own, genders in shown.items() if len(genders) == 1}

    def _explains_body(self, name: Name) -> bool:
        """Whether a single word in brackets after a body's name is its short name; then it is so all over the article."""
        if name.kind not in ("person", "nothing", "place") or name.listed or name.end - name.start > 1:
            return False
        if self._short_names is None:
            found = set()
            for other in self._names:
                k = other.end + 1
                if k < len(self._doc) and self._doc[k - 1].text in ("'s", "’s"):
                    k += 1  # "the X Council's (XC) vote"
                if not self._may_be_short(other) or k + 1 >= len(self._doc):
                    continue
                if self._doc[k - 1].text == "(" and self._doc[k + 1].text == ")" and k in self._at:
                    found.add(key_of(self._at[k].short))
            self._short_names = frozenset(found)
        return key_of(name.short) in self._short_names

    def _may_be_short(self, name: Name) -> bool:
        """Whether letters in brackets may be short for the name: of bodies, movements, and "Government of X"."""
        government = name.kind == "state" and self._doc[name.start].lower_ == "government"
        return government or name.kind in ("organisation", "group")

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
        if name.start >= 2 and self._doc[name.start - 1].text in ("'s", "’s"):
            other = self._at.get(name.start - 2)
            return titles.side_of(other) if other is not None and other.kind in _OWNERS else None
        return None

    # -- bodies, movements, states -----------------------------------------------------------------------------------

    def _gather_bodies(self) -> None:
        for name in self._names:
            if name.kind in ("state", "people"):
                self._add_state(name)
            elif name.kind in ("organisation", "group", "outlet") or self._explains_body(name):
                self._add_body(name)

    def _add_state(self, name: Name) -> None:
        root = self._doc[name.start : name.end].root
        if name.kind == "people" and not self._whole_people(name):
            return
        if (
            root.dep_ in ("compound", "amod", "nmod")
            and root.head.i not in range(name.start, name.end)
            and not self._joined(root.i)
        ):
            return
        if root.i not in self._roster.at and means_place(self._doc, name):
            return
        if name.short in self._states:
            self._roster.mention(self._states[name.short], name.start, name.end, self._doc[name.start : name.end].text)
        else:
            index = self._roster.add("state", name.short, name.start, name.end, name.short)
            self._states[name.short] = index
            self._roster.drafts[index].names.append(self._doc[name.start : name.end].text)

    def _joined(self, k: int) -> bool:
        """Whether the state's name is one of a pair, as in "the Iran-Iraq talks"; the pair acts."""
        doc = self._doc
        other = self._at.get(k + 2) if k + 2 < len(doc) and doc[k + 1].text in ("-", "–", "/") else None
        mine = self._at.get(k - 2) if k >= 2 and doc[k - 1].text in ("-", "–", "/") else None
        if doc[k].head.lower_ not in words("naming", "between_two"):
            return False
        return any(o is not None and o.kind in ("state", "adjective") for o in (other, mine))

    def _whole_people(self, name: Name) -> bool:
        """Whether "the Iranians" stands for the state, and not for people from there."""
        token = self._doc[name.start]
        before = self._doc[name.start - 1].lower_ if name.start > 0 else ""
        return before == "the" and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj")

    def _add_body(self, name: Name) -> None:
        kind: ActorKind = "group" if name.kind == "group" else "organisation"
        text = self._doc[name.start : name.end].text
        side = self._side_of_body(name)
        index = self._known_body(name, text, side)
        if index is None:
            index = self._roster.add(kind, text, name.start, name.end, side)
        else:
            draft = self._roster.drafts[index]
            self._roster.mention(index, name.start, name.end, text)
            draft.side = draft.side or side
            if len(text) > len(draft.name) and not text.isupper():
                draft.name = text
        if name.end - name.start == 2 and not name.listed:
            self._first_words.setdefault(key_of(self._doc[name.start].text), index)
        for key in (key_of(text), key_of(name.short), self._without_state(name), ministry_key(text, side)):
            if key is not None:
                self._bodies.setdefault(key, index)

    def _known_body(self, name: Name, text: str, side: str | None) -> int | None:
        explained = self._explained(name, text)
        if explained is not None:
            early = self._bodies.get(key_of(text))
            if early is not None and early != explained and self._roster.drafts[early].name == text:
                self._roster.give(early, explained)  # the headline had the letters before the text spelt them out
            self._bodies[key_of(text)] = explained
            return explained
        if name.end < len(self._doc) and self._doc[name.start - 1].text == "(" and self._doc[name.end].text == ")":
            letters = self._roster.at.get(name.start - 2)  # "the ZHC (Zarland Harbour Council)"
            if letters is not None and is_acronym_of(self._roster.drafts[letters].name, text):
                return letters
        for key in (ministry_key(text, side), key_of(text), key_of(name.short)):
            if key in self._bodies:
                return self._fitting(self._bodies[key], side)
        bare = self._without_state(name)
        if bare in self._bodies:
            return self._fitting(self._bodies[bare], side)
        if name.end - name.start == 1 and not name.listed and key_of(text) in self._first_words:
            return self._fitting(self._first_words[key_of(text)], side)
        if (
            text[0].isupper() and text[-1].isupper() and 2 <= len(text) <= 8 and text.isalpha() and not name.listed
        ):  # MoD
            spelt = [
                k for k in dict.fromkeys(self._bodies.values()) if is_acronym_of(text, self._roster.drafts[k].name)
            ]
            return spelt[0] if len(spelt) == 1 and not self._roster.drafts[spelt[0]].name.isupper() else None
        return None

    def _explained(self, name: Name, text: str) -> int | None:
        """The body right before the letters in brackets that are short for it: "the Harbour Pilots' Union (HPU)"."""
        before = self._doc[name.start - 1].text if name.start > 0 else ""
        if before == "or" and name.start > 2 and self._doc[name.start - 2].text == "," and text.isupper():
            other = self._roster.at.get(name.start - 3)  # "the Norlandic Harbour Council, or CPN,"
            return other if other is not None and self._roster.drafts[other].kind in ("organisation", "group") else None
        if before != "(" or name.start < 2 or len(text.split()) != 1:
            return None
        owned = name.start > 2 and self._doc[name.start - 2].text in ("'s", "’s")  # "the X Council's (XC) vote"
        other = self._roster.at.get(name.start - (3 if owned else 2))
        spelt = self._at.get(name.start - (3 if owned else 2))
        if other is None or spelt is None or not self._may_be_short(spelt):
            return None
        if self._roster.drafts[other].kind == "state":
            return other
        letters = name.kind == "group" and text.isupper()  # which may be those of another language
        whole = self._doc[max(0, spelt.start - 1) : spelt.end].text  # with the state before it
        fits = any(abbreviates(text, long) for long in (self._roster.drafts[other].name, whole))
        return other if not name.listed or letters or fits else None

    def _fitting(self, index: int, side: str | None) -> int | None:
        own = self._roster.drafts[index].side
        return index if side is None or own is None or own == side else None

    def _without_state(self, name: Name) -> str:
        """The body's name without the state that it begins with."""
        rest = [self._doc[k].text for k in range(name.start, name.end)]
        while len(rest) > 2 and titles.state_word(rest[0]) is not None:
            rest = rest[1:]
        return key_of(" ".join(rest))

    def _side_of_body(self, name: Name) -> str | None:
        doc = self._doc
        if name.side is not None:
            return name.side
        rebels = any(doc[k].lower_ in words("groups", "of_rebels") for k in range(name.start, name.end))
        inside = {
            state
            for k in (() if rebels else range(name.start, name.end))
            if (state := titles.state_or_seat(doc, k, bodies=k == name.start)) is not None
            and not (k > name.start and doc[k - 1].lower_ in ("for", "on", "in"))
        }
        if inside:
            return inside.pop() if len(inside) == 1 else None
        k = name.start - 1
        while k >= 0 and (doc[k].text in ("'s", "’s") or doc[k].pos_ == "ADJ" or doc[k].lower_ == "the"):
            other = self._at.get(k)
            if other is not None:
                break
            k -= 1
        other = self._at.get(k) if k >= 0 else None
        owns = other is not None and (doc[k + 1].text in ("'s", "’s") or other.kind in ("adjective", "state"))
        if other is not None and owns and doc[name.start - 1].text != ",":
            return titles.side_of(other)
        if name.end + 2 < len(doc) and doc[name.end].lower_ == "of":
            other = self._at.get(name.end + 2 if doc[name.end + 1].lower_ == "the" else name.end + 1)
            if other is not None and other.kind == "state":
                return other.short
        return None
