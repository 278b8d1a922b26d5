"""Kind, addressee, denial, day and actor of fictional attributions."""

from datetime import date

import pytest

from dateline.model import (
    Article,
    Attribution,
    Evidence,
    Interval,
    PageRef,
    Published,
    Span,
    TimeExpression,
    anchor,
    article_id,
)
from dateline.reading.actors import Cast, find_cast
from dateline.reading.attributions import find_attributions
from dateline.reading.attributions.assemble import assemble
from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.parse import parse

DAY = date(2031, 5, 8)
PUBLISHED = Published(start=DAY, end=DAY, basis="metadata", evidence=(Evidence("metadata", "8 May 2031"),))


def read(text: str, *told: tuple[str, date], published: Published = PUBLISHED) -> tuple[tuple[Attribution, ...], Cast]:
    """The attributions of a text whose time expressions are given with their days."""
    article = Article(id=article_id(text), page=PageRef(source="test", sha256="0"), text=text, published=published)
    parsed = parse(text)
    times = tuple(
        TimeExpression(
            anchor=anchor(text, text.index(words), text.index(words) + len(words)),
            type="DATE",
            value=day.isoformat(),
            days=Interval(day, day),
        )
        for words, day in told
    )
    cast = find_cast(article, parsed, ())
    return find_attributions(article, parsed, cast, times, published), cast


def one(text: str, *told: tuple[str, date]) -> Attribution:
    """The only attribution of a text."""
    [made] = read(text, *told)[0]
    return made


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge will open,” Varga said.", "direct"),
        ("“The bridge,” Varga said, “will open in spring.”", "direct"),
        ("Varga said the bridge will open.", "indirect"),
        ("Varga said the bridge is “a ruin of the war.”", "mixed"),
        ("The plan “will not work for us,” Varga said.", "mixed"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert one(text).kind == kind


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Varga told the Northern Courier that the bridge was safe.", "the Northern Courier"),
        ("“The bridge is safe,” Varga told reporters in Lindt.", "reporters"),
        ("The bridge is safe, Varga told the news agency of the north.", "the news agency of the north"),
        ("Varga informed western officials that the bridge was safe.", "western officials"),
        ("Varga said in a letter to the Security Council that the truce was over.", "the Security Council"),
        ("Varga said in a phone call with Lindt that the truce was over.", "Lindt"),
        ("Varga urged the rebels to leave the town.", "the rebels"),
        ("Varga called on both sides to show restraint.", "both sides"),
        ("Varga told Anna and Berta that the bridge was safe.", "Anna and Berta"),
        ("Varga said to Lindt that the truce was over.", "Lindt"),
        ("Varga told Anna, the envoy, that the bridge was safe.", "Anna"),
        ("Speaking to reporters in Lindt, Varga said the truce was over.", "reporters"),
        ("Addressing the council, Varga said the truce was over.", "the council"),
        (
            "In an interview with the daily Courier, spokeswoman Anna Varga said the truce was over.",
            "the daily Courier",
        ),
        ("Varga said in an interview that the truce was over.", None),
        ("Varga warned on Monday that the truce was over.", None),
        ("Varga urged an end to the siege.", None),
        ("Varga wants the rebels to leave the town.", None),
        ("Varga called the offer a trap.", None),
        ("Varga said the bridge was safe.", None),
        ("Varga’s claim to the throne is old. According to Varga, the bridge is safe.", None),
    ],
)
def test_addressee(text: str, addressee: str | None) -> None:
    assert {made.addressee for made in read(text)[0]} == {addressee}


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Varga said in a statement that the bridge was safe.", "statement: a statement"),
        ("“The bridge is safe,” Varga said in a post on Facebook.", "post: a post on Facebook"),
        (
            "In an interview with the Northern Courier, Varga said the bridge was safe.",
            "interview: an interview with the Northern Courier",
        ),
        ("Varga told a news conference in Lindt that the bridge was safe.", "briefing: a news conference"),
        ("Speaking on state television, Varga said the bridge was safe.", "broadcast: state television"),
        ("Varga wrote in a letter to the council that the bridge was safe.", "letter: a letter to the council"),
        ("The statement said the bridge was safe.", "statement: The statement"),
        ("“The bridge is safe,” Varga tweeted.", "post: tweeted"),
        ("Varga said on X that the bridge was safe.", "post: X"),
        ("Varga issued a statement saying the bridge was safe.", "statement: a statement"),
        ("Varga testified that the bridge was safe.", "hearing: testified"),
        ("Varga said the report on the bridge was false.", None),
        ("Varga said the bridge was safe.", None),
        ("The meeting said the bridge was safe.", None),
    ],
)
def test_medium(text: str, medium: str | None) -> None:
    found = one(text).medium
    assert (None if found is None else f"{found.kind}: {found.anchor.quote}") == medium


