"""Who undertakes, and towards whom."""

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Doc, Token

from dateline.model import Actor
from dateline.reading.actors import Cast
from dateline.reading.actors.likeness import Likeness
from dateline.reading.commitments.condition import has_condition
from dateline.reading.commitments.deals import Deals
from dateline.reading.commitments.grammar import children, first, has_to, is_passive, own_subject, subject_of
from dateline.reading.commitments.meant import Meant
from dateline.reading.commitments.noun_phrases import phrase, several_who_say_it
from dateline.reading.commitments.sides import Sides, once
from dateline.reading.commitments.speakers import Speakers
from dateline.reading.commitments.speech import Speech
from dateline.reading.commitments.threats import goes_not_unanswered, is_suffered
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma, words
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import text_of
from dateline.reading.taken_up import subject_taken_up

_TOWARDS = frozenset({"with", "to", "toward", "towards", "against", "for"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "his", "her", "its", "their"})
_RESPONSES = frozenset({"reaction", "response", "effort", "attempt", "number"})
"""What others may help along or settle, though it is somebody's own."""
_AGREED_NEAR = 800
"""Code points after an agreement within which what "will be built" is its parties' undertaking."""
_LIKELY = -0.5
"""Log odds from which somebody is taken for a party where nobody else is: two of five, which on labelled articles is better than to name none."""

_SPEAKER = frozenset({"i", "we", "me", "us"})


