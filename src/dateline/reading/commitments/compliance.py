"""How somebody stands to what was agreed: "remains compliant with the pact", "has reduced its commitments", "exceeded the limit set by the deal", "lived up to its word"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.grammar import children, first, future_auxiliary, is_agent, negation, subject_of
from dateline.reading.commitments.standing import is_owed, is_treaty
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma
from dateline.reading.pacts import named_pacts

_STAYS = frozenset({"be", "remain", "stay"})
_CUTS = frozenset({"reduce", "curtail", "limit", "decrease"})
_CUTS_BACK = frozenset({"scale", "row", "roll", "cut", "step"})
_EXCEEDS = frozenset({"exceed", "surpass", "breach"})
_BOUNDS = frozenset({"limit", "cap", "ceiling"})
_OWED = frozenset({"commitment", "obligation", "compliance"})

Stand = tuple[CommitmentKind, CommitmentStatus]


def find_compliance(doc: Doc) -> Iterator[Undertaking]:
    """The parties that keep, cut back or exceed what they agreed to, in the order of the text."""
    treaties = named_pacts(doc)
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP", "VBG"):
            continue
        stand = _compliant(verb, treaties) or _cut_back(verb) or _exceeded(verb, treaties) or _lived_up(verb)
        if stand is None or is_unreal(verb) or future_auxiliary(verb) is not None:
            continue
        subject = subject_of(verb)
        if is_agent(subject):
            yield Undertaking(trigger=verb, action=verb, subject=subject, kind=stand[0], status=stand[1], told=True)


def _compliant(verb: Token, treaties: frozenset[str]) -> Stand | None:
    """Whether somebody "is compliant with", "has remained in full compliance with" a pact."""
    if lemma(verb) not in _STAYS:
        return None
    states = [c for c in children(verb, "acomp", "oprd") if c.lower_ == "compliant"]
    led = (first(c, "pobj") for c in children(verb, "prep") if c.lower_ == "in")
    states += [t for t in led if t is not None and lemma(t) == "compliance"]
    withs = (first(p, "pobj") for t in (verb, *states) for p in children(t, "prep") if p.lower_ == "with")
    if not states or not any(t is not None and is_treaty(t, treaties) for t in withs):
        return None
    return "agreement", "fulfilled" if negation(verb) is None else "violated"


def _cut_back(verb: Token) -> Stand | None:
    """Whether somebody "has reduced its commitments", "scaled back its obligations": no longer keeps them whole."""
    cuts = lemma(verb) in _CUTS or (
        lemma(verb) in _CUTS_BACK and any(c.lower_ in ("back", "down") for c in children(verb, "prt", "advmod"))
    )
    if not cuts or negation(verb) is not None:
        return None
    below = [*children(verb, "dobj"), *(t for p in children(verb, "prep") for t in children(p, "pobj"))]
    owed = any(
        lemma(t) in _OWED and first(t, "compound") is None and (first(t, "poss") or children(t, "prep")) for t in below
    )  # not "its debt obligations"
    return ("agreement", "ended") if owed else None


def _exceeded(verb: Token, treaties: frozenset[str]) -> Stand | None:
    """Whether somebody "exceeded the limit set by the deal", "surpassed the cap under the pact"."""
    bound = first(verb, "dobj") if lemma(verb) in _EXCEEDS and negation(verb) is None else None
    if bound is None or lemma(bound) not in _BOUNDS:
        return None
    return ("agreement", "violated") if any(is_treaty(t, treaties) for t in verb.subtree) else None


def _lived_up(verb: Token) -> Stand | None:
    """Whether somebody "lived up to its promises", or has not."""
    if lemma(verb) != "live" or not any(c.lower_ == "up" for c in children(verb, "prt", "advmod", "prep")):
        return None
    led = [p for t in (verb, *children(verb, "prt", "prep", "advmod")) for p in children(t, "prep") if p.lower_ == "to"]
    words = [t for p in led for t in children(p, "pobj") if is_one_of(t, "reports", "undertakings")]
    if not words:
        return None
    kind: CommitmentKind = "agreement" if any(is_owed(t) for t in words) else "pledge"
    return kind, "fulfilled" if negation(verb) is None else "violated"