def test_what_goes_on_is_said_in_the_same_medium() -> None:
    made, _ = read("Anna Varga said in a statement that the bridge was safe. She added that the ferry would sail.")
    assert [said.medium.anchor.quote for said in made if said.medium] == ["a statement", "a statement"]


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("Varga denied that the bridge was closed.", True),
        ("Varga did not deny that the bridge was closed.", False),
        ("Varga rejected the accusations.", True),
        ("Varga dismissed reports of a truce.", True),
        ("Varga rejected the offer.", False),
        ("Varga declined to comment on the reports.", True),
        ("Varga refused to confirm the reports.", True),
        ("Varga refused to leave the town.", False),
        ("Varga refused to divulge the terms.", True),
        ("Varga has long denied ever seeking a new post.", True),
        ("The army did not say whether the port was open.", True),
        ("Varga does not believe that the bridge is closed.", True),
        ("Varga said the reports were not true.", True),
        ("Varga said the reports were false.", True),
        ("Varga said the report was true.", False),
        ("Varga said the report was wrong.", True),
        ("Varga said the raid was wrong.", False),
        ("Varga said the reports were not false.", False),
        ("Varga said the ministry has no announcement to make.", True),
        ("Varga said he had nothing to say about it.", True),
        ("Varga said the bridge was closed.", False),
        ("Varga said there was no truth in the reports.", True),
        ("Varga’s claim that the reports were false came late.", True),
        (
            (
                "Varga said the reports of a truce between the north and the south, which had been printed in all the papers of "
                "the town and read out on the radio every hour since the morning of the day before, were false."
            ),
            False,  # too long to be about one thing
        ),
        ("According to Varga, the reports are baseless.", True),
    ],
)
def test_denial(text: str, denial: bool) -> None:
    assert one(text).denial is denial


MONDAY = date(2031, 5, 5)


@pytest.mark.parametrize(
    ("text", "told", "said"),
    [
        ("Varga said on Monday that the bridge was closed.", "Monday", Interval(MONDAY, MONDAY)),
        ("The bridge was closed, Varga said on Monday.", "Monday", Interval(MONDAY, MONDAY)),
        ("On Monday Varga said the bridge was closed.", "Monday", Interval(MONDAY, MONDAY)),
        ("The council issued a statement on Monday denouncing the attack.", "Monday", Interval(MONDAY, MONDAY)),
        # what is said of Monday is not said on Monday
        ("Varga said the bridge was closed on Monday.", "Monday", Interval(None, DAY)),
        ("The news of Monday, Varga said, was bad for the town.", "Monday", Interval(None, DAY)),
        ("Varga will tell the council that the bridge is closed.", None, Interval()),
    ],
)
def test_said(text: str, told: str | None, said: Interval) -> None:
    assert one(text, *([(told, MONDAY)] if told else [])).said == said


