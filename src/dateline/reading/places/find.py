"""Finds the places that a text names: by spaCy's entities, by words for places around a name, and by the gazetteer."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log10

from spacy.tokens import Doc

from dateline.model import Place, anchor
from dateline.reading.actors.known import Known, known_from
from dateline.reading.actors.metonyms import means_place_at
from dateline.reading.actors.words import words
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed
from dateline.reading.places.gazetteer import Town, folded, towns
from dateline.reading.places.mistaken import is_in_town

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_WELL_KNOWN, _WORLD_CITY = 50, 1000
"""Thousands of people from which on a town is the one that its name means first."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Tokens `[start, end)` that name a place; what the word lists know of it."""

    start: int
    end: int
    known: Known | None = None
    place: bool = True


def find_places(parsed: Parsed) -> tuple[Place, ...]:
    """The places that the text names, in the order of the text; states and capitals only where they do not mean the party."""
    doc = parsed.doc
    named = list(_named(doc))
    countries = _countries(doc)
    found = []
    for name in named:
        place = _place(parsed, doc, name, countries)
        if place is not None:
            found.append(place)
    return tuple(found)


def _countries(doc: Doc) -> Counter[str]:
    """How often the text names each country, under any of its words."""
    counts: Counter[str] = Counter()
    for token in doc:
        if token.text[:1].isupper():
            hit = known_from(doc, token.i)
            if hit is not None and hit[1].country is not None:
                counts[hit[1].country] += 1
    return counts


def _named(doc: Doc) -> Iterator[_Named]:
    i = 0
    while i < len(doc):
        name = _named_at(doc, i)
        if name is None:
            i += 1
            continue
        if name.place:
            yield name
        i = name.end


def _named_at(doc: Doc, i: int) -> _Named | None:
    token = doc[i]
    if not token.text[:1].isupper() and token.lower_ not in words("naming", "place_particles"):
        return None
    if token.ent_type_ in ("DATE", "PERSON") and token.ent_iob_ == "I":
        return None
    region = _region_end(doc, i)
    if region is not None:
        return None if _inside_other(doc, i, region) else _Named(i, region)
    hit = known_from(doc, token.i)
    if hit is not None:
        end = hit[0]
        if hit[1].kind in ("state", "capital") and not _inside_other(doc, i, end):
            return _Named(i, end, hit[1], place=means_place_at(doc, i, end, hit[1].kind == "capital"))
        if hit[1].kind != "nothing":
            return None
    return _entity_at(doc, i)


