"""What a resolution, deal or decree holds, told in the present: "the resolution imposes an embargo", "the pact seeks to remove tariffs"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.model import CommitmentStatus
from dateline.reading.commitments.grammar import children, first, infinitive, is_passive, negation, own_subject
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_AIMS = frozenset({"seek", "aim"})


def find_held(doc: Doc) -> Iterator[Undertaking]:
    """The provisions of what was agreed or is drafted, in the order of the text."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.tag_ not in ("VBZ", "VBP") or is_passive(verb):
            continue
        deal = own_subject(verb)
        if deal is None or not is_one_of(deal, "contents", "holders") or negation(verb) is not None or is_unreal(verb):
            continue
        action = infinitive(verb) if lemma(verb) in _AIMS else verb
        if action is None or (action == verb and not _lays_down(verb)):
            continue
        yield Undertaking(
            trigger=verb, action=action, subject=deal, kind="agreement", status=_status(deal), shared=True, ground=deal
        )


def _lays_down(verb: Token) -> bool:
    """Whether it is something that is to be done, and not a word on the world."""
    if not is_one_of(verb, "contents", "lays_down"):
        return False
    thing = first(verb, "dobj")
    return (
        thing is not None and thing.pos_ in ("NOUN", "PROPN") and thing.ent_type_ not in ("DATE", "CARDINAL", "PERCENT")
    )


def _status(deal: Token) -> CommitmentStatus:
    """Proposed where it is only a draft."""
    named = (deal, *children(deal, "amod", "compound"))
    drafted = any(is_one_of(t, "subjects", "proposals") or t.lower_ in ("proposed", "planned") for t in named)
    return "proposed" if drafted else "agreed"
