"""A clause with "will" or "would", its subject and its speaker: whether somebody undertakes it, and of which kind that is."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.called_off import is_pushed
from dateline.reading.commitments.condition import has_condition
from dateline.reading.commitments.foretold import is_only_talk
from dateline.reading.commitments.grammar import (
    children,
    first,
    going_to,
    is_agent,
    is_occasion,
    is_of_a_day,
    is_passive,
    names_a_day,
    negation,
    own_subject,
    takes_effect,
)
from dateline.reading.commitments.provisions import is_under_deal, is_under_draft
from dateline.reading.commitments.speech import Speech
from dateline.reading.commitments.threats import goes_not_unanswered, is_harm, strikes_back
from dateline.reading.commitments.unreal import is_by_rule
from dateline.reading.commitments.words import is_one_of, lemma, words

_MEETS = frozenset(
    [
        "meet",
        "visit",
        "travel",
        "host",
        "attend",
        "convene",
        "vote",
        "arrive",
        "fly",
        "tour",
        "chair",
        "hold",
        "discuss",
        "gather",
        "speak",
        "talk",
        "confer",
    ]
)

_TURNS = frozenset({"begin", "start", "end", "open", "close", "stop"})
"""Nobody just begins: without an object these tell what happens."""

_TAKEN = frozenset({"action", "measure", "step", "decision", "response"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A future verb, its subject, and who says it."""

    verb: Token
    subject: Token
    speech: Speech

    @property
    def has_agent(self) -> bool:
        """Whether the subject is one who can undertake."""
        if self.subject.lower_ in ("it", "which"):
            return self.speech.means_a_body(self.subject)
        return is_agent(self.subject)

    @property
    def is_occasion(self) -> bool:
        """Whether the subject is a meeting, vote or the like."""
        return is_occasion(self.subject)

    @property
    def is_proposal(self) -> bool:
        """Whether the subject is a draft, which says what would be."""
        named = (self.subject, *children(self.subject, "compound", "amod"))
        if is_passive(self.verb):
            return False  # what becomes of the draft is not what it says
        return any(is_one_of(word, "subjects", "proposals") for word in named)

    @property
    def is_provision(self) -> bool:
        """Whether the subject is an agreement, plan or order, which says what is to be."""
        return is_one_of(self.subject, "subjects", "provisions")

    @property
    def is_under_deal(self) -> bool:
        """Whether it is told as what an agreement holds: "under the deal, wages will rise by May"."""
        return is_under_deal(self.verb)

    @property
    def is_rule(self) -> bool:
        """Whether it is told as what a law or the rules say for ever: "the rules state that", "under Norwegian law"."""
        if is_by_rule(self.verb):
            return True
        source = self.speech.source
        return source is not None and source.name.casefold().split()[-1] in words("subjects", "rules")

    @property
    def is_term(self) -> bool:
        """Whether a law, mandate or offer has its last day: "will expire on 31 December"."""
        return is_one_of(self.verb, "actions", "ends") and names_a_day(self.verb)

    @property
    def is_end_of_deal(self) -> bool:
        """Whether somebody in office says on what a truce or deal will end: a threat of his side."""
        ends = is_one_of(self.verb, "actions", "ended") and is_one_of(self.subject, "reports", "agreements")
        return ends and self.speech.official and negation(self.verb) is None and has_condition(self.verb)

    @property
    def is_contents(self) -> bool:
        """Whether the clause says what an agreement or plan is to hold: "it will include a timetable for ..."."""
        if not is_one_of(self.verb, "contents", "verbs") or not self.speech.reported:
            return False
        thing = first(self.verb, "dobj")
        return (
            (self.is_provision or self.subject.lower_ == "it")
            and thing is not None
            and any(is_one_of(t, "contents", "things") for t in (thing, *thing.conjuncts))
        )

    def is_undertaken(self) -> bool:
        """Whether somebody undertakes this, rather than foretells it."""
        verb = self.verb
        if any(c.lower_ in words("unreal", "modifiers") for c in children(verb, "advmod")):
            return False
        if (
            self.is_rule
            or is_only_talk(verb)
            or _says_not_what(verb)
            or _looks_on(verb)
            or (lemma(verb) == "rule" and negation(verb) is not None)
        ):
            return False
        if is_passive(verb):
            if self.subject.lower_ in ("you", "this", "that") or _just_happens(verb):
                return False
            if is_one_of(verb, "reports", "postpone") and not _may_be_put_off(self.subject):
                return False  # "deliveries will be delayed": what comes of it
            if self._stands_firm():
                return True
            if not self.speech.reported and any(m.lower_ == "if" for c in children(verb, "advcl") for m in c.children):
                return False  # "if they walk out, the baths will be shut": what comes of it, as the paper sees it
            if negation(verb) is not None and not (names_a_day(verb) or has_condition(verb)):
                return False
            return verb.tag_ == "VBN" and (not is_one_of(verb, "actions", "suffered") or _lasts(verb))
        if goes_not_unanswered(verb) or self.is_term or self.is_end_of_deal:
            return True
        if takes_effect(verb):
            return self.is_occasion or self.is_provision or self._has_day()
        if self.is_occasion:
            if negation(verb) is not None and _is_of_a_place(verb):
                return False  # "the strike will not take place in Norland": elsewhere it will
            thing = first(verb, "dobj")
            if lemma(verb) == "take":
                return thing is not None and lemma(thing) == "place"
            ahead = lemma(verb) == "go" and any(c.lower_ == "ahead" for c in children(verb, "advmod", "prt"))
            return ahead or is_one_of(verb, "actions", "held") or _is_on_a_day(verb)
        if self.is_proposal or self.is_provision:
            return not is_one_of(verb, "actions", "foretold") and not _settles(verb)
        if any(lemma(c) in ("plan", "propose", "schedule") for c in children(self.subject, "amod")):
            return not is_one_of(verb, "actions", "foretold")
        if lemma(verb) in _TURNS and first(verb, "dobj", "xcomp", "prep", "npadvmod") is None:
            return False
        if self._has_day() or self.is_under_deal:
            return True
        if not self.has_agent or (self.speech.foreign and lemma(verb) not in {*_MEETS, "sign"}):
            return False
        goes_on = first(verb, "xcomp") if lemma(verb) == "continue" else None
        if goes_on is not None and is_one_of(goes_on, "actions", "wavers"):
            return False
        if self.subject.lower_ in ("i", "we") and _is_bare(verb):
            return False  # "we will overcome"
        treats = _takes_charge(verb) or self._holds_for_hostile() or _is_somewhere(verb)
        if treats or not is_one_of(verb, "actions", "foretold"):
            return True
        return is_one_of(verb, "actions", "undertaken_by_agents") and not self._is_idle()

    def _has_day(self) -> bool:
        """Whether a thing has its day: a law takes effect, or somebody in office says by when a boat leaves."""
        if self.subject.pos_ not in ("NOUN", "PROPN", "NUM") or self.has_agent or not names_a_day(self.verb):
            return False
        if takes_effect(self.verb):
            return True
        if is_one_of(self.subject, "subjects", "measures") and is_one_of(self.verb, "actions", "begins"):
            return True
        thing = first(self.verb, "dobj")  # "leave Belgium", but not "leave idle ships"
        moves = is_one_of(self.verb, "actions", "timed") and (thing is None or thing.pos_ == "PROPN")
        return self.speech.official and moves and negation(self.verb) is None

    def _holds_for_hostile(self) -> bool:
        """Whether somebody "will consider it an act of war" on a condition: he says how he will treat it."""
        regards = is_one_of(self.verb, "threats", "regard") and negation(self.verb) is None
        return regards and has_condition(self.verb) and not self.speech.foreign

    def _stands_firm(self) -> bool:
        """Whether somebody says of himself that he "will not be moved" from his course."""
        refused = negation(self.verb) or (negation(self.verb.head) if self.verb.dep_ == "xcomp" else None)
        firm = self.speech.own and is_agent(self.subject) and is_one_of(self.verb, "actions", "moved")
        return firm and refused is not None

    @property
    def lies_with_subject(self) -> bool:
        """Whether the subject undertakes it, and not others who do it to or with the subject."""
        if is_passive(self.verb):
            return self._stands_firm()
        return self.has_agent and not self.is_term and not goes_not_unanswered(self.verb)

    def _is_idle(self) -> bool:
        thing = first(self.verb, "dobj", "attr", "oprd", "acomp")
        if any(c.pos_ == "ADJ" and own_subject(c) is not None for c in children(self.verb, "ccomp")):
            return True  # "make it easier"
        if thing is None or (lemma(self.verb) == "take" and lemma(thing) == "part"):
            return False
        return is_one_of(thing, "actions", "idle_objects") or (thing.pos_ == "ADJ" and thing.dep_ == "acomp")

    def kind(self) -> CommitmentKind:
        """Threat, schedule or pledge."""
        verb = self.verb
        if self.is_proposal:
            return "pledge"
        if goes_not_unanswered(verb) or self.is_end_of_deal:
            return "threat"
        if is_passive(verb) and self.speech.official and _is_called_to_account(verb):
            return "threat"
        if not self.lies_with_subject:
            return "schedule"
        if is_passive(verb):
            return "pledge"
        if self._threatens():
            return "threat"
        if negation(verb) is None and not (self.speech.own and lemma(verb) == "hold"):
            if lemma(verb) in _MEETS or _is_somewhere(verb):
                return "schedule"
            if not self.speech.own and _is_small_agent(self.subject):
                return "schedule"
        return "pledge"

    def _threatens(self) -> bool:
        verb = self.verb
        if lemma(verb) in ("start", "begin", "continue", "resume"):
            verb = first(verb, "xcomp") or verb
        conditional = has_condition(self.verb)
        if negation(verb) is not None:
            return conditional and is_one_of(verb, "actions", "withheld")
        if self.speech.warns and self.speech.own and (conditional or not is_one_of(verb, "actions", "mild")):
            return True
        if is_harm(verb, "actions", "hostile") or strikes_back(verb) or self._holds_for_hostile():
            return True
        if lemma(verb) in ("tear", "rip", "shred") and first(verb, "prt") is not None:
            return True
        if lemma(verb) in ("respond", "react"):
            return True
        if not conditional:
            return False
        thing = first(verb, "dobj")
        if lemma(verb) == "take":
            return thing is not None and lemma(thing) in _TAKEN
        return is_one_of(verb, "actions", "withdrawing") or is_one_of(verb, "reports", "tear")

    def status(self) -> CommitmentStatus:
        """Denied where it is denied, ended where a meeting or strike will not take place; else announced."""
        if is_passive(self.verb) and negation(self.verb) is None:
            if is_one_of(self.verb, "reports", "postpone") or (self.is_occasion and is_pushed(self.verb, self.subject)):
                return "postponed"
            if is_one_of(self.verb, "reports", "call_off"):
                return "ended"
        held = not is_passive(self.verb) or lemma(self.verb) in ("hold", "stage")
        refused = negation(self.verb) or _refused_going(self.verb)
        if self.is_occasion and held and refused is not None and not self.lies_with_subject and not _waits(self.verb):
            return "ended"
        if is_under_draft(self.verb):
            return "proposed"
        return "denied" if self.speech.denied else "announced"


