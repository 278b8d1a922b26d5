"""What cannot all be true: readings made by hand, and the conflicts between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import permutations
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking.conflicts import find_conflicts
from dateline.linking.conflicts.statements import content_stems, says_not
from dateline.model import (
    Actor,
    Anchor,
    Article,
    Attribution,
    Commitment,
    Conflict,
    Event,
    Evidence,
    Interval,
    PageRef,
    Place,
    Published,
    Quantity,
    Reading,
    anchor,
    article_id,
)

DAY = date(2021, 3, 10)
Kind = Literal["person", "organisation", "state", "group", "unnamed"]


@dataclass
class Story:
    """An article written sentence by sentence; what is said of each is added beside it."""

    day: date | None = DAY
    text: str = ""
    actors: dict[str, Actor] = field(default_factory=dict)
    said: list[Attribution] = field(default_factory=list)
    figures: list[Quantity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    promises: list[Commitment] = field(default_factory=list)

    def write(self, words: str) -> Anchor:
        start = len(self.text)
        self.text += words + " "
        return anchor(self.text, start, start + len(words))

    def actor(self, name: str, kind: Kind = "state", side: str | None = None) -> str:
        at = self.write(name)
        old = self.actors.get(name)
        mentions = (at,) if old is None else (*old.mentions, at)
        self.actors[name] = Actor(id=name, name=name, kind=kind, side=side, roles=(), mentions=mentions, names=(name,))
        return name

    def mention(self, name: str, at: Anchor) -> None:
        start = self.text.index(name, at.start)
        old = self.actors.get(name)
        mention = anchor(self.text, start, start + len(name))
        if old is None:
            self.actors[name] = Actor(
                id=name, name=name, kind="state", side=None, roles=(), mentions=(mention,), names=(name,)
            )
        else:
            self.actors[name] = replace(old, mentions=(*old.mentions, mention))

    def say(
        self,
        source: str | None,
        cue: str,
        content: str,
        *,
        names: Sequence[str] = (),
        denial: bool = False,
        kind: Kind = "state",
        side: str | None = None,
    ) -> Anchor:
        who = self.actor(source, kind, side) if source is not None else None
        cued = self.write(cue)
        words = self.write(content)
        for name in names:
            self.mention(name, words)
        self.said.append(
            Attribution(
                id=f"said{len(self.said)}",
                source=who,
                source_anchor=(),
                cue=(cued,),
                content=(words,),
                kind="indirect",
                denial=denial,
            )
        )
        self.text += "\n"
        return words

    def count(
        self, at: Anchor, quote: str, low: float | None, high: float | None, unit: str = "people", **more: Any
    ) -> None:
        start = self.text.index(quote, at.start)
        figure = Quantity(
            id=f"q{len(self.figures)}",
            anchor=anchor(self.text, start, start + len(quote)),
            low=low,
            high=high,
            approximate=False,
            unit=unit,
        )
        self.figures.append(replace(figure, **more))

    def read(self) -> Reading:
        published = (
            Published()
            if self.day is None
            else Published(start=self.day, end=self.day, basis="stated", evidence=(Evidence("text", "today"),))
        )
        article = Article(
            id=article_id(self.text), page=PageRef(source="x", sha256="0"), text=self.text, published=published
        )
        return Reading(
            article=article,
            actors=tuple(self.actors.values()),
            attributions=tuple(self.said),
            quantities=tuple(self.figures),
            events=tuple(self.events),
            commitments=tuple(self.promises),
        )


def told(conflicts: tuple[Conflict, ...]) -> list[tuple[str, str, str]]:
    return [(c.kind, c.sides[0].anchor.quote, c.sides[1].anchor.quote) for c in conflicts]


# -- denials -----------------------------------------------------------------------------------------------------------

CLAIM = "its ships had captured the island of Torsa"
DENIAL = "that ships captured the island of Torsa"


def claim_and_denial(*, denial: str = DENIAL, day: date | None = DAY) -> Reading:
    story = Story(day=day)
    story.say("Norland", "said", CLAIM)
    story.say("Sudland", "denied", denial, denial=True)
    return story.read()


def test_a_denial_stands_against_the_claim_that_it_repeats() -> None:
    [one] = find_conflicts([claim_and_denial()])
    assert told((one,)) == [("denial", CLAIM, f"denied {DENIAL}")]
    assert one.note == "Norland says it, Sudland denies it"


def test_a_truce_of_one_side_is_not_the_one_of_both_that_is_denied() -> None:
    story = Story()
    story.say("Norland", "said", "Sudland had agreed to the unilateral truce over the harvest")
    story.say("Sudland", "denied", "that it had agreed to a bilateral truce over the harvest", denial=True)
    assert find_conflicts([story.read()]) == ()
    story.say("Norland", "said", "Sudland had agreed to the bilateral truce over the harvest")
    assert [c.kind for c in find_conflicts([story.read()])] == ["denial"]


def test_a_denial_of_something_else_is_no_conflict() -> None:
    assert find_conflicts([claim_and_denial(denial="that the harvest of wheat had failed")]) == ()


def test_words_of_one_meaning_meet() -> None:
    story = Story()
    story.say("Norland", "said", "that a deal on the pullout of soldiers had been struck", names=())
    story.say("Sudland", "denied", "that there was any agreement on withdrawal of troops", denial=True)
    assert [c.kind for c in find_conflicts([story.read()])] == ["denial"]


def test_nobody_contradicts_himself() -> None:
    story = Story()
    story.say("Norland", "said", CLAIM)
    story.say("Norland", "denied", DENIAL, denial=True)
    assert find_conflicts([story.read()]) == ()


def test_a_denial_answers_the_accusation_before_it() -> None:
    story = Story()
    accused = story.say("Norland", "accused", "Sudland of feeding wolves", names=("Sudland",))
    story.say("Sudland", "denied", "the accusation", denial=True)
    assert told(find_conflicts([story.read()])) == [("denial", accused.quote, "denied the accusation")]


def test_a_denial_of_charges_does_not_answer_an_accusation_of_others() -> None:
    story = Story()
    story.say("Norland", "accused", "Estland of feeding wolves", names=("Estland",))
    story.say("Sudland", "denied", "the accusation", denial=True)
    assert find_conflicts([story.read()]) == ()


def test_refusing_to_confirm_stands_against_a_claimed_agreement() -> None:
    story = Story()
    story.say("Officials", "said", "both had reached an agreement on the troop withdrawal", kind="group")
    story.say(
        "A spokesman",
        "said",
        "Sudland has no announcement to make on the pullout",
        names=("Sudland",),
        kind="person",
        denial=True,
    )
    assert [c.kind for c in find_conflicts([story.read()])] == ["denial"]


def test_refusing_to_comment_on_something_else_is_no_conflict() -> None:
    story = Story()
    story.say("Officials", "said", "they had reached an agreement on fish", kind="group")
    story.say("A spokesman", "said", "Sudland has no announcement to make on the pullout", kind="person", denial=True)
    assert find_conflicts([story.read()]) == ()


def test_refusing_to_confirm_is_no_conflict_with_what_others_did() -> None:
    story = Story()
    story.say("Officials", "said", "Estland had made a decision on the pullout", names=("Estland",), kind="group")
    story.say(
        "A spokesman",
        "said",
        "nothing to say on the pullout of Sudland",
        names=("Sudland",),
        kind="person",
        denial=True,
    )
    assert find_conflicts([story.read()]) == ()


def test_a_denial_meets_its_claim_in_another_article() -> None:
    claim, denial = Story(), Story(day=DAY + timedelta(3))
    claim.say("Norland", "said", CLAIM + " after heavy shelling")
    denial.say("Sudland", "denied", DENIAL + " after heavy shelling", denial=True)
    assert [c.kind for c in find_conflicts([claim.read(), denial.read()])] == ["denial"]


@pytest.mark.parametrize("day", [DAY + timedelta(90), None])
def test_claims_of_another_time_are_left_alone(day: date | None) -> None:
    claim, denial = Story(), Story(day=day)
    claim.say("Norland", "said", CLAIM + " after heavy shelling")
    denial.say("Sudland", "denied", DENIAL + " after heavy shelling", denial=True)
    assert find_conflicts([claim.read(), denial.read()]) == ()


def test_a_denial_meets_what_the_paper_tells() -> None:
    story = Story()
    event = story.write("Ships of Norland captured the island of Torsa.")
    story.events.append(
        Event(id="e", type="ASSAULT", anchor=event, trigger=event, actors=(), recipients=(), status="happened")
    )
    story.say("Sudland", "denied", DENIAL, denial=True)
    [one] = find_conflicts([story.read()])
    assert one.sides[0].anchor == event
    assert one.note.startswith("the article says it")


def test_a_denial_far_from_its_cue_is_quoted_alone() -> None:
    story = Story()
    story.say("Norland", "said", CLAIM)
    story.say("Sudland", "spoke of", DENIAL, denial=True)
    reading = story.read()
    moved = replace(reading.attributions[1], cue=(reading.attributions[0].cue[0],))
    cue = replace(moved, cue=(anchor(story.text, 0, 7),))
    assert find_conflicts([replace(reading, attributions=(reading.attributions[0], cue))]) == ()
    bare = replace(reading.attributions[1], cue=())
    assert find_conflicts([replace(reading, attributions=(reading.attributions[0], bare))]) == ()


# -- accounts ----------------------------------------------------------------------------------------------------------


def accounts(first: str, second: str, *, names: tuple[Sequence[str], Sequence[str]] = ((), ())) -> tuple[Conflict, ...]:
    story = Story()
    story.say("Norland", "said", first, names=names[0])
    story.say("Sudland", "said", second, names=names[1])
    return find_conflicts([story.read()])


def test_who_speaks_under_the_last_of_his_names_does_not_contradict_himself() -> None:
    story = Story()
    story.say("Olek Brandt", "said", "the talks would resume in Genoa", kind="person")
    story.say("Brandt", "said", "the talks would not resume in Genoa", kind="person")
    assert find_conflicts([story.read()]) == ()


@pytest.mark.parametrize(("cue", "source", "number"), [("was denied", None, 0), ("denied", "Sudland", 1)])
def test_a_request_that_nobody_in_particular_denied_is_no_charge(cue: str, source: str | None, number: int) -> None:
    story = Story()
    story.say("Norland", "said", CLAIM)
    story.say(source, cue, CLAIM, denial=True)
    assert len(find_conflicts([story.read()])) == number


def test_two_sources_of_whom_one_says_no() -> None:
    first, second = "the talks would resume in Genoa", "the talks would not resume in Genoa"
    assert told(accounts(first, second)) == [("account", first, second)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the talks would resume in Genoa", "the talks would resume in Genoa"),
        ("the talks would not resume in Genoa", "the talks would not resume in Genoa"),
        ("the talks in Genoa", "the talks would not resume in Genoa"),
        ("the talks would resume in Genoa", "the weather is no help but talks would resume in Genoa"),
        ("the harvest was good", "the talks would not resume in Genoa"),
    ],
)
def test_no_opposed_accounts(first: str, second: str) -> None:
    assert accounts(first, second) == ()


def test_accounts_of_two_others_are_no_conflict() -> None:
    first, second = "talks with Estland would resume in Genoa", "talks with Westland would not resume in Genoa"
    assert accounts(first, second, names=(("Estland",), ("Westland",))) == ()


# -- figures -----------------------------------------------------------------------------------------------------------


def figures(
    first: tuple[float | None, float | None],
    second: tuple[float | None, float | None],
    *,
    sentence: str = "10 people were killed by the flood in Torsa",
    source: str = "Sudland",
    one: dict[str, Any] | None = None,
    two: dict[str, Any] | None = None,
) -> tuple[Conflict, ...]:
    story = Story()
    at = story.say("Norland", "said", "10 people were killed by the flood in Torsa")
    story.count(at, "10 people", *first, **(one or {}))
    at = story.say(source, "said", sentence)
    story.count(at, "10 people", *second, **(two or {}))
    return find_conflicts([story.read()])


def test_two_figures_of_two_sources_for_one_thing() -> None:
    assert [c.kind for c in figures((10, 10), (40, 40))] == ["figure"]


@pytest.mark.parametrize(
    ("first", "second"), [((10, 10), (10, 10)), ((10, None), (40, 40)), ((None, 50), (40, 40)), ((5, 45), (40, None))]
)
def test_figures_that_may_both_be_true(
    first: tuple[float | None, float | None], second: tuple[float | None, float | None]
) -> None:
    assert figures(first, second) == ()


def test_one_deed_counted_twice_in_other_words() -> None:
    other = "the sea took 10 people, a grave loss to ports and fishing crews along all its coasts"
    deed = {"unit": "people killed"}
    assert figures((10, 10), (40, 40), sentence=other) == ()
    assert [c.kind for c in figures((10, 10), (40, 40), sentence=other, one=deed, two=deed)] == ["figure"]


def test_one_deed_in_two_places_is_two_deeds() -> None:
    story = Story()
    at = story.say("Norland", "said", "10 people were killed in the harbour of Torsa")
    story.count(at, "10 people", 10, 10, unit="people killed")
    at = story.say("Sudland", "said", "waves as high as houses took 10 people in Belm")
    story.count(at, "10 people", 40, 40, unit="people killed")
    reading = story.read()
    assert len(find_conflicts([reading])) == 1
    towns = [Place(anchor=_words_of(reading, town), name=town) for town in ("Torsa", "Belm")]
    assert find_conflicts([replace(reading, places=tuple(towns))]) == ()


def _words_of(reading: Reading, words: str) -> Anchor:
    start = reading.article.text.index(words)
    return anchor(reading.article.text, start, start + len(words))


def test_an_approximate_figure_may_be_a_little_off() -> None:
    assert figures((10, 10), (10.5, 10.5), one={"approximate": True}) == ()
    assert figures((None, 10), (10.5, None), one={"approximate": True}) == ()
    assert len(figures((10, 10), (40, 40), one={"approximate": True})) == 1


TOLLS = [
    # what the others say (a denial of the first), what the second says, the figures
    (
        "as many as 90 civilians were killed in Torsa",
        "five civilians were killed in Torsa",
        (None, 90.0),
        (5.0, 5.0),
        1,
    ),
    ("20 noncombatants were killed in Torsa", "140 civilians were killed in Torsa", (20.0, 20.0), (140.0, 140.0), 1),
    (
        "as many as 12 civilians were killed in Torsa",
        "ten civilians were killed in Torsa",
        (None, 12.0),
        (10.0, 10.0),
        0,
    ),
    ("20 gunmen were killed in Torsa", "140 civilians were killed in Torsa", (20.0, 20.0), (140.0, 140.0), 0),
    ("20 civilians were killed in 9 countries", "140 civilians were killed in Torsa", (20.0, 20.0), (140.0, 140.0), 0),
]


@pytest.mark.parametrize(("first", "second", "one", "two", "conflicts"), TOLLS, ids=[row[0] for row in TOLLS])
def test_two_tolls_of_a_deed(
    first: str, second: str, one: tuple[float | None, float], two: tuple[float, float], conflicts: int
) -> None:
    story = Story()
    claimed = story.say("Norland", "denied", f"that {first}", denial=True)
    counted = story.say("Norland", "said", second)
    for at, words, (low, high) in ((claimed, first, one), (counted, second, two)):
        noun = next(w for w in words.split() if w in ("civilians", "noncombatants", "gunmen"))
        story.count(at, words[: words.index(noun) + len(noun)], low, high, f"{noun} killed")
    assert [c.kind for c in find_conflicts([story.read()]) if c.kind == "figure"] == ["figure"] * conflicts


def test_a_figure_in_the_stead_of_another_is_a_conflict_of_one_sentence() -> None:
    story = Story()
    at = story.write(
        "An inquiry found that five civilians were killed in Torsa, not the 90 civilians that were reported."
    )
    story.count(at, "five civilians", 5, 5, "civilians killed")
    story.count(at, "90 civilians", 90, 90, "civilians")
    [one] = find_conflicts([story.read()])
    assert [side.anchor.quote for side in one.sides] == ["five civilians", "90 civilians"]


def test_one_source_may_count_twice() -> None:
    assert figures((10, 10), (40, 40), source="Norland") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "the flood in Torsa killed whole families, among them 10 people of Balo",
        "10 people, including the missing, were killed by the flood in Torsa",
        "another 10 people were killed by the flood in Torsa",
        "10 people were arrested over bread riots",
    ],
)
def test_a_part_or_another_thing_is_no_second_figure(sentence: str) -> None:
    assert figures((10, 10), (40, 40), sentence=sentence) == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"of": "boys"}, {"of": "girls"}),
        ({"of": "boys"}, {}),
        ({"place": "Torsa"}, {"place": "Balo"}),
        ({"days": Interval(DAY, DAY)}, {"days": Interval(DAY - timedelta(30), DAY - timedelta(30))}),
        ({"unit": "dead"}, {"unit": "wounded"}),
    ],
)
def test_figures_of_other_people_places_and_times(one: dict[str, Any], two: dict[str, Any]) -> None:
    assert figures((10, 10), (40, 40), one=one, two=two) == ()


def test_figures_of_the_same_people_in_one_place() -> None:
    known: dict[str, Any] = {"of": "boys", "place": "Torsa"}
    assert len(figures((10, 10), (40, 40), one=known, two=known)) == 1
    odd: dict[str, Any] = {"of": "of the"}
    assert len(figures((10, 10), (40, 40), one=odd, two=odd)) == 1


@pytest.mark.parametrize(("later", "count"), [(0, 1), (5, 0)])
def test_figures_of_two_articles(later: int, count: int) -> None:
    readings = []
    for k, number in enumerate((10, 40)):
        story = Story(day=DAY + timedelta(later * k))
        at = story.write(f"{number} people were killed by the flood in Torsa.")
        story.count(at, f"{number} people", number, number, days=Interval(DAY, DAY))
        readings.append(story.read())
    assert len(find_conflicts(readings)) == count


def test_many_figures_of_one_unit_are_not_compared() -> None:
    story = Story()
    for k in range(80):
        at = story.say(f"Town{k}", "said", f"{k + 10} people were killed by the flood in Torsa")
        story.count(at, f"{k + 10} people", k + 10, k + 10)
    assert find_conflicts([story.read()]) == ()


# -- dates -------------------------------------------------------------------------------------------------------------


def promised(day: date, *, source: str, story: Story, words: str = "Norland will reopen the northern harbour") -> None:
    at = story.say(source, "said", words, names=("Norland",))
    story.promises.append(
        Commitment(
            id=f"c{len(story.promises)}",
            anchor=at,
            kind="pledge",
            parties=("Norland",),
            toward=(),
            due=Interval(day, day),
            condition=None,
            status="announced",
            attribution=f"said{len(story.said) - 1}",
        )
    )


def test_two_dates_for_one_promise() -> None:
    story = Story()
    promised(date(2021, 5, 1), source="Sudland", story=story)
    promised(date(2021, 6, 1), source="Estland", story=story)
    [one] = find_conflicts([story.read()])
    assert one.kind == "date"
    assert one.note == "two dates for one thing: 2021-05-01/2021-05-01 and 2021-06-01/2021-06-01"


def test_one_source_may_move_its_date() -> None:
    story = Story()
    promised(date(2021, 5, 1), source="Sudland", story=story)
    promised(date(2021, 6, 1), source="Sudland", story=story)
    assert find_conflicts([story.read()]) == ()


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (date(2021, 5, 1), "Norland will reopen the northern harbour"),
        (date(2021, 6, 1), "Norland will sell its fleet of ferries"),
    ],
)
def test_no_two_dates(second: date, words: str) -> None:
    story = Story()
    promised(date(2021, 5, 1), source="Sudland", story=story)
    promised(second, source="Estland", story=story, words=words)
    assert find_conflicts([story.read()]) == ()


def test_a_promise_that_was_put_off_has_no_second_date() -> None:
    story = Story()
    promised(date(2021, 5, 1), source="Sudland", story=story)
    promised(date(2021, 6, 1), source="Estland", story=story)
    reading = story.read()
    moved = replace(reading.commitments[1], status="postponed")
    assert find_conflicts([replace(reading, commitments=(reading.commitments[0], moved))]) == ()


@pytest.mark.parametrize(("later", "count"), [(0, 1), (9, 0)])
def test_two_dates_for_one_event_in_two_articles(later: int, count: int) -> None:
    readings = []
    for k in range(2):
        story = Story(day=DAY + timedelta(later * k))
        name = story.actor("Norland")
        at = story.write(("The" if k else "A") + " fleet of Norland bombed the northern harbour")
        day = DAY - timedelta(3 + 3 * k)
        for when in (Interval(day, day), Interval(day, None)):
            story.events.append(
                Event(
                    id=f"e{when.end}", type="ASSAULT", anchor=at, trigger=at, actors=(name,), recipients=(), days=when
                )
            )
        readings.append(story.read())
    assert len(find_conflicts(readings)) == count


# -- laws --------------------------------------------------------------------------------------------------------------


def test_the_order_of_the_readings_does_not_matter() -> None:
    claim, denial = Story(), Story(day=DAY + timedelta(3))
    claim.say("Norland", "said", CLAIM + " after heavy shelling")
    denial.say("Sudland", "denied", DENIAL + " after heavy shelling", denial=True)
    readings = [claim.read(), denial.read(), claim_and_denial()]
    assert len({find_conflicts(order) for order in permutations(readings)}) == 1


def test_a_copy_does_not_tell_a_conflict_twice() -> None:
    first = Story()
    first.write("By our own correspondent.")
    first.say("Norland", "said", CLAIM)
    first.say("Sudland", "denied", DENIAL, denial=True)
    assert len(find_conflicts([claim_and_denial(), first.read()])) == 1


def test_the_work_grows_with_the_readings_and_not_with_their_square() -> None:
    readings = []
    for k in range(300):
        story = Story()
        story.write(f"Report {k}.")
        story.say("Norland", "said", CLAIM)
        story.say("Sudland", "denied", "that taxes rose", denial=True)
        readings.append(story.read())
    assert find_conflicts(readings) == ()


SAID = st.sampled_from(
    [
        CLAIM,
        DENIAL,
        "it",
        "the talks would not resume",
        "the talks would resume",
        "no comment on a deal",
        "a deal was signed",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["Norland", "Sudland", "Estland"]), SAID, st.booleans()), max_size=8))
def test_both_sides_quote_their_article(lines: list[tuple[str, str, bool]]) -> None:
    story = Story()
    for source, content, denial in lines:
        story.say(source, "denied" if denial else "said", content, denial=denial)
    reading = story.read()
    found = find_conflicts([reading])
    assert len({c.id for c in found}) == len(found)
    for conflict in found:
        for side in conflict.sides:
            assert side.article == reading.article.id
            assert story.text[side.anchor.start : side.anchor.end] == side.anchor.quote
        assert conflict.sides[0] != conflict.sides[1]


def test_words() -> None:
    assert says_not("it isn't so")
    assert not says_not("it is nothing of note".replace("nothing", "something"))
    assert content_stems("isn't never") == frozenset()
