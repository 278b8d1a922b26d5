"""Runs of capitalised words that no list knows, without the titles before them."""

from collections import Counter

from spacy.tokens import Doc

from dateline.reading.actors.bodies import is_capital, of_many
from dateline.reading.actors.known import known_from
from dateline.reading.actors.names import Name, NameKind
from dateline.reading.actors.words import given_name_gender, is_modifier, is_title, words

_LABELS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_LONGEST = 12
_OF_TRADES = ("er", "or", "ist", "man", "men", "woman", "ian", "ant", "eer", "ent", "ary", "ic", "al")
"""Ends of words for what somebody is or does, which open a sentence before a name as a given name does."""


def run_at(doc: Doc, i: int, end: int) -> Name | None:
    """A run of capitalised words that starts here, without titles before it."""
    token = doc[i]
    if token.lower_ in words("naming", "particles") and not token.text[0].isupper():
        nearby = i + 1 < end and (
            doc[i + 1].text[0].isupper() or (doc[i + 1].text == "-" and i + 2 < end and doc[i + 2].text[0].isupper())
        )
        if not nearby or (
            token.ent_type_ != "PERSON" and not (token.lower_ in ("al", "el") and doc[i + 1].text == "-")
        ):
            return None
    elif not is_capital(token) or (is_title(token) and not is_name_anyway(doc, i, end)):
        return None
    k = i + 1
    while k < min(end, i + _LONGEST):
        nxt = doc[k]
        if (
            nxt.ent_iob_ == "B"
            and nxt.ent_type_ in ("PERSON", "GPE", "NORP")
            and doc[k - 1].ent_type_ in ("GPE", "DATE", "ORG")
            and doc[k - 1].text != "-"
        ):
            break
        if (
            _person_starts(doc, k)
            and doc[k - 1].ent_type_ != "PERSON"
            and given_name_gender(doc[k - 1].text) is None
            and not (k - 1 == i and _is_given(doc, i))
        ):
            break
        if is_capital(nxt) and not (
            is_title(nxt) and nxt.ent_type_ != "PERSON" and given_name_gender(doc[k - 1].text) is None
        ):
            if _is_listed_state(doc, k) and nxt.ent_type_ != doc[i].ent_type_:
                break
            k += 1
            continue
        if (
            (
                nxt.text == "-"
                and not doc[k - 1].whitespace_
                and not nxt.whitespace_
                and k + 1 < end
                and _label(doc, i, k) == "person"
            )
            and doc[k + 1].is_alpha
            and doc[k + 1].lower_ not in words("naming", "compound_ends")
        ):  # Ban Ki-moon
            k += 2
            continue
        if (
            nxt.text == "-"
            and doc[k - 1].lower_ in words("naming", "word_beginnings")
            and not doc[k - 1].whitespace_
            and not nxt.whitespace_
            and k + 1 < end
            and doc[k + 1].is_alpha
        ):  # Local Co-ordination Council
            k += 2
            continue
        if nxt.tag_ == "POS" and nxt.whitespace_:
            break  # "the Carters' Ana Frey"
        nicked = _past_nickname(doc, k, end)
        if nicked > k and (token.ent_type_ == "PERSON" or given_name_gender(token.text) is not None):
            k = nicked
            continue
        joins = (
            nxt.text in ("-", "'", "’")
            or of_many(doc, k)
            or nxt.lower_ in words("naming", "particles")
            or _hyphened(doc, k)
        )
        if joins and k + 1 < end and not doc[k - 1].whitespace_ * (nxt.text in ("-", "'", "’")):
            ahead = k + 1
            while (
                ahead < end
                and (
                    doc[ahead].lower_ in words("naming", "particles") or doc[ahead].text == "-" or _hyphened(doc, ahead)
                )
                and ahead < k + 4
            ):
                ahead += 1
            if ahead < end and doc[ahead].text[0].isupper() and is_capital(doc[ahead]):
                k = ahead + 1
                continue
        break
    if (k - i == 1 and len(token.text.strip(".")) < 2) or all(is_title(t) or t.is_punct for t in doc[i:k]):
        return None
    return Name(i, k, _label(doc, i, k), doc[i:k].text)


def _past_nickname(doc: Doc, k: int, end: int) -> int:
    """Where a nickname in quotation marks ends that stands inside a name, at token k: 'Ana "Red" Frey'; k where none does."""
    if doc[k].text not in ('"', "“", "‘", "'", "''", "``") or doc[k].whitespace_:
        return k
    for j in range(k + 2, min(end - 1, k + 6)):
        if doc[j].text in ('"', "”", "’", "'", "''"):
            named = doc[j + 1].text[0].isupper() and doc[j].whitespace_ and doc[k + 1].text[0].isupper()
            return j + 1 if named else k
    return k


def _is_given(doc: Doc, i: int) -> bool:
    """Whether a word before what spaCy sees as a person's name is the first of it: behind a comma or a title, with no sense of its own."""
    token = doc[i]
    before = doc[i - 1] if i > token.sent.start else None
    opens = before is None or before.text == "," or is_title(before)
    if before is None and (token.pos_ != "PROPN" or token.ent_type_ or token.lower_.endswith(_OF_TRADES)):
        return False  # "Businessman Ali Khan"
    word = token.dep_ == "compound" and token.head.ent_type_ == "PERSON" and not token.is_upper
    unlike = given_name_gender(token.text) is None and (is_modifier(token) or known_from(doc, i) is not None)
    return opens and word and token.ent_type_ in ("", "ORG") and not unlike


def _hyphened(doc: Doc, k: int) -> bool:
    """Whether the token is an Arabic article with its hyphen."""
    return (
        doc[k].lower_ in words("naming", "hyphened")
        and k + 1 < len(doc)
        and doc[k + 1].text == "-"
        and not doc[k].whitespace_
    )


def _person_starts(doc: Doc, k: int) -> bool:
    """Whether spaCy sees a person's name of several words begin at token k."""
    return doc[k].ent_type_ == "PERSON" and doc[k].ent_iob_ == "B" and k + 1 < len(doc) and doc[k + 1].ent_iob_ == "I"


def is_name_anyway(doc: Doc, i: int, end: int) -> bool:
    """Whether a word that could be a title is the name itself, since nothing of a name follows it."""
    follows = i + 1 < end and (is_capital(doc[i + 1]) or doc[i + 1].text in ("-", "of"))
    if follows or doc[i].ent_type_ != "PERSON":
        return False
    return doc[i].ent_iob_ == "B" or (
        i > 0 and (given_name_gender(doc[i - 1].text) is not None or is_title(doc[i - 1]))
    )


def _is_listed_state(doc: Doc, k: int) -> bool:
    hit = known_from(doc, k)
    return hit is not None and hit[1].kind in ("state", "adjective")


def _label(doc: Doc, start: int, end: int) -> NameKind:
    """What spaCy takes a run for, by the label that most of its tokens have."""
    labels = Counter(doc[k].ent_type_ for k in range(start, end) if doc[k].ent_type_ not in ("", "DATE"))
    if not labels:
        return "nothing"
    label = min(labels.items(), key=lambda row: (-row[1], row[0]))[0]
    return _LABELS.get(label, "nothing")
