"""What names are names of: each goes by the kind that most speaks for, over all its mentions in the article."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from dateline.model import Place
from dateline.reading.actors import titles
from dateline.reading.actors.bodies import is_portfolio
from dateline.reading.actors.names import Name, NameKind, key_of
from dateline.reading.actors.titles import shared_office
from dateline.reading.actors.words import given_name_gender, is_modifier, is_title, plural_office, words
from dateline.reading.lexicon import lexicon

_SHORTENED = 2
"""Words of a body's name that goes by its first one too."""


_ON_AIR = frozenset({"radio", "television", "tv"})
"""What the name of an outlet may begin with."""

_ONE = frozenset(("he", "she"))


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
        for kind, weight in _evidence(doc, name):
            votes[key_of(name.short)][kind] += weight
        place = at.get((doc[name.start].idx, doc[name.end - 1].idx + len(doc[name.end - 1])))
        if name.kind == "place" and (place is None or place.geonameid is None) and _speaks(doc, name):
            votes[key_of(name.short)]["organisation" if name.short.isupper() else "person"] += 4
        if place is not None and place.name in lexicon("regions")["regions"]:
            votes[key_of(name.short)]["place"] += 6
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
        settled = replace(name, kind=kind, country=place.country if place else None)
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


def _evidence(doc: Doc, name: Name) -> Iterator[tuple[NameKind, int]]:
    """What speaks for each kind of a name at one mention, with weights."""
    yield name.kind, 2 if name.kind != "nothing" else 1
    before = doc[name.start - 1] if name.start > 0 else None
    after = _word_after(doc, name.end)
    single, last = name.end - name.start == 1, doc[name.end - 1]
    if not single and doc[name.start].lower_ in _ON_AIR:
        yield "organisation", 8
    institution = last.lower_ in words("organisations", "heads") or last.lower_ in words("groups", "armed_name_heads")
    if (
        before is not None
        and not institution
        and is_title(before)
        and before.pos_ in ("NOUN", "PROPN", "ADJ")
        and name.kind != "nothing"
    ) and (name.kind in ("person", "place") or name.end - name.start <= 4):
        yield "person", 3
    if not single and given_name_gender(doc[name.start].text) is not None and name.kind != "group":
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
    if after is not None and (after.lower_ in words("organisations", "body_nouns") or (after.lower_ == "news")):
        yield "organisation", 4
    if after is not None and after.lower_ in words("naming", "group_nouns"):
        yield "group", 5
    if not single and before is not None and before.lower_ == "the" and _stands_for_many(doc, name, last):
        yield "group", 5  # "by the Abu Rafan"
    if before is not None and before.pos_ == "NOUN" and before.lower_ in words("naming", "called_things"):
        yield "nothing", 8 if doc[before.i - 1].text != "-" else 0  # "the ferry X", but not "his brother-in-law X"
    if name.kind == "organisation" and last.lower_ not in words("naming", "offices") and is_portfolio(doc, name.end):
        yield "nothing", 6
    if name.kind != "person" and shared_office(doc, name.start) is not None:
        yield "person", 6
    called = _called(doc, name)
    if called in words("naming", "called_things"):
        yield "nothing", 8
    if called in words("naming", "calls_a_group") and name.kind != "person":
        yield "organisation", 12
    if _role_follows(doc, name) and name.kind != "place" and not institution:
        yield "person", 2
    if (
        single
        and name.kind in ("organisation", "nothing")
        and not name.short.isupper()
        and _speaks_as_one(doc[name.start])
    ):
        yield "person", 6
    if name.short.isupper() and len(name.short) > 1 and single and name.kind in ("nothing", "person"):
        yield "organisation", 2
    if _stands_as_place(doc, name):
        yield "place", 4 if single else 3
    if before is not None and before.lower_ == "of" and doc[name.start - 2].lower_ in words("naming", "sites"):
        yield "place", 6  # "the village of X" says what it is
    elif name.kind != "organisation" and _is_in_list_of_sites(last):
        yield "place", 8
    if _is_matter(doc, name):
        yield "nothing", 12
    if name.kind in ("organisation", "nothing") and last.lower_ in words("naming", "sea_heads"):
        at_sea = before.nbor(-1) if before is not None and before.lower_ == "the" and before.i > 0 else before
        if at_sea is not None and at_sea.lower_ in ("at", "near", "off", "over", "around", "across", "in", "through"):
            yield "place", 4
    if after is not None and after.lower_ in words("naming", "territories") and not institution:
        yield "place", 6 if name.kind != "person" else 3


