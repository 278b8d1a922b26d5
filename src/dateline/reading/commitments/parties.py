"""Who undertakes, and towards whom."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.model import Actor
from dateline.reading.actors import Cast
from dateline.reading.commitments.grammar import children, first, is_passive, own_subject
from dateline.reading.commitments.offices import body_of_office
from dateline.reading.commitments.speech import Speech
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma, words
from dateline.reading.lexicon import lexicon

_TOWARDS = frozenset({"with", "to", "toward", "towards", "against", "for"})
_TOGETHER = frozenset({"meet", "talk", "speak", "discuss", "negotiate", "hold", "agree", "sign", "confer"})
_LOOK_BACK = 120
"""Tokens before a sentence that are searched for a meeting: three or four sentences."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who"})
_THIRD = frozenset({"he", "she", "it", "they"})
_GENDERS = {"he": "m", "she": "f"}
_HOME = frozenset({"country", "government", "nation", "side", "kingdom", "republic", "state", "army", "administration"})
_AGREED_NEAR = 800
"""Code points after an agreement within which what "will be built" is its parties' undertaking."""
_DASHES = frozenset({"--", "–", "—", "-"})
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_TAKEN_UP = frozenset(
    {"country", "side", "party", "government", "nation", "state", "delegation", "power", "neighbour", "neighbor"}
)
"""Nouns that take up several who were named, where no word says which others are meant."""

_TAKES_UP = frozenset({"the", "both", "these", "all"})
_DRAFTED = 1000
"""Tokens before a draft or plan within which it was told whose it is."""

_GOVERNORS = frozenset({"governor", "mayor"})
_BLOCS = frozenset({"alliance", "bloc"})
_SPEAKER = frozenset({"i", "we", "me", "us"})


