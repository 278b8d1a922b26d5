"""What names are names of: each goes by the kind that most speaks for, over all its mentions in the article."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from dateline.model import Place
from dateline.reading.actors.evidence import evidence
from dateline.reading.actors.names import Name, NameKind, key_of
from dateline.reading.actors.other_names import end_of_name_before
from dateline.reading.actors.taken_places import town_country
from dateline.reading.actors.titles import shared_office
from dateline.reading.actors.words import (
    folded,
    given_name_gender,
    is_modifier,
    is_role_head,
    is_title,
    plural_office,
    words,
)
from dateline.reading.lexicon import lexicon

_MOST_JOINED = 8
_SHORTENED = 2
"""Words of a body's name that goes by its first one too."""


def _short_for_things(doc: Doc, found: list[Name]) -> frozenset[str]:
    """Acronyms that the text explains as something else than a body: "memorandum of understanding (MOU)", "Development Plan (DP)"."""
    ends = {name.end: name for name in found}
    things = set()
    for name in found:
        if name.listed or sum(c.isupper() for c in name.short) < 2 or name.start < 3 or doc[name.start - 1].text != "(":
            continue
        other, letters = ends.get(name.start - 1), name.short.upper()
        first = name.start - 1 - len(letters)
        spelt = doc[max(0, first) : name.start - 1]
        office = is_title(spelt[0]) and letters == "".join(t.text[0] for t in spelt)
        office = office and all(plural_office(t) is None for t in spelt)
        if other is not None and other.kind not in ("nothing", "place") and not office:
            continue
        size = len(name.short) + 3
        initials = [t.text[0].upper() for t in doc[max(0, name.start - 1 - size) : name.start - 1] if t.is_alpha]
        small = [
            t.text[0].upper()
            for t in doc[max(0, name.start - 1 - size) : name.start - 1]
            if t.is_alpha and not t.is_stop
        ]
        if office or any("".join(found).endswith(letters) for found in (initials, small)):
            things.add(key_of(name.short))
    return frozenset(things)


def settled_names(doc: Doc, found: list[Name], places: Iterable[Place]) -> Iterator[Name]:
    """The names, each with the kind that most of its mentions support."""
    at = {(p.anchor.start, p.anchor.end): p for p in places}
    ends = {p.anchor.end: p for p in at.values()}
    stops = {name.end: name for name in found}
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for name in found:
        if name.listed:
            continue
        if _follows_office(doc, name, stops.get(name.start)):
            votes[key_of(name.short)]["person"] += 8
        for kind, weight in evidence(doc, name):
            votes[key_of(name.short)][kind] += weight
        other = stops.get(end_of_name_before(doc, name.start) or -1)
        if other is not None and other.kind in ("person", "organisation", "group"):
            votes[key_of(name.short)][other.kind] += 6  # "X, alias Y"
        place = at.get((doc[name.start].idx, doc[name.end - 1].idx + len(doc[name.end - 1])))
        if name.kind == "place" and (place is None or place.geonameid is None) and _speaks(doc, name):
            votes[key_of(name.short)]["organisation" if name.short.isupper() else "person"] += 4
        if place is not None and place.name in lexicon("regions")["regions"]:
            votes[key_of(name.short)]["place"] += 6
    for name in found:
        if name.kind == "person" and not name.listed and votes[key_of(name.short)]["place"] and _speaks(doc, name):
            votes[key_of(name.short)]["person"] += 3  # who was seized has spoken, and is no town
    _shorten_bodies(doc, found, votes)
    raised: set[str] = set()
    parts: set[str] = set()
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
                parts.add(tail)
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
        settled = replace(
            name, kind=kind, country=place.country if place else town_country(name) if kind == "place" else None
        )
        if (
            kind in ("person", "organisation")
            and name.end - name.start == 1
            and not (kind == "person" and key_of(name.short) in parts)
            and not _stands_alone(doc, name, kind, counts, common)
        ):
            settled = replace(settled, kind="nothing")
        alone = is_modifier(doc[name.start]) or plural_office(doc[name.start]) is not None  # "the Ministers"
        if alone and name.end - name.start == 1 and kind != "person":
            settled = replace(settled, kind="nothing")
        yield settled


def _shorten_bodies(doc: Doc, found: list[Name], votes: dict[str, Counter[NameKind]]) -> None:
    """Makes a body of the first word of a body's name where it stands alone and nothing but spaCy says that it is a person's."""
    seen: set[str] = set()
    counts = Counter(key_of(name.short) for name in found)
    for name in found:
        key = key_of(name.short)
        first = key.split()[0] if key else ""
        if name.listed or name.end - name.start != _SHORTENED or key in seen or first not in votes:
            continue
        seen.add(key)
        own, plain = votes[first], 2 * counts[first]
        unsure = given_name_gender(doc[name.start].text) is None and own["person"] <= plain and own["place"] <= plain
        if unsure and _winner(votes[key]) == "organisation":
            own["organisation"] += 1 + sum(own.values())


def _stands_alone(doc: Doc, name: Name, kind: NameKind, counts: Counter[str], common: set[str]) -> bool:
    """Whether a name of one word that no list knows is enough of a name: told of more than once, acting, or with a title."""
    token = doc[name.start]
    if kind == "person" and shared_office(doc, name.start) is not None:
        return True
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
    for _ in range(_MOST_JOINED):
        if (
            token.dep_ != "conj"
            or kind != "organisation"
            or token.ent_iob_ == "I"
            or token.head.ent_type_ not in ("ORG", "")
        ):
            break
        token = token.head  # "executives of Kestrel, Orla and Brand"
    head = token.head
    before = doc[name.start - 1] if name.start > 0 else None
    if before is not None and (is_title(before) or before.lower_ in words("organisations", "body_nouns")):
        return True
    head = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "poss", "agent", "appos"):
        return True
    if (
        kind == "organisation"
        and token.dep_ == "pobj"
        and head.lower_ in ("of", "at", "for")
        and is_role_head(head.head)
    ):
        return True  # "the director of Kestrel"
    if token.dep_ == "pobj" and head.lower_ == "as" and head.head.lower_ == "known":
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
    return token.dep_ in ("compound", "nmod") and (
        is_title(head)
        or head.lower_ in words("groups", "heads")
        or folded(head) in words("organisations", "common") | words("organisations", "body_nouns")
    )


def _tails(key: str) -> list[str]:
    parts = key.split()
    return list(
        dict.fromkeys(
            [
                *(" ".join(parts[-n:]) for n in range(1, len(parts))),
                *(p for p in parts[:-1] if len(p) > 1 and p not in words("naming", "no_part")),
            ]
        )
    )


def _winner(votes: Counter[NameKind]) -> NameKind:
    return max(sorted(votes), key=lambda kind: (votes[kind], kind))


def _speaks(doc: Doc, name: Name) -> bool:
    """Whether the name is the subject of a verb of speech."""
    root = doc[name.start : name.end].root
    return root.dep_ == "nsubj" and root.head.lemma_ in words("unnamed", "speech")


def _follows_office(doc: Doc, name: Name, before: Name | None) -> bool:
    """Whether the name stands right behind an office with its state or body: "President of X Name Surname"."""
    if before is None or before.kind not in ("state", "organisation") or name.end - name.start > 4:
        return False
    k = before.start - 1 if doc[before.start - 1].lower_ == "the" else before.start
    return k > 1 and doc[k - 1].lower_ == "of" and is_title(doc[k - 2])
