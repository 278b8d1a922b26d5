"""A clause with "will" or "would", its subject and its speaker: whether somebody undertakes it, and of which kind that is."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.called_off import is_pushed
from dateline.reading.commitments.condition import has_condition
from dateline.reading.commitments.deeds import (
    MEETS,
    TAKEN,
    follows_deal,
    has_talks,
    is_bare,
    is_called_to_account,
    is_of_a_place,
    is_on_a_day,
    is_small_agent,
    is_somewhere,
    just_happens,
    lasts,
    looks_on,
    may_be_put_off,
    refused_going,
    says_not_what,
    settles,
    starts_visit,
    stays_bound,
    takes_charge,
    waits,
)
from dateline.reading.commitments.foretold import is_only_talk
from dateline.reading.commitments.grammar import (
    children,
    first,
    is_agent,
    is_occasion,
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

_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever", "those"})

_TURNS = frozenset({"begin", "start", "end", "open", "close", "stop"})
"""Nobody just begins: without an object these tell what happens."""


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
            return not (self.has_agent and names_a_day(self.verb))  # "under the law, Norland will stop on 4 May"
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
        guessed = [c.lower_ for c in children(verb, "advmod") if c.lower_ in words("unreal", "modifiers")]
        if guessed and not (guessed == ["likely"] and self.is_occasion and names_a_day(verb)):
            return False  # but "talks will likely take place on Monday"
        if (
            self.is_rule
            or is_only_talk(verb)
            or says_not_what(verb)
            or looks_on(verb)
            or (lemma(verb) == "rule" and negation(verb) is not None)
        ):
            return False
        if is_passive(verb):
            if self.subject.lower_ in ("you", "this", "that") or just_happens(verb):
                return False
            if self.subject.lower_ in _ANYBODY and not self.speech.official:
                return False  # "anyone who breaks the rule will be fined"
            if is_one_of(verb, "reports", "postpone") and not may_be_put_off(self.subject):
                return False  # "deliveries will be delayed": what comes of it
            if self._stands_firm():
                return True
            if goes_not_unanswered(verb):
                return self.speech.official
            if not self.speech.reported and any(m.lower_ == "if" for c in children(verb, "advcl") for m in c.children):
                return False  # "if they walk out, the baths will be shut": what comes of it, as the paper sees it
            if negation(verb) is not None and not (names_a_day(verb) or has_condition(verb)):
                return False
            return verb.tag_ == "VBN" and (not is_one_of(verb, "actions", "suffered") or lasts(verb))
        if goes_not_unanswered(verb):
            return self.speech.official or lemma(verb) != "be"
        if self.is_term or self.is_end_of_deal:
            return True
        if takes_effect(verb):
            return self.is_occasion or self.is_provision or self._has_day()
        if self.is_occasion:
            if negation(verb) is not None and is_of_a_place(verb):
                return False  # "the strike will not take place in Norland": elsewhere it will
            thing = first(verb, "dobj")
            if lemma(verb) == "take":
                return thing is not None and lemma(thing) == "place"
            ahead = lemma(verb) == "go" and any(c.lower_ == "ahead" for c in children(verb, "advmod", "prt"))
            return ahead or is_one_of(verb, "actions", "held") or is_on_a_day(verb)
        if self.is_proposal or self.is_provision:
            return not is_one_of(verb, "actions", "foretold") and not settles(verb)
        if any(lemma(c) in ("plan", "propose", "schedule") for c in children(self.subject, "amod")):
            return not is_one_of(verb, "actions", "foretold")
        if lemma(verb) in _TURNS and first(verb, "dobj", "xcomp", "prep", "npadvmod") is None:
            return False
        if self._has_day() or self.is_under_deal:
            return True
        others = self.speech.foreign and lemma(verb) not in {*MEETS, "sign"} and not follows_deal(verb)
        if not self.has_agent or others:
            return False
        goes_on = first(verb, "xcomp") if lemma(verb) == "continue" else None
        if goes_on is not None and is_one_of(goes_on, "actions", "wavers"):
            return False
        if self.subject.lower_ in ("i", "we") and is_bare(verb):
            return False  # "we will overcome"
        treats = takes_charge(verb) or self._holds_for_hostile() or is_somewhere(verb) or has_talks(verb)
        treats = treats or stays_bound(verb)
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
        if is_passive(verb) and self.speech.official:
            harms = is_one_of(verb, "actions", "hostile") and negation(verb) is None
            if (harms and (self.speech.warns or self._hits_whoever())) or is_called_to_account(verb):
                return "threat"
        if not self.lies_with_subject:
            return "schedule"
        if is_passive(verb):
            return "pledge"
        if self._threatens():
            return "threat"
        if negation(verb) is None and not (self.speech.own and lemma(verb) == "hold"):
            votes = lemma(verb) == "vote" and has_condition(verb)
            if (lemma(verb) in MEETS and not votes) or is_somewhere(verb) or has_talks(verb) or starts_visit(verb):
                return "schedule"
            if not self.speech.own and is_small_agent(self.subject):
                return "schedule"
        return "pledge"

    def _hits_whoever(self) -> bool:
        """Whether it befalls those alone who do something: "if they come, they will be shot", "those who cross the border will be"."""
        who = (self.subject, *children(self.subject, "det"))
        any_of_them = any(t.lower_ in ("any", "anybody", "anyone", "every", "those", "whoever") for t in who)
        return has_condition(self.verb) or (any_of_them and first(self.subject, "relcl") is not None)

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
            return thing is not None and lemma(thing) in TAKEN
        return is_one_of(verb, "actions", "withdrawing") or is_one_of(verb, "reports", "tear")

    def status(self) -> CommitmentStatus:
        """Denied where it is denied, ended where a meeting or strike will not take place; else announced."""
        if is_passive(self.verb) and negation(self.verb) is None:
            if is_one_of(self.verb, "reports", "postpone") or (self.is_occasion and is_pushed(self.verb, self.subject)):
                return "postponed"
            if is_one_of(self.verb, "reports", "call_off"):
                return "ended"
        held = not is_passive(self.verb) or lemma(self.verb) in ("hold", "stage")
        refused = negation(self.verb) or refused_going(self.verb)
        if self.is_occasion and held and refused is not None and not self.lies_with_subject and not waits(self.verb):
            return "ended"
        if is_under_draft(self.verb):
            return "proposed"
        return "denied" if self.speech.denied else "announced"
