"""A small fictional record, made by hand: two harbours negotiate a ferry line."""

from datetime import date

from dateline.model import (
    Actor,
    Anchor,
    Appearance,
    Article,
    Attribution,
    Citation,
    Commitment,
    Conflict,
    Event,
    Evidence,
    Interval,
    LinkedActor,
    LinkedCommitment,
    LinkedEvent,
    Member,
    Origin,
    PageRef,
    Published,
    Quantity,
    Reading,
    Record,
    Step,
    Story,
    TimeExpression,
    article_id,
)

FIRST_TEXT = (
    "Norlandia and Sudmark agreed on Monday to open a ferry line by 30 June. "
    "“We will pay half of the cost,” Minister Ida Brandt told the Harbour Post.\n"
    "About 400 workers were hired in Eastport. The line opens if the dredging is finished."
)
SECOND_TEXT = (
    "Sudmark denied on 12 May that it had agreed to pay. "
    "The ferry line will now open by 15 September, Norlandia said.\n"
    "At least 550 workers were hired in Eastport."
)
THIRD_TEXT = "A whale was seen off Westbay on 2 May 2031. Fishermen cheered."


def at(text: str, quote: str) -> Anchor:
    """The anchor of the first place where the quote stands."""
    start = text.index(quote)
    return Anchor(start, start + len(quote), quote)


def dated(day: date) -> Published:
    return Published(start=day, end=day, basis="metadata", evidence=(Evidence("metadata", f"date: {day}"),))


def day(month: int, number: int) -> Interval:
    return Interval(date(2031, month, number), date(2031, month, number))


def article(text: str, source: str, published: Published, headline: str | None, outlet: str | None) -> Article:
    return Article(
        id=article_id(text),
        page=PageRef(source=source, sha256=f"{len(source):064x}"),
        text=text,
        headline=headline,
        outlet=outlet,
        published=published,
    )


FIRST = article(FIRST_TEXT, "one.html", dated(date(2031, 5, 6)), "Two Harbours Agree on Ferry", "Harbour Post")
SECOND = article(SECOND_TEXT, "two.html", dated(date(2031, 5, 13)), "Sudmark Denies Ferry Deal", "The Lighthouse")
COPY_TEXT = FIRST_TEXT.replace("About 400", "Some 400")
COPY = article(COPY_TEXT, "copy.html", dated(date(2031, 5, 7)), "Harbours Agree", "Evening Buoy")
THIRD = article(THIRD_TEXT, "three.html", Published(), None, None)


def _first_reading(item: Article, copy_of: str | None = None) -> Reading:
    text = item.text
    workers = "Some 400 workers" if copy_of else "About 400 workers"
    actors = (
        Actor(
            id="a-nor",
            name="Norlandia",
            kind="state",
            side=None,
            roles=(),
            names=("Norlandia",),
            mentions=(at(text, "Norlandia"),),
        ),
        Actor(
            id="a-sud",
            name="Sudmark",
            kind="state",
            side=None,
            roles=(),
            names=("Sudmark",),
            mentions=(at(text, "Sudmark"),),
        ),
        Actor(
            id="a-ida",
            name="Ida Brandt",
            kind="person",
            side="Sudmark",
            roles=("Minister",),
            names=("Ida Brandt",),
            mentions=(at(text, "Minister Ida Brandt"),),
        ),
    )
    return Reading(
        article=Article(
            id=item.id,
            page=item.page,
            text=text,
            headline=item.headline,
            outlet=item.outlet,
            published=item.published,
            duplicate_of=copy_of,
        ),
        actors=actors,
        times=(
            TimeExpression(anchor=at(text, "on Monday"), type="DATE", value="2031-05-05", days=day(5, 5)),
            TimeExpression(anchor=at(text, "30 June"), type="DATE", value="2031-06-30", days=day(6, 30)),
        ),
        attributions=(
            Attribution(
                id="s-pay",
                source="a-ida",
                source_anchor=(at(text, "Minister Ida Brandt"),),
                cue=(at(text, "told"),),
                content=(at(text, "“We will pay half of the cost,”"),),
                kind="direct",
                addressee="Harbour Post",
                said=day(5, 5),
            ),
        ),
        events=(
            Event(
                id="e-agree",
                type="AGREE",
                anchor=at(text, "Norlandia and Sudmark agreed on Monday to open a ferry line"),
                trigger=at(text, "agreed"),
                actors=("a-nor", "a-sud"),
                recipients=(),
                days=day(5, 5),
            ),
        ),
        commitments=(
            Commitment(
                id="c-open",
                anchor=at(text, "open a ferry line by 30 June"),
                kind="agreement",
                parties=("a-nor", "a-sud"),
                toward=(),
                due=Interval(None, date(2031, 6, 30)),
                condition=at(text, "if the dredging is finished"),
                status="agreed",
            ),
        ),
        quantities=(
            Quantity(
                id="q-400",
                anchor=at(text, workers),
                low=400,
                high=400,
                approximate=True,
                unit="workers",
                of="workers",
                place="Eastport",
            ),
        ),
    )


