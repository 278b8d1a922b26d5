"""Who is meant by "the minister", "the official", "the ministry", "the two sides", and new actors that are only described."""

from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.model import ActorKind, content_id
from dateline.reading.actors.known import countries, known_from
from dateline.reading.actors.names import Name, key_of
from dateline.reading.actors.pairs import Pairs
from dateline.reading.actors.phrases import Phrase, describe, is_backed, joined_to
from dateline.reading.actors.roster import Draft, Roster
from dateline.reading.actors.words import holds, office_noun, words

_MOST_SIDES = 5
_SEVERAL = 2
_OPTIONS = 30
"""How many of the actors last told of under a noun are weighed; keeps the work in step with the text."""


def _is_past(role: str) -> bool:
    """Whether an office is told of as one that the holder has left: "late president"."""
    return not words("naming", "past").isdisjoint(role.lower().split())


class Descriptions:
    """Finds described actors, links them to those named before, and adds the others as latent ones."""

    def __init__(self, roster: Roster, at: Mapping[int, Name]) -> None:
        self._roster, self._names = roster, at
        self._doc: Doc = roster.doc
        self._by_noun: dict[str, list[int]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._states: dict[str, int] = {}
        self._pairs = Pairs(roster, at, self._states)
        self._met: dict[str, int] = {}
        self._unnamed: list[int] = []
        self._documents: list[Phrase] = []
        self._issued: list[tuple[int, str, int | None]] = []
        self._told: Counter[str] = Counter()
        self._parts: dict[int, tuple[int, ...]] = {}
        self._small: dict[str, int] | None = None

    def gather(self) -> None:
        """Goes through the noun phrases in order."""
        for index in range(len(self._roster.drafts)):
            self._list(index)
        self._pairs.find()
        for token in self._doc:
            if (
                (
                    token.pos_ in ("NOUN", "PROPN", "ADJ", "PRON")
                    and token.i not in self._roster.at
                    and token.i not in self._names
                )
                and token.dep_ not in ("compound", "amod", "nmod")
                and token.pos_ != "PRON"
            ):
                self._place(token)
        for phrase in self._documents:
            self._place_document(phrase)

    def may_act(self, token: Token) -> bool:
        """Whether the noun is one for people, a body, or a document that speaks; the last word of a place's name is none."""
        name = self._names.get(token.i)
        if name is not None and name.kind == "place":
            return False
        return token.pos_ in ("NOUN", "PROPN", "ADJ") and describe(self._doc, token, self._names).kind != "other"

    def add(self, token: Token) -> int:
        """A new actor for a phrase that none is known for."""
        name = self._names.get(token.i)
        short = self._short_name(token)
        if short is not None:
            return short
        if name is not None:
            return self._add_named(token, name)
        phrase = describe(self._doc, token, self._names)
        known = self._known(phrase)
        return known if known is not None else self._new(phrase)

    def _short_name(self, token: Token) -> int | None:
        """The only body or movement in whose name a word stands with a capital: "the Observatory" of "the X Observatory for Y"."""
        before = self._doc[token.i - 1] if token.i > 0 else None
        if before is None or before.lower_ != "the" or not token.text[0].isupper():
            return None
        drafts, word = self._roster.drafts, token.text.rstrip(".")  # a stop may be glued to the last word of a sentence
        held = [
            k
            for k in self._by_noun.get(word.lower(), ())[:_OPTIONS]
            if drafts[k].kind in ("organisation", "group")
            and not drafts[k].head
            and (word in drafts[k].name.split() or word in drafts[k].names)
            and drafts[k].first_token < token.i
        ]
        return held[0] if len(held) == 1 else None

    def _add_named(self, token: Token, name: Name) -> int:
        """A new actor for a name that was taken for a place, or for nobody's, until a step found it to act."""
        if name.kind == "people":  # people from there; the whole people is known as its state
            phrase = describe(self._doc, token, self._names)
            text = self._doc[phrase.start : phrase.end].text
            return self._roster.add("group", text, phrase.start, phrase.end, name.short)
        hit = known_from(self._doc, name.start)
        if name.kind in ("state", "adjective") or (hit is not None and hit[1].kind == "state" and hit[0] == name.end):
            if name.short not in self._states:
                self._states[name.short] = self._roster.add("state", name.short, name.start, name.end, name.short)
            else:
                self._roster.mention(self._states[name.short], name.start, name.end)
            return self._states[name.short]
        key = key_of(name.short)
        if key in self._met:
            self._roster.mention(self._met[key], name.start, name.end)
            return self._met[key]
        kinds: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation"}
        kind = kinds.get(token.ent_type_, "unnamed") if name.kind != "place" else "unnamed"
        side = countries().get(name.country or "") if name.kind == "place" else None
        self._met[key] = self._roster.add(kind, self._doc[name.start : name.end].text, name.start, name.end, side)
        return self._met[key]

    # -- linking ---------------------------------------------------------------------------------------------------

    def _place(self, token: Token) -> None:
        phrase = describe(self._doc, token, self._names)
        if phrase.kind == "other":
            return
        if phrase.kind == "document":
            self._documents.append(phrase)
            return
        if self._pairs.meant_by(token):
            return
        known = self._explained(phrase)
        if known is None:
            known = self._written_small(phrase)
        if known is None:
            known = self._called(phrase)
        if known is None:
            known = self._known(phrase)
        if known is None:
            self._new(phrase)
        else:
            self._roster.mention(known, phrase.start, phrase.end, core=phrase.core)
            draft = self._roster.drafts[known]
            if draft.kind == "person" and draft.side is None:
                draft.side = phrase.side

    def _explained(self, phrase: Phrase) -> int | None:
        """The body whose short name stands in brackets after the phrase: "the monitoring mission (XYZ)"."""
        k = phrase.end + 1
        if k + 1 >= len(self._doc) or self._doc[k - 1].text != "(" or self._doc[k + 1].text != ")":
            return None
        index = self._roster.at.get(k)
        bodies = ("organisation", "group")
        fits = phrase.kind in bodies and index is not None and self._roster.drafts[index].kind in bodies
        return index if fits and not phrase.plural else None

    def _written_small(self, phrase: Phrase) -> int | None:
        """The body that is named in the same words with capitals: "the Norland air force" of "Norland Air Force"."""
        if phrase.end - phrase.start < _SEVERAL or phrase.plural:
            return None
        named = self._bodies_named()
        return named.get(self._doc[phrase.start : phrase.end].text.casefold())

    def _bodies_named(self) -> dict[str, int]:
        """The bodies and movements that are named, by their names in small letters."""
        if self._small is None:
            drafts = enumerate(self._roster.drafts)
            bodies = [(k, d) for k, d in drafts if d.kind in ("organisation", "group") and not d.head]
            self._small = {name.casefold(): k for k, d in reversed(bodies) for name in d.names}
        return self._small

    def _called(self, phrase: Phrase) -> int | None:
        """The group whose name stands before a noun that says what it is: "the X movement"."""
        index = self._roster.at.get(phrase.head - 1)
        if index is None or phrase.plural or phrase.noun not in words("naming", "calls_a_group"):
            return None
        draft = self._roster.drafts[index]
        alone = not phrase.modifiers and self._doc[phrase.head - 1].dep_ in ("compound", "amod", "nmod")
        return index if draft.kind == "group" and not draft.head and alone else None

    def _known(self, phrase: Phrase) -> int | None:
        """The actor told of before whom the phrase takes up."""
        if phrase.kind == "government":
            return self._state(phrase)
        if phrase.kind == "document":
            return self._issuer(phrase)
        if phrase.noun in ("source", "sources") and phrase.plural and phrase.definite:
            return self._sources(phrase)
        if (same := self._same_people(phrase)) is not None:
            return same
        if not phrase.definite or phrase.fresh or self._is_owned(phrase):
            return None
        listed = self._by_noun.get(office_noun(phrase.noun), [])
        drafts = self._roster.drafts
        told = [k for k in listed if drafts[k].first_token < phrase.start][-_OPTIONS:]
        options = [k for k in told if self._takes_up(phrase, k)]
        persons = [k for k in options if drafts[k].kind == "person"]
        own = [k for k in persons if phrase.side is not None and drafts[k].side == phrase.side]
        options = own or persons or options
        if not options and (head := self._head_of_body(phrase)) is not None:
            return head
        if not persons and (later := self._named_later(phrase, listed)) is not None:
            return later
        return max(options, key=lambda k: (self._last_before(k, phrase.start), k)) if options else None

    def _head_of_body(self, phrase: Phrase) -> int | None:
        """Who leads the body that a "chief" is of, where one person told of does: "the UN chief" of the UN's secretary-general."""
        if phrase.noun not in ("chief", "head", "boss") or phrase.side is None or phrase.plural or phrase.modifiers:
            return None
        drafts = self._roster.drafts
        listed = {k for noun in words("naming", "leads") for k in self._by_noun.get(noun, ())[-_OPTIONS:]}
        of_it = [k for k in sorted(listed) if drafts[k].kind == "person" and drafts[k].side == phrase.side]
        heads = [k for k in of_it if drafts[k].first_token < phrase.start]
        return heads[0] if len(heads) == 1 else None

    def _same_people(self, phrase: Phrase) -> int | None:
        """The group told of before in the very same words, none of which counts or parts it: "government troops"."""
        own = self._doc[phrase.start : phrase.end]
        if phrase.kind != "group" or not phrase.plural or phrase.owner is not None:
            return None
        if any(t.dep_ in ("det", "nummod", "quantmod", "predet") or t.lower_ in words("naming", "fresh") for t in own):
            return None
        drafts = self._roster.drafts
        told = [k for k in self._by_noun.get(phrase.noun, ())[-_OPTIONS:] if drafts[k].first_token < phrase.start]
        same = [k for k in told if drafts[k].head and drafts[k].name.casefold() == own.text.casefold()]
        return same[-1] if same else None

    def _named_later(self, phrase: Phrase, listed: list[int]) -> int | None:
        """The only holder of a state's office, where the office with its state is told of before the name."""
        if phrase.side is None or phrase.noun not in words("naming", "one_holder") or phrase.kind != "unnamed":
            return None
        drafts = self._roster.drafts
        held = [
            k
            for k in listed[:_OPTIONS]
            if drafts[k].kind == "person" and drafts[k].side == phrase.side and self._takes_up(phrase, k, exactly=True)
        ]
        return held[0] if len(held) == 1 else None

    def _list(self, index: int) -> None:
        """Files an actor under the nouns that may take it up."""
        draft = self._roster.drafts[index]
        nouns: set[str] = set()
        if draft.kind == "person":
            nouns = {office_noun(role) for role in draft.roles}
        elif draft.head:
            nouns = {draft.head}
            own = self._doc[draft.first_token : draft.last_token + 1]
            self._words[index] = frozenset(t.lower_ for t in own)
        elif draft.kind in ("organisation", "group"):
            nouns = set(draft.name.lower().replace("-", " ").split())
            self._words[index] = frozenset(nouns)
            nouns |= {name.lower() for name in draft.names if " " not in name}
        if draft.kind == "state":
            self._states.setdefault(draft.name, index)
        if draft.kind == "unnamed":
            self._unnamed.append(index)
        for noun in sorted(nouns):
            self._by_noun.setdefault(noun, []).append(index)

    def _last_before(self, index: int, token: int) -> int:
        limit = self._doc[token].idx
        return max((s for s, _ in self._roster.drafts[index].spans if s < limit), default=-1)

    def _takes_up(self, phrase: Phrase, index: int, *, exactly: bool = False) -> bool:
        draft = self._roster.drafts[index]
        if phrase.side is not None and not self._may_belong(draft, phrase.side):
            return False
        if draft.kind == "person":
            if phrase.plural or phrase.kind != "unnamed" or (phrase.owner is not None and phrase.side is None):
                return False
            own = [
                self._doc[k].lower_
                for k in range(phrase.start, phrase.end)
                if k not in self._names and self._doc[k].text not in ("'s", "’s", "-")
            ]
            held = [role for role in draft.roles if not _is_past(role) or _is_past(" ".join(own))]
            return any(holds(role, " ".join(own), exactly=exactly) for role in held)
        named = {
            self._doc[k].lower_
            for k in range(phrase.start, phrase.end)
            if k in self._names and self._names[k].kind not in ("state", "adjective", "people")
        }
        if not named <= self._words[index]:
            return False  # "the X administration" is not the Y administration
        if draft.head and draft.kind in ("unnamed", "group"):
            alike = draft.plural == phrase.plural and phrase.side in (None, draft.side)
        else:
            alike = draft.plural == phrase.plural if draft.head else not phrase.plural
        return alike and phrase.modifiers <= self._words[index]

    def _may_belong(self, draft: Draft, side: str) -> bool:
        """Whether an actor may be of this side: the text says so, or leaves it open and the report is about that state above all."""
        if draft.side is not None:
            return draft.side == side
        return draft.kind != "person" or all(
            self._states_told()[side] > n for state, n in self._states_told().items() if state != side
        )

    def _state(self, phrase: Phrase) -> int | None:
        """The state whose government acts; "the government" alone is that of the only state in the article."""
        if phrase.side is not None:
            return self._states.get(phrase.side)
        own = self._doc[phrase.start : phrase.end]
        if any(t.text[0].isupper() and not t.is_sent_start and t.pos_ != "DET" for t in own):
            return None  # a state's adjective that the lists do not have, or that two states share
        if not phrase.definite or any(t.lower_ == "its" for t in own):
            return None  # "its government" is whoever's the pronoun means
        return self._state_most_told_of()

    def _state_most_told_of(self) -> int | None:
        """The state that a government without a name is of: the only one, or the one of which the article tells most."""
        if len(self._states) == 1:
            return next(iter(self._states.values()))
        first, *rest = self._states_told().most_common(2) or [("", 0)]
        clear = first[1] > 1 and all(first[1] > n for _, n in rest)
        return self._states.get(first[0]) if clear else None

    def _states_told(self) -> Counter[str]:
        """How often the article names each state or its people; counted once."""
        if not self._told:
            self._told.update(
                name.short
                for k, name in self._names.items()
                if k == name.start and name.kind in ("state", "adjective", "people")
            )
        return self._told

    def _sources(self, phrase: Phrase) -> int | None:
        """Those who spoke without a name before: "the sources" takes up officials or diplomats only where they spoke."""
        drafts = self._roster.drafts
        told = [k for k in self._unnamed if drafts[k].first_token < phrase.start][-_OPTIONS:]
        spoke = [k for k in told if drafts[k].head == "source" or (drafts[k].plural and self._speaks(drafts[k]))]
        options = [k for k in spoke if drafts[k].plural] or spoke
        return max(options, key=lambda k: (self._last_before(k, phrase.start), k)) if options else None

    def _speaks(self, draft: Draft) -> bool:
        root = self._doc[draft.first_token : draft.last_token + 1].root
        return root.dep_ == "nsubj" and root.head.lemma_ in words("unnamed", "speech")

    def _place_document(self, phrase: Phrase) -> None:
        joint = len(self._sides(self._doc[phrase.start : phrase.head + 1])) > 1
        issuer = None if joint else self._issuer(phrase)
        if issuer is None and not joint:
            issuer = self._issuer_told(phrase)
        if joint:
            self._issued.append((phrase.head, phrase.noun, None))
        if issuer is not None:
            self._roster.stand_in(issuer, phrase.head)
            self._issued.append((phrase.head, phrase.noun, issuer))
        elif phrase.head not in self._roster.at:
            self._new(phrase)

    def _issuer(self, phrase: Phrase) -> int | None:
        """Whose document it is, where the phrase says so: "a statement from X", "X's report"."""
        head = self._doc[phrase.head]
        for child in head.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by"):
                for obj in child.children:
                    if obj.dep_ == "pobj" and obj.i in self._roster.at:
                        return self._roster.at[obj.i]
            if child.dep_ in ("poss", "compound", "nmod") and child.i in self._roster.at:
                return self._roster.at[child.i]
        return self._states.get(phrase.side) if phrase.side is not None else None

    def _issuer_told(self, phrase: Phrase) -> int | None:
        """Whose document it is, where the text before says so: the last one of its kind, or who said something "in a statement"."""
        head = self._doc[phrase.head]
        if not phrase.definite:
            if head.dep_ == "pobj" and head.head.lower_ in ("in", "through", "via") and head.head.head.pos_ == "VERB":
                return self._subject(head.head.head)
            return None
        before = [issuer for at, noun, issuer in self._issued if noun == phrase.noun and at < phrase.start]
        if before:
            return before[-1]
        if phrase.noun not in ("statement", "communique", "communiqué") or phrase.modifiers:
            return None
        for token in reversed(self._doc[max(0, phrase.start - 80) : phrase.start]):
            if token.pos_ == "VERB" and token.lemma_ in words("unnamed", "speech"):
                subject = self._subject(token)
                if subject is not None:
                    return subject if self._roster.drafts[subject].kind in ("organisation", "state", "group") else None
        return None

    def _subject(self, verb: Token) -> int | None:
        found = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return self._roster.at.get(found.i) if found is not None else None

    def _is_owned(self, phrase: Phrase) -> bool:
        """Whether a body is somebody's by a pronoun: "his office" is not the office that was told of before, unless it is his."""
        several = phrase.plural and phrase.kind in ("group", "unnamed")  # "his two deputies"
        return (
            (phrase.kind == "organisation" or several)
            and phrase.owner is not None
            and self._doc[phrase.owner].tag_ == "PRP$"
        )

    def _new(self, phrase: Phrase) -> int:
        kinds: dict[str, ActorKind] = {
            "unnamed": "unnamed",
            "group": "group",
            "organisation": "organisation",
            "government": "organisation",
        }
        if phrase.kind == "government" and phrase.side is not None:
            index = self._roster.add("state", phrase.side, phrase.start, phrase.end, phrase.side, phrase.core)
        else:
            kind = kinds.get(phrase.kind, "unnamed")
            text = self._doc[phrase.start : phrase.end].text
            index = self._roster.add(kind, text, phrase.start, phrase.end, phrase.side, phrase.core)
        draft = self._roster.drafts[index]
        draft.head, draft.plural, draft.latent = phrase.noun, phrase.plural, True
        if kinds.get(phrase.kind) == "unnamed":
            draft.roles = [phrase.noun]
        self._list(index)
        return index

    # -- parts -----------------------------------------------------------------------------------------------------

    def pair_for(self, token: Token) -> tuple[int, ...]:
        """The two whom "the two sides" or "both leaders" means; empty where the text does not settle it."""
        return self._pairs.meant_by(token)

    def states_listed(self, heads: list[Token]) -> frozenset[int]:
        """Which of the words joined by "and" name states beside others that act, where a comma made them look like places."""
        known = [
            hit for t in heads if (hit := known_from(self._doc, self._names[t.i].start if t.i in self._names else t.i))
        ]
        alike = len(known) == len(heads) and all(hit[1].kind == "state" for hit in known)
        acts = any(t.i in self._roster.at for t in heads)
        return frozenset(t.i for t in heads) if alike and acts else frozenset()

    def by_side(self, index: int) -> tuple[int, ...]:
        """The parts of those described together whom the words give to two sides or more: "Xian and Yan officials"; else none.

        The parts of governments and of a joint statement are the states; each other part has a side of its own, and those words
        of the whole that tell of it for its name.
        """
        draft = self._roster.drafts[index]
        if index in self._parts:
            return self._parts[index]
        self._parts[index] = ()
        issued = draft.head in words("unnamed", "documents") or draft.head == "government"
        if draft.side is not None or not (issued or draft.plural) or draft.kind not in ("unnamed", "group"):
            return ()
        first = self._doc.char_span(*min(draft.spans), alignment_mode="expand")
        sides = [] if first is None or not draft.head else self._sides(first)
        if first is None or not 1 < len(sides) <= _MOST_SIDES:
            return ()
        made = [self._state_in(first, side) if issued else self._part_of(draft, first, side) for side in sides]
        self._parts[index] = tuple(made)
        return self._parts[index]

    def _state_in(self, phrase: DocSpan, side: str) -> int:
        """The state of this name, which a phrase names as an adjective; a new one where nothing was told of it before."""
        if side not in self._states:
            own = [self._names[t.i] for t in phrase if t.i in self._names and self._names[t.i].short == side]
            start, end = (own[0].start, own[0].end) if own else (phrase.start, phrase.end)
            self._states[side] = self._roster.add("state", side, start, end, side)
        return self._states[side]

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
        if told:
            return " ".join([*before, head.text])
        prep = next((c.text for c in head.rights if c.dep_ == "prep" and c.i <= head.i + 2), "of")
        alone = head.lemma_.lower() in words("naming", "one_holder") | {"leader"}
        return " ".join([*before, head.lemma_ if alone else head.text, prep, side])

    def _sides(self, phrase: DocSpan) -> list[str]:
        """The states that a phrase names together, before its head ("X and Y officials") or behind ("officials in X and Y")."""
        head = phrase.root
        tokens = list(phrase)
        for prep in head.rights:
            if prep.dep_ == "prep" and prep.lower_ in ("in", "from", "of") and prep.i <= head.i + 2:
                tokens += [t for obj in prep.children if obj.dep_ == "pobj" for t in (obj, *joined_to(obj))]
        names = [self._names[t.i] for t in tokens if t.i in self._names]
        if any(n.kind in ("person", "organisation", "group") for n in names):
            return []
        kinds = ("state", "adjective", "place")
        found = [n.short for n in names if n.kind in ("state", "adjective") and not is_backed(self._doc, n)]
        if not found and all(n.kind in kinds for n in names):
            known = [known_from(self._doc, n.start) for n in names]
            found = [
                hit[1].side for hit in known if hit is not None and hit[1].kind in ("state", "capital") and hit[1].side
            ]
        return list(dict.fromkeys(found))
