"""Events in the parse: verbs, verbs with event nouns, and event nouns alone, with the nouns that stand for the parties."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.reading.events.carried import carried
from dateline.reading.events.draft import FROM_FORCE, Draft
from dateline.reading.events.elsewhere import is_of_sport
from dateline.reading.events.governed import judged, refused, ruled
from dateline.reading.events.idioms import idiom
from dateline.reading.events.misparsed import is_torn
from dateline.reading.events.mood import is_overtaken
from dateline.reading.events.nominal import nominal
from dateline.reading.events.plain import plain
from dateline.reading.events.requested import obliged
from dateline.reading.events.status import status


def detect(doc: Doc) -> Iterator[Draft]:
    """All drafts of the text, verbs before the nouns that no verb has taken."""
    for draft in _drafts(doc):
        if is_of_sport(draft):
            continue
        open_ = draft.status in {"planned", "possible"}
        if not (open_ and (_is_of_anytime(draft) or is_overtaken(draft.deed or draft.head))):
            yield draft


def _is_of_anytime(draft: Draft) -> bool:
    """Whether the clause says what one may do at any time, as a law does: "police can detain suspects for two days"."""
    can = any(c.lower_ == "can" and c.dep_ == "aux" for c in draft.head.lefts)
    return can and draft.type in FROM_FORCE and all(t.pos_ != "PROPN" for f in draft.recipients for t in f)


def _drafts(doc: Doc) -> Iterator[Draft]:
    taken: set[int] = set()
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} and token.i not in taken:
            yield from _verb(token, taken)
    for token in doc:
        fighting = token.lower_ == "fighting" and token.dep_ in {"nsubj", "pobj", "dobj"}  # tagged as a verb
        if (token.pos_ == "NOUN" or fighting) and token.i not in taken:
            yield from nominal(token)


def _verb(verb: Token, taken: set[int]) -> Iterator[Draft]:
    if verb.i and verb.nbor(-1).text == "-" and not verb.nbor(-1).whitespace_:
        return  # "Maltese-made"
    if verb.dep_ in {"aux", "auxpass", "amod", "compound", "nmod"}:
        return
    if verb.ent_type_ in {"ORG", "PERSON", "WORK_OF_ART", "LAW"}:
        return
    if is_torn(verb):
        return
    if verb.text == "Let":
        return  # "Let all sides keep the peace" allows nothing
    if verb.lower_ == "let" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "alone":
        return
    state = status(verb)
    if state == "planned" and verb.dep_ == "pcomp" and verb.head.lower_ == "by":
        return  # "decided to punish it by closing the port" is one plan
    drafts = (
        list(judged(verb, state))
        or list(ruled(verb, taken, state))
        or list(obliged(verb))
        or list(idiom(verb, taken, state))
        or list(carried(verb, taken, state))
        or list(plain(verb, state))
    )
    yield from map(refused, drafts)
