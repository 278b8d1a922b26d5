"""From characters to spaCy's tokens, and the few walks over the tree that the quantities need."""

from bisect import bisect_right

from spacy.tokens import Doc, Token


class Tokens:
    """The tokens of a text, found by offset."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [t.idx for t in doc]

    def at(self, offset: int) -> Token:
        """The token that holds the offset, or the last one before it."""
        return self.doc[max(0, bisect_right(self._starts, offset) - 1)]


def noun_after(token: Token) -> Token | None:
    """The noun that a number's last token counts: its head where that stands to the right in one noun phrase, else the next noun."""
    head = token
    for _ in range(4):
        if (
            head.dep_ not in {"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "det", "predet"}
            or head.head.i <= head.i
        ):
            break
        head = head.head
        if head.pos_ in {"NOUN", "PROPN"} and head.i - token.i <= 8 and _one_phrase(token, head):
            return _full_noun(head)
    return _next_noun(token)


def _one_phrase(token: Token, noun: Token) -> bool:
    between = token.doc[token.i + 1 : noun.i]
    return all(
        t.pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "ADV", "PUNCT", "PART", "VERB", "CCONJ", "SYM", "X"}
        and t.text not in {";", ":", "(", ")"}
        and not _parts(t)
        and t.tag_ not in {"VBD", "VBZ", "VBP", "MD"}
        for t in between
    )


def _parts(mark: Token) -> bool:
    """Whether it is a dash with spaces around it: "four unions - Harbour, Port and Quay"."""
    return (
        mark.text in {"-", "–", "—", "--"} and bool(mark.whitespace_) and mark.i > 0 and bool(mark.nbor(-1).whitespace_)
    )


def _full_noun(noun: Token) -> Token:
    """The head of a compound: of "police" in "police officers" it is "officers", of "flood" in "flood-hit families" the families."""
    noun = _before_wide(_past_hyphens(noun))
    for _ in range(3):
        if (
            noun.dep_ not in {"compound", "nmod", "amod"}
            or noun.head.i <= noun.i
            or _before_wide(noun.head) != noun.head
            or noun.head.pos_ not in {"NOUN", "PROPN"}
            or noun.head.i - noun.i > 3
        ):
            break
        noun = noun.head
    return noun


def _past_hyphens(noun: Token) -> Token:
    """The noun that a word described which is joined with this one by a hyphen; else the noun itself."""
    doc, k = noun.doc, noun.i
    while k + 2 < len(doc) and doc[k + 1].text == "-" and not doc[k].whitespace_ and not doc[k + 1].whitespace_:
        k += 2
    if k == noun.i:
        return noun
    behind = next((t for t in doc[k + 1 : k + 4] if t.pos_ != "ADJ"), None)
    if behind is not None and behind.pos_ == "NOUN":
        return behind
    return doc[k] if doc[k].tag_ == "NNS" else noun


def start_of_word(noun: Token) -> int:
    """Where a plural begins that the model cuts at its hyphens: "vice-presidents"."""
    doc, k = noun.doc, noun.i
    while (
        noun.tag_ == "NNS" and k > 1 and doc[k - 1].text == "-" and not doc[k - 1].whitespace_ and doc[k - 2].is_alpha
    ):
        if doc[k - 2].whitespace_:
            break
        k -= 2
    return doc[k].idx


def _next_noun(token: Token) -> Token | None:
    doc, last = token.doc, None
    for k in range(token.i + 1, min(token.i + 7, len(doc))):
        t = doc[k]
        if t.is_sent_start or t.is_space:
            break
        if t.pos_ in {"NOUN", "PROPN"} and t.text != "%":
            last = t
            if t.dep_ != "compound":
                break
        elif not (
            last is None and (t.pos_ in {"ADJ", "ADV"} or t.tag_ in {"VBN", "VBG"} or t.text in {"-", "U.S.", "US"})
        ):
            break
    return _before_wide(_past_hyphens(last)) if last is not None else None


def _before_wide(noun: Token) -> Token:
    """The noun itself; the one before it where it only says how far: "900 people countrywide"."""
    return noun.nbor(-1) if noun.lower_.endswith("wide") and noun.i and noun.nbor(-1).pos_ == "NOUN" else noun


def top(noun: Token) -> Token:
    """The first of a coordination: what "wounded" governs in "killed three and wounded four soldiers and a guard"."""
    for _ in range(6):
        if noun.dep_ not in {"conj", "appos"} or noun.head.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "PRON"}:
            break
        noun = noun.head
    return noun


def governor(noun: Token) -> Token | None:
    """The verb that the noun belongs to, through coordination and prepositions; None where there is none."""
    at = top(noun)
    for _ in range(6):
        if at.head == at:
            return at if at.pos_ in {"VERB", "AUX"} else None
        at = at.head
        if at.pos_ in {"VERB", "AUX"}:
            return at
    return None


def is_told(verb: Token) -> bool:
    """Whether a verb tells what befell somebody, and not what is planned, threatened or possible: "vowed to free 20 divers"."""
    return not any(c.tag_ in {"TO", "MD"} and c.dep_ == "aux" for c in verb.lefts)


def phrase(noun: Token) -> tuple[int, int]:
    """First and last token of the noun's phrase up to the noun itself: its modifiers on the left, no more."""
    first = noun.i
    for left in noun.lefts:
        if left.dep_ in {"compound", "amod", "nmod", "poss", "nummod", "det", "quantmod", "punct"}:
            first = min(first, left.left_edge.i)
    return first, noun.i


def state_told(verb: Token) -> str | None:
    """The state that a verb says somebody is in: "were dead", "are still missing", "remain unaccounted for"; not what is only feared."""
    if not is_told(verb) or any(c.dep_ == "neg" for c in verb.children):
        return None
    if verb.lower_ == "missing" and any(c.lemma_ == "be" for c in verb.lefts):
        return verb.lower_
    if verb.lemma_ not in _BEING:
        return None
    said = (c.lower_ for c in verb.rights if c.dep_ in {"acomp", "attr", "oprd", "advmod", "advcl"})
    return next((word for word in said if word in _STATES), None)


_BEING = frozenset({"be", "remain", "go", "stay", "report", "list"})
_STATES = frozenset({"dead", "missing", "wounded", "injured", "homeless", "unaccounted", "stranded", "trapped"})
