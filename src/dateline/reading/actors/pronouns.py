"""Whom "he", "she" and "it" mean, where the text settles it."""

from dateline.reading.actors.roster import Roster
from dateline.reading.parse import Parsed

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEAR = 400


def resolve_pronouns(parsed: Parsed, roster: Roster) -> None:
    """Adds the pronouns to the mentions of those whom they mean."""
    doc = parsed.doc
    for token in doc:
        gender = _GENDER.get(token.lower_)
        if gender is None or token.i in roster.at:
            continue
        near = sorted(
            {roster.at[k] for k in range(max(0, token.i - 60), token.i) if k in roster.at},
            key=lambda k: -max(s for s, _ in roster.drafts[k].spans if s < token.idx),
        )
        fits = [k for k in near if roster.drafts[k].kind == "person" and roster.drafts[k].gender in (gender, None)]
        if fits:
            roster.mention(fits[0], token.i, token.i + 1)
