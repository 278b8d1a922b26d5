"""Towns that are fought over, by what is done to them: the model takes many of them for persons or bodies."""

from spacy.tokens import Doc, Token

from dateline.reading.actors.known import known_from
from dateline.reading.actors.names import Name
from dateline.reading.actors.words import folded, given_name_gender, is_title, words
from dateline.reading.places.gazetteer import folded as place_key
from dateline.reading.places.gazetteer import towns


def is_taken(doc: Doc, name: Name) -> bool:
    """Whether a name is what is shelled, captured or marched on, and so a town.

    A verb for places alone says it, as does one that takes people too where the name is a town's or fighters do it.
    """
    first = doc[name.start]
    if name.kind not in ("person", "nothing", "organisation") or given_name_gender(first.text) is not None:
        return False
    if any(not t.is_title for t in doc[name.start : name.end]) or (name.start > 0 and _is_introduced(first.nbor(-1))):
        return False
    root = doc[name.start : name.end].root
    head = next((t for t in (root, *root.ancestors) if t.dep_ != "conj"), root) if root.dep_ == "conj" else root
    if head.dep_ == "pobj":
        return name.end - name.start == 1 and _is_marched_on(head.head)
    if head.dep_ == "nsubj" and head.head.lemma_ == "fall":
        return any(c.dep_ == "prep" and c.lower_ in ("to", "into") for c in head.head.rights)
    if head.dep_ not in ("dobj", "nsubjpass"):
        return False
    verb = head.head.lemma_.lower()
    if verb in words("naming", "takes_places"):
        return True
    if name.end - name.start == 1 and verb in words("naming", "taken_by_fighters") and _by_fighters(head.head):
        return True
    known = verb in words("naming", "takes_places_too") and towns(place_key(name.short))
    return any(town.own for town in known or ())


def town_country(name: Name) -> str | None:
    """The country of the towns that have this name; None where there are none, or in several countries."""
    found = {town.country for town in towns(place_key(name.short)) if town.own}
    return found.pop() if len(found) == 1 else None


def _is_introduced(before: Token) -> bool:
    """Whether the word before a name says that it is no town's: an office, an article or a noun."""
    return is_title(before) or before.lower_ == "the" or before.pos_ == "NOUN"


def _is_marched_on(prep: Token) -> bool:
    """Whether what the preposition leads to is a town: "advancing on X", "the fall of X", "withdrew from X"."""
    governor = prep.head.lemma_.lower()
    if prep.lower_ == "of":
        return governor in words("naming", "fought_over")
    if prep.lower_ in ("on", "toward", "towards"):
        return governor in ("advance", "march")
    return prep.lower_ == "from" and governor in ("withdraw", "retreat", "withdrawal", "retreat", "pullout")


def _by_fighters(verb: Token) -> bool:
    """Whether those who fight do it, or it, which they are: "rebels took X", "X was taken by the militia"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None:
        agent = next((c for c in verb.rights if c.dep_ == "agent"), None)
        subject = next((c for c in agent.rights if c.dep_ == "pobj"), None) if agent is not None else None
    if subject is None and verb.dep_ in ("conj", "xcomp", "advcl"):
        subject = next((c for c in verb.head.lefts if c.dep_ == "nsubj"), None)
    led = verb.lemma_ == "take" and any(c.dep_ == "prep" and c.lower_ in ("to", "into", "with") for c in verb.rights)
    if subject is None or led:
        return False  # "took Varga to the bush"
    hit = known_from(subject.doc, subject.i)
    if hit is not None:
        return hit[1].kind in ("group", "people")
    return (
        subject.lower_ in ("it", "they")
        or folded(subject) in words("naming", "fighters")
        or subject.lower_ in words("naming", "fighters")
    )
