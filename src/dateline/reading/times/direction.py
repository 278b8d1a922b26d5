"""Whether an expression looks back or ahead: from the verb that governs it, its tense and aspect, and prepositions."""

from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.reading.lexicon import lexicon

Direction = Literal["past", "future"] | None

_STEPS = 12
"""How many heads are climbed at most; longer chains are lists and tables."""


def direction(tokens: Tokens, before: tuple[str, ...]) -> Direction:
    """Past, future, or None where neither tense nor preposition tells."""
    words = lexicon("times_direction")
    if before and before[-1] in words["past_before"]:
        return "past"
    if (
        tokens.root.dep_ in ("compound", "nummod", "nmod", "amod")
        and tokens.root.head.pos_ in ("NOUN", "PROPN")
        and (tokens.root.head.i >= tokens.end)
    ):
        return None  # "the 14 January deadline": the verb tells nothing of it
    if _is_chosen(tokens):
        return "future"
    told = _of_verb(tokens.root)
    if (
        before
        and before[-1] in ("to", "through")
        and told == "past"
        and tokens.root.head.head.lemma_ in words["moving"]
    ):
        return "future"
    if before and before[-1] in words["always_future_before"]:
        verb = tokens.root.head.head
        return "past" if told == "past" and (_had(verb) or _held(verb)) else "future"
    if before and before[-1] in words["future_before"] and told != "past":
        return "future"
    if told is None and before and before[-1] == "from" and _is_aim(tokens.root.head.head):
        return "future"  # "had planned to fine drivers from Thursday"
    return "future" if told == "past" and _opens_what_is_arranged(tokens.root.head) else told


def _is_chosen(tokens: Tokens) -> bool:
    """Whether the day itself is what is set or announced: "announced June 30 as the date for the vote", "set the hearing for May 4"."""
    verb, words = tokens.root.head, lexicon("times_direction")
    if verb.lower_ == "for":  # "set the hearing for May 4"
        verb = verb.head if verb.head.pos_ == "VERB" else verb.head.head
        return verb.lemma_ in words["choosing"] and verb.tag_ == "VBD"
    if verb.lemma_ not in (*words["arranging"], *words["choosing"]) or tokens.start != verb.i + 1:
        return False
    behind = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    return behind is not None and (
        behind.lower_ == "as" or (verb.lemma_ in words["choosing"] and behind.lower_ == "for")
    )


def _opens_what_is_arranged(word: Token) -> bool:
    """Whether the word says from when something holds that was agreed or announced: "agreed to a truce from 6 a.m. on Saturday"."""
    words = lexicon("times_direction")
    if word.lower_ in ("at", "on", "as", "of"):
        word = word.head
    if word.lower_ != "from" and (word.tag_ != "VBG" or word.lemma_ not in words["beginnings"]):
        return False
    for verb in word.ancestors:
        if verb.pos_ == "VERB" and verb.tag_ != "VBG":
            return verb.lemma_ in words["arranging"]
    return False


def _is_aim(verb: Token) -> bool:
    """Whether the verb, or one that it completes ("to start issuing"), stands with "to" below another verb."""
    while verb.dep_ == "xcomp":
        if any(child.lower_ == "to" for child in verb.children if child.dep_ == "aux"):
            return True
        verb = verb.head
    return False


def _of_verb(expression: Token) -> Direction:
    words, token = lexicon("times_direction"), expression
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX") and _is_apart(expression, token):
            return None
        if token.pos_ in ("VERB", "AUX"):
            told = _tense(token)
            if told == "future" and token.tag_ == "VBD" and expression.i < token.i:
                return "past"  # "On Friday they planned a march": the day of the planning
            if told is not None:
                return told
            if token.tag_ in ("VBZ", "VBP"):
                return "future" if token.lemma_ not in words["reporting"] else None
        elif token.lower_ in words["future_adjectives"] and token.pos_ != "NOUN":
            return "future"
        if token.head is token:
            return None
        token = token.head
    return None


def _is_apart(expression: Token, verb: Token) -> bool:
    """Whether one of them is quoted and the other is not: of `"Before June," he added` the day is not that of the adding."""
    between = expression.doc[min(expression.i, verb.i) : max(expression.i, verb.i)]
    return sum(token.is_quote and token.text not in ("'", "‘", "’") for token in between) % 2 == 1


def _had(verb: Token) -> bool:
    """Whether it stands in the past perfect: what it tells is over by the time that the text speaks of."""
    return any(child.lower_ == "had" for child in verb.children if child.dep_ == "aux")


def _held(verb: Token) -> bool:
    """Whether what lasted until then is over: "the truce held until Friday"; a term that was set or given is not."""
    words = lexicon("times_direction")
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    # "They kept the port closed until Friday": it still is.
    ended = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.dep_ not in ("oprd", "ccomp", "xcomp"))
    return ended and not passive and verb.lemma_ not in (*words["moving"], *words["granting"])


