"""What the words around one mention of a name say it is a name of, each with a weight."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.reading.actors import titles
from dateline.reading.actors.bodies import is_portfolio
from dateline.reading.actors.names import Name, NameKind
from dateline.reading.actors.persons_shown import (
    is_called,
    is_held,
    is_not_yet,
    role_follows,
    shown_as_one,
    speaks_as_one,
)
from dateline.reading.actors.taken_places import is_taken
from dateline.reading.actors.titles import shared_office
from dateline.reading.actors.words import folded, given_name_gender, is_title, plural_office, words, words_as_written
from dateline.reading.places.gazetteer import folded as place_key
from dateline.reading.places.gazetteer import towns

_ON_AIR = frozenset({"radio", "television", "tv"})
"""What the name of an outlet may begin with."""


_MATTERS = frozenset({"minister", "ministers", "secretary", "secretaries", "ministry", "department"})
_SURNAME_IN_CAPITALS = 5
"""Letters from which on a word in capitals may as well be a surname."""


_FAR = 14
"""Tokens before a name in which an office or a pact may say what it is for."""


def evidence(doc: Doc, name: Name) -> Iterator[tuple[NameKind, int]]:
    """What speaks for each kind of a name at one mention, with weights."""
    yield name.kind, 2 if name.kind != "nothing" else 1
    before = doc[name.start - 1] if name.start > 0 else None
    after = _word_after(doc, name.end)
    single, last = name.end - name.start == 1, doc[name.end - 1]
    if not single and doc[name.start].lower_ in _ON_AIR:
        yield "organisation", 8
    institution = last.lower_ in words("organisations", "heads") or last.lower_ in words("groups", "armed_name_heads")
    named_first = doc[name.start].lower_ in words("naming", "offices")  # "the Ministry of Health, Dr X"
    if (
        before is not None
        and not institution
        and (is_title(before) or is_not_yet(before))
        and before.pos_ in ("NOUN", "PROPN", "ADJ")
        and name.kind != "nothing"
    ) and (name.kind in ("person", "place") or name.end - name.start <= 4):
        yield "person", 3
    if (
        not single
        and given_name_gender(doc[name.start].text) is not None
        and name.kind != "group"
        and last.lower_ not in words("naming", "no_surname_heads")
    ):
        yield "person", 2
    if not single and last.lower_ in words("organisations", "place_heads"):
        if name.kind != "person":
            yield "place", 6
        elif last.lower_ in words("naming", "no_surnames"):
            yield "place", 8
    alone = any(last.lower_ in words("organisations", key) for key in ("heads", "body_nouns", "events"))
    if single and alone and name.kind == "organisation":
        yield "nothing", 6
    if before is not None and before.lower_ in words("organisations", "body_nouns") and before.pos_ == "NOUN":
        yield "organisation", 12 if single else 5
    if single and before is not None and before.pos_ == "NOUN" and before.lower_ in words("organisations", "makers"):
        yield "organisation", 12 if given_name_gender(name.short) is None else 0  # "the miner X"
    root = doc[name.start : name.end].root
    unknown = name.kind == "nothing" or (name.kind == "place" and not towns(place_key(name.short)))
    if not single and root.dep_ == "appos" and is_title(root.head) and root.head.text[0].isupper():
        yield "person", 4 if unknown and root.head.i == name.start - 2 else 0  # "Energy Minister, X Y,"
    if not single and any(t.text in ('"', "“") for t in doc[name.start : name.end]):
        yield "person", 8  # 'Ana "Red" Frey'
    if not single and unknown and not institution:
        yield "person", shown_as_one(doc, name, root, before)
    if after is not None and (after.lower_ in words("organisations", "body_nouns") or (after.lower_ == "news")):
        yield "organisation", 4
    if after is not None and after.lower_ in words("naming", "group_nouns"):
        yield "group", 5
    if not single and before is not None and before.lower_ == "the" and _stands_for_many(doc, name, last):
        yield "group", 5  # "by the Abu Rafan"
    if before is not None and before.pos_ == "NOUN" and before.lower_ in words("naming", "called_things"):
        yield "nothing", 8 if doc[before.i - 1].text != "-" else 0  # "the ferry X", but not "his brother-in-law X"
    if before is not None and before.pos_ == "NOUN" and before.lower_ in words("naming", "calls_a_group"):
        yield "group", 6 if _is_called_by(before, doc[name.start : name.end].root) else 0  # "the opposition party X"
    if doc[name.start].lower_ in words("naming", "group_beginnings") and not single and not is_called(doc, name):
        yield "group", 6
    if name.kind == "place" and root.dep_ == "pobj" and root.head.lower_ == "of":
        firm = folded(root.head.head) in words("naming", "offices_of_firms")
        yield "organisation", 6 if firm else 0  # "the chief executive of X"
    if name.kind in ("organisation", "nothing", "place") and not name.short.isupper() and is_held(doc, name):
        yield "person", 6
    if name.kind == "organisation" and last.lower_ not in words("naming", "offices") and is_portfolio(doc, name.end):
        yield "nothing", 6
    if name.kind != "person" and shared_office(doc, name.start) is not None:
        yield "person", 6
    plural = plural_office(last) is not None and all(t.text != "of" for t in doc[name.start : name.end])
    if plural and name.end < len(doc) and doc[name.end].text[0].isupper():
        yield "nothing", 12  # "Development Ministers X and Y"
    if not single and before is not None and before.tag_ == "NNS" and name.kind in ("nothing", "person"):
        yield "person", 4 if folded(before) in words("roles", "heads") else 0
    if not single and before is not None and before.lower_ == "at" and last.text == "House":
        yield "place", 8
    called = _called(doc, name)
    if called in words("naming", "called_things"):
        yield "nothing", 8
    if called in words("naming", "calls_a_group") and name.kind != "person":
        yield "organisation", 12
    if called in words("organisations", "body_nouns") and name.kind in ("person", "nothing") and single:
        yield "organisation", 12  # "Orla, Norland's biggest union,"
    if not single and doc[name.start].lower_ in words("naming", "begins_things"):
        yield "nothing", 12
    if doc[name.start].text in words_as_written("naming", "ship_prefixes"):
        yield "nothing", 12
    if role_follows(doc, name) and name.kind != "place" and not institution and not named_first:
        yield "person", 2
    if (
        single
        and name.kind in ("organisation", "nothing")
        and not name.short.isupper()
        and speaks_as_one(doc[name.start])
    ):
        yield "person", 6
    if name.short.isupper() and len(name.short) > 1 and single and name.kind in ("nothing", "person"):
        yield "organisation", 3 if len(name.short) < _SURNAME_IN_CAPITALS else 2
    if _stands_as_place(doc, name):
        yield "place", 4 if single else 3
    if name.kind == "organisation" and root.dep_ == "pobj" and root.head.lower_ == "for":
        yield "place", 6 if folded(root.head.head) in ("mp", "lawmaker", "senator", "candidate", "mep") else 0
    if before is not None and before.lower_ == "of" and doc[name.start - 2].lower_ in words("naming", "sites"):
        yield "place", 6  # "the village of X" says what it is
    elif name.kind != "organisation" and _is_in_list_of_sites(last):
        yield "place", 8
    if is_taken(doc, name):
        yield "place", 5
    if _PARTY_AND_SEAT.fullmatch(name.short):
        yield "nothing", 12
    if _is_matter(doc, name):
        yield "nothing", 12
    if name.kind in ("organisation", "nothing") and last.lower_ in words("naming", "sea_heads"):
        at_sea = before.nbor(-1) if before is not None and before.lower_ == "the" and before.i > 0 else before
        if at_sea is not None and at_sea.lower_ in ("at", "near", "off", "over", "around", "across", "in", "through"):
            yield "place", 4
    if after is not None and after.lower_ in words("naming", "territories") and not institution:
        yield "place", 6 if name.kind != "person" else 3


_PARTY_AND_SEAT = re.compile(r"[DRI]-[A-Z][a-z.]+")
"""An American lawmaker's party and state, which is nobody's name: "R-Alaska"."""


def _is_called_by(noun: Token, root: Token) -> bool:
    """Whether the noun right before a name says what it is, and the two are not object and subject: "the opposition party X"."""
    return (
        root.dep_ == "appos" or noun.dep_ in ("compound", "nmod") or (noun.dep_ == root.dep_ and noun.head == root.head)
    )


def _stands_for_many(doc: Doc, name: Name, last: Token) -> bool:
    """Whether a name that looks like a person's has an article of its own, as movements have: no noun and no name follows."""
    follows = doc[name.end] if name.end < len(doc) else None
    alone = last.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "conj") and last.tag_ == "NNP"
    own = follows is None or (follows.pos_ not in ("NOUN", "PROPN") and follows.tag_ not in ("POS", "HYPH"))
    looks = name.kind == "person" or (
        name.kind == "organisation" and given_name_gender(doc[name.start].text) is not None
    )
    thing = last.lower_ in words("organisations", "events")
    return alone and own and looks and not thing and given_name_gender(last.text) is None


