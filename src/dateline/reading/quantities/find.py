"""From numbers to quantities: what is counted, of whom, where, as of when."""

from dataclasses import replace

from spacy.tokens import Token

from dateline.model import Article, Interval, Place, Quantity, Span, TimeExpression, anchor, content_id
from dateline.reading.actors import Cast
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed, text_of
from dateline.reading.quantities.counted import Counted, counted, understood
from dateline.reading.quantities.excluded import (
    is_age,
    is_emphasis,
    is_filler,
    is_label,
    is_mere_one,
    is_source,
    is_unmeasured_period,
    is_whereabouts,
    overlaps_any,
)
from dateline.reading.quantities.numbers import bounded_behind, find_numbers
from dateline.reading.quantities.repeats import without_repeats
from dateline.reading.quantities.scope import of_whom, when, where
from dateline.reading.quantities.tokens import Tokens, governor, is_told, state_told, top


def find_quantities(
    article: Article, parsed: Parsed, cast: Cast, times: tuple[TimeExpression, ...], places: tuple[Place, ...]
) -> tuple[Quantity, ...]:
    """The counted or measured facts of the article, in the order of the text."""
    text, tokens = parsed.text, Tokens(parsed.doc)
    if not len(parsed.doc):
        return ()
    dates = sorted(t.anchor.span for t in times if t.type != "DURATION")
    made: list[Quantity] = []
    before: Counted | None = None
    for number in find_numbers(text):
        token = tokens.at(number.last - 1)
        if is_label(text, number, token):
            continue
        found = counted(text, tokens, number) or understood(text, tokens, number, before)
        if found is None or _is_date(found, token, dates):
            continue
        found = _without_verb(tokens, _bounded(text, _with_state(found)))
        if (
            is_age(text, found)
            or is_emphasis(found)
            or is_filler(found)
            or is_source(found)
            or is_mere_one(found, text)
            or is_unmeasured_period(text, found)
            or is_whereabouts(text, found)
        ):
            continue
        if _is_conversion(text, found, before):
            continue
        if (
            found.kind == "count"
            and before is not None
            and found.start < before.end
            and found.number.value == before.number.value
        ):
            continue
        whose = of_whom(found, cast)
        if whose is None and found.noun is None and made and before is not None and _goes_on(found, before):
            whose = made[-1].of  # "300 nurses here and 40 there" are of one body
        if whose is not None and whose.casefold().endswith(f" {found.unit.casefold()}"):
            whose = None  # the whole figure, whose noun the cast knows as somebody
        before = found
        whole = anchor(text, found.start, found.end)
        made.append(
            Quantity(
                id=content_id("quantity", article.id, whole.start, whole.end),
                anchor=whole,
                low=found.number.low,
                high=found.number.high,
                approximate=found.number.approximate,
                unit=found.unit,
                of=whose,
                place=where(found, places, parsed.doc),
                days=Interval() if _is_size(found) else when(found, times) or Interval(),
            )
        )
    return without_repeats(made, text)


def _bounded(text: str, found: Counted) -> Counted:
    """The figure with a bound behind its unit: "15 years or more"."""
    number = bounded_behind(text, found.number, found.end)
    return found if number == found.number else replace(found, number=number, end=number.end)


def _without_verb(tokens: Tokens, found: Counted) -> Counted:
    """The figure without a verb of estimating that was taken for a bound: "police estimated 900 people came"."""
    first = tokens.at(found.start)
    if first.lower_ != "estimated" or not any(c.dep_ == "nsubj" for c in first.lefts):
        return found
    return replace(found, start=first.nbor(1).idx)


def _is_size(found: Counted) -> bool:
    """Whether the figure is a lasting one that only describes its noun: "the 15-member council"."""
    return (
        found.kind == "count"
        and found.noun is not None
        and found.unit != found.noun.text
        and "-" in text_of(found.noun.doc)[found.start : found.end]
    )


def _goes_on(found: Counted, before: Counted) -> bool:
    """Whether a figure without a noun of its own takes up the one before it in the sentence."""
    return found.unit == before.unit and found.kind == "count" and found.token.sent.start == before.token.sent.start


