"""Threats without "will": what somebody "could" or "can" do to others if they go on, rights that he reserves, options that are on his table."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.reading.commitments.condition import has_condition
from dateline.reading.commitments.grammar import children, first, is_agent, is_passive, negation, subject_of
from dateline.reading.commitments.speech import Speech, Voices
from dateline.reading.commitments.threats import is_harm, strikes_back
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma

_AS_LONG_AS = frozenset({"unless", "until", "till", "while", "before", "as", "if", "without"})
_CAN = frozenset({"can", "could", "may", "might"})


def find_warned(doc: Doc, voices: Voices) -> Iterator[Undertaking]:
    """The threats of those who say it of themselves or their side, in the order of the text."""
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        refused = _refused(verb)
        told = voices.at(verb) if refused is not None else None
        if told is not None and told.reported and not told.bystander:
            teller = told.teller_noun or refused
            yield Undertaking(
                trigger=verb, action=verb, subject=teller, kind="threat", status="announced", shared=teller == refused
            )
            continue
        found = _reserved(verb) or _possible(verb)
        if found is None or negation(verb) is not None or is_passive(verb):
            continue
        subject = subject_of(verb)
        if subject is None or not (is_agent(subject) or subject.lower_ == "it"):
            continue
        speech = voices.at(verb)
        if found != verb or _threatens(verb, subject, speech):
            yield Undertaking(trigger=verb, action=found, subject=subject, kind="threat", status="announced")


def _reserved(verb: Token) -> Token | None:
    """What somebody "reserves the right to" do."""
    right = first(verb, "dobj") if lemma(verb) == "reserve" else None
    if right is None or lemma(right) != "right" or verb.tag_ not in ("VBZ", "VBP", "VBD"):
        return None
    return next((c for c in (*children(right, "acl", "relcl"), *children(verb, "xcomp")) if c.pos_ == "VERB"), None)


def _refused(verb: Token) -> Token | None:
    """The talks or the truce of "there can be no talks until the troops leave", "there will be no truce as long as he rules"."""
    thing = first(verb, "attr", "dobj") if lemma(verb) == "be" and first(verb, "expl") is not None else None
    if thing is None or not any(c.lower_ == "no" for c in children(thing, "det")):
        return None
    ahead = any(a.tag_ == "MD" for a in children(verb, "aux"))
    hangs = any(
        m.lower_ in _AS_LONG_AS for c in children(verb, "advcl") for m in children(c, "mark", "advmod")
    ) or has_condition(verb)
    listed = is_one_of(thing, "subjects", "occasions") or is_one_of(thing, "reports", "agreements")
    return thing if ahead and hangs and (listed or lemma(thing) == "peace") else None


def _possible(verb: Token) -> Token | None:
    """The verb itself where "could" or "can" stands before it."""
    able = any(a.lower_ in _CAN for a in children(verb, "aux"))
    return verb if able and verb.tag_ == "VB" and not any(lemma(a) == "have" for a in children(verb, "aux")) else None


def _threatens(verb: Token, subject: Token, speech: Speech) -> bool:
    """Whether he speaks of his own side, of harm or of leaving what was agreed, on a condition or as a warning."""
    ours = speech.own or subject.lower_ == "we" or (speech.told_by_subject and subject.lower_ == "it")
    if not ours or speech.bystander or not (has_condition(verb) or speech.warns):
        return False
    return (
        is_harm(verb, "actions", "hostile")
        or strikes_back(verb)
        or (is_one_of(verb, "threats", "leaving") and first(verb, "dobj", "xcomp", "prep") is not None)
    )