def _refused_going(verb: Token) -> Token | None:
    """The "not" of "is not going to be held"."""
    going = going_to(verb)
    return None if going is None else negation(going)


def _waits(verb: Token) -> bool:
    """Whether it "will not begin until" something is done: it is still to come."""
    marks = (*children(verb, "prep"), *(m for c in children(verb, "advcl") for m in children(c, "mark")))
    return any(t.lower_ in ("until", "till", "before", "unless") for t in marks)


def _is_on_a_day(verb: Token) -> bool:
    """Whether it "will be on Thursday", not "the first in three years"."""
    said = first(verb, "attr", "acomp")
    dated = said is not None and is_of_a_day(said)
    on = said is None and any(names_a_day(c) for c in children(verb, "prep", "npadvmod", "advmod"))
    return lemma(verb) == "be" and (dated or on)


def _is_of_a_place(verb: Token) -> bool:
    led = (first(p, "pobj") for p in children(verb, "prep") if p.lower_ == "in")
    return any(t is not None and t.ent_type_ in ("GPE", "LOC") for t in led)


def _is_called_to_account(verb: Token) -> bool:
    """Whether somebody "will be punished", "will be held accountable": said by those in office, a threat."""
    if lemma(verb) == "take":
        subject = own_subject(verb)
        return subject is not None and lemma(subject) in _TAKEN and has_condition(verb)
    if lemma(verb) == "hold":
        return any(
            t.lower_ in ("accountable", "responsible", "liable") for t in children(verb, "oprd", "acomp", "xcomp")
        )
    return is_one_of(verb, "actions", "punished") and not is_one_of(verb, "actions", "suffered")