def _is_in_list_of_sites(last: Token) -> bool:
    """Whether a name stands in a list that says what all in it are: "the provinces of X, Y and Z"."""
    for _ in range(_FAR):
        if last.dep_ not in ("conj", "appos"):
            break
        last = last.head
    of = last.head if last.dep_ == "pobj" else None
    return of is not None and of.lower_ == "of" and of.head.tag_ == "NNS" and of.head.lemma_ in words("naming", "sites")


def _is_matter(doc: Doc, name: Name) -> bool:
    """Whether a name is only a part of what an office or a pact is for: "Ministers of Foreign Affairs, Fisheries and Trade Matters"."""
    if name.listed or name.start < 2:
        return False
    joined = doc[name.start - 1].lower_ in ("and", "&")
    if not joined and (doc[name.start - 1].text != "," or name.kind == "person"):
        return False
    for k in range(name.start - 1, max(doc[name.start].sent.start, name.start - _FAR) - 1, -1):
        token = doc[k]
        if token.lower_ in ("of", "for") and k > 0:
            pact = doc[k - 1].lower_ in words("organisations", "events") and joined and doc[k - 1].text[0].isupper()
            if pact:
                return True
            if doc[k - 1].lower_ in _MATTERS:  # another body may follow too: "the Ministry of Health and Kestrel"
                return any(
                    t.lower_ in words("organisations", "matters") | {"matters"} for t in doc[name.start : name.end]
                )
        elif not (token.text[0].isupper() or token.text == "," or token.lower_ in ("and", "&", "the")):
            return False
        if titles.state_or_seat(doc, k, bodies=False) is not None:
            return False
    return False


