"""Assembly: from detected stretches to attributions with kind, addressee, denial, day and the source's actor."""

from collections.abc import Iterable
from functools import partial

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

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
from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.quotation import Quotes, find_quotes
from dateline.reading.attributions.said import continues, said_days
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.lexicon import lexicon
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
    """The attributions of what was detected, in the same order."""
    quotes = find_quotes(parsed.text, parsed.paragraphs)
    made: list[Attribution] = []
    before: Detected | None = None
    for one in found:
        cue = cue_token(parsed, one)
        speaker = one.speaker or (one.source[0] if one.source else None)
        if speaker is None:
            source = None
        elif before is not None and _speaks_on(parsed, cast, before, made[-1].source, one):
            source = made[-1].source
        else:
            source = _who(cast, tokens_of(parsed, speaker))
        before = one
        said = said_days(parsed, one, cue, times, published)
        last = made[-1] if made else None
        if cue is not None and last is not None and last.source == source and continues(cue) and said.start is None:
            said = last.said
        contents = _anchors(parsed, one.content)
        first_cue = one.cue[0].start if one.cue else -1
        made.append(
            Attribution(
                id=content_id("attribution", article.id, contents[0].start, contents[0].end, first_cue),
                source=source,
                source_anchor=_anchors(parsed, one.source),
                cue=_anchors(parsed, one.cue),
                content=contents,
                kind=kind_of(parsed.text, quotes, one.content),
                addressee=addressee(parsed, one, cue),
                said=said,
                denial=is_denial(parsed, one, cue),
            )
        )
    return tuple(made)


def _who(cast: Cast, speaker: DocSpan) -> str | None:
    """The actor that a source's words mean; None for a lone "he" or "it" that the text leaves open, since that names nobody."""
    lone = len(speaker) == 1 and speaker[0].tag_ == "PRP"
    return None if lone and not cast.can_act(speaker) else cast.actor_for(speaker)


def _speaks_on(parsed: Parsed, cast: Cast, before: Detected, source: str | None, one: Detected) -> bool:
    """Whether "it" in "The statement said X. It also said Y." is what spoke in the sentence before, whoever X is about."""
    if source is None or not one.source or parsed.text[one.source[0].start : one.source[0].end].lower() != "it":
        return False
    if parsed.text[before.order[1] : one.order[0]].strip(_MARKS):
        return False
    words = cue_words()
    if not all(
        cue is not None and lemma(cue) in words.speech for cue in map(partial(cue_token, parsed), (before, one))
    ):
        return False
    kind = cast.named(source).kind
    return kind in {"state", "organisation", "group"} or (
        kind == "unnamed" and tokens_of(parsed, before.source[0]).root.lemma_.lower() in lexicon("unnamed")["documents"]
    )


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


def cue_token(parsed: Parsed, one: Detected) -> Token | None:
    """The word that the cue hangs on: its last verb, else the root of its words; None without a cue."""
    if not one.cue:
        return None
    span = tokens_of(parsed, one.cue[0])
    verbs = [t for t in span if t.pos_ in {"VERB", "AUX"}]
    return verbs[-1] if verbs else span.root


def _anchors(parsed: Parsed, spans: Iterable[Span]) -> tuple[Anchor, ...]:
    return tuple(anchor(parsed.text, s.start, s.end) for s in spans)
