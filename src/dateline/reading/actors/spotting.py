"""Where names stand: listed ones first, then bodies' names, then runs of capitalised words without the titles before them."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from dateline.reading.actors.bodies import before_letters, body_at, entity_at, is_capital
from dateline.reading.actors.known import Known, known_from
from dateline.reading.actors.metonyms import means_place_at
from dateline.reading.actors.names import Name, NameKind
from dateline.reading.actors.runs import is_name_anyway, run_at
from dateline.reading.actors.words import given_name_gender, is_modifier, is_title, plural_office, words

_CURRENCIES = frozenset({"$", "US$", "€", "£"})


def _trimmed(doc: Doc, name: Name) -> Name:
    """The name without a hyphen or a small word that is left at its end."""
    end = name.end
    while end > name.start + 1 and (
        doc[end - 1].text in ("-", "'", "’") or doc[end - 1].lower_ in ("of", "for", "and", "the", "&")
    ):
        end -= 1
    if end == name.end or name.listed:
        return name
    return replace(name, end=end, short=doc[name.start : end].text)


def names_in(doc: Doc, start: int, end: int) -> Iterator[Name]:
    i = start
    while i < end:
        if _is_prefix(doc, i, end):
            i += 2  # "Ex-Iraqi" names Iraq
            continue
        if _is_said(doc, i):
            i += 1
            continue
        if (
            plural_office(doc[i]) is not None
            and i + 1 < end
            and doc[i + 1].text[0].isupper()
            and not _of_trade(doc, i)
            and known_from(doc, i) is None
        ):
            i += 1  # "Presidents X and Y"
            continue
        if doc[i].lower_ in words("naming", "never_first") and i + 1 < end and known_from(doc, i + 1) is not None:
            if _is_new_land(doc, i):
                yield Name(i, i + 2, "place", doc[i : i + 2].text)
                i += 1
            i += 1  # "Senior White House"
            continue
        past = _past_title(doc, i, end)
        if past > i and body_at(doc, i, end) is None and not _is_charity(doc, i):
            office = _office_of_an_office(doc, i, past, end)
            if office is not None:
                yield office
            i = past if office is None else office.end
            continue
        name = _listed_at(doc, i, end) or body_at(doc, i, end) or _with_letters(doc, run_at(doc, i, end), end)
        name = _government_of(doc, name) or name
        if name is None:
            i += 1
        else:
            name = _as_place(doc, _past_bracket(doc, _trimmed(doc, name), end))
            yield name
            i = name.end


def _is_charity(doc: Doc, i: int) -> bool:
    """Whether a listed body's name begins with the word for an office: "Doctors Without Borders"."""
    hit = known_from(doc, i)
    return hit is not None and hit[1].kind == "organisation"


def _is_said(doc: Doc, i: int) -> bool:
    """Whether the token is the verb that opens a line before who spoke, and no name: "Said Ada Frey: ..."."""
    if doc[i].text != "Said" or not (doc[i].is_sent_start or doc[i].i == 0):
        return False
    k = i + 1
    while k < len(doc) and doc[k].ent_type_ == "PERSON" and doc[k].text[0].isupper():
        k += 1
    return i + 1 < k < len(doc) and doc[k].text in (":", ",")


def _as_place(doc: Doc, name: Name) -> Name:
    """The name with the "Bay" or "Island" that is somebody's in it, which is a place: "Frey's Bay"."""
    k = name.end
    if (
        name.listed
        or k + 1 >= len(doc)
        or doc[k].tag_ != "POS"
        or not doc[k + 1].is_title
        or doc[k + 1].lower_ not in words("naming", "owned_places")
    ):
        return name
    return Name(name.start, k + 2, "place", doc[name.start : k + 2].text)


def _government_of(doc: Doc, name: Name | None) -> Name | None:
    """The state of "Government of the Republic of X", which acts by its government; None for other names."""
    if name is None or name.kind != "organisation" or name.listed or doc[name.start].lower_ != "government":
        return None
    k = name.start + 1
    while k < name.end and doc[k].lower_ in ("of", "the"):
        k += 1
    hit = known_from(doc, k) if name.start + 1 < k < name.end else None
    if hit is None or hit[1].kind != "state":
        return None
    return Name(name.start, hit[0], "state", hit[1].name, hit[1].side, hit[1].country, listed=True)


