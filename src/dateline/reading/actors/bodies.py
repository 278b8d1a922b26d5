"""Names that say themselves what they are: "Ministry of X", "X Movement", "X Treaty"."""

from spacy.tokens import Doc, Token

from dateline.reading.actors.joined_words import past_matters, trades_at
from dateline.reading.actors.known import known_from
from dateline.reading.actors.names import Name, NameKind
from dateline.reading.actors.numbered_units import is_numbered
from dateline.reading.actors.words import folded, given_name_gender, is_modifier, is_title, words

_NO_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"})
_SMALL_WORDS = frozenset({"DET", "PRON", "ADP", "AUX", "SCONJ", "CCONJ", "VERB", "ADV"})
_LONGEST_WORD = 40
_LONGEST = 12


_PAPERS = frozenset(("Daily", "Weekly"))

_JOINING = frozenset({"and", "for", "in", "of", "on", "the", "to"})
"""Small words inside the names of bodies."""


_SEVERAL = 3
"""Words before "and" in the name of a body."""

_MANY = ("men", "people", "peoples", "children")
"""Ends of plurals without an "s"."""


def is_capital(token: Token) -> bool:
    """Whether the token looks like part of a name where it stands."""
    text = token.text
    if len(text) > _LONGEST_WORD:
        return False
    if (
        token.lower_ in words("naming", "months")
        and text[0].isupper()
        and token.i > 0
        and given_name_gender(token.nbor(-1).text) is not None
    ):
        return True
    if not text[0].isupper() or token.ent_type_ in _NO_NAMES:
        return False
    if token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS"):
        return True
    if token.is_sent_start and token.tag_ == "NNS" and _are_people(token):
        return False  # "Rebels said"
    if token.is_stop or token.pos_ in _SMALL_WORDS or token.pos_ in ("NUM", "INTJ"):
        return bool(token.ent_type_) and not token.is_sent_start and not token.is_stop
    return not token.is_sent_start or token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


def _are_people(token: Token) -> bool:
    """Whether a plural is a common noun for people, and no name goes on behind it."""
    follows = token.i + 1 < len(token.doc) and token.nbor().text[0].isupper()
    return not follows and (token.lower_ in words("groups", "heads") or folded(token) in words("unnamed", "singular"))


def entity_at(doc: Doc, i: int) -> tuple[int, int]:
    """The tokens of spaCy's entity that holds token i; i alone where there is none."""
    if not doc[i].ent_type_:
        return i, i + 1
    first = i
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    last = i + 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return first, last