def _is_conversion(text: str, found: Counted, before: Counted | None) -> bool:
    """The same measure told again in another unit: "911 km (565 miles)", "5m rubles ($70,000)"."""
    return (
        before is not None
        and found.kind in {"measure", "money"}
        and before.kind == found.kind
        and text[before.end : found.start].strip() in {"(", "-LRB-"}
    )


def _is_date(found: Counted, token: Token, dates: list[Span]) -> bool:
    if found.kind in {"money", "percent"}:
        return False
    number = Span(found.number.first, found.number.last)
    if found.kind == "period":
        return overlaps_any(number, dates)
    return overlaps_any(number, dates) or (
        token.ent_type_ in {"DATE", "TIME"}
        and found.kind != "measure"
        and found.noun is None
        and found.unit != "deaths"  # a toll's, by its words
    )


def _with_state(found: Counted) -> Counted:
    """The unit with what befell the people counted: "soldiers injured"."""
    if found.kind != "count" or found.noun is None:
        return found
    noun = found.noun
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    counts = whole == found.token or whole.lower_ == "total"
    if whole.lower_ in {"death", "deaths", "killing", "killings"} and whole != noun:
        return replace(found, unit=f"{found.unit} killed")  # "the death of 15 drivers"
    state = _state(noun) or (
        _state(whole) if counts else None
    )  # "15 of the drivers", "a total of 15 drivers were killed"
    if state is None:
        return found
    if noun.lower_ in lexicon("units")["states"]:
        return replace(found, unit=noun.lower_)
    return replace(found, unit=f"{found.unit} {state}")


def _state(noun: Token) -> str | None:
    casualties: dict[str, str] = lexicon("units")["casualties"]
    states: dict[str, str] = lexicon("units")["states"]
    for child in noun.rights:
        if child.dep_ in {"acl", "amod"} and child.tag_ == "VBN" and child.lemma_ in casualties:
            return casualties[child.lemma_]
        if child.dep_ in {"amod", "acl", "advmod"} and child.lower_ in {"dead", "missing", "wounded", "injured"}:
            return states[child.lower_]
        if child.dep_ == "acl" and child.lower_ == "found" and any(c.lower_ == "dead" for c in child.children):
            return "killed"
    if (lost := next((c for c in noun.lefts if c.lower_ == "missing" and c.dep_ == "amod"), None)) is not None:
        return states[lost.lower_]
    first = top(noun)
    verb = governor(noun)
    if verb is None or first.head != verb:
        return None
    if first.dep_ in {"nsubj", "nsubjpass"} and (found := state_told(verb)) is not None:
        return states[found]
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if (
        verb.lemma_ == "shoot"
        and any(c.lower_ == "dead" for c in verb.children)
        and first.dep_ in {"dobj", "nsubjpass"}
    ):
        return "killed"
    if not is_told(verb):
        return None
    if verb.lemma_ in casualties and ((first.dep_ == "dobj" and not passive) or first.dep_ == "nsubjpass"):
        return _either(verb) or casualties[verb.lemma_]
    if verb.lemma_ in {"die", "perish"} and first.dep_ == "nsubj":
        return casualties[verb.lemma_]
    if verb.lemma_ == "lose" and first.dep_ == "nsubj" and any(c.lemma_ == "life" for c in verb.children):
        return "killed"
    if verb.lemma_ == "leave" and first.dep_ in {"dobj", "nsubj"}:
        for child in [*verb.children, *noun.children]:
            if child.lower_ in {"dead", "wounded", "injured", "missing", "homeless"}:
                return states[child.lower_]
    return None


def _either(verb: Token) -> str | None:
    """What befell some of them or the others: "killed or wounded"; None where one thing befell all."""
    casualties: dict[str, str] = lexicon("units")["casualties"]
    beside = [verb.head] if verb.dep_ == "conj" else [c for c in verb.children if c.dep_ == "conj"]
    for other in beside:
        first, second = sorted((verb, other), key=lambda token: token.i)
        between = verb.doc[first.i + 1 : second.i]
        if other.lemma_ in casualties and [t.lower_ for t in between] == ["or"]:
            return f"{casualties[first.lemma_]} or {casualties[second.lemma_]}"
    return None
