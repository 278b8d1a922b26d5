"""The proper names of an article: spotted in its sentences, without its frame, each with its kind."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from dateline.model import Place
from dateline.reading.actors.frame import frame_tokens
from dateline.reading.actors.kinds import settled_names
from dateline.reading.actors.names import Name
from dateline.reading.actors.spotting import names_in
from dateline.reading.parse import Parsed


def find_names(parsed: Parsed, places: Iterable[Place]) -> tuple[Name, ...]:
    """The names of the text, in order; they do not overlap."""
    doc = parsed.doc
    outside, headlines = frame_tokens(parsed)
    skip = outside | headlines
    found = [
        name
        for sentence in doc.sents
        for name in names_in(doc, sentence.start, sentence.end)
        if not (name.kind == "outlet" and _is_credit(sentence, name))
        if name.start not in skip or (name.listed and name.kind != "outlet" and name.start not in outside)
        if "@" not in doc[name.start : name.end].text  # an account, or an address
    ]
    found = _with_surnames(parsed.doc, found, skip)
    if _georgia_of_the_us(found):
        found = [
            replace(name, kind="place", side=None, country="US") if name.short == "Georgia" else name for name in found
        ]
    return tuple(settled_names(doc, found, places))


def _is_credit(sentence: DocSpan, name: Name) -> bool:
    """Whether an outlet's name stands for itself, as behind a caption: "The harbour on Friday. AP"."""
    return all(name.start <= t.i < name.end or t.is_punct or t.is_space for t in sentence)


def _with_surnames(doc: Doc, found: list[Name], skip: frozenset[int]) -> list[Name]:
    """The names with those that open a sentence, where the model sees none: "Lighter said" after "Ana Lighter"; also "May said"."""
    surnames = {doc[n.end - 1].text for n in found if n.kind == "person" and n.end - n.start > 1 and not n.listed}
    single = {doc[n.start].text for n in found if n.end - n.start == 1 and not n.listed}
    single -= {t.text.capitalize() for t in doc if t.is_lower}
    held = {k for name in found for k in range(name.start, name.end)}
    more = [
        Name(t.i, t.i + 1, "person", t.text)
        for t in doc
        if t.i not in held
        and t.i not in skip
        and (
            (t.text in surnames and (t.is_sent_start or (t.ent_type_ == "DATE" and t.dep_ in ("nsubj", "poss"))))
            or (t.text in single and t.is_sent_start and t.dep_ in ("nsubj", "nsubjpass") and t.tag_ != "NNS")
        )
    ]
    return sorted([*found, *more], key=lambda name: name.start) if more else found


def _georgia_of_the_us(found: list[Name]) -> bool:
    """Whether "Georgia" is the American state: the US is named, and nothing of the Caucasus and Russia."""
    states = {name.short for name in found if name.listed}
    demonym = any(name.short == "Georgia" and name.kind == "adjective" for name in found)
    return "US" in states and not demonym and not states & {"Russia", "Armenia", "Azerbaijan", "Ukraine", "Turkey"}
