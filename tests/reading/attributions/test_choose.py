"""Of statements that share words, one stays whole: `[source] <cue> {content}` of a longer and a shorter one."""

import pytest

from dateline.model import Span
from dateline.reading.attributions.choose import choose
from dateline.reading.attributions.detected import Detected


def found(text: str, source: str, cue: str, content: str) -> Detected:
    """An attribution of these words; the cue is the last such word of the text behind the source."""

    def span(words: str, at: int = 0) -> Span:
        start = text.index(words, at)
        return Span(start, start + len(words))

    return Detected(source=(span(source),), cue=(span(cue, text.index(source)),), content=(span(content),))


@pytest.mark.parametrize(
    ("text", "longer", "shorter", "kept"),
    [
        (
            "Varga said the closing of the harbour was on request of the fishers, a statement said.",
            ("Varga", "said", "the closing of the harbour was on request of the fishers"),
            ("a statement", "said", "Varga said the"),
            None,
        ),
        (
            "Lindt said it was opposed to the dam and warned Kesh to refrain from all further work on it.",
            ("Lindt", "warned", "Kesh to refrain from all further work on it"),
            ("Lindt", "said", "it was opposed to the dam and warned"),
            "it was opposed to the dam",
        ),
    ],
)
def test_no_content_reaches_into_the_words_that_tell_a_longer_one(
    text: str, longer: tuple[str, str, str], shorter: tuple[str, str, str], kept: str | None
) -> None:
    one, other = found(text, *longer), found(text, *shorter)
    contents = [text[c.start : c.end] for d in choose(text, [one, other], ()) for c in d.content]
    assert contents == sorted([longer[2], *([kept] if kept else [])], key=text.index)
