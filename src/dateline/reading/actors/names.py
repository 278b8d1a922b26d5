"""Proper names in an article: where each stands, and whether it is a person's, a body's, a movement's, a state's or a place's.

spaCy's entities are a hint: listed names go first, titles are taken off, neighbouring pieces of one name are joined, and what
a name is called most often over the article counts for all its mentions.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token

from dateline.model import Place
from dateline.reading.actors.known import Known, known_at, known_from
from dateline.reading.actors.words import given_name_gender, is_modifier, is_title, words
from dateline.reading.parse import Parsed

NameKind = Literal["person", "organisation", "group", "outlet", "state", "adjective", "people", "place", "nothing"]

_PARTICLES = frozenset(
    "al el bin ibn ben bint abu van von der den ter de da do dos das del della di du la le y e st".split()
)
_HYPHENED = frozenset("al el ul ur as ad ash an ar at az es".split())
"""The Arabic article before consonants; written with a hyphen, or else it is an English word."""
_NEVER = frozenset(
    {"EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}
)
_NEVER_START = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"})
_COMPOUND_ENDS = frozenset(
    "led backed based era style affiliated linked controlled held owned born run aligned allied appointed elect designate".split()
)
_GROUP_NOUNS = frozenset(
    "group movement militia militias faction militants fighters rebels insurgents party brigades jihadists terrorists extremists network cell gang cartel".split()
)
_OFFICES = frozenset(
    "ministry department agency office council committee commission organization organisation union".split()
)
_MONTH_NAMES = frozenset({"May", "June", "April", "August", "March"})
"""Months that are surnames too: "Theresa May"."""
_NEVER_FIRST = frozenset("former new senior top then late ex current acting outgoing incoming".split())
_SITES = frozenset(
    "city town village province region district suburb neighbourhood neighborhood port island capital governorate".split()
)
_LONGEST_WORD = 40
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `[start, end)` that are a name. `short` is its short name; `side` what a listed name belongs to; `country` of a place."""

    start: int
    end: int
    kind: NameKind
    short: str
    side: str | None = None
    country: str | None = None
    listed: bool = False


def find_names(parsed: Parsed, places: Iterable[Place]) -> tuple[Name, ...]:
    """The names of the text, in order; they do not overlap."""
    doc = parsed.doc
    outside, headlines = _frame(parsed)
    skip = outside | headlines
    found = [
        name
        for sentence in doc.sents
        for name in _in_sentence(doc, sentence.start, sentence.end)
        if name.start not in skip or (name.listed and name.kind != "outlet" and name.start not in outside)
    ]
    return tuple(_settled(doc, found, places))


# -- what is not the article's own matter -----------------------------------------------------------------------------

_PLACE_LINE = r"[A-Z][A-Z'’.]{1,20}(?:[ ,/|\\-]{1,3}[A-Z][A-Z'’.]{1,20}){0,5}"
_DATELINE = re.compile(r"(?m)^[ \t]{0,8}" + _PLACE_LINE + r"(?:[^\n]{0,60}?\([A-Za-z ./\-]{2,30}\))?[ ]?[|–—-]{1,2}[ ]")
_AGENCY_LINE = re.compile(
    r"\b[A-Z]{3,20}(?:[ ,/\\|]{1,3}[A-Z][A-Za-z.]{1,20}){0,4} \((?:Reuters|REUTERS|AP|AFP|CNN|UPI|dpa|Xinhua|TASS|IRNA)\)"
)
_STAFF = re.compile(r"(?m)^[ \t]{0,8}By [^\n]{0,60}?(?:Staff|Correspondent|Reporter|Writer)\b")
_CREDITS = re.compile(
    r"(?m)\(?(?:Additional r|R)eporting by[^\n]{0,300}|\(?(?:Writing|Editing|Compiled|Written) by [A-Z][^\n]{0,200}"
    r"|^[ \t]{0,8}(?:Photograph|Photo|Image|Picture)s?(?: by)?:[^\n]{0,80}"
)
_SIGNED = re.compile(r"(?<=[.!?”\"’)\s])[A-Z]{2,3}(?:/[A-Z]{0,3}){0,4}\s*\Z")
_BYLINE = re.compile(r"(?m)^[ \t]{0,8}By [A-Z][^\n|]{2,100}\|[^\n]{0,80}? - ")


