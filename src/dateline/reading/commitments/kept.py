"""Whether what was due or promised was done: deadlines met or passed, words kept or gone back on, deeds done as promised."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.grammar import (
    children,
    first,
    future_auxiliary,
    has_perfect,
    has_to,
    is_passive,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.standing import is_owed
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_OWN = frozenset({"it", "they", "he", "she"})
_MEETS = frozenset({"meet", "beat"})
_AHEAD = frozenset({"ahead", "before"})


def find_kept(verb: Token) -> Iterator[Undertaking]:
    """What a verb tells of something that was due or promised before; nothing where it tells no such thing."""
    yield from _passed(verb)
    yield from _done(verb)
    yield from _met(verb)
    yield from _performed(verb)
    yield from _stood(verb)


def gave_word(verb: Token) -> bool:
    """Whether somebody "promised", "agreed", "had vowed" something."""
    return verb.tag_ in ("VBD", "VBN") and (
        is_one_of(verb, "verbs", "agree") or lemma(verb) in ("promise", "pledge", "vow", "undertake", "commit")
    )


def failure_of(verb: Token) -> Token | None:
    """The "failed" of "failed to fulfil"."""
    if verb.dep_ != "xcomp" or lemma(verb.head) not in ("fail", "refuse") or verb.head.tag_ not in ("VBD", "VBN"):
        return None
    return verb.head


def _passed(verb: Token) -> Iterator[Undertaking]:
    """A deadline for something that "passed" or "expired": what was due was not done; one without a purpose just ended."""
    if lemma(verb) not in ("pass", "expire", "lapse") or verb.tag_ not in ("VBD", "VBN") or is_passive(verb):
        return
    deadline = own_subject(verb) or (verb.head if verb.dep_ == "acl" and verb.head.dep_ == "ROOT" else None)
    if deadline is None or lemma(deadline) != "deadline" or not _is_told(verb) or negation(verb) is not None:
        return
    if any(m.lower_ == "before" for m in children(verb, "mark")):
        return  # "agreed on it four days before the deadline expired"
    purpose = any(c.lower_ == "for" for c in children(deadline, "prep")) or bool(children(deadline, "acl", "relcl"))
    without = any(c.lower_ == "without" for c in children(verb, "prep"))
    status: CommitmentStatus = "violated" if purpose or without else "ended"
    yield Undertaking(
        trigger=verb, action=verb, subject=deadline, kind="schedule", status=status, shared=True, told=True
    )


def _done(verb: Token) -> Iterator[Undertaking]:
    """Somebody "has done what it promised", "did as it had pledged", or has not."""
    if lemma(verb) not in ("do", "deliver", "keep") or verb.tag_ not in ("VBD", "VBN") or not _is_told(verb):
        return
    for clause in children(verb, "ccomp", "advcl", "dobj", "pcomp"):
        opened = any(c.lower_ in ("what", "as") and c.i < clause.i for c in clause.children)
        if clause.i > verb.i and opened and gave_word(clause):
            yield _outcome(verb, own_subject(verb), _kind(clause), kept=negation(verb) is None)
            return


def _met(verb: Token) -> Iterator[Undertaking]:
    """Somebody "met the deadline", "failed to meet its commitment", or left "a day ahead of the deadline"."""
    failed = failure_of(verb)
    if failed is None and (verb.tag_ not in ("VBD", "VBN") or verb.dep_ == "acl"):
        return
    teller = failed or verb
    if not _is_told(teller) or is_passive(teller) or (negation(verb) is not None and not has_perfect(verb)):
        return
    kept = failed is None and negation(verb) is None
    thing = first(verb, "dobj")
    if lemma(verb) in _MEETS and thing is not None and thing.tag_ == "NN" and lemma(thing) == "deadline":
        yield _outcome(verb, subject_of(teller), "schedule", kept=kept, trigger=teller)
    elif lemma(verb) == "meet" and thing is not None and is_one_of(thing, "reports", "undertakings"):
        yield _outcome(verb, subject_of(teller), "pledge", kept=kept, trigger=teller)
    elif kept and is_one_of(verb, "reports", "perform") and _is_ahead_of_deadline(verb):
        yield _outcome(verb, subject_of(verb), "schedule", kept=True)


def _is_ahead_of_deadline(verb: Token) -> bool:
    """Whether a span stands before "ahead of the deadline", "before its deadline": so much sooner was it done."""
    for ahead in verb.subtree:
        if ahead.lower_ not in _AHEAD or not children(ahead, "npadvmod"):
            continue
        of = first(ahead, "prep")
        inner = first(of or ahead, "pobj")
        if inner is not None and lemma(inner) == "deadline":
            return True
    return False


def _performed(verb: Token) -> Iterator[Undertaking]:
    """Somebody "completed the withdrawal it had promised", "has not paid the sum that it pledged"."""
    thing = first(verb, "dobj")
    for clause in children(thing, "relcl") if thing is not None else ():
        if performed_by(clause) == verb:
            yield _outcome(verb, subject_of(verb), _kind(clause), kept=negation(verb) is None)
            return


def performed_by(clause: Token) -> Token | None:
    """The "freed" of "freed the pilot whom they had promised to free": what tells that a promise in a relative clause was kept or not."""
    if clause.dep_ != "relcl" or clause.head.dep_ != "dobj" or not gave_word(clause):
        return None
    verb, promiser = clause.head.head, own_subject(clause)
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ == "acl" or not is_one_of(verb, "reports", "perform"):
        return None
    if not _is_told(verb) or is_passive(verb) or (negation(verb) is not None and not has_perfect(verb)):
        return None
    own = promiser is not None and promiser.lower_ in _OWN and subject_of(verb) is not None
    return verb if own else None


def _stood(verb: Token) -> Iterator[Undertaking]:
    """Somebody "went back on", "has stuck to", "lived up to" a promise."""
    if verb.tag_ not in ("VBD", "VBN") or not _is_told(verb) or negation(verb) is not None:
        return
    after = list(verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)])
    idiom = lemma(verb), " ".join(t.lower_ for t in after)
    kept = _STOOD.get(idiom)
    if kept is None and after:
        kept = _STOOD.get((lemma(verb), after[0].lower_))
    if kept is None or (kept and not has_perfect(verb)):
        return  # who "stuck to his promise" may only have said it again
    below = (t for p in verb.subtree if p.dep_ == "prep" and p in after for t in children(p, "pobj"))
    thing = next(below, None)
    if thing is None:
        return
    if is_one_of(thing, "reports", "undertakings"):
        yield _outcome(verb, subject_of(verb), "agreement" if is_owed(thing) else "pledge", kept=kept)
    elif is_one_of(thing, "reports", "agreements"):
        yield _outcome(verb, subject_of(verb), "agreement", kept=kept)


_STOOD = {
    ("go", "back on"): False,
    ("backtrack", "on"): False,
    ("back", "out of"): False,
    ("stick", "to"): True,
    ("live", "up to"): True,
    ("make", "good on"): True,
    ("follow", "through on"): True,
}
"""Whether who does this keeps the word that follows."""


def _is_told(verb: Token) -> bool:
    return not has_to(verb) and not is_unreal(verb) and future_auxiliary(verb) is None


def _kind(clause: Token) -> CommitmentKind:
    return "agreement" if is_one_of(clause, "verbs", "agree") else "pledge"


def _outcome(
    verb: Token, subject: Token | None, kind: CommitmentKind, *, kept: bool, trigger: Token | None = None
) -> Undertaking:
    return Undertaking(
        trigger=trigger or verb,
        action=verb,
        subject=subject,
        kind=kind,
        status="fulfilled" if kept else "violated",
        told=True,
    )
