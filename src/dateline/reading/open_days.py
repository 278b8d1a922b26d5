"""Days that are open on one side: "since Monday" begins on Monday and has not ended, "until Monday" only ends then."""

from dataclasses import replace

from spacy.tokens import Doc

from dateline.model import Interval, TimeExpression


def days_meant(doc: Doc, time: TimeExpression) -> Interval:
    """The days that a time stands for behind its preposition, where something has gone on "since" or goes on "until" then."""
    span = doc.char_span(time.anchor.start, time.anchor.end, alignment_mode="expand")
    if span is None:
        return time.days
    before = doc[span.start - 1].lower_ if span.start else ""
    if "since" in (before, span[0].lower_) and time.days.start is not None:
        return replace(time.days, end=None)
    if before in {"until", "till"} and time.days.end is not None:
        return replace(time.days, start=None)
    return time.days