def _is_headline(line: str) -> bool:
    """Whether a line is set in title case, where capitals tell nothing: most of its longer words begin with one, and it has no full stop."""
    if len(line) > 200 or line[-1] in ".!?”\"’')]:;,":
        return False
    longer = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= 5 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _frame(parsed: Parsed) -> tuple[frozenset[int], frozenset[int]]:
    """Tokens of datelines, of the desk's credits and of signatures, for who stands there is not in the story; and those of headlines."""
    text = parsed.text
    spans = [m.span() for form in (_DATELINE, _BYLINE, _AGENCY_LINE, _STAFF) for m in form.finditer(text)]
    spans += [m.span() for m in _CREDITS.finditer(text) if m.start() > len(text) // 2]
    spans += [m.span() for m in _SIGNED.finditer(text) if m.start() > len(text) - 12]
    headlines = [(p.start, p.end) for p in parsed.paragraphs if _is_headline(text[p.start : p.end])]
    return _tokens(parsed.doc, text, spans), _tokens(parsed.doc, text, headlines)


def dateline_state(parsed: Parsed) -> str | None:
    """The state where the report was written, as its dateline says."""
    text = parsed.text
    found = _DATELINE.search(text) or _AGENCY_LINE.search(text)
    if found is None:
        return None
    town = re.match(r"[A-Z'’. -]+", found[0].strip())
    hit = known_at(town[0].strip(" -.'’").title(), 0) if town else None
    return hit[1].name if hit is not None and hit[1].kind in ("capital", "state") else None


def _tokens(doc: Doc, text: str, spans: list[tuple[int, int]]) -> frozenset[int]:
    inside: set[int] = set()
    for start, stop in spans:
        span = doc.char_span(start, start + len(text[start:stop].rstrip()), alignment_mode="expand")
        if span is not None:
            inside.update(range(span.start, span.end))
    return frozenset(inside)


# -- where names stand ---------------------------------------------------------------------------------------------


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


def _in_sentence(doc: Doc, start: int, end: int) -> Iterator[Name]:
    i = start
    while i < end:
        past = _past_title(doc, i, end)
        if past > i and _body_at(doc, i, end) is None:
            i = past
            continue
        name = _listed_at(doc, i, end) or _body_at(doc, i, end) or _run_at(doc, i, end)
        if name is None:
            i += 1
        else:
            yield _trimmed(doc, name)
            i = name.end


def _past_title(doc: Doc, i: int, end: int) -> int:
    """Where a capitalised title that starts here ends, so that "Prime Minister" is no name; i where none starts."""
    k, seen = i, i
    while k < end and (doc[k].text[0].isupper() or doc[k].text == "-"):
        if is_title(doc[k]) and not _is_name_anyway(doc, k, end):
            seen = k + 1
            portfolio = _portfolio_end(doc, seen, end)
            if portfolio:
                return portfolio
        elif not (is_modifier(doc[k]) or doc[k].text == "-"):
            break
        k += 1
    return seen


def _portfolio_end(doc: Doc, k: int, end: int) -> int:
    """Where the capitalised matter of an office ends, as in "Minister of Plantation Industries", if a person's name follows; else 0."""
    if k >= end or doc[k].lower_ not in ("of", "for"):
        return 0
    for j in range(k + 1, min(end, k + 9)):
        if doc[j].ent_type_ == "PERSON" and doc[j].ent_iob_ == "B" and j > k + 1:
            return j
        if not (doc[j].text[0].isupper() or doc[j].lower_ in ("of", "the", "and", "&", ",") and j > k):
            return 0
        if _starts_state(doc, j):
            return 0
    return 0


def _starts_state(doc: Doc, k: int) -> bool:
    """Whether a listed state's name starts at token k."""
    hit = known_from(doc, k)
    return hit is not None and hit[1].kind in ("state", "adjective", "capital")


def _is_capital(token: Token) -> bool:
    """Whether the token looks like part of a name where it stands."""
    text = token.text
    if len(text) > _LONGEST_WORD:
        return False
    if text in _MONTH_NAMES and token.i > 0 and given_name_gender(token.nbor(-1).text) is not None:
        return True
    if not text[0].isupper() or token.ent_type_ in _NEVER_START:
        return False
    if token.pos_ in ("PROPN",) or token.tag_ in ("NNP", "NNPS"):
        return True
    if token.is_stop or token.pos_ in ("DET", "PRON", "ADP", "AUX", "SCONJ", "CCONJ", "VERB", "ADV", "NUM", "INTJ"):
        return bool(token.ent_type_) and not token.is_sent_start and not token.is_stop
    return not token.is_sent_start or token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


def _listed_at(doc: Doc, i: int, end: int) -> Name | None:
    """A listed name that is not a part of a longer one."""
    if not doc[i].text[0].isupper() and doc[i].lower_ not in _PARTICLES:
        return None
    hit = known_from(doc, i)
    if hit is None or hit[0] > end:
        return None
    stop, known = hit
    if (
        known.kind in ("adjective", "people")
        and i > 1
        and doc[i - 1].text == "-"
        and doc[i - 2].text[0].isupper()
        and known_from(doc, i - 2) is None
    ):
        return None  # "African-Americans"
    name = Name(i, stop, _kind(known), known.name, known.side, known.country, listed=True)
    return None if _is_part(doc, name, end) else name


def _kind(known: Known) -> NameKind:
    return "state" if known.kind in ("state", "capital") else known.kind  # type: ignore[return-value]


def _is_part(doc: Doc, name: Name, end: int) -> bool:
    """Whether a listed name is only the beginning of another: a body named after a state, a person called Jordan."""
    token = doc[name.start]
    first, last = _entity(doc, name.start)
    label = token.ent_type_
    if name.kind in ("state", "adjective", "people", "nothing"):
        if label == "PERSON" and last > name.end and not any(is_title(doc[k]) for k in range(name.end, last)):
            return name.kind != "adjective"
        body = _body_at(doc, name.start, end)
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
        return not any(is_title(t) or t.text in ("'s", "’s") or not t.text[0].isalnum() for t in rest)
    del first
    return False


def _entity(doc: Doc, i: int) -> tuple[int, int]:
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


def _body_at(doc: Doc, i: int, end: int) -> Name | None:
    """An institution or movement whose name ends in a noun that says so: the states' adjectives before it belong to it."""
    heads, armed = words("organisations", "heads"), words("groups", "armed_name_heads")
    if not (
        doc[i].text[0].isupper() and doc[i].pos_ not in ("DET", "VERB", "ADV", "ADP", "PRON", "AUX", "SCONJ", "CCONJ")
    ):
        return None
    if doc[i].lower_ in _NEVER_FIRST:
        return None
    last = None
    k = i
    while k < min(end, i + _LONGEST):
        token = doc[k]
        if token.text[0].isupper() and (_is_capital(token) or k == i):
            if token.lower_ in heads or token.lower_ in armed:
                last = k
            elif token.lower_ in words("organisations", "events") and k > i and last is None:
                return _event(doc, i, k, end)
        elif not (token.text == "-" or token.lower_ in ("al", "'") or _links(doc, k, i, end)):
            break
        k += 1
    if last is None:
        return None
    stop = _stretch(doc, last, end)
    body = doc[i:stop]
    if stop - i < 2 or any(
        is_title(t) and t.lower_ not in heads and t.lower_ not in ("general", "vice") for t in body[:-1]
    ):
        return None
    if doc[last].ent_type_ == "PERSON" and doc[i].ent_type_ == "PERSON":
        return None
    if stop < end and doc[stop].lower_ in words("organisations", "events") and doc[stop].text[0].isupper():
        return _event(doc, i, stop, end)
    if stop < end and is_title(doc[stop]) and doc[stop].text[0].isupper() and doc[last].lower_ in ("general",):
        return None
    if (
        any(t.lower_ in words("organisations", "events") and t.lower_ not in heads for t in doc[last + 1 : stop])
        and doc[last].lower_ != "conference"
    ):
        return Name(i, stop, "nothing", body.text)
    kind: NameKind = "group" if doc[last].lower_ in armed and doc[last].lower_ not in heads else "organisation"
    return Name(i, stop, kind, body.text)


def _event(doc: Doc, i: int, k: int, end: int) -> Name | None:
    """What has a name but cannot act: a treaty, a conference, a war."""
    if doc[i].ent_type_ == "PERSON" and doc[k].ent_type_ == "PERSON":
        return None
    stop = k + 1
    while stop < end and _is_capital(doc[stop]) and not is_title(doc[stop]):
        stop += 1
    return Name(i, stop, "nothing", doc[i:stop].text)


def _links(doc: Doc, k: int, i: int, end: int) -> bool:
    """Whether a small word stands inside a name of an institution, as spaCy's entity or the noun before it say."""
    if doc[k].lower_ not in ("of", "for", "and", "&", "the", "on", "to", "in") or k == i or k + 1 >= end:
        return False
    before, ahead = doc[k - 1], doc[k + 1]
    if (
        doc[k].lower_ == "and"
        and ahead.text[0].isupper()
        and before.text[0].isupper()
        and before.ent_type_ in ("", "ORG")
    ):
        open_ended = before.lower_ not in words("organisations", "heads") and known_from(doc, k - 1) is None
        if open_ended and before.dep_ in ("compound", "nmod", "amod") and before.ent_type_ == ahead.ent_type_:
            return True
    label = doc[k].ent_type_
    inside = label in ("ORG", "LAW", "LOC", "FAC", "PRODUCT") and doc[k].ent_iob_ == "I" and doc[i].ent_type_ == label
    return inside and _entity(doc, k)[0] >= i


def _stretch(doc: Doc, last: int, end: int) -> int:
    """The end of a body's name whose noun is token `last`: "Ministry" goes on "of Foreign Affairs"."""
    stop = last + 1
    first, entity_end = _entity(doc, last)
    if doc[last].ent_type_ == "ORG" and entity_end <= end:
        inside = doc[stop:entity_end]
        if not any(is_title(t) or t.text in ("'s", "’s", ",") for t in inside):
            stop = max(stop, entity_end)
            while stop > last + 1 and not doc[stop - 1].text[0].isupper():
                stop -= 1
    del first
    if stop == last + 1 and stop + 1 < end and doc[stop].lower_ in ("of", "for", "on"):
        k = stop + 1
        while k < end and doc[k].lower_ in ("the", "of", "and", "human") and k < stop + 3:
            k += 1
        if doc[k].text[0].isupper() and _is_capital(doc[k]):
            while k < end and _is_capital(doc[k]) and not is_title(doc[k]) and doc[k].ent_type_ != "PERSON":
                k += 1
            return k
    return stop


def _run_at(doc: Doc, i: int, end: int) -> Name | None:
    """A run of capitalised words that starts here, without titles before it."""
    token = doc[i]
    if token.lower_ in _PARTICLES and not token.text[0].isupper():
        nearby = i + 1 < end and (
            doc[i + 1].text[0].isupper() or (doc[i + 1].text == "-" and i + 2 < end and doc[i + 2].text[0].isupper())
        )
        if not nearby or (
            token.ent_type_ != "PERSON" and not (token.lower_ in ("al", "el") and doc[i + 1].text == "-")
        ):
            return None
    elif not _is_capital(token) or is_title(token) and not _is_name_anyway(doc, i, end):
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
        if _person_starts(doc, k) and doc[k - 1].ent_type_ != "PERSON" and given_name_gender(doc[k - 1].text) is None:
            break
        if _is_capital(nxt) and not (
            is_title(nxt) and nxt.ent_type_ != "PERSON" and given_name_gender(doc[k - 1].text) is None
        ):
            if _is_listed_state(doc, k) and nxt.ent_type_ != doc[i].ent_type_:
                break
            k += 1
            continue
        if (
            nxt.text == "-"
            and not doc[k - 1].whitespace_
            and not nxt.whitespace_
            and k + 1 < end
            and _label(doc, i, k) == "person"
        ):
            if doc[k + 1].is_alpha and doc[k + 1].lower_ not in _COMPOUND_ENDS:  # Ban Ki-moon
                k += 2
                continue
        joins = nxt.text in ("-", "'", "’") or nxt.lower_ in _PARTICLES or _hyphened(doc, k)
        if joins and k + 1 < end and not doc[k - 1].whitespace_ * (nxt.text in ("-", "'", "’")):
            ahead = k + 1
            while (
                ahead < end
                and (doc[ahead].lower_ in _PARTICLES or doc[ahead].text == "-" or _hyphened(doc, ahead))
                and ahead < k + 4
            ):
                ahead += 1
            if ahead < end and doc[ahead].text[0].isupper() and _is_capital(doc[ahead]):
                k = ahead + 1
                continue
        break
    if k - i == 1 and len(token.text.strip(".")) < 2 or all(is_title(t) or t.is_punct for t in doc[i:k]):
        return None
    return Name(i, k, _label(doc, i, k), doc[i:k].text)


def _hyphened(doc: Doc, k: int) -> bool:
    """Whether the token is an Arabic article with its hyphen."""
    return doc[k].lower_ in _HYPHENED and k + 1 < len(doc) and doc[k + 1].text == "-" and not doc[k].whitespace_


def _person_starts(doc: Doc, k: int) -> bool:
    """Whether spaCy sees a person's name of several words begin at token k."""
    return doc[k].ent_type_ == "PERSON" and doc[k].ent_iob_ == "B" and k + 1 < len(doc) and doc[k + 1].ent_iob_ == "I"


def _is_name_anyway(doc: Doc, i: int, end: int) -> bool:
    """Whether a word that could be a title is the name itself, since nothing of a name follows it."""
    follows = i + 1 < end and (_is_capital(doc[i + 1]) or doc[i + 1].text in ("-", "of"))
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
    labels = Counter(doc[k].ent_type_ for k in range(start, end) if doc[k].ent_type_)
    if not labels:
        return "nothing"
    label = sorted(labels.items(), key=lambda row: (-row[1], row[0]))[0][0]
    if label in _NEVER:
        return "nothing"
    kinds: dict[str, NameKind] = {
        "PERSON": "person",
        "ORG": "organisation",
        "GPE": "place",
        "LOC": "place",
        "FAC": "place",
    }
    return kinds.get(label, "nothing")


# -- what they are -------------------------------------------------------------------------------------------------


def key_of(text: str) -> str:
    """A name without articles, particles' hyphens and case, to compare spellings."""
    plain = text.lower().replace("’", "'").replace("-", " ").removeprefix("the ").removeprefix("al ")
    return " ".join(plain.split())


def _short_for_things(doc: Doc, found: list[Name]) -> frozenset[str]:
    """Acronyms that the text explains as something else than a body: "memorandum of understanding (MOU)", "Development Plan (DP)"."""
    ends = {name.end: name for name in found}
    things = set()
    for name in found:
        if name.listed or not name.short.isupper() or name.start < 3 or doc[name.start - 1].text != "(":
            continue
        other = ends.get(name.start - 1)
        if other is not None and other.kind != "nothing":
            continue
        size = len(name.short) + 3
        initials = [t.text[0].upper() for t in doc[max(0, name.start - 1 - size) : name.start - 1] if t.is_alpha]
        small = [
            t.text[0].upper()
            for t in doc[max(0, name.start - 1 - size) : name.start - 1]
            if t.is_alpha and not t.is_stop
        ]
        if any("".join(found).endswith(name.short) for found in (initials, small)):
            things.add(key_of(name.short))
    return frozenset(things)


def _settled(doc: Doc, found: list[Name], places: Iterable[Place]) -> Iterator[Name]:
    """The names, each with the kind that most of its mentions support."""
    at = {(p.anchor.start, p.anchor.end): p for p in places}
    ends = {p.anchor.end: p for p in at.values()}
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for name in found:
        if name.listed:
            continue
        for kind, weight in _evidence(doc, name):
            votes[key_of(name.short)][kind] += weight
    raised: set[str] = set()
    counts = Counter(key_of(name.short) for name in found)
    common = {t.text for t in doc if t.is_alpha and t.is_lower}
    things = _short_for_things(doc, found)
    for name in found:
        tally = votes.get(key_of(name.short))
        if name.listed or tally is None or name.end - name.start < 2:
            continue
        if (
            _winner(tally) == "person" and key_of(name.short) not in raised
        ):  # a surname alone is a person's where the full name is
            raised.add(key_of(name.short))
            for tail in _tails(key_of(name.short)):
                if tail in votes:
                    votes[tail]["person"] += 4 + sum(votes[tail].values())
    for name in found:
        if name.listed:
            yield name
            continue
        kind = "nothing" if key_of(name.short) in things else _winner(votes[key_of(name.short)])
        span = doc[name.start : name.end]
        place = at.get((span.start_char, span.end_char))
        if place is None and kind == "person" and name.end - name.start == 1 and span.end_char in ends:
            place = ends[span.end_char]
            if place.anchor.start < span.start_char and place.geonameid is not None:
                kind = "place"
        settled = replace(name, kind=kind, country=place.country if place else None)
        if (
            kind in ("person", "organisation")
            and name.end - name.start == 1
            and not _stands_alone(doc, name, kind, counts, common)
        ):
            settled = replace(settled, kind="nothing")
        if is_modifier(doc[name.start]) and name.end - name.start == 1 and kind != "person":
            settled = replace(settled, kind="nothing")
        yield settled


def _stands_alone(doc: Doc, name: Name, kind: NameKind, counts: Counter[str], common: set[str]) -> bool:
    """Whether a name of one word that no list knows is enough of a name: told of more than once, acting, or with a title."""
    token = doc[name.start]
    if kind == "organisation" and not token.is_upper and token.lower_ in common:
        return False
    if given_name_gender(token.text) is None and (token.tag_ == "NNS" or (kind == "person" and token.lower_ in common)):
        return False
    if sum(c.isdigit() for c in token.text) > 2:
        return False
    if counts[key_of(name.short)] > 1 or given_name_gender(token.text) is not None:
        return True
    if token.is_upper and kind == "organisation" and name.start > 0 and doc[name.start - 1].text == "(":
        return True
    before = doc[name.start - 1] if name.start > 0 else None
    if before is not None and (is_title(before) or before.lower_ in words("organisations", "body_nouns")):
        return True
    head = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "poss", "agent", "appos"):
        return True
    if token.dep_ == "pobj" and head.lower_ in ("by", "to", "with", "against"):
        return True
    if token.dep_ == "dobj" and head.lemma_ in (
        "tell",
        "accuse",
        "urge",
        "meet",
        "call",
        "ask",
        "quote",
        "cite",
        "inform",
        "warn",
    ):
        return True
    return token.dep_ == "compound" and (
        is_title(head) or head.lower_ in words("groups", "heads") or head.lower_ in words("organisations", "common")
    )