def body_at(doc: Doc, i: int, end: int) -> Name | None:
    """An institution or movement whose name ends in a noun that says so: the states' adjectives before it belong to it."""
    heads, armed = words("organisations", "heads"), words("groups", "armed_name_heads")
    owner = known_from(doc, i)
    if owner is not None and owner[0] < end and doc[owner[0]].tag_ == "POS":
        return None  # "the United States' National Bank"
    if is_numbered(doc, i, end):
        if doc[i + 1].lower_ in words("groups", "numbered_units"):
            return Name(i, i + 2, "organisation", doc[i : i + 2].text)
        unit = body_at(doc, i + 1, end)
        return unit if unit is None else Name(i, unit.end, unit.kind, doc[i : unit.end].text)
    if not (doc[i].text[0].isupper() and doc[i].pos_ not in _SMALL_WORDS):
        return None
    new_land = doc[i].text == "New" and doc[i].ent_type_ == "ORG" and doc[i].ent_iob_ == "I"  # "the New Lindt Court"
    if doc[i].lower_ in words("naming", "never_first") and known_from(doc, i) is None and not new_land:
        return None
    if doc[i].text in _PAPERS and doc[i].ent_type_ == "ORG" and i + 1 < end and doc[i + 1].text[0].isupper():
        stop = min(entity_at(doc, i)[1], end)
        return Name(i, stop, "organisation", doc[i:stop].text)  # "the Daily Monitor", which is no monitor
    trades = trades_at(doc, i, end)
    if trades > i:
        return Name(i, trades, "organisation", doc[i:trades].text)
    last = None
    k = i
    while k < min(end, i + _LONGEST):
        token = doc[k]
        if token.text[0].isupper() and (is_capital(token) or k == i):
            if token.lower_ in heads or token.lower_ in armed:
                last = k
            elif (
                k + 1 < end and doc[k + 1].lower_ in words("groups", "numbered_units") and doc[k + 1].text[0].isupper()
            ):
                pass  # "the Red Sea Fleet"
            elif token.lower_ in words("organisations", "events") and k > i and last is None:
                return _event(doc, i, k, end)
        elif not (
            token.text == "-"
            or _ends_word(doc, k)
            or token.lower_ in ("al", "'")
            or (k > i and of_many(doc, k))
            or _links(doc, k, i, end)
        ):
            break
        k += 1
    if last is None:
        return None
    stop = _stretch(doc, i, last, end)
    if stop + 1 < end and is_capital(doc[stop]) and doc[stop + 1].lower_ in words("naming", "calls_a_group"):
        stop += not is_title(doc[stop]) and known_from(doc, stop) is None  # "the Joint Union Action group"
    body = doc[i:stop]
    if stop - i < 2 or any(
        is_title(t)
        and t.lower_ not in heads
        and t.lower_ not in ("general", "vice", "justice", "academic")
        and t.lower_ not in words("groups", "of_rebels")
        for t in doc[i:last]
    ):
        return None
    plural = doc[last].lower_ in armed and doc[last].lower_.endswith("s")  # "Brigades" is nobody's surname
    plural = plural or doc[last].lower_ in words("naming", "no_surname_heads")
    if doc[last].ent_type_ == "PERSON" and doc[i].ent_type_ == "PERSON" and not plural:
        return None
    if doc[last].lower_ not in words("naming", "offices") and is_portfolio(doc, stop):
        return None
    if stop < end and doc[stop].lower_ in words("organisations", "events") and doc[stop].text[0].isupper():
        return _event(doc, i, stop, end)
    capitals = [t for t in doc[last + 1 : stop] if t.text[0].isupper()]
    thing = any(t.lower_ in words("organisations", "events") and t.lower_ not in heads for t in capitals)
    matter = last + 1 < stop and (
        doc[last + 1].lower_ == "for" or doc[last].lower_ == "office"
    )  # "Centre for Conflict Resolution"
    if thing and not matter and not _is_spelt_out(doc, i, stop):
        return Name(i, stop, "nothing", body.text)
    rebels = any(t.lower_ in words("groups", "of_rebels") for t in body) and doc[last].lower_ in ("army", "forces")
    group = rebels or (doc[last].lower_ in armed and doc[last].lower_ not in heads)
    kind: NameKind = "group" if group else "organisation"
    return Name(i, stop, kind, body.text)


def of_many(doc: Doc, k: int) -> bool:
    """Whether the token is the mark of a possessor who are many, inside a body's name: "the Dockmen|'s Association".

    One who is no plural owns the body, and is another actor: "Harlow's Council". A plural in "s" has its mark alone.
    """
    if doc[k].lower_ not in ("'s", "’s") or k == 0 or k + 1 >= len(doc) or not doc[k + 1].text[0].isupper():
        return False
    owner = doc[k - 1]
    many = owner.text[0].isupper() and owner.lower_.endswith(_MANY) and owner.ent_type_ not in ("PERSON", "GPE")
    return many and known_from(doc, k - 1) is None and given_name_gender(owner.text) is None


def _ends_word(doc: Doc, k: int) -> bool:
    """Whether the token ends a word like "Co-ordination", which the model cuts in three."""
    return (
        k > 1
        and doc[k - 1].text == "-"
        and not doc[k - 1].whitespace_
        and doc[k - 2].lower_ in words("naming", "word_beginnings")
    )


def is_portfolio(doc: Doc, k: int) -> bool:
    """Whether an office follows, so that the words before it are its matter: "Urban Development Deputy Minister"."""
    while k < len(doc) and is_modifier(doc[k]) and doc[k].text[0].isupper():
        k += 1
    return k < len(doc) and doc[k].lower_ in ("minister", "secretary") and doc[k].text[0].isupper()


def _event(doc: Doc, i: int, k: int, end: int) -> Name | None:
    """What has a name but cannot act: a treaty, a conference, a war."""
    if doc[i].ent_type_ == "PERSON" and doc[k].ent_type_ == "PERSON":
        return None
    stop = k + 1
    while stop < end and is_capital(doc[stop]) and not (is_title(doc[stop]) or _opens_title(doc, stop, end)):
        stop += 1
    return Name(i, stop, "nothing", doc[i:stop].text)