def _is_somewhere(verb: Token) -> bool:
    """Whether somebody "will be in the capital on 4 May"."""
    placed = any(c.lower_ in ("in", "at") and not names_a_day(c) for c in children(verb, "prep"))
    return lemma(verb) == "be" and placed and names_a_day(verb) and first(verb, "attr", "acomp") is None


def _settles(verb: Token) -> bool:
    """Whether a deal "would end the war": what is to come of it."""
    things = children(verb, "dobj")
    if any(t.tag_ == "JJS" for thing in things for t in children(thing, "amod")):
        return True  # "would create the world's largest fleet"
    return lemma(verb) == "end" and any(is_one_of(t, "actions", "strife") for t in things)


def _lasts(verb: Token) -> bool:
    """Whether a day is given until or by which it is to be so, or of an election: "will be left open until May 6"."""
    if lemma(verb) == "elect" and names_a_day(verb):
        return True
    return any(c.lower_ in ("until", "till", "by") and names_a_day(c) for c in children(verb, "prep"))


def _is_bare(verb: Token) -> bool:
    """Whether nothing tells what is done, to what or when, and the verb alone does not: "we will prevail", but "we will retaliate"."""
    listed = ("hostile", "withdrawing", "meeting")
    told = ("dobj", "xcomp", "ccomp", "prep", "prt", "advcl", "npadvmod", "attr", "acomp", "neg", "conj", "dative")
    return not any(is_one_of(verb, "actions", key) for key in listed) and not children(verb, *told)


