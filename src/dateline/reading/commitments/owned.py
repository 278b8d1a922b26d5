"""Undertakings told by a noun and whose it is, wherever it stands: "Norland's proposal to", "his threat to", "its commitment to enforcing"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import CommitmentStatus
from dateline.reading.commitments.grammar import (
    ancestors,
    children,
    first,
    future_auxiliary,
    has_to,
    is_agent,
    subject_of,
)
from dateline.reading.commitments.nouns import is_given_again
from dateline.reading.commitments.undertaking import Made, Undertaking
from dateline.reading.commitments.unreal import is_question
from dateline.reading.commitments.words import is_one_of, lemma

_NEAR = 8
"""Tokens from the noun to what is undertaken."""

_OWN = frozenset({"his", "her", "its", "their"})
_VALUES = frozenset(
    {"deny", "lack", "praise", "hail", "laud", "applaud", "seek", "doubt", "question", "want", "ask", "demand"}
)
"""Who does this to a word only values it, or has none."""

_STANDS = frozenset({"go", "backtrack", "back", "stick", "live", "make", "follow"})
"""Verbs of idioms that keep or break a word: "went back on its promise"."""

_PROPOSED = frozenset({"proposal", "offer"})


def of_owned(noun: Token) -> Iterator[Undertaking]:
    """What somebody's promise, threat, plan, offer or commitment is to do."""
    owner = _owner(noun)
    if owner is None or _is_only_thought_of(noun):
        return
    action = _content(noun)
    made = _made(noun) if action is not None and 0 < action.i - noun.i <= _NEAR else None
    if action is None or made is None or lemma(action) in ("be", "become", "have"):
        return
    yield Undertaking(trigger=noun, action=action, subject=owner, kind=made[0], status=made[1])


def _owner(noun: Token) -> Token | None:
    """Whose it is: "Norland's", "its", "by Norland"."""
    poss = first(noun, "poss")
    if poss is not None:
        return poss if is_agent(poss) or poss.lower_ in _OWN else None
    by = next(
        (first(c, "pobj") for c in children(noun, "prep") if c.lower_ in ("by", "from") and c.i == noun.i + 1), None
    )
    if by is not None:
        return by if is_agent(by) else None
    return subject_of(noun.head) if is_given_again(noun) else None


def _content(noun: Token) -> Token | None:
    """What it is to do: "to expand", "for both to leave", "to enforcing", "of leaving", "that it will pay"."""
    for clause in children(noun, "acl", "relcl", "ccomp"):
        if clause.i < noun.i or any(c.tag_ in ("WDT", "WP") for c in clause.children):
            continue
        if has_to(clause) or future_auxiliary(clause) is not None:
            return clause
    led = {"commitment": "to", "dedication": "to", "intention": "of", "threat": "of", "promise": "of", "plan": "for"}
    for preposition in children(noun, "prep"):
        if preposition.lower_ != led.get(lemma(noun)):
            continue
        doing = first(preposition, "pcomp")
        if doing is not None and lemma(noun) != "plan":
            return doing
        thing = first(preposition, "pobj")
        if thing is not None and lemma(noun) == "commitment" and is_given_again(noun):
            return thing
    behind = noun.right_edge.i + 1
    beside = (c for c in children(noun.head, "xcomp", "advcl") if has_to(c) and c.left_edge.i == behind)
    return next(beside, None)


def _made(noun: Token) -> Made | None:
    held: CommitmentStatus = "ongoing" if is_given_again(noun) else "announced"
    if lemma(noun) in _PROPOSED:
        return "pledge", "proposed" if lemma(noun) == "proposal" else held
    if is_one_of(noun, "nouns", "threat"):
        return "threat", held
    if lemma(noun) == "decision":
        return None  # what came of it, is told besides; who "announced his decision to leave" says so by the verb
    return ("pledge", held) if is_one_of(noun, "nouns", "pledge") else None


def _is_condition(clause: Token) -> bool:
    return any(m.lower_ in ("if", "unless", "whether") for m in children(clause, "mark"))


def _is_only_thought_of(noun: Token) -> bool:
    """Whether it is denied, asked for, kept or broken: what became of it, or that it is none, is told by its verb."""
    verb = noun.head
    for child, head in ancestors(noun):
        if head.pos_ in ("VERB", "AUX"):
            verb = head
            break
        if child.dep_ not in ("pobj", "prep", "dobj", "conj"):
            break
    if any(child.dep_ == "advcl" and _is_condition(child) for child, _ in ancestors(noun)):
        return True
    if is_question(noun) or any(c.lower_ in ("no", "any", "what") for c in children(noun, "det")):
        return True
    told = any(is_one_of(verb, "reports", key) for key in ("breach", "keep", "call_off", "end"))
    asked = is_one_of(verb, "unreal", "denials") and lemma(verb) not in ("dismiss", "reject")
    return told or asked or (noun.dep_ == "pobj" and lemma(verb) in _STANDS) or lemma(verb) in _VALUES
