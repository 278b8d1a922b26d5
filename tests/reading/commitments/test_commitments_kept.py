"""Words kept and broken, deals between two and what they hold; and what only looks like an undertaking."""

import pytest

from dateline import read_text

PUBLISHED = "2024-03-04"  # a Monday

KEPT = {
    "done as promised": ("The rebels completed the withdrawal they had promised on Saturday.", "pledge", "fulfilled"),
    "done with a clause": ("The militia released the pilot it had promised to free.", "pledge", "fulfilled"),
    "as agreed with others": ("The bank paid the fine it had agreed with the regulator.", "agreement", "fulfilled"),
    "not done": ("The ministry has not paid the bonus it promised teachers last year.", "pledge", "violated"),
    "ahead of time": (
        "The last French troops left Niger on Friday, a day ahead of the deadline.",
        "schedule",
        "fulfilled",
    ),
    "a deadline met": ("Serbia met the deadline to hand over the documents on Thursday.", "schedule", "fulfilled"),
    "a deadline failed": ("The firm failed to meet a March 1 deadline to pay its creditors.", "schedule", "violated"),
    "commitments met": ("Iran said it had met all its commitments under the deal.", "pledge", "fulfilled"),
    "backtracked": ("The government backtracked on its promise to scrap the tax.", "pledge", "violated"),
    "gone back on": ("The mayor went back on his word to resign.", "pledge", "violated"),
    "stuck to": ("Sudan has stuck to its commitment to let aid through.", "pledge", "fulfilled"),
    "frozen": ("Belarus has frozen its part in the arms treaty.", "agreement", "postponed"),
    "an end to it": ("The guerrillas announced an end to their truce.", "agreement", "ended"),
    "includes": ("The pact also includes a prisoner swap within 10 days.", "agreement", "agreed"),
    "terms of it": ("Terms of the deal include the release of 30 prisoners.", "agreement", "agreed"),
    "bars from": ("The agreement bars both armies from flying over the zone.", "agreement", "agreed"),
    "commits to a truce": ("The deal commits both sides to a ceasefire from Friday.", "agreement", "agreed"),
    "it was agreed": ("It was agreed that the border would reopen on Monday.", "agreement", "agreed"),
    "according to it": (
        "According to the accord, the rebels must hand in their guns by Friday.",
        "agreement",
        "agreed",
    ),
    "one minister": ("The minister has decided against raising the tax.", "pledge", "announced"),
    "no intention of": ("The army said it had no intention of leaving the island.", "pledge", "announced"),
    "shutting is no threat": ("Chile will shut the plant by early June.", "pledge", "announced"),
    "met with force": ("Any attack will be met with force, the ministry said.", "threat", "announced"),
}


@pytest.mark.parametrize(("text", "kind", "status"), KEPT.values(), ids=list(KEPT))
def test_what_became_of_it(text: str, kind: str, status: str) -> None:
    found = read_text(text, published=PUBLISHED).commitments
    assert [(c.kind, c.status) for c in found] == [(kind, status)]


BETWEEN = {
    "signed": ("A deal between Kenya and Somalia was signed on Monday.", {"Kenya", "Somalia"}),
    "agreed": ("A truce was agreed between Israel and Lebanon on Monday.", {"Israel", "Lebanon"}),
    "talks": ("Talks between Iran and Qatar will resume on Friday.", {"Iran", "Qatar"}),
    "the two": (
        "Iran and Iraq held talks on Monday. The two agreed to reopen the crossing within a month.",
        {"Iran", "Iraq"},
    ),
    "both": ("Peru and Chile agreed to set up a hotline. Both pledged to open it by May.", {"Peru", "Chile"}),
}


@pytest.mark.parametrize(("text", "names"), BETWEEN.values(), ids=list(BETWEEN))
def test_between_whom(text: str, names: set[str]) -> None:
    reading = read_text(text, published=PUBLISHED)
    known = {a.id: a.name for a in reading.actors}
    assert {known[i] for i in reading.commitments[-1].parties} == names


CONDITIONS = {
    "until": ("Egypt will not send troops until a ceasefire is in place.", "until a ceasefire is in place"),
    "how long": ("The rebels pledged to hold the town until the rains come.", None),
    "a ruling": ("The bank will release the funds subject to a court ruling.", "subject to a court ruling"),
}


@pytest.mark.parametrize(("text", "condition"), CONDITIONS.values(), ids=list(CONDITIONS))
def test_on_what_condition(text: str, condition: str | None) -> None:
    (one,) = read_text(text, published=PUBLISHED).commitments
    assert (one.condition.quote if one.condition else None) == condition


NOTHING = {
    "had they": "Had they agreed to talk, many would be alive, he said.",
    "youth": "As a child he vowed to become a doctor.",
    "a character": "He was a man who kept his promises.",
    "a feeling": '"I feel that I will wake up from this dream," said Amina Diallo.',
    "denied reports": "Tunisia denied reports that it would leave the pact.",
    "hearsay": "The ministry called reports that it would expel the envoy baseless.",
    "the page": "This article will be updated as the story develops.",
    "anyone": "Anyone who breaks the rule will be fined.",
    "snow": "Heavy snow is set to fall on Tuesday.",
    "a storm": "The storm is due to make landfall on Friday.",
    "to blame": "The president is to blame for the crisis.",
    "a habit": "They would meet every Friday at the well.",
    "a film": "In the film, a widow vows revenge on the men who killed her husband.",
    "a drama": "The drama tells the story of a spy who agrees to betray his country.",
    "an accusation": "Critics accused the mayor of going back on his word.",
    "ahead of schedule": "The hikers left a week ahead of schedule.",
    "what a deal includes": "The deal includes free meals and a swim.",
    "a law bars": "The law bars officials from taking gifts.",
    "flights between": "Trade between Iran and Qatar will reopen next week.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=list(NOTHING))
def test_what_undertakes_nothing(text: str) -> None:
    assert not read_text(text, published=PUBLISHED).commitments
