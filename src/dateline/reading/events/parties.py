"""From a noun to the actors that it means; nothing where it means nobody who could act."""

import re
from functools import cache

from spacy.tokens import Token

from dateline.reading.actors import Cast
from dateline.reading.events.arguments import who_struck
from dateline.reading.events.lexical import noun_frame, state_words, words
from dateline.reading.events.nouns import NAMED, after, behind_quote, essence, is_nation, owners, with_conjuncts
from dateline.reading.events.party_names import (
    UNSETTLED,
    has_a_clause,
    hyphened,
    is_named_deed,
    is_nobody,
    is_numbered_paper,
    is_prefix,
    named_behind,
)
from dateline.reading.events.sayers import sayers, speaker
from dateline.reading.lexicon import lexicon
from dateline.reading.taken_up import subject_taken_up

_PLACED = frozenset({"LOC", "FAC"})

_NOBODY = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "PRODUCT", "LANGUAGE", "WORK_OF_ART", "EVENT"}
)

_KIN = frozenset(
    [
        "aunt",
        "brother",
        "child",
        "cousin",
        "daughter",
        "diocese",
        "family",
        "father",
        "friend",
        "husband",
        "mother",
        "nephew",
        "niece",
        "parent",
        "relative",
        "sister",
        "son",
        "uncle",
        "widow",
        "widower",
        "wife",
    ]
)
"""Who acts and suffers for himself, whosever he is."""

_DEPTH = 3
_SHORT_NAME = 4
"""Tokens of a name's letters in brackets."""


@cache
def _party_nouns() -> frozenset[str]:
    found: set[str] = set()
    for name, key in (("groups", "heads"), ("unnamed", "singular"), ("roles", "heads"), ("organisations", "heads")):
        found |= {word.casefold() for word in lexicon(name)[key]}
    return (frozenset(found) | words("parties", "more")) - words("parties", "not")


@cache
def _target_nouns() -> frozenset[str]:
    return words("targets", "nouns")


def _is_a_paper(token: Token) -> bool:
    """Whether the name is a plan's, or the end of a paper's: the "Plan" and the "Action" of "the Joint Plan of Action"."""
    if token.pos_ == "PROPN" and token.text in ("Framework", "Plan", "Roadmap"):
        return True
    paper = token.head.head
    named = token.pos_ == paper.pos_ == "PROPN" and token.dep_ == "pobj" and token.head.lower_ == "of"
    papers = words("groups", "pacts") | {"framework", "plan", "program", "programme", "roadmap"}
    return named and token.ent_type_ not in {"GPE", "NORP", "PERSON"} and paper.lemma_.lower() in papers