class Parties:
    """Resolves the parties of undertakings, asked in the order of the text; remembers who agreed last."""

    def __init__(self, cast: Cast, doc: Doc) -> None:
        self._cast, self._doc = cast, doc
        self._offices: dict[str, Token | None] = {}
        self._agreed: tuple[str, ...] = ()
        self._agreed_at = 0
        self._sides: dict[str, str] = {}
        self._unions: dict[str, str] = {}
        for actor in cast.actors():
            for name in (actor.name, *actor.names):
                self._sides.setdefault(name, actor.id)
        for actor in cast.actors():
            if actor.kind == "organisation":
                self._unions |= {name.casefold(): actor.id for name in _all_names(actor.name)}
            if actor.kind == "organisation" and actor.side is not None and actor.side in _initials(actor.name):
                self._sides.setdefault(actor.side, actor.id)

    def of(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """The ids of those who undertake; none where the text does not say."""
        parties = tuple(i for i in self._direct(found, speech) if self._is_somebody(i))
        if found.kind == "agreement":
            parties = _once((*parties, *self._partners(found))) or self._convened(found)
            if self._are_several(parties):
                self._agreed, self._agreed_at = parties, found.action.idx
        parties = parties or self._announcer(found, speech) or self._whose_deadline(found)
        return self._each_once(self._with_offices(found, parties))

    def _each_once(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The ids without those whose name stands there already: two mentions that the cast did not join."""
        by_name = {self._cast.named(i).name.casefold(): i for i in reversed(ids)}
        kept = set(by_name.values())
        return tuple(i for i in ids if i in kept)

    def _are_several(self, ids: tuple[str, ...]) -> bool:
        """Whether those are two sides at least, not somebody and the state or body for which he speaks."""
        return len({self._side_of(i) or i for i in ids}) > 1

    def _announcer(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """Whose plan it is that a thing will do something, or that it will be done: the side of the official who says so."""
        if found.told or found.kind == "agreement" or not speech.official or speech.source is None:
            return ()
        if found.subject is not None and is_one_of(found.subject, "subjects", "occasions"):
            return ()  # who tells of a meeting is not always who meets
        subject = found.subject
        if subject is None or subject.pos_ not in ("NOUN", "NUM") or self._cast.can_act(phrase(subject)):
            return ()
        return self._spoken_for(speech.source)

    def _whose_deadline(self, found: Undertaking) -> tuple[str, ...]:
        """The state by far most told of, where "the deadline" is nobody's by its own words."""
        subject = found.subject or own_subject(found.action)
        if subject is None or lemma(subject) != "deadline":
            return ()
        states = sorted(((len(a.mentions), a.id) for a in self._cast.actors() if a.kind == "state"), reverse=True)
        alone = states and (len(states) == 1 or states[0][0] >= 2 * states[1][0])
        return (states[0][1],) if alone else ()

    def _with_offices(self, found: Undertaking, parties: tuple[str, ...]) -> tuple[str, ...]:
        """The parties, and after whoever gives an order, draws up a law or leaves a treaty the state or body that is bound by it."""
        if not _is_act_of_office(found):
            return parties
        bound = []
        for one in parties:
            actor = self._cast.named(one)
            part = any(w in words("subjects", "of_a_part") for role in actor.roles for w in role.casefold().split())
            if part:
                side = self._part_of_office(actor)
            else:
                side = self._side_of(one) if actor.kind in ("person", "organisation") else None
            bound += [one] if side is None else [one, side]
        return _once(bound)

    def _is_somebody(self, id_: str) -> bool:
        """Whether an actor is more than a pronoun that nobody stands behind, or a paper."""
        actor = self._cast.named(id_)
        name = actor.name.casefold()
        if name in _PRONOUNS:
            return False
        nouns = [w for w in name.split() if not w.isdigit()] or [name]  # "resolution 5" is a resolution
        return actor.kind != "unnamed" or nouns[-1] not in words("subjects", "documents")

    def toward(self, found: Undertaking, parties: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of those towards whom it is undertaken, as far as the article names them."""
        ids: list[str] = []
        for verb in dict.fromkeys((found.action, found.trigger)):
            for child in verb.children:
                if child.dep_ in ("dobj", "dative", "iobj") and child.i > verb.i and child.pos_ != "ADP":
                    counted = any(c.dep_ == "nummod" for c in child.children)  # so many of them are no party
                    ids += self._known(child) if _is_towards(found, verb) and not counted else ()
                    for preposition in children(child, "prep"):
                        if preposition.lower_ in ("to", "with", "for") and verb == found.action:
                            ids += self._known(first(preposition, "pobj"))
                elif child.dep_ in ("prep", "dative") and child.lower_ in _TOWARDS:
                    inner = first(child, "pobj")
                    if inner is not None:
                        ids += self._known(inner)
        return tuple(i for i in _once(ids) if i not in parties)

    def _direct(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        subject = found.subject
        if found.shared:
            return self._shared(found, speech)
        if subject is None:
            return ()
        if subject.lower_ in _SPEAKER:
            return self._speaker(subject, speech)
        if _is_thing(subject):
            return self._between(found) or self._owners(subject) or self._known(subject) or self._drafted(subject)
        parties = (
            self._teller(found, speech) or self._sent(subject) or self._means(subject) or self._self(subject, speech)
        )
        if subject.lower_ in ("it", "they") and (speech.source is None or speech.source.kind == "unnamed"):
            parties = self._of_condition(found) or parties
        if subject.lower_ == "it":
            people = [i for i in parties if self._cast.named(i).kind == "person"]
            sides = [side for i in people if (side := self._side_of(i)) is not None]
            parties = _once((*(i for i in parties if i not in people), *sides))
        if is_one_of(found.action, "reports", "end"):
            moved = first(found.action, "dobj")
            owner = first(moved, "poss", "compound", "amod") if moved is not None else None
            for one in (moved, owner):
                if one is not None and one.ent_type_ in ("GPE", "ORG", "NORP"):
                    parties = _once((*parties, *self._alone(one)))
        parties = _once((*self._who_left(found, parties), *parties))
        if found.kind == "agreement" and len(parties) < 2 and _is_plural(subject):
            parties = self._named_between(found) or self._met_before(subject) or parties
        return parties

    def _who_left(self, found: Undertaking, parties: tuple[str, ...]) -> tuple[str, ...]:
        """The person who "announced the withdrawal of" his own state, and so withdrew it; nobody of another side."""
        teller = own_subject(found.trigger) if found.told and found.kind == "agreement" else None
        left = first(found.trigger, "dobj")
        if teller is None or left is None or not is_one_of(left, "reports", "left"):
            return ()
        sides = {None, *(self._cast.named(i).side for i in parties)}
        people = (self._cast.named(i) for i in self._known(teller))
        return tuple(p.id for p in people if p.kind == "person" and p.side in sides)

    def _shared(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """The parties of what the clause does not lay on its subject: those it names, the owners of the plan, those who
        agreed last, and else who announces it.
        """
        plan = found.ground or found.subject
        named = self._between(found)
        if len(named) > 1:
            self._agreed, self._agreed_at = named, found.action.idx
        undergone = plan is not None and is_passive(found.action) and self._cast.can_act(phrase(plan))
        if not undergone:  # who "will be held accountable" is not who holds him so
            named = named or self._owners(plan) or self._drafted(plan)
        agreed = self._agreed
        if plan is None or not _is_thing(plan):
            agreed = agreed if found.action.idx - self._agreed_at <= _AGREED_NEAR else ()
        if (
            found.told
            and found.subject is None
            and any(is_one_of(t, "reports", "acts") for t in children(found.action, "nsubjpass"))
        ):
            return named  # who passed a resolution is not who agreed on something before
        if found.kind == "agreement" and plan is not None:
            named = named or self._named_between(found) or agreed or self._met_before(plan)
        if named or agreed:
            return named or agreed
        undergoes = found.ground is not None or is_passive(found.action)
        known = () if undergoes else self._known(plan)
        if known or found.told or found.kind == "agreement" or speech.source is None:
            return known
        if speech.source.kind == "unnamed" or (plan is not None and is_one_of(plan, "subjects", "occasions")):
            return ()
        return self._spoken_for(speech.source)

    def _spoken_for(self, source: Actor) -> tuple[str, ...]:
        """The state or body whose plan an official tells; its leader stands for it too."""
        if source.kind in ("state", "organisation"):
            return (source.id,)
        side = self._side_of(source.id)
        if side is None:
            return ()
        return (source.id, side) if source.roles and _leads(source) else (side,)

    def _named_between(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "between A and B" anywhere in the clause."""
        for token in found.trigger.subtree:
            if token.lower_ == "between":
                inner = first(token, "pobj")
                ids = self._known(inner)
                if len(ids) > 1:
                    return ids
        return ()

    def _met_before(self, subject: Token) -> tuple[str, ...]:
        """Who met or talked in the two sentences before: those whom "the officials agreed" means."""
        start = subject.sent.start
        for token in reversed(subject.doc[max(0, start - _LOOK_BACK) : start]):
            if lemma(token) not in _TOGETHER or token.pos_ != "VERB":
                continue
            ids = [*self._known(own_subject(token)), *self._known(first(token, "dobj"))]
            for child in children(token, "prep"):
                if child.lower_ == "with":
                    ids += self._known(first(child, "pobj"))
            if len(_once(ids)) > 1:
                return self._represented(_once(ids))
        return ()

    def _represented(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The states or bodies for which people act, where each acts for another one; else the people."""
        sides = [self._sides.get(self._cast.named(i).side or "") for i in ids]
        known = [side for side in sides if side is not None]
        return _once(known) if len(set(known)) == len(ids) else ids

    def _means(self, subject: Token) -> tuple[str, ...]:
        """Whoever the noun phrase means, added to the cast where it is a phrase for people or a body."""
        several = self._named_before(subject)
        if several:
            return several
        span = phrase(subject)
        named = subject.pos_ == "PROPN" and subject.ent_type_ in _NAMES  # a place that acts is somebody
        ids = self._cast.actors_for(span) if named or self._cast.can_act(span) else ()
        if len(ids) == 1 and _is_plural_name(subject):
            union = self._union_of(subject)
            return ids if union is None else (union,)  # "the Europeans" act by their union
        if len(ids) > 1 and lemma(subject) in _TAKEN_UP and subject.tag_ == "NNS":
            return self._sides_of(ids)
        if len(ids) == 1 and lemma(subject) in _HOME:
            state = self._side_of(ids[0]) or self._state_before(subject)
            return ids if state is None else (state,)  # "the government" means the state that it governs
        if len(ids) == 1 and lemma(subject) in _BLOCS and self._cast.named(ids[0]).name.islower():
            bloc = self._bloc_before(subject)
            return ids if bloc is None else (bloc,)
        return ids

    def _of_condition(self, found: Undertaking) -> tuple[str, ...]:
        """Whom "it" takes up in "if the council finds it unsafe, it will close the road": the subject of the condition before it."""
        for clause in children(found.action, "advcl"):
            who = own_subject(clause)
            if clause.i < found.action.i and who is not None and who.pos_ == "PROPN" and who.ent_type_ != "PERSON":
                return self._means(who)
        return ()

    def _sides_of(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Whom "the two parties" means: people only for the two sides that they speak for."""
        people = any(self._cast.named(i).kind == "person" for i in ids)
        sides = self._represented(ids) if people else ids
        return sides if self._are_several(sides) else ()

    def _state_before(self, subject: Token) -> str | None:
        """The state that "the government" means where no word says so: the one last named before, if most is told of it."""
        if any(c.dep_ in ("amod", "compound", "poss", "relcl", "prep") for c in subject.children):
            return None
        states = [a for a in self._cast.actors() if a.kind == "state"]
        most = max((len(a.mentions) for a in states), default=0)
        last = max(
            ((m.start, a.id, len(a.mentions)) for a in states for m in a.mentions if m.start < subject.idx),
            default=None,
        )
        return last[1] if last is not None and last[2] == most else None

    def _bloc_before(self, subject: Token) -> str | None:
        """The body of states that "the alliance" means: the one most told of, where it was named before."""
        blocs = [
            (len(a.mentions), a.id) for a in self._cast.actors() if _is_bloc(a) and a.mentions[0].start < subject.idx
        ]
        return max(blocs)[1] if blocs else None

    def _named_before(self, subject: Token) -> tuple[str, ...]:
        """Those whom "the countries", "both parties", "the three sides" take up: who was last named in one breath, else who agreed last."""
        if lemma(subject) not in _TAKEN_UP or subject.tag_ != "NNS":
            return ()
        left = [c for c in subject.children if c.i < subject.i]
        if not left or any(c.lower_ not in _TAKES_UP and not c.like_num for c in left):
            return ()
        if any(c.dep_ in ("prep", "relcl", "acl", "appos") for c in subject.rights):
            return ()
        start = subject.left_edge.i
        for token in reversed(subject.doc[max(0, start - _LOOK_BACK) : start]):
            if token.dep_ != "conj" and token.conjuncts and token.ent_type_ in _NAMES:
                ids = self._known(token)
                if self._are_several(ids) and all(self._cast.named(i).kind != "person" for i in ids):
                    return ids
        return self._agreed

    def _side_of(self, id_: str) -> str | None:
        """The state or body for which somebody acts, where the article names it."""
        actor = self._cast.named(id_)
        if actor.side is not None or actor.kind != "person":
            return self._sides.get(actor.side or "")
        told = self._office(actor)
        return None if told is None else self._body(told)

    def _office(self, actor: Actor) -> Token | None:
        """The word that tells whose office a person holds."""
        if actor.id not in self._offices:
            self._offices[actor.id] = body_of_office(
                actor, self._doc, lambda t: t.ent_type_ == "GPE" or self._body(t) is not None
            )
        return self._offices[actor.id]

    def _part_of_office(self, actor: Actor) -> str | None:
        """The part of a state that a governor or mayor governs; a judge or senator does not act for a whole one."""
        told = self._office(actor) if actor.kind == "person" else None
        governs = any(w in _GOVERNORS for role in actor.roles for w in role.casefold().split())
        if told is None or not governs or told.ent_type_ != "GPE" or self._body(told) is not None:
            return None
        return self._cast.actor_for(self._doc[told.i : told.i + 1])

    def _body(self, token: Token) -> str | None:
        """The state or body that a word names, "European" too for the union of that name."""
        end = token.idx + len(token)
        if self._cast.kind_at(token.idx, end) in ("state", "organisation"):
            return self._cast.actor_at(token.idx, end)
        return self._union_of(token)

    def _union_of(self, people: Token) -> str | None:
        """The union of states that is named after its people, where the article names it, be it by its capitals."""
        if people.pos_ not in ("ADJ", "PROPN", "NOUN") or not people.text[0].isupper():
            return None
        return self._unions.get(f"{people.lower_.removesuffix('s')} union")

    def _teller(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """The source, where a body says of itself "it will": the nearest verb of saying settles who "it" is."""
        subject, source = found.subject, speech.teller or speech.source
        if subject is None or source is None or subject.lower_ != "it" or not speech.told_by_subject:
            return ()
        return (source.id,) if source.kind in ("state", "organisation", "group") else ()

    def _sent(self, subject: Token) -> tuple[str, ...]:
        """The states or bodies of "experts from A and B", "leaders of A and B": those who act through them."""
        if subject.tag_ != "NNS" or not (
            is_one_of(subject, "subjects", "teams") or is_one_of(subject, "subjects", "bodies")
        ):
            return ()
        for preposition in children(subject, "prep"):
            inner = first(preposition, "pobj") if preposition.lower_ in ("from", "of") else None
            if inner is None:
                continue
            span = phrase(inner)
            ids = self._named_before(inner) or (self._cast.actors_for(span) if self._cast.can_act(span) else ())
            if len(ids) > 1 and all(self._cast.named(i).kind in ("state", "organisation") for i in ids):
                return ids
        return ()

    def _self(self, subject: Token, speech: Speech) -> tuple[str, ...]:
        """The source, where "he" or "the country" is left to mean whoever says so."""
        source = speech.source
        if source is None:
            return ()
        if subject.lower_ in _THIRD:
            own = speech.own or (subject.lower_ in _GENDERS and self._is_left_to(subject, source))
            return (source.id,) if own else ()
        if lemma(subject) in _HOME and any(c.lower_ in ("the", "his", "her", "their", "its") for c in subject.children):
            side = source.side or (source.name if source.kind == "state" else "")
            known = self._sides.get(side)
            return (known,) if known is not None else ()
        return ()

    def _is_left_to(self, pronoun: Token, source: Actor) -> bool:
        """Whether "he" means nobody whom the cast knows, so that the person who says so speaks of himself."""
        unknown = self._cast.kind_at(pronoun.idx, pronoun.idx + len(pronoun)) in (None, "unnamed")
        return unknown and source.kind == "person" and self._cast.may_be(source.id, _GENDERS[pronoun.lower_])

    def _speaker(self, pronoun: Token, speech: Speech) -> tuple[str, ...]:
        """Who says "I"; "we" is the side that is spoken for, and its leader too where it is the leader who says so."""
        source = speech.source
        if source is None or (source.kind == "unnamed" and _is_document(source.name)):
            return ()
        if source.name.casefold() in _PRONOUNS:
            return ()
        side = self._side_of(source.id)
        if side is None or side == source.id:
            return (source.id,)
        if pronoun.lower_ in ("we", "us") and not _leads(source):
            return (side,)
        for_side = pronoun.lower_ in ("we", "us") or self._cast.named(side).kind == "organisation"
        return (source.id, side) if for_side else (source.id,)

    def _between(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "will be held between A and B", "will be signed by A"."""
        ids: list[str] = []
        made = children(found.subject, "acl") if found.subject is not None else []  # "a truce promised by A"
        for verb in (found.action, found.subject, *(c for c in made if _is_undertaken(c))):
            for child in children(verb, "prep", "agent") if verb is not None else ():
                mediated = child.lower_ == "by" and lemma(found.action) == "broker"
                told = child.lower_ in ("between", "by", "among") and not mediated
                inner = first(child, "pobj") if told else None
                if inner is not None:
                    ids += self._means(inner) if child.dep_ == "agent" else self._known(inner)
        return _once(ids)

    def _owners(self, subject: Token | None) -> tuple[str, ...]:
        """Those of "Norland's plan", "the Norland-Sudland plan", "the second of Norland's boats", "the parliament of Norland"."""
        if subject is None:
            return ()
        owned = children(subject, "poss", "amod", "compound", "nmod")
        if subject.dep_ == "compound" and not owned:
            owned = [c for c in subject.head.children if c.i < subject.i]  # "the Norland-Sudland draft calls"
        ids = _once(i for child in owned for i in self._known(child))
        ids = ids or _once(i for child in owned for c in children(child, "poss", "compound") for i in self._known(c))
        if ids:
            return ids
        for of in children(subject, "prep"):
            inner = first(of, "pobj") if of.lower_ == "of" else None
            if inner is not None:
                return self._owners(inner) or self._known(inner)
        return ()

    def _drafted(self, plan: Token | None) -> tuple[str, ...]:
        """The owners of "the draft", where an earlier sentence told whose it is."""
        if plan is None or not is_one_of(plan, "subjects", "proposals"):
            return ()
        for token in reversed(plan.doc[max(0, plan.i - _DRAFTED) : plan.i]):
            if lemma(token) == lemma(plan):
                noun = token.head if token.dep_ == "compound" else token
                owners = self._owners(noun)
                if owners:
                    return owners
        return ()

    def _partners(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "agreed with B", "signed a deal with B", "a deal between A and B"."""
        ids: list[str] = []
        made = first(found.trigger, "dobj")
        for holder in (found.trigger, made, *_same_deal(made)):
            for child in children(holder, "prep") if holder is not None else ():
                inner = first(child, "pobj") if child.lower_ in ("with", "between") else None
                if inner is not None:
                    ids += self._known(inner)
        return _once(ids)

    def _convened(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "at a meeting of the council, it was decided": the body that met."""
        for preposition in children(found.trigger, "prep"):
            occasion = first(preposition, "pobj") if preposition.lower_ in ("at", "in", "during") else None
            if occasion is not None and is_one_of(occasion, "subjects", "occasions"):
                ids = _once((*self._owners(occasion),))
                if ids:
                    return tuple(i for i in ids if self._cast.named(i).kind != "person")
        return ()

    def _alone(self, token: Token) -> tuple[str, ...]:
        known = self._cast.actor_at(token.idx, token.idx + len(token))
        return (known,) if known is not None else ()

    def _known(self, noun: Token | None) -> tuple[str, ...]:
        """The actors that a noun phrase means, where the article names them already."""
        ids: list[str] = []
        if noun is None:
            return ()
        for token in (noun, *noun.conjuncts):
            end = token.idx + len(token)
            if self._cast.kind_at(token.idx, end) in ("person", "state", "organisation", "group"):
                known = self._cast.actor_at(token.idx, end)
                ids += [known] if known is not None else []
        return _once(ids)


def _leads(actor: Actor) -> bool:
    """Whether somebody is told to be at the head of what he speaks for; a prime minister leads, other ministers speak for who does."""
    for role in actor.roles:
        words_of = frozenset(role.casefold().replace("’s", "").replace("'s", "").split())
        if words_of & words("subjects", "leaders") and not words_of & {"deputy", "vice"}:
            return True
        if {"prime", "minister"} <= words_of and "deputy" not in words_of:
            return True
    return not actor.roles and actor.kind != "unnamed"


def _is_act_of_office(found: Undertaking) -> bool:
    """Whether somebody undertakes it as a holder of power: an order, a refusal, a draft law, an agreement left or made."""
    if found.kind == "agreement" and found.told:
        return True
    verb = found.trigger
    if is_one_of(verb, "verbs", "order") or lemma(verb) == "rule" or found.status == "proposed":
        return True
    return any(is_one_of(c, "nouns", "order") for c in children(verb, "dobj"))


def _is_bloc(actor: Actor) -> bool:
    """Whether it is a body that is a side of its own, as unions and alliances of states are."""
    return actor.kind == "organisation" and actor.side in (actor.name, *_initials(actor.name))


def _all_names(name: str) -> tuple[str, ...]:
    """The names of a body of states, however the article writes it."""
    known = lexicon("organisations")["between_states"]
    return next((tuple(body["names"]) for body in known if name in body["names"]), (name,))


def _initials(name: str) -> tuple[str, ...]:
    """The capitals with which a body's name may be written for short."""
    words_of = name.replace(".", "").split()
    return "".join(w[0] for w in words_of if w[0].isupper()), "".join(words_of)


def _is_towards(found: Undertaking, verb: Token) -> bool:
    """Whether the verb's object is somebody towards whom it is done: "promised them", "will meet them"."""
    return verb != found.action or is_one_of(verb, "actions", "towards") or is_one_of(verb, "actions", "hostile")


def _is_document(name: str) -> bool:
    """Whether what speaks is a paper, not somebody: a statement, a letter."""
    words_of = {w.strip(".,").casefold() for w in name.split()}
    return bool(words_of & words("subjects", "documents"))


def _is_plural(subject: Token) -> bool:
    return subject.lower_ == "they" or subject.tag_ == "NNS"


def _same_deal(made: Token | None) -> list[Token]:
    """The nouns under a deal that mean the deal too, at which the parse may hang "with B": "a memorandum of understanding", "an agreement on a truce"."""
    inner = [first(p, "pobj") for p in children(made, "prep")] if made is not None else []
    return [
        t
        for t in inner
        if t is not None and (is_one_of(t, "nouns", "agreement") or is_one_of(t, "reports", "agreements"))
    ]


def _is_undertaken(participle: Token) -> bool:
    """Whether the participle tells who undertook a thing: "promised by", "signed by"."""
    listed = (("verbs", "pledge"), ("verbs", "agree"), ("reports", "make"), ("reports", "approve"))
    return participle.tag_ == "VBN" and any(is_one_of(participle, section, key) for section, key in listed)


def _is_plural_name(subject: Token) -> bool:
    """Whether it names a people by a noun of its own: "the Europeans"."""
    several = subject.tag_ == "NNPS" or (subject.ent_type_ == "NORP" and subject.lower_.endswith("s"))
    return several and subject.dep_ not in ("amod", "compound")


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _is_thing(subject: Token) -> bool:
    """Whether the subject is a meeting, plan or draft, whose parties undertake what it says."""
    return any(is_one_of(subject, "subjects", key) for key in ("occasions", "provisions", "proposals"))


def phrase(noun: Token) -> DocSpan:
    """The noun phrase around its head, with "of ..." and what is joined by "and", without clauses that hang on it."""
    low, high = noun.left_edge.i, noun.i
    low = max([k + 1 for k in range(low, high) if noun.doc[k].text in _DASHES], default=low)  # after a dateline
    for child in noun.children:
        if child.i > noun.i and (
            child.dep_ in ("conj", "cc", "case") or (child.dep_ == "prep" and child.lower_ == "of")
        ):
            high = max(high, _without_clauses(child))
    return noun.doc[low : high + 1]


def _without_clauses(token: Token) -> int:
    """The last token under this one that stands before any clause."""
    last = token.i
    for child in token.children:
        if child.i > token.i and child.dep_ not in ("relcl", "acl", "appos", "punct", "advcl"):
            last = max(last, _without_clauses(child))
    return last
