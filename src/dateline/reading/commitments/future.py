"""Undertakings by "will" and "would": who may say so, and of what; the rest foretells and is left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.condition import told_before, withheld_from
from dateline.reading.commitments.grammar import (
    ancestors,
    children,
    first,
    future_auxiliary,
    going_to,
    has_perfect,
    is_agent,
    is_passive,
    is_question,
    is_would,
    names_a_day,
    negation,
    own_subject,
    subject_of,
    takes_effect,
)
from dateline.reading.commitments.speech import Speech, Voices
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import condition_words, is_one_of, lemma, words

_HELD = frozenset(
    ["begin", "start", "open", "resume", "continue", "convene", "conclude", "end", "close", "focus", "cover"]
)
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
    ]
)
_TURNS = frozenset({"begin", "start", "end", "open", "close", "stop"})
"""Nobody just begins: without an object these tell what happens."""
_YEAR = 4
_TAKEN = frozenset({"action", "measure", "step", "decision", "response"})


def find_future(doc: Doc, voices: Voices) -> Iterator[Undertaking]:
    """The clauses with "will", "shall" or "would" that are undertakings, in the order of the text."""
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass") or _is_joined(verb):
            continue
        aux = future_auxiliary(verb) or going_to(verb)
        if aux is None or has_perfect(verb):
            continue
        undertaking = _undertaking(verb, aux, voices)
        if undertaking is not None:
            yield undertaking
            yield from _remainder(undertaking)


def _is_joined(verb: Token) -> bool:
    """Whether the clause is part of another undertaking.

    So is a conjunct without a subject and a day of its own, and what a relative clause tells of an occasion: "will be
    carried out in the next round, which will be held in May".
    """
    if verb.dep_ == "relcl" and is_passive(verb) and is_one_of(verb.head, "subjects", "occasions"):
        return any(future_auxiliary(head) is not None for _, head in ancestors(verb))
    if verb.dep_ != "conj" or own_subject(verb) is not None or names_a_day(verb):
        return False
    return future_auxiliary(verb.head) is not None


def _undertaking(verb: Token, aux: Token, voices: Voices) -> Undertaking | None:
    subject = subject_of(verb)
    if subject is None or _is_unreal_future(verb):
        return None
    speech = voices.at(verb)
    if speech.bystander:
        return None
    scene = _Scene(verb, subject, speech)
    if is_would(aux) and not _is_told_of_later(verb, scene, voices):
        return None
    if speech.commented and not names_a_day(verb) and not scene.is_proposal:
        return None
    seen = _small_clause(verb)
    if seen is not None and (scene.is_provision or scene.is_proposal):
        return Undertaking(
            trigger=seen,
            action=seen,
            subject=own_subject(seen),
            kind="agreement",
            status="announced",
            shared=True,
            ground=subject,
        )
    if scene.is_contents:
        return Undertaking(
            trigger=verb,
            action=verb,
            subject=subject,
            kind="agreement",
            status="announced",
            shared=True,
            ground=subject,
        )
    if not scene.is_undertaken():
        return None
    return Undertaking(
        trigger=going_to(verb) or verb,
        action=verb,
        subject=subject,
        kind=scene.kind(),
        status="proposed" if scene.is_proposal else scene.status(),
        shared=not scene.lies_with_subject,
    )


def _is_told_of_later(verb: Token, scene: "_Scene", voices: Voices) -> bool:
    """Whether "would" is the future of what was told, not a mere wish or possibility.

    In somebody's own words it is the mood of what might be, unless it says on what it hangs.
    """
    if _is_habit(verb) or is_one_of(verb, "unreal", "would"):
        return False
    if scene.is_proposal or scene.is_provision:
        return True
    if voices.in_quotation(verb) and voices.in_quotation(scene.subject) and not _has_condition(verb):
        return False
    return scene.speech.reported or (scene.has_agent and _has_near_day(verb))


def _has_near_day(verb: Token) -> bool:
    """Whether a day without a year stands with the verb: "would meet later on Thursday" is told of what is still to come."""
    days = [t for t in verb.subtree if t.ent_type_ in ("DATE", "TIME")]
    return bool(days) and not any(t.is_digit and len(t) == _YEAR for t in days)


@dataclass(frozen=True, slots=True)
class _Scene:
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
        return is_one_of(self.subject, "subjects", "occasions")

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
        if _is_only_talk(verb) or (lemma(verb) == "rule" and negation(verb) is not None):
            return False
        if is_passive(verb):
            if self.subject.lower_ in ("you", "this", "that"):
                return False
            if self._stands_firm():
                return True
            if negation(verb) is not None and not (names_a_day(verb) or _has_condition(verb)):
                return False
            return verb.tag_ == "VBN" and (not is_one_of(verb, "actions", "suffered") or _lasts(verb))
        if takes_effect(verb):
            return self.is_occasion or self.is_provision or self._has_day()
        if self.is_occasion:
            thing = first(verb, "dobj")
            if lemma(verb) == "take":
                return thing is not None and lemma(thing) == "place"
            return lemma(verb) in _HELD or (lemma(verb) == "be" and names_a_day(verb))
        if self.is_proposal or self.is_provision:
            return not is_one_of(verb, "actions", "foretold")
        if any(lemma(c) in ("plan", "propose", "schedule") for c in children(self.subject, "amod")):
            return not is_one_of(verb, "actions", "foretold")
        if lemma(verb) in _TURNS and first(verb, "dobj", "xcomp", "prep", "npadvmod") is None:
            return False
        if self._has_day():
            return True
        if not self.has_agent or (self.speech.foreign and lemma(verb) not in _MEETS):
            return False
        goes_on = first(verb, "xcomp") if lemma(verb) == "continue" else None
        if goes_on is not None and is_one_of(goes_on, "actions", "wavers"):
            return False
        if not is_one_of(verb, "actions", "foretold") or _takes_charge(verb):
            return True
        return is_one_of(verb, "actions", "undertaken_by_agents") and not self._is_idle()

    def _has_day(self) -> bool:
        """Whether a thing has its day: a law takes effect, or somebody in office says by when a boat leaves."""
        if self.subject.pos_ not in ("NOUN", "PROPN") or self.has_agent or not names_a_day(self.verb):
            return False
        if takes_effect(self.verb):
            return True
        return self.speech.official and is_one_of(self.verb, "actions", "timed")

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
        return self.has_agent

    def _is_idle(self) -> bool:
        thing = first(self.verb, "dobj", "attr", "oprd", "acomp")
        if thing is None:
            return False
        return is_one_of(thing, "actions", "idle_objects") or (thing.pos_ == "ADJ" and thing.dep_ == "acomp")

    def kind(self) -> CommitmentKind:
        """Threat, schedule or pledge."""
        verb = self.verb
        if self.is_proposal:
            return "pledge"
        if is_passive(verb) and self.speech.official and _is_called_to_account(verb):
            return "threat"
        if not self.lies_with_subject:
            return "schedule"
        if is_passive(verb):
            return "pledge"
        if self._threatens():
            return "threat"
        if negation(verb) is None and not (self.speech.own and lemma(verb) == "hold"):
            if lemma(verb) in _MEETS:
                return "schedule"
            if not self.speech.own and _is_small_agent(self.subject):
                return "schedule"
        return "pledge"

    def _threatens(self) -> bool:
        verb = self.verb
        if lemma(verb) in ("start", "begin", "continue", "resume"):
            verb = first(verb, "xcomp") or verb
        conditional = _has_condition(self.verb)
        if negation(verb) is not None:
            return conditional and is_one_of(verb, "actions", "withheld")
        if self.speech.warns and self.speech.own:
            return True
        if is_one_of(verb, "actions", "hostile"):
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
        """Denied where it is denied; else announced."""
        return "denied" if self.speech.denied else "announced"


def _is_called_to_account(verb: Token) -> bool:
    """Whether somebody "will be punished", "will be held accountable": said by those in office, a threat."""
    if lemma(verb) == "take":
        subject = own_subject(verb)
        return subject is not None and lemma(subject) in _TAKEN and _has_condition(verb)
    if lemma(verb) == "hold":
        return any(
            t.lower_ in ("accountable", "responsible", "liable") for t in children(verb, "oprd", "acomp", "xcomp")
        )
    return is_one_of(verb, "actions", "punished") and not is_one_of(verb, "actions", "suffered")


def _lasts(verb: Token) -> bool:
    """Whether a day is given until or by which it is to be so: "will be left open until May 6"."""
    return any(c.lower_ in ("until", "till", "by") and names_a_day(c) for c in children(verb, "prep"))


def _takes_charge(verb: Token) -> bool:
    """Whether somebody "will be responsible for" doing something, "in charge of" it."""
    holds = (*children(verb, "acomp", "attr"), *(t for p in children(verb, "prep") for t in children(p, "pobj")))
    return lemma(verb) == "be" and any(t.lower_ in ("responsible", "charge") and first(t, "prep") for t in holds)


def _is_only_talk(verb: Token) -> bool:
    """Whether nothing is said to be done but to comment, or not to."""
    if is_one_of(verb, "actions", "talk"):
        return True
    inner = (
        [t for p in children(verb, "prep") for t in children(p, "pcomp", "pobj")] if lemma(verb) == "refrain" else []
    )
    return any(is_one_of(t, "actions", "talk") for t in inner)


def _is_small_agent(subject: Token) -> bool:
    """Whether the subject is a team or office that is told what it will do, not a state or its leader."""
    return subject.pos_ == "NOUN" and is_one_of(subject, "subjects", "teams")


def _has_condition(verb: Token) -> bool:
    if withheld_from(verb) is not None or told_before(verb):
        return True
    for child in verb.children:
        if child.lower_ in condition_words("otherwise"):
            return True
        marks = children(child, "mark") if child.dep_ == "advcl" else []
        if any(m.lower_ in condition_words("conditional_marks") for m in marks):
            return True
    return False


def _is_unreal_future(verb: Token) -> bool:
    """Whether a future clause is only hoped, feared, asked, guessed or set as a condition: what governs it says so."""
    if is_question(verb) or any(
        c.tag_ in ("WP", "WRB") and c.dep_ not in ("nsubj", "nsubjpass") for c in verb.children
    ):
        return verb.dep_ not in ("relcl", "advcl") or is_question(verb)
    if verb.dep_ != "relcl" and any(c.tag_ == "WP" for c in children(verb, "nsubj", "nsubjpass")):
        return True
    if _stands_no_doubt(verb) or _asks_what(verb):
        return True
    for child, head in ancestors(verb):
        if child.dep_ in ("ccomp", "acl") and _subject_is_unreal(head):
            return True
        if child.dep_ in ("ccomp", "pcomp", "advcl", "xcomp", "acl", "relcl") and is_one_of(
            head, "unreal", "governors"
        ):
            return child.dep_ != "advcl" or child.i > head.i
        if child.dep_ in ("ccomp", "acl") and (head.pos_ == "ADJ" or children(head, "acomp")):
            return True  # "it is likely that she will"
        marks = children(child, "mark")
        if child.dep_ == "advcl" and any(m.lower_ in condition_words("conditional_marks") for m in marks):
            return True
        if child.dep_ == "ccomp" and any(m.lower_ in ("whether", "if") for m in marks):
            return True
    return False


def _asks_what(verb: Token) -> bool:
    """Whether the subject is "what technology", "which side", or its object "what path": an indirect question."""
    asked = [c for c in children(verb, "nsubj", "nsubjpass", "dobj") if c.i < verb.i]
    return any(t.lower_ in ("what", "which", "whose") for c in asked for t in children(c, "det", "poss"))


def _stands_no_doubt(verb: Token) -> bool:
    """Whether "no doubt" stands by the verb: the mark of a guess."""
    doc = verb.doc
    return any(doc[k].lower_ == "doubt" for k in range(max(0, verb.i - 4), verb.i))


def _subject_is_unreal(head: Token) -> bool:
    """Whether what governs the clause is a chance that has grown, a hope that is high."""
    subject = own_subject(head)
    return subject is not None and is_one_of(subject, "unreal", "governors")


def _is_habit(verb: Token) -> bool:
    """Whether "would" tells of what used to be: "whenever they met, he would ..."."""
    sentence = [t.lower_ for t in verb.sent]
    return "whenever" in sentence or any(sentence[k : k + 3] == ["in", "the", "past"] for k in range(len(sentence) - 2))


def _small_clause(verb: Token) -> Token | None:
    """What the plan "would see troops" do."""
    if lemma(verb) not in ("see", "have", "let"):
        return None
    return next((c for c in children(verb, "ccomp", "xcomp") if own_subject(c) is not None), None)


def _remainder(found: Undertaking) -> Iterator[Undertaking]:
    """A second undertaking of the same parties with its own day: "with the rest departing by 2030"."""
    for start in (found.action, found.action.head):
        for preposition in children(start, "prep"):
            if preposition.lower_ != "with" or preposition.i < found.action.i:
                continue
            noun = first(preposition, "pobj")
            inner = first(preposition, "pcomp") or (first(noun, "acl") if noun is not None else None) or noun
            if inner is None or not names_a_day(inner):
                continue
            yield Undertaking(
                trigger=inner,
                action=inner,
                subject=own_subject(inner) or noun,
                kind=found.kind,
                status=found.status,
                shared=found.shared,
            )
            return
