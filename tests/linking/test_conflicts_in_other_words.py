"""Claims and answers in few or other words: who says what, and the two passages that disagree; in one article and in two of a story."""

from collections.abc import Sequence
from datetime import date

import pytest

from dateline.linking.conflicts import find_conflicts
from dateline.linking.conflicts.negated import denied_clause, negated_clauses, stated
from dateline.model import (
    Actor,
    ActorKind,
    Anchor,
    Article,
    Attribution,
    Evidence,
    PageRef,
    Published,
    Reading,
    anchor,
    article_id,
)

Said = tuple[str, str, str]
"""Who says it, the word for saying, and what is said."""

DAY = date(2031, 4, 7)


def reading(*said: Said, day: date = DAY) -> Reading:
    """An article of one sentence for each who says something; who is named is an actor wherever his name stands."""
    text, told = "", []
    for number, (source, cue, content) in enumerate(said):
        start = len(text)
        text += f"{source} {cue} {content}. "
        at = start + len(source) + 1
        cued = anchor(text, at, at + len(cue))
        words = anchor(text, at + len(cue) + 1, at + len(cue) + 1 + len(content))
        denial = cue.startswith(("den", "reject"))
        told.append((f"said{number}", source, cued, words, denial))
    actors = []
    for name in dict.fromkeys(source for source, _, _ in said):
        places = [k for k in range(len(text)) if text.startswith(name, k)]
        mentions = tuple(Anchor(k, k + len(name), name) for k in places)
        kind: ActorKind = "state" if name in ("Norland", "Sudmark") else "organisation"
        actors.append(Actor(id=name, name=name, kind=kind, side=None, roles=(), mentions=mentions, names=(name,)))
    published = Published(start=day, end=day, basis="stated", evidence=(Evidence("text", "today"),))
    return Reading(
        article=Article(id=article_id(text), page=PageRef(source="x", sha256="0"), text=text, published=published),
        actors=tuple(actors),
        attributions=tuple(
            Attribution(
                id=id_, source=source, source_anchor=(), cue=(cue,), content=(words,), kind="indirect", denial=denial
            )
            for id_, source, cue, words, denial in told
        ),
    )


def sides(readings: Sequence[Reading]) -> list[set[str]]:
    story = {one.article.id: "story" for one in readings} if len(readings) > 1 else {}
    return [{side.anchor.quote for side in c.sides} for c in find_conflicts(readings, story)]