def _inside_other(doc: Doc, i: int, end: int) -> bool:
    """Whether the words are a part of a longer name that is no place: "Washington Post", "University of Damascus", "Paris Hilton"."""
    token = doc[end - 1]
    if token.ent_type_ not in ("ORG", "PERSON", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"):
        return False
    grows = (
        end < len(doc)
        and doc[end].ent_iob_ == "I"
        and doc[end].ent_type_ == token.ent_type_
        and doc[end].text[0].isupper()
    )
    return grows or doc[i].ent_iob_ == "I"


def _region_end(doc: Doc, i: int) -> int | None:
    for region in _regions().get(doc[i].text, ()):
        end = i + len(region.replace("-", " - ").split())
        if doc[i:end].text == region:
            return end
    return None


@cache
def _regions() -> dict[str, tuple[str, ...]]:
    """Regions' names by their first word, the longest first."""
    by_first: dict[str, list[str]] = {}
    for name in (*lexicon("regions")["regions"], *(row["name"] for row in lexicon("regions")["us_states"].values())):
        if name not in (
            "Georgia",
            "Washington",
            "New York",
        ):  # a state of the world, and two towns, are meant more often
            first = name.split()[0].split("-")[0]
            by_first.setdefault(first, []).append(name)
    return {first: tuple(sorted(names, key=lambda n: (-len(n), n))) for first, names in by_first.items()}


def _entity_at(doc: Doc, i: int) -> _Named | None:
    """A name that spaCy takes for a place, or that words around it show to be one."""
    token = doc[i]
    if (token.ent_type_ in _LABELS and token.ent_iob_ == "B") or (
        token.ent_type_ not in _LABELS and _starts_run(doc, i)
    ):
        end = _run_end(doc, i)
    else:
        return None
    start = i
    while start < end and (
        doc[start].lower_ in ("the", "a")
        or (
            doc[start].lower_ in words("naming", "directions")
            and start + 1 < end
            and doc[start + 1].text[0].isupper()
            and not (doc[start].text[0].isupper() and towns(folded(doc[start:end].text)))  # "South Bend"
        )
    ):
        start += 1
    while end > start and (doc[end - 1].text in ("'s", "’s") or doc[end - 1].is_punct):
        end -= 1
    if start >= end or not doc[start].text[0].isalpha():
        return None
    name = _Named(start, end)
    return name if _is_place(doc, name) else None


def _starts_run(doc: Doc, i: int) -> bool:
    """Whether a name starts here that stands where places stand: after "the town of", before "airport"."""
    token = doc[i]
    if token.pos_ != "PROPN" or (i > 0 and doc[i - 1].pos_ == "PROPN" and doc[i - 1].text[0].isupper()):
        return False
    end = _run_end(doc, i)
    if is_in_town(doc, i, end):
        return True
    if i >= 2 and doc[i - 1].lower_ == "of" and doc[i - 2].lower_ in words("naming", "sites_before"):
        return True
    return (
        end < len(doc)
        and doc[end].lower_ in words("naming", "sites_after")
        and doc[end].text[0].islower()
        and token.ent_type_ not in ("DATE", "NORP", "EVENT")
    )


def _run_end(doc: Doc, i: int) -> int:
    """Where the name that starts at i ends: with spaCy's entity, and with the capitalised words that belong to it."""
    k = i + 1
    while k < len(doc) and doc[k].ent_iob_ == "I" and doc[k].ent_type_ == doc[i].ent_type_ and doc[i].ent_type_:
        k += 1
    while k + 1 < len(doc) and k < i + 8:
        if (
            doc[k].text[0].isupper()
            and doc[k].pos_ == "PROPN"
            and doc[k].ent_type_ in ("", doc[i].ent_type_)
            and not doc[k].is_space
            and doc[k].ent_iob_ != "B"
        ):
            k += 1
        elif doc[k].text == "-" and doc[k + 1].text[0].isupper() and not doc[k - 1].whitespace_:
            k += 2
        elif (
            doc[k].lower_ in words("naming", "place_particles")
            and doc[k + 1].text == "-"
            and k + 2 < len(doc)
            and doc[k + 2].text[0].isupper()
        ):
            k += 3
        else:
            break
    return k


def _is_place(doc: Doc, name: _Named) -> bool:
    """Whether enough speaks for a place: the gazetteer with spaCy, or where the name stands."""
    text = doc[name.start : name.end].text
    hits = [known_from(doc, k) for k in range(name.start, name.end)]
    if any(hit is not None and hit[1].kind in ("group", "outlet") for hit in hits):
        return False
    label = doc[name.start].ent_type_
    before = doc[name.start - 1] if name.start > 0 else None
    if (
        before is not None
        and (before.lower_ == "the" or before.lower_ in words("naming", "directions"))
        and name.start > 1
    ):
        before = doc[name.start - 2]
    follows = doc[name.end].lower_ if name.end < len(doc) else ""
    stands = follows in words("naming", "sites_after") or (
        before is not None and before.lower_ in words("naming", "strictly_locative")
    )
    stands = stands or (
        before is not None
        and before.lower_ == "of"
        and before.i > 0
        and doc[before.i - 1].lower_ in words("naming", "sites_before")
    )
    big = any(t.thousands >= 50 or t.capital for t in towns(folded(text)))
    if label in ("GPE", "LOC"):
        loosely = before is not None and (before.lower_ in words("naming", "locative") or before.text in (",", "and"))
        return stands or big or (loosely and bool(towns(folded(text))))
    if label == "FAC":
        return stands
    return is_in_town(doc, name.start, name.end) or (stands and label != "ORG")


# -- which place ---------------------------------------------------------------------------------------------------


def _place(parsed: Parsed, doc: Doc, name: _Named, countries: Counter[str]) -> Place:
    span = doc[name.start : name.end]
    at = anchor(parsed.text, span.start_char, span.end_char)
    if name.known is not None and name.known.kind == "state":
        country = name.known.country
        if name.known.name == "Georgia" and _is_us_georgia(doc, name, countries):
            return Place(
                anchor=at, name="Georgia", country="US", geonameid=lexicon("regions")["us_states"]["GA"]["geonameid"]
            )
        id_ = lexicon("regions")["countries"].get(country)
        return Place(anchor=at, name=name.known.name, country=country, geonameid=id_)
    region = _known_region(at.quote)
    if region is not None:
        return Place(anchor=at, name=at.quote, country=region[0], geonameid=region[1])
    within = _within(doc, name.end)
    wanted = name.known.country if name.known is not None else None
    found = towns(folded(at.quote))
    if within == ("GE", None) and not any(t.country == "GE" for t in found) and any(t.region == "GA" for t in found):
        within = ("US", "GA")
    town = _best(found, within, countries, wanted)
    if town is None:
        country = within[0] if within else _country_before(doc, name.start)
        return Place(anchor=at, name=at.quote, country=country)
    return Place(anchor=at, name=at.quote, country=town.country, lat=town.lat, lon=town.lon, geonameid=town.geonameid)


def _is_us_georgia(doc: Doc, name: _Named, countries: Counter[str]) -> bool:
    before = doc[name.start - 2].text if name.start > 1 and doc[name.start - 1].text == "," else ""
    if any(t.region == "GA" for t in towns(folded(before))):
        return True
    return countries["US"] > 0 and not any(countries[c] for c in ("RU", "AM", "AZ", "UA", "TR"))


def _known_region(words: str) -> tuple[str | None, int | None] | None:
    regions = lexicon("regions")
    for row in regions["us_states"].values():
        if row["name"] == words and words not in ("Washington", "New York"):
            return "US", row["geonameid"]
    return (regions["regions"][words] or None, None) if words in regions["regions"] else None


def _within(doc: Doc, end: int) -> tuple[str, str | None] | None:
    """The country, and the state of the US, that follow a town's name: ", Texas", ", in northern Syria", "in western Iraq"."""
    k = end
    steps = 0
    while k < len(doc) and steps < 6:
        token = doc[k]
        if token.text[:1].isupper():
            hit = known_from(doc, token.i)
            if hit is not None and hit[1].kind == "state":
                return (hit[1].country or "", None) if _linked(doc, end, k) else None
            for code, row in lexicon("regions")["us_states"].items():
                if doc[k : k + len(row["name"].split())].text == row["name"]:
                    return ("US", code) if _linked(doc, end, k) else None
            return None
        if token.lower_ not in words("naming", "directions") | words("naming", "sites_after") | {
            ",",
            "in",
            "of",
            "the",
            "'s",
            "(",
            "neighbouring",
            "neighboring",
        }:
            return None
        k, steps = k + 1, steps + 1
    return None


def _linked(doc: Doc, end: int, k: int) -> bool:
    between = [doc[j].lower_ for j in range(end, k)]
    return bool(between) and (between[0] in (",", "in", "(") or "in" in between or "of" in between)


def _country_before(doc: Doc, start: int) -> str | None:
    """The country in "Iraq's X" and "the Iraqi town of X"."""
    for k in range(start - 1, max(-1, start - 6), -1):
        token = doc[k]
        if token.text[:1].isupper():
            hit = known_from(doc, token.i)
            return hit[1].country if hit is not None and hit[1].kind in ("state", "adjective") else None
        if token.lower_ not in words("naming", "directions") | words("naming", "sites_before") | {
            "of",
            "the",
            "'s",
            "’s",
        }:
            return None
    return None


def _best(
    found: tuple[Town, ...], within: tuple[str, str | None] | None, countries: Counter[str], wanted: str | None
) -> Town | None:
    """The town that the text most likely means: in the country it says, in a country it names, a large one."""
    if within is not None:
        fitting = [t for t in found if t.country == within[0] and within[1] in (None, t.region)]
        if fitting or not any(t.thousands >= _WELL_KNOWN or t.capital for t in found):
            return fitting[0] if fitting else None
    if wanted is not None:
        return next((t for t in found if t.country == wanted and t.capital), None) or next(
            (t for t in found if t.country == wanted), None
        )

    top = max(found, key=lambda t: (t.thousands, -t.geonameid), default=None)

    def weight(town: Town) -> tuple[float, int]:
        # Most names recur in the US; and a world city is meant before a small town of its name, whatever else the text names.
        dwarfed = (
            top is not None and (top.capital or top.thousands >= _WORLD_CITY) and top.thousands > 8 * town.thousands
        )
        slight = town.country == "US" or dwarfed
        named = 0.0 if not countries[town.country] else 0.5 if slight else 2.0
        own = 0.2 if town.own else 0.0
        return log10(town.thousands + 1) + named + (1.0 if town.capital else 0.0) + own, -town.geonameid

    best = max(found, key=weight, default=None)
    if best is None or (not countries[best.country] and best.thousands < 100 and not best.capital):
        return None
    return best