def _opens_title(doc: Doc, k: int, end: int) -> bool:
    """Whether the token is the first word of an office: "Prime" of "the X Islands Prime Minister"."""
    return k + 1 < end and is_modifier(doc[k]) and is_title(doc[k + 1])


def _links(doc: Doc, k: int, i: int, end: int) -> bool:
    """Whether a small word stands inside a name of an institution, as spaCy's entity or the noun before it say."""
    if doc[k].lower_ not in ("of", "for", "and", "&", "the", "on", "to", "in") or k == i or k + 1 >= end:
        return False
    before, ahead = doc[k - 1], doc[k + 1]
    if doc[k].lower_ == "and" and ahead.lower_ == "the" and all(t.lower_ not in ("of", "for", "on") for t in doc[i:k]):
        return False  # two bodies: "the Harbour Board and the Norland Council"
    if (
        doc[k].lower_ == "and"
        and ahead.text[0].isupper()
        and before.text[0].isupper()
        and before.ent_type_ in ("", "ORG")
    ):
        open_ended = before.lower_ not in words("organisations", "heads") and known_from(doc, k - 1) is None
        if open_ended and before.dep_ in ("compound", "nmod", "amod") and before.ent_type_ == ahead.ent_type_:
            return True
        if open_ended and i > 0 and doc[i - 1].lower_ == "the" and known_from(doc, i) is None and k - i < _SEVERAL:
            joined = (
                ahead.dep_ == "conj" and ahead.head == before and before.head.lower_ in words("organisations", "heads")
            )
            return joined or ahead.dep_ in ("compound", "nmod", "amod", "poss")  # "the Carters and Drivers Union"
    label = doc[k].ent_type_
    inside = label in ("ORG", "LAW", "LOC", "FAC", "PRODUCT") and doc[k].ent_iob_ == "I" and doc[i].ent_type_ == label
    first = entity_at(doc, k)[0]
    return inside and (first >= i or (first == i - 1 and doc[first].lower_ == "the"))


def _stretch(doc: Doc, i: int, last: int, end: int) -> int:
    """The end of a body's name whose noun is token `last`: "Ministry" goes on "of Foreign Affairs"."""
    stop = last + 1
    _, entity_end = entity_at(doc, last)
    if doc[last].ent_type_ == "ORG" and entity_end <= end:
        entity_end = next((k for k in range(stop, entity_end) if doc[k].text == "("), entity_end)
        inside = doc[stop:entity_end]
        ended = doc[last].lower_ in words("naming", "offices") and stop < end and doc[stop].text[0].isupper()
        if not ended and not any(is_title(t) or t.text in ("'s", "’s", ",") for t in inside):
            stop = max(stop, entity_end)
            while stop > last + 1 and not doc[stop - 1].text[0].isupper():
                stop -= 1
    if stop == last + 1 and stop + 1 < end and doc[stop].lower_ in ("of", "for", "on"):
        k = stop + 1
        while k < end and doc[k].lower_ in ("the", "of", "and", "human") and k < stop + 3:
            k += 1
        if doc[k].text[0].isupper() and is_capital(doc[k]):
            hit = known_from(doc, k)
            if hit is not None and hit[1].kind == "adjective" and hit[0] < end and doc[hit[0]].text[0].isupper():
                if is_title(doc[hit[0]]):
                    return last + 1  # "forces of Norlandic| Marshal X"
                hit = None  # "Command of the Norlandic Armed Forces"
            if hit is not None and hit[1].kind in ("state", "adjective") and hit[0] <= end:
                return hit[0]
            first = k  # "Department of Justice", though a justice is an office too
            while (
                k < end and is_capital(doc[k]) and (k == first or not is_title(doc[k])) and doc[k].ent_type_ != "PERSON"
            ):
                k += 1
            stop = _past_office(doc, last, k, end)
    stop = _past_second_matter(doc, last, stop, end)
    many = stop > last + 1 and stop + 1 < end and doc[stop].lower_ == "and" and doc[stop + 1].text[0].isupper()
    if many and _are_plural(doc[stop - 1]) and _are_plural(doc[stop + 1]) and doc[stop + 1].head == doc[stop - 1]:
        stop += 2  # "Association of Nurses and Midwives"
    if doc[last].lower_ in ("ministry", "department") and stop > last + 1:
        stop = past_matters(doc, stop, end)
    stop = _with_state(doc, last, _past_cut_word(doc, stop, end), end)
    return before_letters(doc, i, stop, end)