OPPOSED = {
    "a single word is denied": (
        ("The rebels", "said", "the harbour board had paid them nine crowns for the pilots"),
        ("The board", "insisted", "no ransom had been paid"),
    ),
    "nothing was": (
        ("The radio", "said", "both crews had signed the charter on Monday"),
        ("Lind", "said", "they had signed nothing"),
    ),
    "no such thing": (
        ("The ministry", "announced", "that it had reached an agreement with the pilots"),
        ("The pilots", "said", "no such agreement had been reached"),
    ),
    "he knows of none": (
        ("Lind", "said", "the pilots had accepted the charter"),
        ("Holm", "said", "he was not aware of any acceptance"),
    ),
    "this is not true": (
        ("The army", "said", "the lighthouse had been blown up by the pilots"),
        ("Holm", "said", "this was not true"),
    ),
    "nobody was": (
        ("The guards", "said", "nobody was arrested"),
        ("The marchers", "said", "nine of them had been arrested"),
    ),
    "no evidence that": (
        ("The doctors", "said", "the harbour master had been poisoned with lead"),
        ("The palace", "said", "there was no evidence that he had been poisoned with lead"),
    ),
    "a light verb leaves the deed to its noun": (
        ("Holm", "said", "he held talks with the pilots"),
        ("The pilots", "said", "they were not holding any talks with Holm"),
    ),
    "shot down, or engine failure": (
        ("The rebels", "said", "they had shot down a seaplane over the reef"),
        ("The ministry", "said", "the seaplane was lost because of engine failure"),
    ),
    "murder, or suicide": (
        ("The warden", "said", "the pilot had hanged himself in his cell"),
        ("The family", "said", "he was murdered"),
    ),
    "who holds the town": (
        ("The army", "said", "it had taken full control of the town of Torsa"),
        ("The rebels", "said", "their men were still in control of Torsa"),
    ),
    "withdrawn, or driven out": (
        ("The rebels", "said", "they had withdrawn from Torsa to spare its people"),
        ("The army", "said", "it had driven the rebels out of Torsa"),
    ),
    "who the dead were": (
        ("The army", "said", "the raid killed nine militants"),
        ("The elders", "said", "the nine men killed in the raid were farm workers"),
    ),
    "a truce that holds": (
        ("The radio", "said", "the truce was holding"),
        ("The nurses", "said", "shelling went on through the night"),
    ),
    "whether a rule is kept": (
        ("Holm", "said", "Norland was in breach of the fishing agreement"),
        ("Norland", "said", "it had complied with the terms of the agreement"),
    ),
    "whether a rule is broken": (
        ("Holm", "said", "Norland had violated the treaty"),
        ("The inspectors", "reported", "that Norland had not violated any part of it"),
    ),
    "what a programme is for": (
        ("Holm", "said", "Norland was seeking nuclear weapons"),
        ("Norland", "said", "its programme was peaceful"),
    ),
    "whether a deal is near": (
        ("Holm", "said", "an agreement was imminent"),
        ("Lind", "said", "a deal was not around the corner"),
    ),
    "a second verb that is denied": (
        ("Holm", "said", "the trawlers hit the lighthouse"),
        ("The fleet", "said", "it did not target or hit the lighthouse"),
    ),
    "no evidence of anyone": (
        ("Holm", "said", "the blast killed nine pilots"),
        ("The fleet", "said", "it had no evidence anyone had been killed by the blast"),
    ),
    "different people did it": (
        ("The governor", "said", "the hostages were killed by their captors"),
        ("A pilot", "said", "soldiers had shot the hostages"),
    ),
    "what he is told to have said": (
        ("Holm", "was quoted as saying", "he would close the harbour"),
        ("Holm", "said", "he had never said that"),
    ),
}


@pytest.mark.parametrize(("first", "second"), OPPOSED.values(), ids=OPPOSED)
def test_what_cannot_both_be_true(first: Said, second: Said) -> None:
    assert sides([reading(first, second)]) == [{first[2], second[2]}]


NOT_OPPOSED = {
    "each of himself": (
        ("The rebels", "said", "they had not attacked the convoy"),
        ("The army", "said", "it had attacked a convoy"),
    ),
    "each of its own losses": (
        ("The army", "said", "it had lost no tanks"),
        ("The rebels", "said", "they had lost two tanks"),
    ),
    "others than those who were": (
        ("The army", "said", "no soldiers were killed"),
        ("The doctors", "said", "nine villagers were killed"),
    ),
    "in other places": (
        ("The firm", "said", "it had not paid bribes in Torsa"),
        ("The court", "said", "the firm had paid bribes in Vikby"),
    ),
    "on other days": (
        ("The colonel", "said", "no shots had been fired on Monday"),
        ("A widow", "said", "shots were fired on Tuesday night"),
    ),
    "not yet": (
        ("The mediator", "said", "the pilots were close to an agreement"),
        ("The pilots", "said", "no agreement had been signed yet"),
    ),
    "a hope and a doubt": (
        ("The mediator", "said", "he hoped that the truce would hold"),
        ("Holm", "said", "he did not believe that the truce would hold"),
    ),
    "a promise": (
        ("The board", "promised", "to free the pilots"),
        ("The family", "said", "the board had not freed the pilots"),
    ),
    "whoever knows nothing of a report": (
        ("The survivors", "said", "a seaplane had bombed them"),
        ("Holm", "said", "he knew nothing of the report"),
    ),
    "another one": (
        ("The rebels", "said", "they had shot down a seaplane near Torsa"),
        ("The army", "said", "another seaplane crashed because of engine failure near Vikby"),
    ),
    "some are free": (
        ("The board", "said", "nine pilots had been released"),
        ("The family", "said", "two pilots were still in prison"),
    ),
    "what was only asked": (
        ("The court", "asked", "whether the deeds qualified as fraud"),
        ("The judges", "decided", "the deeds did not qualify"),
    ),
    "another has kept it": (
        ("Holm", "said", "Norland was in breach of the fishing agreement"),
        ("Lind", "said", "Sudmark had complied with the agreement"),
    ),
    "what is thought of it": (
        ("The minister", "said", "the plan would help the pilots"),
        ("The pilots", "said", "the plan would not help them at all, and they did not want it"),
    ),
}