def _is_prefix(doc: Doc, i: int, end: int) -> bool:
    """Whether a prefix and its hyphen stand before somebody's name or office, and not in a body's name: "Ex-Minister", not "Anti-Theft Bureau"."""
    if doc[i].lower_ not in words("naming", "prefixes") or i + 1 >= end or doc[i + 1].text != "-":
        return False
    if doc[i].lower_ in words("naming", "joining_prefixes") and doc[i].text[0].isupper():
        return body_at(doc, i, end) is None  # "Inter-American Court"
    if i + 2 >= end or not doc[i].text[0].isupper():
        return True
    behind = doc[i + 2]
    return known_from(doc, i + 2) is not None or is_title(behind) or behind.ent_type_ in ("PERSON", "NORP", "GPE")


def _of_trade(doc: Doc, i: int) -> bool:
    """Whether a body of those at token i follows: "the Nurses Organisation"."""
    return doc[i + 1].lower_ in words("organisations", "heads")


def _is_new_land(doc: Doc, i: int) -> bool:
    """Whether "New" and the state's name behind it are another land's name: "New Britain"."""
    one = doc[i].text == "New" and doc[i].ent_iob_ == "B" and doc[i + 1].ent_iob_ == "I"
    return one and doc[i].ent_type_ in ("GPE", "LOC") and not doc[i].is_sent_start


def _with_letters(doc: Doc, name: Name | None, end: int) -> Name | None:
    """The name as far as its letters in brackets, where it goes on to them: "Economic Community| of Northern States (ECNS)"."""
    if name is None or name.kind == "person":
        return name
    stop = before_letters(doc, name.start, name.end, end)
    return name if stop == name.end else Name(name.start, stop, "organisation", doc[name.start : stop].text)


def _past_bracket(doc: Doc, name: Name, end: int) -> Name:
    """The name with the surname behind a bracket that was opened before the given name: "the (Secretary Ana) Frey"."""
    k = name.end
    if k + 1 >= end or doc[k].text != ")" or doc[k + 1].pos_ != "PROPN" or not is_capital(doc[k + 1]):
        return name
    before = next((t.text for t in reversed(doc[max(0, name.start - 6) : name.start]) if t.text in ("(", ")")), "")
    given = name.kind == "person" or given_name_gender(name.short) is not None
    if before != "(" or name.listed or not given or name.end - name.start > 1:
        return name
    return replace(name, end=k + 2, kind="person", short=f"{name.short} {doc[k + 1].text}")


def _past_title(doc: Doc, i: int, end: int) -> int:
    """Where a capitalised title that starts here ends, so that "Prime Minister" is no name; i where none starts."""
    k, seen = i, i
    while k < end and (doc[k].text[0].isupper() or doc[k].text == "-"):
        if (is_title(doc[k]) or plural_office(doc[k]) is not None) and not is_name_anyway(doc, k, end):
            seen = k + 1
            portfolio = _portfolio_end(doc, seen, end)
            if portfolio:
                return portfolio
        elif not (is_modifier(doc[k]) or doc[k].text == "-"):
            break
        k += 1
    return seen


def _office_of_an_office(doc: Doc, i: int, k: int, end: int) -> Name | None:
    """The body of an office that ends before token k: "Prime Minister's Office"; None where none is named."""
    if k + 1 >= end or doc[k].text not in ("'s", "’s") or doc[k + 1].lower_ not in ("office", "bureau", "secretariat"):
        return None
    return Name(i, k + 2, "organisation", doc[i : k + 2].text) if doc[k + 1].text[0].isupper() else None


def _portfolio_end(doc: Doc, k: int, end: int) -> int:
    """Where the capitalised matter of an office ends, as in "Minister of Plantation Industries", if a person's name follows; else 0."""
    if k >= end or doc[k].lower_ not in ("of", "for"):
        return 0
    for j in range(k + 1, min(end, k + 9)):
        if doc[j].ent_type_ == "PERSON" and doc[j].ent_iob_ == "B" and j > k + 1:
            return j
        if j > k + 1 and given_name_gender(doc[j].text) is not None and doc[j - 1].text[0].isupper():
            return j
        if not (doc[j].text[0].isupper() or (doc[j].lower_ in ("of", "the", "and", "&", ",") and j > k)):
            return 0
        if doc[j].text == "," and j + 1 < end and is_title(doc[j + 1]):
            return 0  # "the head of Norland Steel, Engineer X"
        if _starts_state(doc, j):
            return 0
    return 0