def _past_second_matter(doc: Doc, last: int, stop: int, end: int) -> int:
    """The end of a body's name with its second matter, where the model sees no name in that: "Institute of Fevers| and Infectious Diseases"."""
    if stop == last + 1 or stop + 1 >= end or doc[stop].lower_ != "and":
        return stop
    k = stop + 1
    while (
        k < end and is_capital(doc[k]) and not doc[k].ent_type_ and not is_title(doc[k]) and known_from(doc, k) is None
    ):
        k += 1
    joined = k > stop + 1 and doc[k - 1].dep_ == "conj" and doc[k - 1].head.i < stop
    return k if joined and doc[k - 1].lower_ not in words("organisations", "heads") else stop


def _are_plural(token: Token) -> bool:
    """Whether the token is a plural, by its tag or its end."""
    return token.tag_ in ("NNS", "NNPS") or token.lower_.endswith("s")


def _past_office(doc: Doc, last: int, stop: int, end: int) -> int:
    """The end of an office's name past him whose office it is, and his matter: "Office of the Chief| Adviser on the Harbour"."""
    if doc[last].lower_ != "office" or stop >= end or not is_title(doc[stop]) or not doc[stop].text[0].isupper():
        return stop
    k = stop + 1
    if k + 1 < end and doc[k].lower_ in ("for", "on"):
        k += 1 + (doc[k + 1].lower_ == "the")
        while k < end and is_capital(doc[k]) and doc[k].ent_type_ != "PERSON":
            k += 1
    named = k < end and (doc[k].ent_type_ == "PERSON" or given_name_gender(doc[k].text) is not None)
    return stop if named else k if doc[k - 1].text[0].isupper() else stop + 1


def before_letters(doc: Doc, start: int, stop: int, end: int) -> int:
    """The end of a body's name that goes on to its letters in brackets: "Front for Unity| and Work in Malta (FUWM)".

    Offices inside it belong to it where the letters are its initials: "Office of the Chief| Adviser on Harbours (OCAH)".
    """
    k = stop
    while k < min(end, stop + _LONGEST) and (doc[k].lower_ in _JOINING or doc[k].text[0].isupper()):
        k += 1
    if k == stop or not _letters_at(doc, k):
        return stop
    titled = any(is_title(t) for t in doc[stop:k])
    other = doc[stop].lower_ == "and" and _is_spelt_out(doc, stop + 1, k)  # "X and the Harbour Union (HU)"
    return k if _is_spelt_out(doc, start, k) or (doc[stop].lower_ in _JOINING and not titled and not other) else stop


def _letters_at(doc: Doc, k: int) -> str:
    """The capital letters in brackets at token k; empty where there are none."""
    letters = doc[k + 1].text if k + 2 < len(doc) and doc[k].text == "(" and doc[k + 2].text == ")" else ""
    return letters if len(letters) > 1 and letters.isupper() else ""


def _is_spelt_out(doc: Doc, start: int, stop: int) -> bool:
    """Whether letters in brackets behind a name are the initials of its words."""
    return _letters_at(doc, stop) == "".join(t.text[0] for t in doc[start:stop] if t.text[0].isupper())


def _past_cut_word(doc: Doc, stop: int, end: int) -> int:
    """The end of a body's name that the model cuts inside a word: "Organization for Trade and Co|-operation in Europe"."""
    if stop + 1 >= end or doc[stop - 1].lower_ not in words("naming", "word_beginnings") or doc[stop].text != "-":
        return stop
    stop += 2
    inside = stop + 1 < end and doc[stop].lower_ == "in" and doc[stop + 1].ent_type_ == "LOC"
    return stop + 2 if inside else stop


def _with_state(doc: Doc, last: int, stop: int, end: int) -> int:
    """The end of a body's name with the state that it is of: "Ministry of X of the Republic of Y"."""
    if (
        doc[last].lower_ not in words("naming", "offices")
        or stop == last + 1
        or stop + 1 >= end
        or doc[stop].lower_ != "of"
    ):
        return stop
    k = stop + 2 if doc[stop + 1].lower_ == "the" and stop + 2 < end else stop + 1
    hit = known_from(doc, k)
    return hit[0] if hit is not None and hit[1].kind == "state" and hit[0] <= end else stop