@pytest.mark.parametrize(("first", "second"), NOT_OPPOSED.values(), ids=NOT_OPPOSED)
def test_what_both_may_be_true(first: Said, second: Said) -> None:
    assert sides([reading(first, second)]) == []


ACROSS = {
    "not so": (
        ("The mediators", "said", "Norland has agreed to share the harbour dues of Torsa"),
        ("Lind", "said", "Norland has not agreed to share the harbour dues of Torsa"),
    ),
    "a denial": (
        ("The radio", "said", "the pilots had met the envoy at the Torsa lighthouse"),
        ("The pilots", "denied", "that they had met the envoy at the Torsa lighthouse"),
    ),
    "a report that is rejected": (
        ("The union", "said", "guards fired on dockers at the Torsa mill"),
        ("The police", "rejected", "a claim that guards had fired on dockers at the Torsa mill"),
    ),
    "who holds the town": (
        ("The army", "said", "it had recaptured the whaling town of Torsa"),
        ("The rebels", "said", "they still hold the whaling town of Torsa"),
    ),
    "who was first": (
        ("Norland", "said", "Sudmark patrol boats had fired first off the reef"),
        ("Sudmark", "said", "Norland cutters had opened fire first off the reef"),
    ),
}


@pytest.mark.parametrize(("first", "second"), ACROSS.values(), ids=ACROSS)
def test_across_two_articles_of_a_story(first: Said, second: Said) -> None:
    found = sides([reading(first), reading(second)])
    assert len(found) == 1
    assert first[2] in found[0]
    assert any(second[2] in quote for quote in found[0])


def test_what_came_about_since_is_a_change() -> None:
    before = reading(("The pilots", "said", "the dockers have not ended their strike at Torsa"), day=date(2031, 4, 1))
    after = reading(("The union", "said", "the dockers have ended their strike at Torsa"), day=date(2031, 4, 4))
    assert sides([before, after]) == []


@pytest.mark.parametrize(
    ("words", "head", "rest"),
    [
        ("no ransom had been paid", {"pay"}, {"ransom"}),
        ("it had not held talks with the pilots", {"=talks"}, {"pilot"}),
        ("there was no meeting in the mill", {"=meeting"}, {"mill"}),
        ("nobody was arrested", {"=detain"}, set()),
    ],
)
def test_what_a_clause_says_is_not_so(words: str, head: set[str], rest: set[str]) -> None:
    (clause,) = negated_clauses(words)
    assert clause.heads == head
    assert rest <= clause.stems


@pytest.mark.parametrize(
    "words",
    ["it did not want a war", "there is no doubt", "they could not say", "he was not happy", "no other boats came in"],
)
def test_what_says_nothing_of_a_deed(words: str) -> None:
    assert list(negated_clauses(words)) == []


def test_what_is_denied_and_what_is_stated() -> None:
    denied = denied_clause("the fleet carried out any strikes near the reef")
    assert denied.heads == {"=attack"}
    assert stated("the fleet struck a lighthouse", denied.heads, later=False) is not None
    assert stated("the fleet would strike a lighthouse", denied.heads, later=False) is None
    assert stated("the fleet wanted to strike a lighthouse", denied.heads, later=False) is None
    assert stated("the fleet struck no lighthouse", denied.heads, later=False) is None
    assert stated("the fleet lacked a strike", denied.heads, later=False) is None