def _stands_for_many(doc: Doc, name: Name, last: Token) -> bool:
    """Whether a name that looks like a person's has an article of its own, as movements have: no noun and no name follows."""
    follows = doc[name.end] if name.end < len(doc) else None
    alone = last.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "conj") and last.tag_ == "NNP"
    own = follows is None or (follows.pos_ not in ("NOUN", "PROPN") and follows.tag_ not in ("POS", "HYPH"))
    looks = name.kind == "person" or (
        name.kind == "organisation" and given_name_gender(doc[name.start].text) is not None
    )
    return alone and own and looks and given_name_gender(last.text) is None


def _is_in_list_of_sites(last: Token) -> bool:
    """Whether a name stands in a list that says what all in it are: "the provinces of X, Y and Z"."""
    for _ in range(_FAR):
        if last.dep_ not in ("conj", "appos"):
            break
        last = last.head
    of = last.head if last.dep_ == "pobj" else None
    return of is not None and of.lower_ == "of" and of.head.tag_ == "NNS" and of.head.lemma_ in words("naming", "sites")


_MATTERS = frozenset({"minister", "ministers", "secretary", "secretaries", "ministry", "department"})
_FAR = 14
"""Tokens before a name in which an office or a pact may say what it is for."""


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
            if doc[k - 1].lower_ in _MATTERS or pact:
                return True
        elif not (token.text[0].isupper() or token.text == "," or token.lower_ in ("and", "&", "the")):
            return False
        if titles.state_or_seat(doc, k, bodies=False) is not None:
            return False
    return False


def _speaks(doc: Doc, name: Name) -> bool:
    """Whether the name is the subject of a verb of speech."""
    root = doc[name.start : name.end].root
    return root.dep_ == "nsubj" and root.head.lemma_ in words("unnamed", "speech")


def _speaks_as_one(token: Token) -> bool:
    """Whether "he" or "she" goes on with what the token's bearer says: "Varga said he was tired", "Varga agreed. She added ..."."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in words("unnamed", "speech"):
        return False
    told = (c for c in verb.rights if c.dep_ == "ccomp")
    if any(s.dep_ == "nsubj" and s.lower_ in _ONE for clause in told for s in clause.lefts):
        return True
    end = token.sent.end
    following = token.doc[end].sent if end < len(token.doc) else token.sent
    return any(
        t.dep_ == "nsubj" and t.lower_ in _ONE and t.head.lemma_ in words("unnamed", "speech") for t in following[:3]
    )


def _word_after(doc: Doc, end: int) -> Token | None:
    """What stands behind a name, past its letters in brackets: "the Red River Front (RRF) group", "the Abu Rafan rebel group"."""
    if end + 3 < len(doc) and doc[end].text == "(" and doc[end + 1].is_upper and doc[end + 2].text == ")":
        end += 3
    several = doc[end - 1].ent_iob_ == "I" and doc[end - 1].ent_type_ != "NORP"
    if several and end + 1 < len(doc) and doc[end].lower_ in words("naming", "of_groups"):
        end += doc[end + 1].pos_ == "NOUN"
    return doc[end] if end < len(doc) else None


def _follows_office(doc: Doc, name: Name, before: Name | None) -> bool:
    """Whether the name stands right behind an office with its state or body: "President of X Name Surname"."""
    if before is None or before.kind not in ("state", "organisation") or name.end - name.start > 4:
        return False
    k = before.start - 1 if doc[before.start - 1].lower_ == "the" else before.start
    return k > 1 and doc[k - 1].lower_ == "of" and is_title(doc[k - 2])


def _role_follows(doc: Doc, name: Name) -> bool:
    """Whether an apposition with a role follows: ", a former minister,"."""
    if name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return False
    for token in doc[name.end + 1 : name.end + 7]:
        if (token.is_punct and token.text != "-") or token.pos_ in ("VERB", "AUX") or token.ent_type_ == "PERSON":
            return False
        if is_title(token) and token.tag_ not in ("NNS", "NNPS"):
            return True
    return False


def _called(doc: Doc, name: Name) -> str:
    """The noun of what follows a name behind a comma: "initiative" of "Open Harbour,” a new initiative"; empty where nothing does."""
    k, marked = name.end, False
    while k < len(doc) and doc[k].text in (",", "”", '"', "''", "’", "–", "—"):
        marked = marked or doc[k].text in (",", "–", "—")
        k += 1
    if not marked or k >= len(doc) or not (doc[k].lower_ in ("a", "an", "the") or doc[k].tag_ == "PRP$"):
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
        return name.end - name.start == 1 or name.kind == "place" or doc[name.start + 1].text == "-"
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