class Parties:
    """Resolves the parties of undertakings, asked in the order of the text; remembers who agreed last."""

    def __init__(self, cast: Cast, doc: Doc) -> None:
        self._cast, self._doc = cast, doc
        self._sides = Sides(cast, doc)
        self._meant = Meant(cast, doc, self._sides)
        self._deals = Deals(cast, self._meant)
        self._speakers = Speakers(cast, self._sides)
        self.likeness = Likeness(cast.named)

    def of(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """The ids of those who undertake; none where the text does not say."""
        parties = tuple(i for i in self._direct(found, speech) if self._is_somebody(i))
        if found.kind == "agreement":
            parties = once((*parties, *self._deals.partners(found))) or self._deals.convened(found)
            if not parties and found.told and found.status == "agreed":  # "was signed to widen trade between A and B"
                parties = self._deals.named_between(found)
            sides = self._sides.sides_of(parties)
            if sides or (self._sides.are_several(parties) and not self._meant.agreed):
                self._meant.agreed, self._meant.agreed_at = parties, found.action.idx
            parties = self._those_who_agreed(found, parties)
        told = found.subject if found.subject is None or found.subject.pos_ != "PRON" else speech.teller_noun
        if told is not None and told.pos_ != "PRON" and "and" not in [t.lower_ for t in phrase(told)]:
            parties = tuple(i for i in parties if not self._joins_others(i))
        if len(parties) == 1 and self._is_both(parties[0]) and self._meant.agreed:
            parties = self._sides.sides_of(self._meant.agreed) or parties
        acting = self._sides.without_outlets(parties)
        if parties and not acting and (who := own_subject(found.action)) is not None:
            # "the agency issued a statement promising that the country would stay"
            acting = self._meant.means(who) or self._speakers.self(who, speech)
        parties = acting
        parties = parties or self._speakers.announcer(found, speech) or self._whose_deadline(found)
        return self._each_once(self._with_offices(found, parties))

    def _those_who_agreed(self, found: Undertaking, parties: tuple[str, ...]) -> tuple[str, ...]:
        """All who agreed last, where one of them says that "we agreed": nobody does with himself."""
        agreed, alone = self._meant.agreed, not self._sides.are_several(parties)
        says_we = (
            found.subject is not None and found.subject.lower_ == "we" and is_one_of(found.trigger, "verbs", "agree")
        )
        ours = {*parties, *(self._sides.side_of(i) for i in parties)}
        return agreed if says_we and alone and len(agreed) > 1 and ours & set(agreed) else parties

    def likely(self, found: Undertaking, leanings: Mapping[str, float]) -> tuple[str, ...]:
        """Those who are likely to undertake what the clause lays on nobody, by the log odds of each, in the order in which the text tells of them.

        Nobody does to whom it is done: of "the hostages will be freed" it is not the hostages. What "she" undertakes is hers, whoever that is.
        """
        if found.subject is not None and found.subject.pos_ == "PRON":
            return ()
        verbs = (found.trigger, found.action)
        undergo = {self._cast.told_at(t.i) for verb in verbs for t in _undergoing(verb)}
        if found.subject is None:  # "Norland has a week to pay or face a ban": not who stands there as the subject
            undergo |= {self._cast.told_at(t.i) for verb in verbs if (t := subject_of(verb)) is not None}
        likely = [i for i, odds in leanings.items() if odds >= _LIKELY and i not in undergo and self._is_somebody(i)]
        likely.sort(key=lambda i: (self._cast.seen(i).start, i))
        for id_ in likely:
            self._cast.wake(id_)
        return self._each_once(tuple(likely))

    def are_among(self, ids: tuple[str, ...], others: tuple[str, ...]) -> bool:
        """Whether each of the ids is one of the others, or may be: "striking nurses" one of "nurses"."""
        return self.likeness.are_among(ids, others)

    def is_several_only(self, id_: str) -> bool:
        """Whether an actor is only "the parties", "both sides"."""
        left = [w for w in self._cast.named(id_).name.casefold().split() if w not in ("the", "both", "two")]
        return bool(left) and all(w in words("subjects", "takers") for w in left)

    def are_people(self, ids: tuple[str, ...]) -> bool:
        """Whether all of them are people, who sign for others."""
        return all(self._cast.named(i).kind == "person" for i in ids)

    def _each_once(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The ids without those whose name stands there already: two mentions that the cast did not join, a name and its capitals."""
        by_name = {self._cast.named(i).name.casefold(): i for i in reversed(ids)}
        kept = set(by_name.values())
        return tuple(i for i in ids if i in kept and not self._is_short_for_one(i, ids))

    def _is_short_for_one(self, id_: str, ids: tuple[str, ...]) -> bool:
        """Whether a name of capitals is told to be another one's: "the Free Port League, or FPL"."""
        short = self._cast.named(id_)
        if " " in short.name or short.kind not in ("organisation", "group"):
            return False
        long = (self._cast.named(i).name for i in ids if i != id_)
        return any(" " in name and _is_told_short(text_of(self._doc), name, short.name) for name in long)

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
                side = self._sides.part_of_office(actor)
            else:
                binds = actor.kind == "person" or (actor.kind == "organisation" and not _is_civil(actor.name))
                side = self._sides.side_of(one) if binds else None
            bound += [one] if side is None else [one, side]
        return once(bound)

    def _is_somebody(self, id_: str) -> bool:
        """Whether an actor is more than a pronoun that nobody stands behind, or a paper."""
        actor = self._cast.named(id_)
        name = actor.name.casefold()
        if name in _PRONOUNS or any(w in words("subjects", "press") for w in name.split()[-1:]):
            return False
        if any(name.removesuffix("s") in words("subjects", key) for key in ("documents", "proposals", "provisions")):
            return False  # "the Bills", with a capital
        if actor.name.isupper() and name.removesuffix("s") in words("subjects", "occasions"):
            return False  # "A STRIKE at the port", the opening words in capitals
        if name[0].isdigit() and any(w in words("days", "months") for w in name.split()):
            return False  # "On 4 May parliament will vote", taken as one name
        if actor.kind in ("unnamed", "group") and name.split()[-1].removesuffix("s") in words("subjects", "occasions"):
            return False  # "hostage releases", taken for people
        if actor.kind == "unnamed" and name.isalpha() and actor.name.islower() and self._is_apposed(actor):
            return False  # "Ana Brel, president of the league": the name was not seen
        nouns = [w for w in name.split() if not w.isdigit()] or [name]  # "resolution 5" is a resolution
        return actor.kind != "unnamed" or nouns[-1] not in words("subjects", "documents")

    def _is_apposed(self, office: Actor) -> bool:
        """Whether a comma stands before the bare office: it says who somebody is, whose name stands before it."""
        return any(text_of(self._doc).startswith(", ", m.start - 2) for m in office.mentions[:1])

    def toward(self, found: Undertaking, parties: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of those towards whom it is undertaken, as far as the article names them."""
        ids: list[str] = []
        for verb in dict.fromkeys((found.action, found.trigger)):
            for child in verb.children:
                if child.dep_ in ("dobj", "dative", "iobj") and child.i > verb.i and child.pos_ != "ADP":
                    counted = any(c.dep_ == "nummod" for c in child.children)  # so many of them are no party
                    ids += self._meant.known(child) if _is_towards(found, verb) and not counted else ()
                    for preposition in children(child, "prep"):
                        if preposition.lower_ in ("to", "with", "for") and verb == found.action:
                            ids += self._meant.known(first(preposition, "pobj"))
                elif (child.lower_ == "for" and lemma(verb) == "call") or goes_not_unanswered(verb):
                    continue  # who "will call for a congress"; what "will be met with force"
                elif child.dep_ in ("prep", "dative") and child.lower_ in _TOWARDS and child.i > verb.i:
                    inner = first(child, "pobj")
                    if inner is not None and first(inner, "nummod") is None:
                        ids += self._meant.known(inner)
        return tuple(i for i in once(ids) if i not in parties and not self._is_short_for_one(i, parties))

    def _direct(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        subject = found.subject
        if (
            found.kind == "threat"
            and speech.source is not None
            and (is_suffered(found.action) or goes_not_unanswered(found.action))
            and (subject is None or subject.lower_ not in _SPEAKER)
        ):
            return self._sides.spoken_for(speech.source) or (speech.source.id,)
        if found.shared:
            return self._shared(found, speech)
        if beside := self._meant.known(_before_helper(found.action)):
            return beside
        if subject is None:
            return ()
        if found.kind in ("pledge", "threat") and found.action != found.trigger and not found.told:
            bound = self._laid_on(own_subject(found.action), subject)
            if bound:
                return bound
        if subject.lower_ in _SPEAKER and subject.pos_ == "PRON":
            return self._speakers.speaker(subject, speech)
        if _is_to_undergo(subject):
            return self._deals.between(found)  # "the hostages are due to be freed": who frees them is not told
        if _is_thing(subject):
            return (
                self._deals.between(found)
                or self._deals.owners(subject)
                or self._meant.known(subject)
                or self._deals.drafted(subject)
            )
        parties = (
            self._speakers.teller(found, speech)
            or self._speakers.home(subject, speech)
            or self._meant.sent(subject)
            or self._meant.means(subject)
            or self._speakers.self(subject, speech)
        )
        if self._speakers.may_mean_another(subject, speech):
            parties = ()
        several = several_who_say_it(subject)
        if several is not None and not self._sides.are_several(self._each_once(parties)):
            parties = self._meant.means(several)
        if subject.lower_ in ("it", "they") and (speech.source is None or speech.source.kind == "unnamed"):
            parties = self._meant.of_condition(found) or parties
        parties = parties or self._meant.taken_up(subject)
        before = subject_taken_up(subject)
        if before is not None and _is_thing(before):
            return ()  # "the talks", "they will bring together": nobody does
        if speech.direct and speech.source is not None and subject.lower_ in ("he", "she", "they"):
            parties = tuple(i for i in parties if i != speech.source.id) or self._speakers.other(subject, speech.source)
        if subject.lower_ in ("he", "she"):
            parties = () if self._may_be_either(subject) else self._people_only(parties, speech)
        if subject.lower_ == "it":
            people = [i for i in parties if self._cast.named(i).kind == "person"]
            sides = [side for i in people if (side := self._sides.side_of(i)) is not None]
            parties = once((*(i for i in parties if i not in people), *sides))
        moved = first(found.action, "dobj") if lemma(found.action) in ("withdraw", "pull", "take") else None
        if moved is not None and any(c.lower_ in ("from", "out") for c in _led_by(found.action, moved)):
            owner = first(moved, "poss", "compound", "amod") if moved is not None else None
            for one in (moved, owner):
                if one is not None and one.ent_type_ in ("GPE", "ORG", "NORP"):
                    parties = once((*parties, *self._meant.alone(one)))
        parties = once((*self._who_left(found, parties), *parties))
        if found.kind == "agreement" and len(parties) < 2 and _takes_up_who_met(subject):
            parties = self._deals.named_between(found) or self._meant.met_before(subject) or parties
        return parties or (self._deals.between(found) if subject.pos_ == "NOUN" else ())

    def _laid_on(self, doer: Token | None, teller: Token) -> tuple[str, ...]:
        """The state or body that will do what somebody else promises or threatens: "the minister warned that Norland will respond"."""
        if doer is None or doer == teller or doer.pos_ != "PROPN":
            return ()
        ids = self._meant.known(doer)
        return ids if all(self._cast.named(i).kind in ("state", "organisation") for i in ids) else ()

    def _may_be_either(self, pronoun: Token) -> bool:
        """Whether two people are named before the pronoun in its sentence, and it does not stand in what one of them says.

        "Brel, who was cross with Ose when he left the pact": either may have.
        """
        clause = pronoun.head
        if clause.dep_ not in ("advcl", "relcl", "acl"):
            return False
        before = pronoun.doc[pronoun.sent.start : pronoun.i]
        people = {i for t in before if t.ent_type_ == "PERSON" for i in self._meant.alone(t)}
        return len(people) > 1

    def _people_only(self, ids: tuple[str, ...], speech: Speech) -> tuple[str, ...]:
        """Those of the ids that "he" or "she" may mean; where there are none, the person who says so."""
        bodies = ("state", "organisation", "group")
        people = tuple(i for i in ids if self._cast.named(i).kind not in bodies)
        if ids and not people and speech.teller is not None and speech.teller.kind == "person":
            return (speech.teller.id,)
        return people

    def _joins_others(self, id_: str) -> bool:
        """Whether the cast took two for one, "management and crew unions", of which "the unions" may be either."""
        name = self._cast.named(id_).name
        return name.islower() and " and " in name

    def _is_both(self, id_: str) -> bool:
        """Whether an actor is only known as "both sides", "the two parties"."""
        words_of = self._cast.named(id_).name.casefold().split()
        if words_of in (["both"], ["the", "two"], ["two"], ["the", "pair"]):
            return True
        return len(words_of) > 1 and words_of[-2] in ("both", "two") and words_of[-1] in words("subjects", "takers")

    def _is_undergone(self, plan: Token) -> bool:
        """Whether those of whom or of whose things it is said do not do it: who "will be held accountable", "their names will be read"."""
        theirs = any(c.tag_ == "PRP$" for c in children(plan, "poss"))
        return (theirs and not _is_thing(plan)) or self._cast.can_act(phrase(plan)) or lemma(plan) in _RESPONSES

    def _who_left(self, found: Undertaking, parties: tuple[str, ...]) -> tuple[str, ...]:
        """The person who "announced the withdrawal of" his own state, and so withdrew it; nobody of another side."""
        teller = own_subject(found.trigger) if found.told and found.kind == "agreement" else None
        left = first(found.trigger, "dobj")
        if teller is None or left is None or not is_one_of(left, "reports", "left"):
            return ()
        sides = {None, *(self._cast.named(i).side for i in parties)}
        people = (self._cast.named(i) for i in self._meant.known(teller))
        return tuple(p.id for p in people if p.kind == "person" and p.side in sides)

    def _shared(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """The parties of what the clause does not lay on its subject: those it names, the owners of the plan, those who
        agreed last, and else who announces it.
        """
        plan = found.ground or found.subject
        named = self._deals.between(found)
        if len(named) > 1:
            self._meant.agreed, self._meant.agreed_at = named, found.action.idx
        undergone = plan is not None and is_passive(found.action) and self._is_undergone(plan)
        if not undergone:  # who "will be held accountable" is not who holds him so
            named = named or self._deals.owners(plan) or self._deals.drafted(plan)
        agreed = self._meant.agreed
        if plan is not None and lemma(plan) == "deadline":
            named = named or self._deals.named_between(found)
            if any(t.lower_ == "between" or t.tag_ == "PRP$" for t in plan.subtree):
                agreed = ()  # "the deadline for their withdrawal" is not that of all who agreed
        if plan is not None and is_one_of(plan, "subjects", "of_one_side"):
            agreed = ()  # a vote is not everybody's
        elif plan is None or not _is_thing(plan):
            near = found.action.idx - self._meant.agreed_at <= _AGREED_NEAR and not has_condition(found.action)
            agreed = agreed if near else ()
        if (
            found.told
            and found.subject is None
            and any(is_one_of(t, "reports", "acts") for t in children(found.action, "nsubjpass"))
        ):
            return named  # who passed a resolution is not who agreed on something before
        if found.kind == "agreement" and plan is not None:
            named = named or self._deals.named_between(found) or agreed or self._meant.met_before(plan)
        if found.kind == "threat" and speech.official and speech.source is not None:
            return named or self._sides.spoken_for(speech.source) or (speech.source.id,)
        if agreed and not named and plan is not None and not _is_thing(plan) and not is_passive(found.action):
            # "under the deal, the rebels will free 40": one of those who agreed
            agreed = self._meant.known(plan) or agreed
        if named or agreed:
            return named or agreed
        undergoes = found.ground is not None or is_passive(found.action)
        known = () if undergoes else self._meant.known(plan)
        if known or found.told or found.kind == "agreement" or speech.source is None or speech.joint:
            return known
        if speech.source.kind == "unnamed" or (plan is not None and is_one_of(plan, "subjects", "occasions")):
            return ()
        if undergoes:
            return ()
        return self._sides.spoken_for(speech.source)


def _before_helper(verb: Token) -> Token | None:
    """The name right before "will", where the parse gives the verb no subject."""
    helper = next((t for t in children(verb, "aux") if t.tag_ == "MD"), None)
    name = helper.nbor(-1) if helper is not None and helper.i > helper.sent.start else None
    return name if name is not None and name.pos_ == "PROPN" and name.i < verb.i and own_subject(verb) is None else None


def _undergoing(verb: Token) -> Iterator[Token]:
    """The words of the subject of a passive, and of a verb that one hangs on, and of who brokered it.

    "The hostages are expected to be freed", "the truce, brokered by Norland, will hold".
    """
    for one in (verb, verb.head) if verb.dep_ == "xcomp" else (verb,):
        for subject in children(one, "nsubjpass"):
            yield from subject.subtree
    for token in verb.sent:
        if token.lemma_ in ("broker", "mediate") and token.tag_ == "VBN":
            for agent in children(token, "agent"):
                yield from agent.subtree


def _is_told_short(text: str, name: str, short: str) -> bool:
    """Whether the text tells the short form right behind a name."""
    at = text.find(name)
    behind = text[at + len(name) : at + len(name) + len(short) + len(", or ")] if at >= 0 else ""
    return behind.casefold().startswith(tuple(f"{joint}{short.casefold()}" for joint in (", or ", " (")))


@cache
def _civil() -> frozenset[str]:
    return frozenset(lexicon("organisations")["civil"])


def _is_civil(name: str) -> bool:
    """Whether it is a company, union or club, which binds no state by what it signs, though it may be named after one."""
    return name.casefold().split()[-1] in _civil()


def _is_to_undergo(subject: Token) -> bool:
    """Whether something is expected to be done to the subject: "are expected to be released", "are due to be freed"."""
    verb = subject.head
    told = [verb] if subject.dep_ == "nsubjpass" else children(verb, "acomp", "oprd")
    return any(first(c, "auxpass") is not None and has_to(c) for one in told for c in children(one, "xcomp"))


def _led_by(verb: Token, thing: Token) -> list[Token]:
    return [*children(verb, "prep", "prt", "advmod"), *children(thing, "prep")]


def _is_act_of_office(found: Undertaking) -> bool:
    """Whether somebody undertakes it as a holder of power: an order, a refusal, a draft law, an agreement left or made."""
    if found.kind == "agreement" and found.told:
        return True
    verb = found.trigger
    if is_one_of(verb, "verbs", "order") or lemma(verb) == "rule" or found.status == "proposed":
        return True
    return any(is_one_of(c, "nouns", "order") for c in children(verb, "dobj"))


def _is_towards(found: Undertaking, verb: Token) -> bool:
    """Whether the verb's object is somebody towards whom it is done: "promised them", "will meet them"."""
    return verb != found.action or is_one_of(verb, "actions", "towards") or is_one_of(verb, "actions", "hostile")


def _takes_up_who_met(subject: Token) -> bool:
    """Whether "they", "the officials" may mean all who met before; "its allies", "two dockers" are told apart by a word of their own."""
    left = [c for c in subject.children if c.i < subject.i]
    return subject.lower_ in ("they", "both", "two") or (subject.tag_ == "NNS" and [c.dep_ for c in left] == ["det"])


def _is_thing(subject: Token) -> bool:
    """Whether the subject is a meeting, plan or draft, whose parties undertake what it says."""
    return any(is_one_of(subject, "subjects", key) for key in ("occasions", "provisions", "proposals"))
