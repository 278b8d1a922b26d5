"""Assembly: from detected stretches to attributions with kind, addressee, medium, denial, day and the source's actor."""

from collections.abc import Iterable

from dateline.model import (
    Anchor,
    Article,
    Attribution,
    AttributionKind,
    Published,
    Span,
    TimeExpression,
    anchor,
    content_id,
)
from dateline.reading.actors import Cast
from dateline.reading.attributions.addressee import addressee
from dateline.reading.attributions.denial import is_denial
from dateline.reading.attributions.detected import Detected, cue_token
from dateline.reading.attributions.medium import medium_of
from dateline.reading.attributions.quotation import Quotes, find_quotes
from dateline.reading.attributions.said import continues, said_days
from dateline.reading.attributions.speakers import Speakers
from dateline.reading.attributions.unsaid import is_unsaid
from dateline.reading.parse import Parsed

_MARKS = " \t\r\n\u00a0\"'“”‘’„`«».,;:!?…–—-()[]"


def assemble(
    article: Article,
    parsed: Parsed,
    cast: Cast,
    times: tuple[TimeExpression, ...],
    published: Published,
    found: Iterable[Detected],
) -> tuple[Attribution, ...]:
    """The attributions of what was detected, in the same order; one for each of those who speak together."""
    quotes = find_quotes(parsed.text, parsed.paragraphs)
    speakers = Speakers(parsed, cast, quotes)
    made: list[Attribution] = []
    cued = [(one, cue_token(parsed, one)) for one in found if one.content]
    told = [
        (one, cue, denial)
        for one, cue in cued
        for denial in [is_denial(parsed, one, cue)]
        if not is_unsaid(parsed, one, cue, nobody=False, denied=denial)  # who said nothing speaks on in no sentence
    ]
    heard = [speakers.next(one) for one, _, _ in told]
    for (one, cue, denial), first_heard in zip(told, heard, strict=True):
        who = tuple(dict.fromkeys(cast.seen(k).id for k in first_heard))  # who was first described is named by now
        if not who and is_unsaid(parsed, one, cue, nobody=True, denied=denial):
            continue
        said = said_days(parsed, one, cue, times, published)
        last = made[-1] if made else None
        medium = medium_of(parsed, one, cue)
        if cue is not None and last is not None and last.source in who and continues(cue):
            said = last.said if said.start is None else said
            medium = medium or last.medium
        contents = _anchors(parsed, one.content)
        first_cue = one.cue[0].start if one.cue else -1
        made += [
            Attribution(
                id=content_id(
                    "attribution", article.id, contents[0].start, contents[0].end, first_cue, *([k] if k else [])
                ),
                source=source,
                source_anchor=_anchors(parsed, one.source),
                cue=_anchors(parsed, one.cue),
                content=contents,
                kind=kind_of(parsed.text, quotes, one.content),
                addressee=addressee(parsed, one, cue),
                said=said,
                denial=denial,
                medium=medium,
            )
            for k, source in enumerate(who or (None,))
        ]
    return tuple(made)


def kind_of(text: str, quotes: Quotes, content: Iterable[Span]) -> AttributionKind:
    """Direct where nothing but marks stands outside quotation marks, mixed where something stands within them."""
    within = without = False
    for part in content:
        at = part.start
        while at < part.end:
            quote = quotes.at(at)
            if quote is not None:
                within = True
                at = quote.end
                continue
            following = quotes.after(at)
            end = part.end if following is None else min(part.end, following.start)
            without = without or bool(text[at:end].strip(_MARKS))
            at = end
    return "mixed" if within and without else "direct" if within else "indirect"


def _anchors(parsed: Parsed, spans: Iterable[Span]) -> tuple[Anchor, ...]:
    return tuple(anchor(parsed.text, s.start, s.end) for s in spans)
