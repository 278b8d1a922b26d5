"""Warnings: threats of what one would do oneself, and mere news of a danger."""

from spacy.tokens import Token

from dateline.reading.events.arguments import objects
from dateline.reading.events.draft import FROM_FORCE
from dateline.reading.events.lexical import noun_frame, words
from dateline.reading.events.nouns import after, essence


def is_harm(noun: Token) -> bool:
    """Whether the noun names force or an answer to it."""
    frame = noun_frame(noun)
    hard = noun.lemma_.lower() in {"response", "reply", "answer"} and any(
        c.lower_ in words("sets", "hard") for c in noun.lefts
    )
    return hard or noun.lemma_.lower() in words("sets", "answers") or (frame is not None and frame.type in FROM_FORCE)


def is_of_danger(warning: Token) -> bool:
    """Whether what is warned of is nothing that the one who warns would do: "warned of floods", not "of a firm response"."""
    beside = (warning, *objects(warning)) if warning.pos_ == "VERB" else (warning,)
    told = [essence(t) for o in beside for place in ("about", "of") for t in after(o, place)]
    told = [t for noun in told for t in (after(noun, "of") if noun.lower_ == "use" else [noun])]
    own = [t for t in told if (is_harm(t) and noun_frame(t) is None) or t.lemma_.lower() in _OWN_DEEDS]
    return bool(told) and not own


_OWN_DEEDS = frozenset(
    {
        "action",
        "consequence",
        "force",
        "intervention",
        "measure",
        "reaction",
        "response",
        "sanction",
        "strike",
        "walkout",
    }
)
"""What one may threaten to do."""
