"""Who is meant by "the minister", "the official", "the ministry", "the two sides", and new actors that are only described."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from dateline.model import ActorKind
from dateline.reading.actors.antecedents import Antecedents
from dateline.reading.actors.documents import Documents
from dateline.reading.actors.known import countries, known_from
from dateline.reading.actors.names import Name, key_of
from dateline.reading.actors.pairs import Pairs
from dateline.reading.actors.parts import Parts
from dateline.reading.actors.phrases import Phrase, antecedent, describe, joined_to
from dateline.reading.actors.roster import Roster
from dateline.reading.actors.short_names import ShortNames
from dateline.reading.actors.states import States
from dateline.reading.actors.words import words

_BODIES = ("organisation", "group")
_LETTERS = 3
"""Tokens of a body's letters in brackets."""


class Descriptions:
    """Finds described actors, links them to those named before, and adds the others as latent ones; `home` is the dateline's state."""

    def __init__(self, roster: Roster, at: Mapping[int, Name], home: str | None) -> None:
        self._roster, self._names = roster, at
        self._doc: Doc = roster.doc
        self._states = States(roster, at, home)
        self._told = Antecedents(roster, at, self._states)
        self._short = ShortNames(roster, self._told)
        self._documents = Documents(roster, at, self._states)
        self._parts = Parts(roster, at, self._states)
        self._pairs = Pairs(roster, at, self._states.index)
        self._met: dict[str, int] = {}

    def gather(self) -> None:
        """Goes through the noun phrases in order; documents come last, when all others are known."""
        for index in range(len(self._roster.drafts)):
            self._told.file(index)
        self._pairs.find()
        documents: list[Phrase] = []
        for token in self._doc:
            if (
                token.pos_ in ("NOUN", "PROPN", "ADJ")
                and token.i not in self._roster.at
                and token.i not in self._names
                and token.dep_ not in ("compound", "amod", "nmod")
            ):
                phrase = describe(self._doc, token, self._names)
                if phrase.kind == "document":
                    documents.append(phrase)
                elif phrase.kind != "other":
                    self._place(phrase)
        for phrase in documents:
            if not self._documents.place(phrase):
                self._new(phrase)

    def may_act(self, token: Token) -> bool:
        """Whether the noun is one for people, a body, or a document that speaks; the last word of a place's name is none."""
        name = self._names.get(token.i)
        if name is not None and name.kind == "place":
            return False
        return token.pos_ in ("NOUN", "PROPN", "ADJ") and describe(self._doc, token, self._names).kind != "other"

    def add(self, token: Token) -> int:
        """A new actor for a phrase that none is known for."""
        name = self._names.get(token.i)
        short = self._short.of_capital(token)
        if short is not None:
            return short
        phrase = describe(self._doc, token, self._names)
        noun = name is None or (name.kind == "nothing" and name.end - name.start == 1 and phrase.kind != "other")
        if name is not None and not noun:
            return self._add_named(token, name)
        known = self._known(phrase)
        return known if known is not None else self._new(phrase)

    def _add_named(self, token: Token, name: Name) -> int:
        """A new actor for a name that was taken for a place, or for nobody's, until a step found it to act."""
        if name.kind == "people":  # people from there; the whole people is known as its state
            phrase = describe(self._doc, token, self._names)
            text = self._doc[phrase.start : phrase.end].text
            return self._roster.add("group", text, phrase.start, phrase.end, name.short)
        hit = known_from(self._doc, name.start)
        if name.kind in ("state", "adjective") or (hit is not None and hit[1].kind == "state" and hit[0] == name.end):
            return self._states.mention(name.short, name.start, name.end)
        key = key_of(name.short)
        if key in self._met:
            self._roster.mention(self._met[key], name.start, name.end)
            return self._met[key]
        kinds: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation"}
        kind = kinds.get(token.ent_type_, "unnamed") if name.kind != "place" else "unnamed"
        side = countries().get(name.country or "") if name.kind == "place" else None
        self._met[key] = self._roster.add(kind, self._doc[name.start : name.end].text, name.start, name.end, side)
        self._roster.drafts[self._met[key]].asked_for = True
        return self._met[key]

    def _place(self, phrase: Phrase) -> None:
        if self._pairs.meant_by(self._doc[phrase.head]):
            return
        known = self._apposed(phrase)
        if known is None:
            known = self._named_behind(phrase)
        if known is None:
            known = self._said_to_be(phrase)
        if known is None:
            known = self._short.explained(phrase)
        if known is None:
            known = self._short.in_small_letters(phrase)
        if known is None:
            known = self._short.before_its_noun(phrase)
        if known is None:
            known = self._known(phrase)
        if known is None:
            self._new(phrase)
        else:
            self._roster.mention(known, phrase.start, phrase.end, core=phrase.core)
            draft = self._roster.drafts[known]
            if draft.kind == "person" and draft.side is None:
                draft.side = phrase.side

    def _apposed(self, phrase: Phrase) -> int | None:
        """Who stands right before a comma that the phrase says more of: "Keller Group, the largest paper company", "Varga, the boy"."""
        head = self._doc[phrase.head]
        if head.dep_ == "conj" and head.head.dep_ == "appos" and phrase.start == head.left_edge.i:
            office = self._roster.at.get(head.head.i)  # "Varga, the adviser and mediator"
            alike = office is not None and self._roster.drafts[office].kind == "person" and phrase.kind == "unnamed"
            return office if alike and head.head.pos_ == "NOUN" and not phrase.plural else None
        k = phrase.start - 1 if self._doc[phrase.start - 1].text == "," else phrase.start - 2
        if head.dep_ != "appos" or k < 1 or self._doc[k].text != "," or phrase.plural:
            return None
        if self._doc[k - 1].text == ")" and self._doc[k - 3].text == "(" and k > _LETTERS:
            k -= _LETTERS
        index, named = self._roster.at.get(k - 1), self._doc[k - 1]
        of = named.head.lower_ == "of" and named.head.head == head.head  # "units of the Red Front, the militia that"
        if index is None or (index != self._roster.at.get(head.head.i) and not of):
            return None
        draft = self._roster.drafts[index]
        if draft.kind == "person" and phrase.kind == "unnamed" and phrase.owner is None and not joined_to(head):
            return index
        if draft.head or draft.kind not in _BODIES or phrase.kind not in _BODIES:
            return None
        self._told.file_under(index, phrase.noun, phrase.modifiers)  # "the company" then takes it up
        return index

    def _named_behind(self, phrase: Phrase) -> int | None:
        """The body or state that is named right behind what it is: "its Norlandic ally Red Front", "the armed wing, the Red Army"."""
        k = phrase.end
        for mark in (",", "the"):
            k += k + 1 < len(self._doc) and self._doc[k].lower_ == mark
        index = self._roster.at.get(k)
        if index is None or phrase.plural or phrase.kind not in (*_BODIES, "unnamed"):
            return None
        draft, head = self._roster.drafts[index], self._doc[phrase.head]
        name = next((c for c in head.rights if c.dep_ in ("appos", "conj")), None)
        if name is None or self._roster.at.get(name.i) != index or name.left_edge.i < phrase.end:
            return None
        around = (head, name) if k > phrase.end else ()
        listed = any(c.dep_ == "cc" for t in (*around, *self._doc[phrase.start : phrase.head]) for c in t.children)
        if draft.head or draft.kind == "person" or listed or (phrase.kind == "unnamed" and k > phrase.end):
            return None
        if phrase.kind in _BODIES:
            self._told.file_under(index, phrase.noun, phrase.modifiers)
        return index

    def _said_to_be(self, phrase: Phrase) -> int | None:
        """The named person of whom the clause says what he or she is: "Ilse Varga, who is the mediator", "Varga is the mediator"."""
        verb = self._doc[phrase.head].head
        be = self._doc[phrase.head].dep_ == "attr" and verb.lemma_ == "be" and phrase.definite and not phrase.plural
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if be else None
        if subject is None or phrase.kind != "unnamed" or any(c.dep_ in ("aux", "neg") for c in verb.children):
            return None
        index = self._roster.at.get(antecedent(subject).i)
        return index if index is not None and self._roster.drafts[index].kind == "person" else None

    def _known(self, phrase: Phrase) -> int | None:
        """The actor told of before whom the phrase takes up."""
        return self._documents.issuer(phrase) if phrase.kind == "document" else self._told.taken_up_by(phrase)

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
            draft.roles = [self._office(phrase)]
        self._told.file(index)
        return index

    def _office(self, phrase: Phrase) -> str:
        """The office by which a phrase calls somebody, in both words where it has two: "attorney general"."""
        two = self._doc[phrase.head - 1].lower_ + " " + phrase.noun if phrase.head > phrase.start else ""
        return two if two in words("roles", "phrases") else phrase.noun

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
        """The parts of those described together whom the words give to two sides or more: "Xian and Yan officials"; else none."""
        return self._parts.by_side(index)