def test_a_quotation_without_a_cue_can_be_assembled() -> None:
    """A tagger may find a speaker and speech without any cue."""
    text = "Varga: “The bridge is safe.”"
    parsed = parse(text)
    article = Article(id=article_id(text), page=PageRef(source="test", sha256="0"), text=text, published=PUBLISHED)
    found = Detected(source=(Span(0, 5),), cue=(), content=(Span(7, len(text)),))
    [made] = assemble(article, parsed, find_cast(article, parsed, ()), (), PUBLISHED, [found])
    assert (made.cue, made.kind, made.addressee, made.denial) == ((), "direct", None, False)
    assert made.said == Interval(None, DAY)


def test_a_stretch_without_tokens_is_refused() -> None:
    with pytest.raises(ValueError, match="no tokens"):
        tokens_of(parse("Short."), Span(90, 95))


def test_what_is_added_was_said_on_the_same_day() -> None:
    made, _ = read(
        "Varga said on Monday that the bridge was closed. Varga added that it would stay closed.", ("Monday", MONDAY)
    )
    assert [a.said for a in made] == [Interval(MONDAY, MONDAY)] * 2


def test_a_far_time_is_not_the_time_of_saying() -> None:
    text = "The town fell on Monday. " + "It rained a lot. " * 30 + "Varga said the bridge was closed."
    assert one(text, ("Monday", MONDAY)).said == Interval(None, DAY)


def test_without_a_day_of_publication_nothing_is_known() -> None:
    made, _ = read("Varga said the bridge was closed.", published=Published())
    assert [a.said for a in made] == [Interval()]


def test_the_source_is_an_actor_of_the_cast() -> None:
    made, cast = read("Foreign Minister Anna Varga said the bridge was closed. “It is a ruin,” Varga told reporters.")
    assert len(made) == 2
    assert made[0].source is not None
    assert made[0].source == made[1].source
    assert "Varga" in cast.named(made[0].source).name


def test_of_an_office_and_a_name_the_name_is_the_source() -> None:
    made, cast = read("Spokesperson of the Northern Foreign Ministry Anna Lindgren noted that the talks were over.")
    assert made[0].source_anchor[0].quote.startswith("Spokesperson of")
    assert made[0].source is not None
    assert cast.named(made[0].source).name == "Anna Lindgren"


@pytest.mark.parametrize(
    ("text", "speaks_on"),
    [
        ("The statement said the Lindt Front had left. It also said the road was open.", True),
        ("The Northern Courier said the Lindt Front had left. It added that the road was open.", True),
        ("The statement said the Lindt Front had left. Rain fell. It added that the road was open.", False),
        ("The bill said the Lindt Front could sell the road. It said the port would be closed.", True),
        ("An official said the Lindt Front had left. It added that the road was open.", False),
        ("Anna Varga said the Lindt Front had left. It added that the road was open.", False),
        ("The letter feared that the Lindt Front had left. It added that the road was open.", False),
    ],
)
def test_it_speaks_on_for_what_spoke_before(text: str, speaks_on: bool) -> None:
    made, _ = read(text)
    assert (made[0].source == made[-1].source) == speaks_on


def test_who_in_a_relative_clause_is_the_one_it_follows() -> None:
    made, cast = read("Anna Varga, who said the offer was weak, left the town.")
    assert [a.quote for a in made[0].source_anchor] == ["who"]
    assert made[0].source is not None
    assert "Varga" in cast.named(made[0].source).name


def test_without_a_source_there_is_no_anchor_of_one() -> None:
    made = one("It was announced that the road was open.")
    assert (made.source, made.source_anchor) == (None, ())


def test_ids_are_the_same_each_time_and_differ_within_an_article() -> None:
    text = "Varga said the bridge was closed. Lindt said the bridge was closed. Varga said the port was open."
    first, second = read(text)[0], read(text)[0]
    assert [a.id for a in first] == [a.id for a in second]
    assert len({a.id for a in first}) == len(first) == 3