def _tense(verb: Token) -> Direction:
    words = lexicon("times_direction")
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    lowers = {child.lower_ for child in helpers}
    if lowers & set(words["future_helpers"]):
        return "future"
    if "have" in lowers and lowers & set(words["modal_helpers"]):
        return "past"
    if lowers & set(words["modal_helpers"]):
        return "future"
    if "to" in lowers:
        if "have" in lowers:
            return "past"
        governor = verb.head if verb.head is not verb else None
        if governor is not None and governor.lemma_.lower() in words["past_governors"]:
            return "past"
        if governor is not None and (
            governor.lower_ in ("was", "were")
            or any(
                child.lower_ in ("was", "were", "had")
                for child in governor.children
                if child.dep_ in ("aux", "auxpass")
            )
        ):
            return None  # "was expected to pass on Friday": the day may be over or not
        return "future"
    if lowers & {"had", "has", "have", "'ve", "’ve", "was", "were", "did", "been"}:
        if verb.lower_ == "going" or (verb.lemma_ in words["scheduling"] and verb.lemma_ not in words["running_out"]):
            return None if _had(verb) else "future"  # "had been scheduled for Friday": it may be over
        return "past"
    if verb.tag_ == "VBD":
        return "future" if verb.lemma_ in words["planning"] else "past"
    if verb.lower_ == "set" and verb.tag_ == "VBN" and not _is_set_to(verb):
        return "past"
    if verb.lemma_ in words["scheduling"] and verb.tag_ in ("VBN", "VBG", "VBZ", "VBP"):
        return "future"
    if verb.tag_ == "VBN":
        return "past" if not helpers else None
    if verb.tag_ == "VBG" and lowers & {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "be"}:
        return "future" if verb.lower_ == "going" else None
    return None


def _is_set_to(verb: Token) -> bool:
    """Whether "set" says what is to come ("set for May", "set to open") and not what was done ("a record set in May")."""
    return any(child.lower_ in ("for", "to") or child.dep_ == "xcomp" for child in verb.children)


_BEHIND = 2
"""Words between a verb and a time that says when it was done: its preposition."""


def binding(tokens: Tokens, way: Direction) -> bool:
    """Whether the direction binds: the expression hangs on a verb of that tense itself, alone or by its preposition."""
    verb = tokens.root.head
    if verb.pos_ in ("ADP", "SCONJ"):
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    right_behind = 0 < tokens.start - verb.i <= _BEHIND  # "agreed in March to leave"
    if (
        way == "past"
        and tokens.root.i > verb.i
        and not right_behind
        and verb.lemma_ in lexicon("times_direction")["arranging"]
    ):
        return False
    of_a_day = any(c.isdigit() for c in tokens.text)
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and (of_a_day or not right_behind):
        return False  # "will fine drivers of cars registered there on 3 May": the day may be that of the verb above
    if way != "future" or verb.tag_ in ("VBZ", "VBP"):
        return True
    if any(child.lower_ == "to" for child in verb.children if child.dep_ == "aux"):
        # "is due to close on Monday" looks ahead; "the third to close on Monday" need not.
        return verb.head.lemma_ in (*lexicon("times_direction")["scheduling"], "be", "go") and verb.dep_ == "xcomp"
    return _tense(verb) == "future"


def told_as(tokens: Tokens, preposition: str) -> Direction:
    """Past or future where the verb nearest to the expression says so beyond doubt; the dating of articles rests on it.

    Future needs "will", or a verb of scheduling in the present ("is due"), or "would" beside "by"; past needs a finite past,
    a perfect or a participle, and a preposition that places an event ("in", "on", "since", "during").
    """
    words = lexicon("times_direction")
    token = tokens.root
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX") or token.head is token:
            break
        if token.dep_ in ("relcl", "appos", "poss"):
            return None
        token = token.head
    if (
        token.tag_ == "VB"
        and token.dep_ == "ccomp"
        and not any(child.dep_ in ("aux", "mark") for child in token.children)
    ):
        token = token.head  # "would see troops leave by May": the helper stands with the verb above
    if token.pos_ not in ("VERB", "AUX"):
        return None
    if preposition not in (
        *words["placing"],
        *words["future_before"],
        *words["always_future_before"],
        "before",
        "from",
    ):
        return None
    lowers = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass", "neg", "mark")}
    if lowers & {"if", "unless", "whether", "not", "n't", "n’t", "never"}:
        return None
    if lowers & set(words["future_helpers"]) or ("would" in lowers and preposition == "by"):
        return "future" if preposition != "since" else None
    if lowers & (set(words["modal_helpers"]) | {"to", "could"}):
        return None
    if token.lemma_ in words["scheduling"]:
        return "future" if lowers & {"is", "are"} else None
    if preposition not in words["placing"] or token.lemma_ in words["moving"]:
        return None
    if token.tag_ in ("VBD", "VBN") and not lowers & {"is", "are", "be"}:
        return "past"
    return None