def _starts_state(doc: Doc, k: int) -> bool:
    """Whether a listed state's name starts at token k."""
    hit = known_from(doc, k)
    return hit is not None and hit[1].kind in ("state", "adjective", "capital", "organisation")


def _listed_at(doc: Doc, i: int, end: int) -> Name | None:
    """A listed name that is not a part of a longer one."""
    if not doc[i].text[0].isupper() and doc[i].lower_ not in words("naming", "particles"):
        return None
    hit = known_from(doc, i)
    if hit is None or hit[0] > end:
        return None
    stop, known = hit
    if stop < len(doc) and doc[stop].text in _CURRENCIES:
        return None  # "US $5"
    if (
        known.kind in ("adjective", "people")
        and i > 1
        and doc[i - 1].text == "-"
        and not doc[i - 1].whitespace_
        and not doc[i - 2].whitespace_
        and doc[i - 2].text[0].isupper()
        and doc[i - 2].lower_ not in words("naming", "prefixes")
        and known_from(doc, i - 2) is None
    ):
        return None  # "African-Americans"
    if known.kind == "capital" and known.country is None and means_place_at(doc, i, stop, capital=True):
        return None  # a union meets in its seat
    if known.kind == "outlet" and stop < end and doc[stop].dep_ in ("pobj", "nsubj") and doc[i].head == doc[stop]:
        branch = known_from(doc, stop)
        told = i > 0 and doc[i - 1].pos_ == "VERB"  # "told CNN Norland would stay"
        if branch is not None and branch[1].kind in ("state", "adjective") and branch[0] <= end and not told:
            return Name(i, branch[0], "outlet", doc[i : branch[0]].text)  # "CNN Norland"
    side = None if known.name.lower() in words("organisations", "of_any_state") and _is_owned(doc, i) else known.side
    name = Name(i, stop, _kind(known), known.name, side, known.country, listed=True)
    return None if _is_part(doc, name, end) else name


def _is_owned(doc: Doc, i: int) -> bool:
    """Whether the token stands behind a state's name or adjective, whose body it is: "Norland's Congress", "the Norlandic Senate"."""
    k = i - 2 if i > 1 and doc[i - 1].tag_ == "POS" else i - 1
    hit = known_from(doc, k) if k >= 0 else None
    return hit is not None and hit[1].kind in ("state", "adjective", "capital")


def _kind(known: Known) -> NameKind:
    if known.kind == "capital":
        return "state" if known.country else "organisation"  # the seat of a union of states stands for the union
    return known.kind


def _is_part(doc: Doc, name: Name, end: int) -> bool:
    """Whether a listed name is only the beginning of another: a body named after a state, a person called Jordan."""
    token = doc[name.start]
    _, last = entity_at(doc, name.start)
    label = token.ent_type_
    if name.kind in ("state", "adjective", "people", "nothing"):
        if name.kind == "state" and _of_an_office(doc, name.start):
            of_it = body_at(doc, name.start, end) if label == "ORG" else None
            return of_it is not None and of_it.end > name.end  # "head of the Norland Rice Board"
        if label == "PERSON" and last > name.end and not any(is_title(doc[k]) for k in range(name.end, last)):
            return name.kind != "adjective"
        body = body_at(doc, name.start, end)
        return body is not None and body.end > name.end
    if (
        name.kind == "outlet"
        and name.end - name.start == 1
        and not doc[name.start].text.isupper()
        and label not in ("ORG", "PERSON")
    ):
        return True
    if last > name.end and label in ("ORG", "PERSON", "FAC"):
        rest = doc[name.end : last]
        if (
            last < len(doc)
            and is_title(doc[last])
            and all(is_modifier(t) and t.lower_ not in words("organisations", "heads") for t in rest)
        ):
            return False  # "EU Trade Commissioner X"
        return not any(is_title(t) or t.text in ("'s", "’s") or not t.text[0].isalnum() for t in rest)
    return False


def _of_an_office(doc: Doc, k: int) -> bool:
    """Whether an office stands right before: "President of X Name Surname" names X and its president."""
    if k > 0 and doc[k - 1].lower_ == "the":
        k -= 1
    return k > 1 and doc[k - 1].lower_ == "of" and is_title(doc[k - 2])