def _tails(key: str) -> list[str]:
    parts = key.split()
    return [" ".join(parts[-n:]) for n in range(1, len(parts))] + parts[:1]


def _winner(votes: Counter[NameKind]) -> NameKind:
    return max(sorted(votes), key=lambda kind: (votes[kind], kind))


def _evidence(doc: Doc, name: Name) -> Iterator[tuple[NameKind, int]]:
    """What speaks for each kind of a name at one mention, with weights."""
    yield name.kind, 2 if name.kind != "nothing" else 1
    before = doc[name.start - 1] if name.start > 0 else None
    after = doc[name.end] if name.end < len(doc) else None
    single, last = name.end - name.start == 1, doc[name.end - 1]
    institution = last.lower_ in words("organisations", "heads") or last.lower_ in words("groups", "armed_name_heads")
    if (
        before is not None
        and not institution
        and is_title(before)
        and before.pos_ in ("NOUN", "PROPN", "ADJ")
        and name.kind != "nothing"
    ):
        if name.kind in ("person", "place") or name.end - name.start <= 4:
            yield "person", 3
    if not single and given_name_gender(doc[name.start].text) is not None and name.kind != "group":
        yield "person", 2
    if not single and last.lower_ in words("organisations", "place_heads") and name.kind != "person":
        yield "place", 6
    alone = last.lower_ in words("organisations", "heads") or last.lower_ in words("organisations", "body_nouns")
    if single and alone and name.kind == "organisation":
        yield "nothing", 6
    if before is not None and before.lower_ in words("organisations", "body_nouns") and before.pos_ == "NOUN":
        yield "organisation", 5
    if after is not None and (after.lower_ in words("organisations", "body_nouns") or (after.lower_ == "news")):
        yield "organisation", 4
    if after is not None and after.lower_ in _GROUP_NOUNS:
        yield "group", 5
    if name.kind == "organisation" and last.lower_ not in _OFFICES and _is_portfolio(doc, name.end):
        yield "nothing", 6
    if _role_follows(doc, name) and name.kind != "place":
        yield "person", 2
    if name.short.isupper() and len(name.short) > 1 and single and name.kind in ("nothing", "person"):
        yield "organisation", 2
    if _stands_as_place(doc, name):
        yield "place", 4 if single else 3