def _takes_charge(verb: Token) -> bool:
    """Whether somebody "will be responsible for" doing something, "in charge of" it."""
    holds = (*children(verb, "acomp", "attr"), *(t for p in children(verb, "prep") for t in children(p, "pobj")))
    return lemma(verb) == "be" and any(t.lower_ in ("responsible", "charge") and first(t, "prep") for t in holds)


def _just_happens(verb: Token) -> bool:
    """Whether it "will get lost": what befalls a thing is nobody's plan."""
    return any(lemma(c) == "get" for c in children(verb, "auxpass"))


def _may_be_put_off(subject: Token) -> bool:
    """Whether it is held or due on a day, so that whoever delays it puts it off: a vote, a payment's deadline."""
    listed = ("occasions", "provisions", "proposals", "put_off")
    return subject.pos_ == "PRON" or any(is_one_of(subject, "subjects", key) for key in listed)


def _says_not_what(verb: Token) -> bool:
    """Whether somebody "will do that", which tells of nothing by itself."""
    thing = first(verb, "dobj")
    if lemma(verb) != "do" or thing is None or thing.lower_ not in ("it", "that", "this", "so"):
        return False
    return not (names_a_day(verb) or has_condition(verb))


def _looks_on(verb: Token) -> bool:
    """Whether somebody "will not sit down and let", "will not stand by while", "will stand together": that he minds is all he says."""
    if lemma(verb) not in ("sit", "stand"):
        return False
    if negation(verb) is None:
        return any(c.lower_ in ("together", "shoulder", "side", "united") for c in verb.children)
    return bool(children(verb, "prt", "advmod", "acomp", "conj", "advcl"))


def _is_small_agent(subject: Token) -> bool:
    """Whether the subject is a team or office that is told what it will do, not a state or its leader."""
    return subject.pos_ == "NOUN" and is_one_of(subject, "subjects", "teams")
