"""What makes an undertaking a threat: harm, an answer in kind, an offence that will not go unanswered."""

from spacy.tokens import Token

from dateline.reading.commitments.grammar import children, first, is_passive, negation, own_subject
from dateline.reading.commitments.words import is_one_of, lemma

_GIVES_UP = frozenset(
    {"lift", "avoid", "avert", "end", "ease", "reduce", "remove", "halt", "stop", "withdraw", "pause"}
)


def is_harm(verb: Token, section: str, key: str) -> bool:
    """Whether the verb is a listed deed of harm; who strikes nobody only stops working, and who targets a market harms nobody."""
    if lemma(verb) == "strike" and first(verb, "dobj", "prt") is None:
        return any(c.lower_ in ("at", "back") for c in children(verb, "prep", "advmod"))
    if not is_one_of(verb, section, key):
        return False
    things = children(verb, "dobj", "nsubjpass")
    return not any(is_one_of(thing, "threats", "harmless") for thing in things)


def fights(action: Token) -> bool:
    """Whether somebody is to fight with arms: "fight on", "fight to the last man", "fight them"; not an evil, nor for a right."""
    if lemma(action) != "fight" or any(is_one_of(t, "threats", "harmless") for t in children(action, "dobj")):
        return False
    led = {c.lower_ for c in children(action, "prep", "prt", "advmod")}
    return bool(led & {"on", "back", "to", "until", "till"}) and "for" not in led


def strikes_back(action: Token) -> bool:
    """Whether what is undertaken answers harm with harm, by its noun: "retaliation", "announce retaliatory measures".

    Not so whoever puts it off or gives it up: "will suspend its retaliatory duties".
    """
    if any(is_one_of(action, "reports", key) for key in ("postpone", "call_off")) or lemma(action) in _GIVES_UP:
        return False
    for thing in (action, *children(action, "dobj")):
        if thing.pos_ == "NOUN" and is_one_of(thing, "threats", "answers"):
            return True
        said = children(thing, "amod", "compound")
        if any(is_one_of(c, "threats", "answering") for c in said):
            return True
        if is_one_of(thing, "threats", "response") and any(is_one_of(c, "threats", "hard") for c in said):
            return True
    return False


def threatened_with(verb: Token) -> Token | None:
    """The deed that is threatened by its noun: "threatened sanctions"; not who or what is threatened."""
    thing = first(verb, "dobj")
    below = (*children(verb, "prep"), *(children(thing, "prep") if thing is not None else ()))
    led = next((c for c in below if c.lower_ == "with" and c.i > verb.i), None)
    thing = first(led, "pobj") if led is not None else thing
    if thing is None or thing.pos_ != "NOUN":
        return None
    return thing if is_one_of(thing, "threats", "deeds") or is_one_of(thing, "threats", "answers") else None


def goes_not_unanswered(verb: Token) -> bool:
    """Whether something "will not go unanswered", "will not be left unpunished", "will be met with force", "will receive a crushing response"."""
    if _is_met_with_force(verb) or _draws_response(verb):
        return True
    if not is_passive(verb) and negation(verb) is None and is_suffered(verb):
        return True
    subject = own_subject(verb)
    refused = negation(verb) or (first(subject, "neg", "det") if subject is not None else None)
    if refused is None or (refused.dep_ == "det" and refused.lower_ != "no") or lemma(verb) not in ("go", "leave"):
        return False
    left = children(verb, "acomp", "oprd", "advcl", "ccomp", "advmod")
    left += [c for thing in children(verb, "dobj") for c in children(thing, "amod", "acl")]
    return any(is_one_of(c, "threats", "unanswered") for c in left)


def is_suffered(verb: Token) -> bool:
    """Whether the subject is to suffer what another threatens with: "they will regret it", "will pay the price", "will be obliterated"."""
    if is_passive(verb):
        return first(verb, "agent") is None and negation(verb) is None
    dear = any(c.lower_ in ("dearly", "heavily") for c in children(verb, "advmod"))
    price = lemma(verb) == "pay" and (
        dear or any(is_one_of(c, "threats", "hard") for t in children(verb, "dobj") for c in children(t, "amod"))
    )
    met = any(is_one_of(t, "threats", "suffered") for t in children(verb, "dobj"))
    return is_one_of(verb, "threats", "suffer") or price or met


def imposes_sanctions(verb: Token) -> bool:
    """Whether sanctions or the like are laid on somebody, by the verb and its object: "impose a round of sanctions"."""
    torn = verb.lower_ == "re" and verb.i + 2 < len(verb.doc) and verb.nbor().text == "-"  # "re | - | impose"
    verbs = (verb, verb.nbor(2)) if torn else (verb,)
    below = [t for v in verbs for c in children(v, "dobj", "nsubjpass") for t in (c, *children(c, "prep"))]
    nouns = [t for t in below if t.pos_ == "NOUN"] + [n for t in below for n in children(t, "pobj")]
    imposes = any(is_one_of(v, "threats", "imposes") for v in verbs)
    return imposes and any(is_one_of(t, "threats", "imposed") for t in nouns)


def relieves(verb: Token) -> bool:
    """Whether sanctions or the like are eased or lifted, by the verb or by one below it: "is considering easing its sanctions"."""
    below = () if negation(verb) is not None else (verb, *children(verb, "xcomp", "ccomp", "pcomp"))
    eased = (t for v in below if is_one_of(v, "threats", "relieves") for t in children(v, "dobj", "nsubjpass"))
    return any(is_one_of(t, "threats", "imposed") or is_one_of(t, "threats", "barred") for t in eased)


def _draws_response(verb: Token) -> bool:
    """Whether an attack "will receive a crushing response", or the response "will be crushing"."""
    if negation(verb) is not None or is_passive(verb):
        return False
    if lemma(verb) == "be":
        subject = own_subject(verb)
        answer = subject is not None and (
            is_one_of(subject, "threats", "response")
            or is_one_of(subject, "threats", "answers")
            or lemma(subject) in ("consequence", "price")
        )
        return answer and any(is_one_of(c, "threats", "hard") for c in children(verb, "acomp"))
    drawn = children(verb, "dobj") if lemma(verb) in ("receive", "face", "get", "draw", "meet", "encounter") else []
    return any(_is_hard_answer(t) for t in drawn)


def _is_met_with_force(verb: Token) -> bool:
    if lemma(verb) not in ("meet", "answer") or not is_passive(verb) or negation(verb) is not None:
        return False
    led = [first(c, "pobj") for c in children(verb, "prep", "agent") if c.lower_ in ("with", "by")]
    return any(t is not None and (lemma(t) in ("force", "fire") or _is_hard_answer(t)) for t in led)


def _is_hard_answer(noun: Token) -> bool:
    """Whether it is "retaliation", or a response that is called hard."""
    hard = any(is_one_of(c, "threats", "hard") for c in noun.children)
    return is_one_of(noun, "threats", "answers") or (is_one_of(noun, "threats", "response") and hard)
