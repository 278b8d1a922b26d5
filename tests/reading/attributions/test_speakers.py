"""Who speaks in fictional texts: pronouns, descriptions, documents, and several who speak as one."""

import pytest

from dateline import read_text
from dateline.model import Article, Attribution, PageRef, Published, article_id
from dateline.reading.actors import Cast, find_cast
from dateline.reading.attributions import find_attributions
from dateline.reading.parse import parse
from dateline.reading.places import find_places


def read(text: str) -> tuple[tuple[Attribution, ...], Cast]:
    """The attributions of a text, and its cast."""
    article = Article(id=article_id(text), page=PageRef(source="test", sha256="0"), text=text)
    parsed = parse(text)
    cast = find_cast(article, parsed, find_places(parsed))
    return find_attributions(article, parsed, cast, (), Published()), cast


def speakers(text: str) -> list[tuple[str, str]]:
    """For each attribution the words of the source, and the name of the actor, "-" where it is left open."""
    made, cast = read(text)
    return [
        (said.source_anchor[0].quote, cast.named(said.source).name if said.source else "-")
        for said in made
        if said.source_anchor
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # who speaks goes on speaking, over paragraphs of speech
        (
            (
                "Anna Varga met Berta Kovacs in Lindt. Varga said the port was open.\n"
                "“We will keep the port open. It is ours. Kovacs knows it. Nobody else will have it.”\n"
                "“The bridge is ours as well,” she said."
            ),
            "Anna Varga",
        ),
        # nobody names himself in his own words
        ("Karl Brandt spoke on Monday. Otto Weiss will leave the town, he said.", "Karl Brandt"),
        ("Karl Brandt spoke on Monday. “Otto Weiss has betrayed us,” he told reporters.", "Karl Brandt"),
        # who was told of last, and acted
        (
            "Karl Brandt said the road was open. Otto Weiss, his rival, came to Lindt on Monday. He said it was closed.",
            "Otto Weiss",
        ),
        # a pronoun in somebody's words shows nobody's gender
        ("Anna Varga spoke. Her aide, Rin Mori, said he was here by law. “It is an error,” she said.", "Rin Mori"),
        # who is asked answers
        ("A reporter of the Courier asked Karl Brandt about the road. “It is open,” he said.", "Karl Brandt"),
    ],
)
def test_a_pronoun_means_who_stands_out(text: str, name: str) -> None:
    assert speakers(text)[-1][1] == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Karl Brandt said the road was open. The grey-haired rebel said it would stay so.",
            "The grey-haired rebel",
            "Karl Brandt",
        ),
        (
            "President Karl Brandt said the road was shut. The local fire chief said it would stay so.",
            "The local fire chief",
            "local fire chief",
        ),
        (
            "Karl Brandt said the road was open. The rebel said it was narrow. He said it would stay open.",
            "He",
            "Karl Brandt",
        ),
        (
            "The Lindt Observatory said the road was open. The northern watchdog said it would stay so.",
            "The northern watchdog",
            "Lindt Observatory",
        ),
        (
            "The Northern Observatory for Civil Rights met. The Observatory said the road was open.",
            "The Observatory",
            "Northern Observatory for Civil Rights",
        ),
        ("The Ministry of Defence met. The MoD said the road was open.", "The MoD", "Ministry of Defence"),
        (
            "The Kenyan defence minister said the road was open. General Karl Brandt told reporters that he was glad.",
            "The Kenyan defence minister",
            "Karl Brandt",
        ),
        (
            "The agency’s bureau chief and speaker, Anna Varga, says the road is open.",
            "The agency’s bureau chief and speaker, Anna Varga,",
            "Anna Varga",
        ),
        ("Remarks by Anna Varga suggested that the road was open.", "Remarks by Anna Varga", "Anna Varga"),
        # other offices, other sides, others who are many, and names are nobody's description
        (
            "President Karl Brandt said the road was open. The chancellor said it was closed.",
            "The chancellor",
            "chancellor",
        ),
        (
            "Kenyan envoy Karl Brandt said the road was open. The Ugandan envoy said it was closed.",
            "The Ugandan envoy",
            "Ugandan envoy",
        ),
        ("Karl Brandt said the road was open. The rebels said it was closed.", "The rebels", "rebels"),
        ("Karl Brandt said the road was open. Another rebel said it was closed.", "Another rebel", "Another rebel"),
        (
            "Karl Brandt said the road was open. The Lindt Evening Post reported that it was closed.",
            "The Lindt Evening Post",
            "Lindt Evening Post",
        ),
        (
            "Syrian state television said the road was open. It was closed, state television reported on Monday.",
            "state television",
            "Syrian state television",
        ),
        ("Some Kenyans say that the road is open.", "Some Kenyans", "Some Kenyans"),
    ],
)
def test_a_description_means_the_last_speaker_or_its_own(text: str, words: str, name: str) -> None:
    assert (words, name) in [(a, b.removeprefix("The ")) for a, b in speakers(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Karl Brandt and Anna Varga said the road was open.", ["Karl Brandt", "Anna Varga"]),
        ("Kenya, Uganda and Rwanda said the road was open.", ["Kenya", "Uganda", "Rwanda"]),
        ("Officers and other witnesses said the road was open.", ["Officers"]),
        ("The Kenyan and Ugandan governments said the road was open.", ["Kenya", "Uganda"]),
        ("A joint statement by Kenya and Uganda said the road was open.", ["Kenya", "Uganda"]),
        (
            "Kenya and Uganda said the road was open. The joint statement said it would stay so.",
            ["Kenya", "Uganda"] * 2,
        ),
    ],
)
def test_of_several_who_speak_as_one_each_has_said_it(text: str, names: list[str]) -> None:
    assert [name for _, name in speakers(text)] == names