def _second_reading() -> Reading:
    text = SECOND_TEXT
    return Reading(
        article=SECOND,
        actors=(
            Actor(
                id="b-sud",
                name="Sudmark",
                kind="state",
                side=None,
                roles=(),
                names=("Sudmark",),
                mentions=(at(text, "Sudmark"), at(text, "it")),
            ),
            Actor(
                id="b-nor",
                name="Norlandia",
                kind="state",
                side=None,
                roles=(),
                names=("Norlandia",),
                mentions=(at(text, "Norlandia"),),
            ),
        ),
        times=(
            TimeExpression(anchor=at(text, "12 May"), type="DATE", value="2031-05-12", days=day(5, 12)),
            TimeExpression(anchor=at(text, "15 September"), type="DATE", value="2031-09-15", days=day(9, 15)),
        ),
        attributions=(
            Attribution(
                id="s-deny",
                source="b-sud",
                source_anchor=(at(text, "Sudmark"),),
                cue=(at(text, "denied"),),
                content=(at(text, "that it had agreed to pay"),),
                kind="indirect",
                said=day(5, 12),
                denial=True,
            ),
            Attribution(
                id="s-open",
                source="b-nor",
                source_anchor=(at(text, "Norlandia"),),
                cue=(at(text, "said"),),
                content=(at(text, "The ferry line will now open by 15 September"),),
                kind="indirect",
            ),
        ),
        commitments=(
            Commitment(
                id="c-later",
                anchor=at(text, "The ferry line will now open by 15 September"),
                kind="schedule",
                parties=("b-nor",),
                toward=("b-sud",),
                due=Interval(None, date(2031, 9, 15)),
                condition=None,
                status="postponed",
            ),
        ),
        quantities=(
            Quantity(
                id="q-550",
                anchor=at(text, "At least 550 workers"),
                low=550,
                high=None,
                approximate=False,
                unit="workers",
                of="workers",
                place="Eastport",
            ),
        ),
    )


def _third_reading() -> Reading:
    anchor = at(THIRD_TEXT, "2 May 2031")
    return Reading(
        article=THIRD, times=(TimeExpression(anchor=anchor, type="DATE", value="2031-05-02", days=day(5, 2)),)
    )


def ferry() -> Record:
    """Four articles: an agreement, its copy, a denial with a later due day, and one of another story."""
    one, copy, two, three = _first_reading(FIRST), _first_reading(COPY, FIRST.id), _second_reading(), _third_reading()
    in_first, in_copy, in_second = FIRST.id, COPY.id, SECOND.id
    agreed = Citation(in_first, at(FIRST_TEXT, "open a ferry line by 30 June"))
    copied = Citation(in_copy, at(COPY_TEXT, "open a ferry line by 30 June"))
    moved = Citation(in_second, at(SECOND_TEXT, "The ferry line will now open by 15 September"))
    early, late = Interval(None, date(2031, 6, 30)), Interval(None, date(2031, 9, 15))
    return Record(
        readings={r.article.id: r for r in (one, copy, two, three)},
        appearances=tuple(
            Appearance(article=r.article.id, page=r.article.page, headline=r.article.headline)
            for r in (one, copy, two, three)
        ),
        actors=(
            LinkedActor(
                id="actor-nor",
                name="Norlandia",
                names=("Norlandia",),
                kind="state",
                side=None,
                roles=(),
                articles=(in_first, in_copy, in_second),
                members=(Member(in_first, "a-nor"), Member(in_copy, "a-nor"), Member(in_second, "b-nor")),
            ),
            LinkedActor(
                id="actor-sud",
                name="Sudmark",
                names=("Sudmark",),
                kind="state",
                side=None,
                roles=(),
                articles=(in_first, in_copy, in_second),
                members=(Member(in_first, "a-sud"), Member(in_copy, "a-sud"), Member(in_second, "b-sud")),
                why=("the same name",),
            ),
            LinkedActor(
                id="actor-ida",
                name="Ida Brandt",
                names=("Ida Brandt", "Brandt"),
                kind="person",
                side="Sudmark",
                roles=("Minister",),
                articles=(in_first, in_copy),
                members=(Member(in_first, "a-ida"), Member(in_copy, "a-ida")),
            ),
        ),
        origins=(Origin(id="origin-1", articles=(in_first, in_copy)),),
        stories=(
            Story(id="story-ferry", title="A ferry line between two harbours", articles=(in_first, in_copy, in_second)),
            Story(id="story-whale", title="A whale off Westbay", articles=(THIRD.id,)),
        ),
        events=(
            LinkedEvent(
                id="event-agree",
                type="AGREE",
                actors=("actor-nor", "actor-sud"),
                recipients=(),
                place=None,
                days=day(5, 5),
                status="happened",
                reports=(Member(in_first, "e-agree"), Member(in_copy, "e-agree")),
                origins=1,
                story="story-ferry",
            ),
        ),
        commitments=(
            LinkedCommitment(
                id="commitment-open",
                text="The ferry line will now open by 15 September",
                kind="agreement",
                parties=("actor-nor", "actor-sud"),
                toward=(),
                due=late,
                condition=Citation(in_first, at(FIRST_TEXT, "if the dredging is finished")),
                status="postponed",
                history=(
                    Step(day=day(5, 6), status="agreed", due=early, member=Member(in_first, "c-open"), citation=agreed),
                    Step(day=day(5, 7), status="agreed", due=early, member=Member(in_copy, "c-open"), citation=copied),
                    Step(
                        day=day(5, 13),
                        status="postponed",
                        due=late,
                        member=Member(in_second, "c-later"),
                        citation=moved,
                    ),
                ),
                story="story-ferry",
            ),
        ),
        conflicts=(
            Conflict(
                id="conflict-pay",
                kind="denial",
                note="Sudmark denies that it agreed to pay",
                sides=(
                    Citation(in_first, at(FIRST_TEXT, "“We will pay half of the cost,”")),
                    Citation(in_second, at(SECOND_TEXT, "that it had agreed to pay")),
                ),
                story="story-ferry",
            ),
        ),
    )