class Parties:
    """Asks the cast who is meant, noun by noun."""

    def __init__(self, cast: Cast, pacts: frozenset[str] = frozenset()) -> None:
        self._cast, self._pacts = cast, pacts
        self._states: dict[str, str] | None = None
        self._surnames: frozenset[str] | None = None

    def of(
        self,
        tokens: list[Token],
        *,
        material: bool = False,
        anyone: bool = False,
        physical: bool = False,
        inside: tuple[str, ...] | None = None,
        depth: int = _DEPTH,
        before: int | None = None,
        doers: bool = True,
    ) -> tuple[str, ...]:
        """The ids of the actors behind the nouns, in their order, each once.

        A noun that cannot act stands for its owner ("the council's decision"), or for what follows one of the prepositions
        `inside`, at most `depth` steps away; with `material`, places and things that can be struck, closed or helped count too; with `anyone` every
        common noun does, because only people are arrested or killed. What is coordinated with a noun counts up to the token `before`;
        without `doers` nobody counts whom "by" names.
        """
        found: dict[str, None] = {}
        for token in tokens:
            for noun in with_conjuncts(token):
                each = named_behind(next(iter(behind_quote(noun)), noun))
                if before is not None and token.i < before < each.i:
                    break  # "ten men held by Malta and six held by Fiji"
                if before is not None and each.i > token.i > before and has_a_clause(each):
                    break  # "ten men held by rebels and six nurses held by Fiji"
                own = bool(found) and any(c.tag_ == "PRP$" for c in each.lefts)  # "the ship and its cargo"
                for id_ in (
                    self._ids(each)
                    if anyone and self._is_someone(each)
                    else self._meant(each, material, physical, inside, 0 if own else depth, doers)
                ):
                    found.setdefault(id_)
        return tuple(found)

    def is_town(self, token: Token) -> bool:
        """Whether the noun names a place that no state or body stands behind."""
        if token.ent_type_ not in {"GPE", "LOC", "FAC"}:
            return False
        ids = self._cast.actors_for(token.doc[token.left_edge.i : token.i + 1])
        return all(self._cast.named(i).kind == "unnamed" for i in ids)

    @staticmethod
    def is_city(token: Token) -> bool:
        """Whether the noun names a place that is no state by its own name: "Istanbul", "the city of Istanbul"."""
        named = token.ent_type_ == "GPE" and token.text not in state_words()
        return named or token.lemma_.lower() in words("sets", "lands") - {"country", "nation", "state"}

    def is_surname(self, place: str) -> bool:
        """Whether what was taken for a town is the surname of somebody in the article."""
        if self._surnames is None:
            people = (a for a in self._cast.actors() if a.kind == "person")
            self._surnames = frozenset(word for p in people for word in p.name.replace("-", " ").split()[-1:])
        return place in self._surnames

    def is_state(self, id_: str) -> bool:
        """Whether it is a state, which cannot be arrested or killed."""
        return self._cast.named(id_).kind == "state"

    def are_people(self, ids: tuple[str, ...]) -> bool:
        """Whether all are persons, and there is one at least."""
        return bool(ids) and all(self._cast.named(i).kind == "person" for i in ids)

    def are_in_office(self, ids: tuple[str, ...]) -> bool:
        """Whether all are persons of whom the text tells an office, and none one in arms."""
        offices = [w for i in ids for role in self._cast.named(i).roles for w in role.casefold().split()]
        armed = any(w in {"commander", "fighter", "general", "rebel", "warlord"} for w in offices)
        return self.are_people(ids) and all(self._cast.named(i).roles for i in ids) and not armed

    def is_paper(self, id_: str) -> bool:
        """Whether the name is that of a paper, which may be passed and vetoed but does nothing: "Security Council Resolution"."""
        name = re.sub(r"\s*\(.*", "", self._cast.named(id_).name)
        return name.split()[-1:] in (["Agreement"], ["Protocol"], ["Resolution"], ["Treaty"])

    def sides(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The states and bodies that the actors act for: only where all are people in an office, each of another side."""
        people = [self._cast.named(i) for i in ids]
        names = [p.side for p in people]
        if len(set(names)) < len(names) or any(p.kind != "person" or not p.roles or not p.side for p in people):
            return ()
        bodies = {a.name: a.id for a in self._cast.actors() if a.kind in {"state", "organisation"}}
        found = tuple(bodies[n] for n in names if n in bodies)
        return found if len(found) == len(names) else ()

    def without_own(self, who: tuple[tuple[str, ...], tuple[str, ...]], told: list[list[Token]]) -> tuple[str, ...]:
        """The recipients without the states that the actors themselves act for, where the text only names them before a thing.

        Of "the Maltese union will leave the Maltese peace talks" Malta is not the one that is left.
        """
        actors, recipients = who
        if set(actors) & set(recipients):
            return recipients
        own = {self._cast.named(i).side for i in actors}
        direct = {id_ for found in told for t in found for id_ in self.of([t], depth=0)}
        return tuple(i for i in recipients if i in direct or self._cast.named(i).name not in own)

    def is_party(self, token: Token) -> bool:
        """Whether the noun itself can act or speak."""
        if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$"}:
            return self._cast.actor_at(token.idx, token.idx + len(token)) is not None
        if _is_a_paper(token) or token.text in self._pacts or token.like_num or token.lower_ in words("sets", "evils"):
            return False  # a treaty by its capital letters; "Resolution 5"
        if token.is_upper and token.i + 1 < len(token.doc) and token.nbor().like_num:
            return False  # "PP 14"
        if token.text in {"PM", "FM", "MP", "MPs"}:
            return True
        known = self._cast.kind_at(token.idx, token.idx + len(token)) if token.pos_ in {"PROPN", "NOUN"} else None
        if known == "person" and token.pos_ == "PROPN":
            return True  # also where the name is a month's
        if token.ent_type_ in _NOBODY or token.lemma_.lower() in words("parties", "documents"):
            return False
        if noun_frame(token) is not None and token.ent_type_ not in {"PERSON", "GPE", "NORP"}:
            return False
        if token.ent_type_ in NAMED:
            return True
        if token.lower_ in _party_nouns() or token.lemma_.lower() in _party_nouns():
            return True
        return known not in {None, "unnamed"} or (
            token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in _PLACED
        )

    def _is_mere_place(self, token: Token, noun: Token) -> bool:
        """Whether a name before a noun says where, not whose: "the Oslo attack" but "the Norway delegation"."""
        if token.dep_ not in {"compound", "nmod"} or token.head != noun or token.ent_type_ not in {"GPE", "LOC", "FAC"}:
            return False
        return token.text not in state_words() and self._cast.kind_at(token.idx, token.idx + len(token)) != "state"

    @staticmethod
    def is_target(token: Token) -> bool:
        """Whether the noun is a thing or place that can be struck, closed or helped."""
        return token.lemma_.lower() in _target_nouns() or token.lower_ in _target_nouns()

    @staticmethod
    def _is_someone(token: Token) -> bool:
        return (
            token.pos_ == "NOUN"
            and token.is_alpha
            and not is_prefix(token)
            and token.ent_type_ not in _NOBODY
            and noun_frame(token) is None
            and token.lemma_.lower() not in words("parties", "documents") | words("sets", "lands") | {"world", "globe"}
        )

    def _has_a_calling(self, token: Token) -> bool:
        """Whether a common noun by its ending is one for people, who can be attacked: "bakers", "dentist"."""
        lemma = token.lemma_.lower()
        called = lemma.endswith(("er", "or", "ist", "man", "woman", "ian")) and lemma not in words("parties", "things")
        return called and self._is_someone(token)

    def _state(self, token: Token) -> str | None:
        """The state that an adjective or a name speaks of, where the cast has it."""
        before = f"{token.nbor(-1).text} {token.text}" if token.i else ""  # "South Sudanese" is not Sudanese
        name = state_words().get(before) or state_words().get(token.text)
        if name is None:
            return self._cast.actor_at(token.idx, token.idx + len(token))
        if self._states is None:
            self._states = {actor.name: actor.id for actor in self._cast.actors() if actor.kind == "state"}
        return self._states.get(name)

    def _meant(
        self,
        token: Token,
        material: bool,
        physical: bool,
        inside: tuple[str, ...] | None,
        depth: int,
        doers: bool = True,
    ) -> tuple[str, ...]:
        token = essence(token)
        if token.lower_ in {"party", "side"} and any(c.lower_ == "other" for c in token.lefts):
            return ()  # which of the two it is, the cast does not know
        if token.lower_ in {"level", "rank"}:
            return ()  # "raised its ties to the ambassador's level"
        if token.lower_ == "one" and not after(token, "of"):
            return ()  # "a march of many and one from Malta"
        if token.lower_ in words("parties", "some") or any(
            c.lower_ in {"no", "neither"} and c.dep_ == "det" for c in token.lefts
        ):
            return ()
        if token.lower_ in {"country", "nation"} and (own := [c for c in token.lefts if c.tag_ == "PRP$"]):
            return self._land_of(token, own[0])
        if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$", "WP$"}:
            known = self._cast.actor_at(token.idx, token.idx + len(token))
            actor = None if known is None else self._cast.named(known)
            if actor is not None and actor.kind == "unnamed" and is_nobody(actor.name):
                known = None
            if known is None and depth and (said := speaker(token)):
                return self.of(said)
            if (
                known is None
                and depth
                and (taken := subject_taken_up(token)) is not None
                and taken.tag_ in {"NNP", "NNPS"}
            ):
                return self.of([taken], depth=0)
            return self._cast.actors_for(token.doc[token.i : token.i + 1]) if known is not None else ()
        if (
            token.lemma_.lower() in words("sets", "settlements")
            and (named := after(token, "of"))
            and (is_nation(named[0]) or named[0].pos_ == "PROPN")
        ):
            token = named[0]  # "the city of Valletta"
        if is_prefix(token) or _is_a_paper(token):
            return ()
        if self.is_party(token):
            return self._ids(token)
        if material and (
            token.ent_type_ in _PLACED or self.is_target(token) or (physical and self._has_a_calling(token))
        ):
            return self._ids(token)
        if token.lemma_.lower() in _KIN:
            return self._ids(token)
        if depth == 0 or (physical and self.is_target(token)):
            return ()
        below = [p for pre in inside or () for p in after(token, pre)] or owners(token, doers=doers)
        below = below or (who_struck(token) if doers else [])
        if token.tag_ == "NNS" and noun_frame(token) is None and not self.is_target(token):
            below = [p for p in below if p.pos_ != "NOUN" or noun_frame(p) is None]  # "sides of Malta's civil war"
        found: dict[str, None] = {}
        pact = token.lemma_.lower() in words("groups", "pacts")
        for each in below:
            if self._is_mere_place(each, token) or (pact and each.head == token and each.dep_ in {"compound", "nmod"}):
                continue  # "the Oslo attack", "the Malta fishing deal"
            for one in with_conjuncts(each):
                for id_ in self._meant(one, material, physical, inside, depth - 1, doers):
                    found.setdefault(id_)
        return tuple(found)

    def _land_of(self, token: Token, pronoun: Token) -> tuple[str, ...]:
        """The state of "his country": the side of the one who is meant, or who says so; nobody where that stays open."""
        known = self._cast.actor_at(pronoun.idx, pronoun.idx + len(pronoun))
        said = [] if known is not None else [id_ for t in sayers(token) for id_ in self._ids(t)]
        actor = self._cast.named(known or said[0]) if known is not None or len(said) == 1 else None
        if actor is None or actor.kind == "state":
            return () if actor is None else (actor.id,)
        states = {a.name: a.id for a in self._cast.actors() if a.kind == "state"}
        return (states[actor.side],) if actor.side in states else ()

    def _is_body(self, token: Token) -> bool:
        """Whether the word is the name of an organisation, or its end."""
        named = token.pos_ == "PROPN" and token.dep_ == "compound" and token.ent_type_ in {"", "ORG"}
        return named and self._cast.kind_at(token.idx, token.idx + len(token)) == "organisation"

    def _ids(self, token: Token) -> tuple[str, ...]:
        if token.ent_type_ == "GPE" and token.i and token.nbor(-1).head == token and self._is_body(token.nbor(-1)):
            return self._ids(token.nbor(-1))  # "Amnesty International Malta"
        if token.ent_type_ == "GPE" and token.i > _SHORT_NAME and token.nbor(-1).text == ")":
            opened = next(
                (t for t in reversed(token.doc[token.i - _SHORT_NAME - 1 : token.i - 1]) if t.text == "("), None
            )
            return () if opened is None or opened.i == 0 else self._ids(opened.nbor(-1))  # "the Union (XYZ) Canada"
        joined = hyphened(token)
        if joined is not None:  # "Malta-Fijian"
            both = (self._state(joined), self._state(token))
            return tuple(dict.fromkeys(b for b in both if b is not None))
        if token.pos_ == "ADJ" or token.dep_ in {"amod", "compound"}:
            state = self._state(token)
            if state is not None:
                return () if is_numbered_paper(self._cast.named(state).name) else (state,)
        first = min(
            (
                c.left_edge.i
                for c in token.lefts
                if c.dep_ in {"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "advmod"}
            ),
            default=token.i,
        )
        last = token.i
        if token.pos_ == "NOUN" and self._cast.actor_at(token.idx, token.idx + len(token)) is None:
            last = max((p.i for p in after(token, "of") if p.i - token.i <= 6), default=token.i)
        ids = self._cast.actors_for(token.doc[first : last + 1])
        people = token.ent_type_ == "NORP" and any(
            c.dep_ == "nummod" or c.lower_ in {"a", "an"} for c in token.lefts
        )  # "three Maltese", "a Maltese"
        named = {i: self._cast.named(i) for i in ids}
        return tuple(
            i
            for i in ids
            if not is_numbered_paper(named[i].name)
            and not is_named_deed(named[i])
            and (named[i].name.isupper() or named[i].name.casefold() not in UNSETTLED)  # "US" is no "us"
            and (not people or named[i].kind != "state")
        )