def test_officials_of_two_states_speak_for_each() -> None:
    """Each side has an actor of its own, also where "the officials" takes them up."""
    made, cast = read("Nine Kenyan and Ugandan officials said the road was open. The officials said it would stay so.")
    sides = [cast.named(said.source).side for said in made if said.source]
    assert sides == ["Kenya", "Uganda"] * 2
    assert len({said.id for said in made}) == 4
    assert len({said.content for said in made}) == 2


def test_who_is_first_described_and_then_taken_up_is_one_actor() -> None:
    made, cast = read("Karl Brandt said the road was open. The grey-haired rebel said it would stay so.")
    assert len({said.source for said in made}) == 1
    assert "rebel" not in {actor.name for actor in cast.actors()}
    [brandt] = [actor for actor in cast.actors() if actor.name == "Karl Brandt"]
    assert any(mention.quote == "grey-haired rebel" for mention in brandt.mentions)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "A draft statement by the council said it was late. Karl Brandt spoke. The statement said he was wrong.",
            "council",
        ),
        ("Northern Radio reported that the army had left. It also reported that the road was open.", "Northern Radio"),
        ("Karl Brandt stated this in Lindt. “We are ready,” he said.", "Karl Brandt"),
        ("Karl Brandt left. President Karl Lindt said it was late. His Excellency said he was tired.", "Karl Lindt"),
        ("Harbour Company President and Chief Executive Anna Varga said it was late.", "Anna Varga"),
    ],
)
def test_what_spoke_before_speaks_on(text: str, last: str) -> None:
    made, cast = read(text)
    source = made[-1].source
    assert source is not None
    assert cast.named(source).name == last


def test_nobody_speaks_who_is_first_told_of_in_the_words() -> None:
    made, cast = read(
        "“There is no use in searching for a new mediator as long as they change the rules,” he explained."
    )
    assert [said.source for said in made if said.source and "mediator" in cast.named(said.source).name] == []


def test_an_agreement_is_not_its_last_speaker() -> None:
    made, cast = read(
        "Foreign Minister Anna Varga called the delay bad.\n\nThe agreement of June says that the boats leave by March."
    )
    assert made[-1].content[0].quote == "that the boats leave by March"
    assert made[-1].source is None or cast.named(made[-1].source).name != "Anna Varga"


@pytest.mark.parametrize(
    "text",
    [
        "The Courier quoted Anna Varga as saying that the plan was bad.",
        "The Courier quoted Anna Varga as telling reporters that the plan was bad.",
        "Anna Varga was quoted as saying that the plan was bad.",
    ],
)
def test_of_words_passed_on_their_speaker_is_the_source(text: str) -> None:
    made, cast = read(text)
    assert [cast.named(said.source).name for said in made if said.source] == ["Anna Varga"]


@pytest.mark.parametrize(
    "text",
    [
        "The sides agreed to a truce.",
        "The sides agreed on Tuesday to end a long siege of the town.",
        "The rebels have agreed to leave the town.",
        "The minister commented on the deal.",
        "It indicates that the plan has failed.",
        "Analysts often express concern about the plan.",
        "The Courier, citing officials close to the talks, left it there.",
        "The vote is expected to be held in May.",
        "Varga was charged with fraud.",
        "The court sentenced Varga to a year in prison.",
        "The army has launched a new offensive against the rebels.",
        "Referring to the bridge, Varga smiled.",
        "The council is seeking an end to the siege.",
        "Varga posted photos of the bridge.",
    ],
)
def test_deeds_topics_and_habits_are_no_reports(text: str) -> None:
    assert read(text)[0] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Varga agreed that the plan was bad.",
        "Varga declined to comment on the deal.",
        "The report indicates that the plan has failed.",
        "Varga often said that the plan was bad.",
        "The minister was accused of fraud.",
        "The minister attacked his rival as a liar.",
        "The Courier quoted Varga as saying that the plan was bad.",
    ],
)
def test_what_was_said_stays(text: str) -> None:
    assert len(read(text)[0]) == 1


def test_what_is_nobody_does_not_speak_behind_a_relative_pronoun() -> None:
    said = read_text("Varga lost the plan's last tunnel, which declared that the harbour was shut.", "2031-05-01")
    assert "which" not in {actor.name for actor in said.actors}


def test_a_medium_that_is_taken_for_a_day_keeps_its_noun() -> None:
    text = "Lind left Torsa after a month-long stay, her school, Harbour College, confirmed on Facebook Friday."
    media = [said.medium.anchor.quote for said in read_text(text, "2024-05-08").attributions if said.medium]
    assert media == ["Facebook"]


def test_one_of_them_is_nobody_known() -> None:
    reading = read_text("Miners met on Monday. “We were afraid,” one of them said.")
    assert [a.source for a in reading.attributions] == [None]


def test_a_number_is_part_of_what_is_put_at_it() -> None:
    reading = read_text("Drivers left work on Monday. The city's transport company put the number at 450.")
    assert [part.quote for a in reading.attributions for part in a.content] == ["the number at 450"]


def test_the_head_of_another_body_is_somebody_else() -> None:
    reading = read_text("Mr Varga denounced the plan. The head of the CIA suggested last month that it was dead.")
    names = {a.id: a.name for a in reading.actors}
    assert [names.get(a.source or "") for a in reading.attributions] == ["Varga", "head of the CIA"]