def _word_after(doc: Doc, end: int) -> Token | None:
    """What stands behind a name, past its letters in brackets: "the Red River Front (RRF) group", "the Abu Rafan rebel group"."""
    if end + 3 < len(doc) and doc[end].text == "(" and doc[end + 1].is_upper and doc[end + 2].text == ")":
        end += 3
    several = doc[end - 1].ent_iob_ == "I" and doc[end - 1].ent_type_ != "NORP"
    if several and end + 1 < len(doc) and doc[end].lower_ in words("naming", "of_groups"):
        end += doc[end + 1].pos_ == "NOUN"
    return doc[end] if end < len(doc) else None


def _called(doc: Doc, name: Name) -> str:
    """The noun of what follows a name behind a comma: "initiative" of "Open Harbour,” a new initiative"; empty where nothing does."""
    k, marked = name.end, False
    while k < len(doc) and doc[k].text in (",", "”", '"', "''", "’", "–", "—"):
        marked = marked or doc[k].text in (",", "–", "—")
        k += 1
    if k + 1 < len(doc) and doc[k].text[0].isupper() and doc[k + 1].tag_ == "POS":
        k += 1  # "X, Norland's biggest union"
    if not marked or k >= len(doc) or not (doc[k].lower_ in ("a", "an", "the") or doc[k].tag_ in ("PRP$", "POS")):
        return ""
    for token in doc[k + 1 : k + 6]:
        follows = token.nbor() if token.i + 1 < len(doc) else token
        if token.pos_ == "NOUN" and (follows == token or follows.pos_ != "NOUN"):
            return "" if follows.tag_ == "POS" else token.lemma_.lower()
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "PUNCT", "NUM", "VERB", "ADV", "PART"):
            return ""
    return ""


def _is_inside_body(doc: Doc, name: Name) -> bool:
    """Whether "in X" may well be said of a body X: of an acronym, a name of several words, or "a stake in X"."""
    before = doc[name.start - 1]
    several = name.end - name.start > 1 and doc[name.start + 1].text != "-"
    if several and doc[name.start].lower_ in words("naming", "begins_towns"):
        return False  # "in El Varna"
    return several or name.short.isupper() or before.head.lemma_.lower() in words("naming", "not_inside")


def _stands_as_place(doc: Doc, name: Name) -> bool:
    """Whether the words around a name make it a place: "in X", "the town of X", "X, a village near Y"."""
    before = doc[name.start - 1] if name.start > 0 else None
    if (
        before is not None
        and before.lower_ in ("in", "at", "near")
        and before.pos_ == "ADP"
        and not (name.kind == "organisation" and _is_inside_body(doc, name))
    ):
        town = doc[name.start].lower_ in words("naming", "begins_towns")
        return name.end - name.start == 1 or name.kind == "place" or doc[name.start + 1].text == "-" or town
    if (
        before is not None
        and before.lower_ == "of"
        and name.start > 1
        and doc[name.start - 2].lower_ in words("naming", "sites")
    ):
        return True
    if name.end + 2 < len(doc) and doc[name.end].text == ",":
        for token in doc[name.end + 1 : name.end + 7]:
            if token.is_punct or token.pos_ in ("VERB", "AUX", "ADP"):
                return False
            if token.lower_ in words("naming", "sites") and token.pos_ == "NOUN":
                return True
    return False