def _is_portfolio(doc: Doc, k: int) -> bool:
    """Whether an office follows, so that the words before it are its matter: "Urban Development Deputy Minister"."""
    while k < len(doc) and is_modifier(doc[k]) and doc[k].text[0].isupper():
        k += 1
    return k < len(doc) and doc[k].lower_ in ("minister", "secretary") and doc[k].text[0].isupper()


def _role_follows(doc: Doc, name: Name) -> bool:
    """Whether an apposition with a role follows: ", a former minister,"."""
    if name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return False
    for token in doc[name.end + 1 : name.end + 7]:
        if token.is_punct and token.text != "-" or token.pos_ in ("VERB", "AUX") or token.ent_type_ == "PERSON":
            return False
        if is_title(token) and token.tag_ not in ("NNS", "NNPS"):
            return True
    return False


def _stands_as_place(doc: Doc, name: Name) -> bool:
    """Whether the words around a name make it a place: "in X", "the town of X", "X, a village near Y"."""
    before = doc[name.start - 1] if name.start > 0 else None
    if (
        before is not None
        and before.lower_ in ("in", "at", "near")
        and before.pos_ == "ADP"
        and name.kind != "organisation"
    ):
        return name.end - name.start == 1 or name.kind == "place"
    if before is not None and before.lower_ == "of" and name.start > 1 and doc[name.start - 2].lower_ in _SITES:
        return True
    if name.end + 2 < len(doc) and doc[name.end].text == ",":
        for token in doc[name.end + 1 : name.end + 7]:
            if token.is_punct or token.pos_ in ("VERB", "AUX", "ADP"):
                return False
            if token.lower_ in _SITES and token.pos_ == "NOUN":
                return True
    return False
