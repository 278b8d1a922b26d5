"""Denials that the article tells in its own words: texts, who is named in them, and the two passages that disagree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import read_text
from dateline.linking.conflicts import find_conflicts
from dateline.model import Actor, Article, Attribution, PageRef, Quantity, Reading, anchor, article_id


def reading(text: str, *names: str, said: dict[str, str] | None = None) -> Reading:
    """An article that names these, wherever their names stand; `said` gives words to one of them."""
    actors = []
    for name in names:
        places = [k for k in range(len(text)) if text.startswith(name, k)]
        if not places:
            continue
        mentions = tuple(anchor(text, k, k + len(name)) for k in places)
        actors.append(Actor(id=name, name=name, kind="person", side=None, roles=(), mentions=mentions, names=(name,)))
    told = []
    for k, (words, source) in enumerate((said or {}).items()):
        start = text.index(words)
        content = (anchor(text, start, start + len(words)),)
        told.append(
            Attribution(id=f"said{k}", source=source, source_anchor=(), cue=(), content=content, kind="indirect")
        )
    article = Article(id=article_id(text), page=PageRef(source="x", sha256="0"), text=text)
    return Reading(article=article, actors=tuple(actors), attributions=tuple(told))


def sides(one: Reading) -> list[tuple[str, str]]:
    return [(c.sides[0].anchor.quote, c.sides[1].anchor.quote) for c in find_conflicts([one])]


STANDS = {
    "a relative clause denies what its sentence tells": (
        "Holm was accused of sinking the ferry Astrid, which he denied.",
        ("Holm", "he"),
        ("Holm was accused of sinking the ferry Astrid", "which he denied"),
    ),
    "a charge that is denied by somebody": (
        "Police say Holm is suspected of sinking the ferry Astrid.\nThe charge was denied by Lind, the lawyer of Holm.",
        ("Holm", "Lind"),
        (
            "Police say Holm is suspected of sinking the ferry Astrid.",
            "The charge was denied by Lind, the lawyer of Holm",
        ),
    ),
    "an accusation, and who was accused denies it": (
        "Lind accused Holm of sinking the ferry. Holm has repeatedly denied the accusation.",
        ("Lind", "Holm"),
        ("Lind accused Holm of sinking the ferry.", "denied the accusation"),
    ),
    "a claim that is rejected in its own words": (
        "Lind believes Norland was behind the raid on the lighthouse. Norland rejected claims that it was behind the raid on the lighthouse.",
        ("Lind", "Norland"),
        (
            "Lind believes Norland was behind the raid on the lighthouse.",
            "rejected claims that it was behind the raid on the lighthouse",
        ),
    ),
    "a denial that the same sentence turns round": (
        "Norland denied all claims that its trawlers were there, however, an inquest found evidence of their nets.",
        ("Norland",),
        (
            " an inquest found evidence of their nets",
            "denied all claims that its trawlers were there",
        ),
    ),
    "a charge denied by somebody, in one sentence": (
        "Lind says the trawlers sank three ferries near Torsa, a charge denied by Norland, which is at peace with all.",
        ("Lind", "Norland"),
        ("Lind says the trawlers sank three ferries near Torsa", "a charge denied by Norland"),
    ),
    "a charge of somebody's": (
        "Malta said Holm was suspected of sinking the ferry. Holm, however, rejected Malta’s claim, calling it theft.",
        ("Malta", "Holm"),
        ("Malta said Holm was suspected of sinking the ferry.", "rejected Malta’s claim"),
    ),
    "a claim that is denounced by others": (
        "Lind said the ferries would return to Torsa on Monday. The claim was strongly denounced by Holm and Norland.",
        ("Lind", "Holm", "Norland"),
        (
            "Lind said the ferries would return to Torsa on Monday.",
            "The claim was strongly denounced by Holm and Norland",
        ),
    ),
    "denied it, and something else": (
        "Lind accused Holm of sinking the ferry. Holm denied it and the lawyer appeared on television.",
        ("Lind", "Holm"),
        ("Lind accused Holm of sinking the ferry.", "denied it"),
    ),
    "a report dismissed with a word in quotation marks": (
        "Holm has dismissed as “fake” a report claiming that Torsa and Norland had agreed on a truce.",
        ("Holm", "Torsa", "Norland"),
        ("a report claiming that Torsa and Norland had agreed on a truce", "Holm has dismissed"),
    ),
    "a claim and its denial in one sentence": (
        "Lind said the trawlers had reached the harbour of Torsa, but Norland denied the report.",
        ("Lind", "Norland"),
        ("Lind said the trawlers had reached the harbour of Torsa", "Norland denied the report"),
    ),
    "a report that is denied as such": (
        "Dockers slept late. Both Sudland and Norland denied reports that the keeper had fled to the lighthouse of Torsa.",
        ("Sudland", "Norland"),
        ("reports that the keeper had fled to the lighthouse of Torsa", "Both Sudland and Norland denied"),
    ),
    "somebody without a name denies what was just said": (
        "Lind said the trawlers had captured the harbour of Torsa. But the smugglers denied this.",
        ("Lind",),
        ("Lind said the trawlers had captured the harbour of Torsa.", "denied this"),
    ),
    "a link that is denied in other words": (
        "Norland, under pressure over its trawlers, gave up its seat. Holm of Norland denied that the choice was connected with fishing.",
        ("Norland", "Holm"),
        (
            "Norland, under pressure over its trawlers, gave up its seat.",
            "denied that the choice was connected with fishing",
        ),
    ),
    "an accusation that its sentence says was rejected": (
        "Lind spoke of the secret trawlers that Norland keeps near Torsa, an accusation that Norland has rejected.",
        ("Lind", "Norland"),
        (
            "Lind spoke of the secret trawlers that Norland keeps near Torsa",
            "an accusation that Norland has rejected",
        ),
    ),
    "a claim that was rejected by somebody": (
        "The storm gave rise to talk that the lighthouse at Torsa was lost, a claim that was rejected by Holm.",
        ("Holm",),
        (
            "The storm gave rise to talk that the lighthouse at Torsa was lost",
            "a claim that was rejected by Holm",
        ),
    ),
    "those claims, whomever the sentence before names": (
        "Smugglers said they hold most of the harbour of Torsa. Norland strongly denied those claims.",
        ("Norland", "Torsa"),
        ("Smugglers said they hold most of the harbour of Torsa.", "denied those claims"),
    ),
    "claims called false where the sentence turns": (
        "Norland said its trawlers had retaken the harbour of Torsa but Holm said the claims were false.",
        ("Norland", "Holm"),
        ("Norland said its trawlers had retaken the harbour of Torsa", "Holm said the claims were false"),
    ),
    "reports that proved to be false": (
        "Some suggested that the keeper was on his way to Torsa. Those reports proved to be false.",
        ("Torsa",),
        ("Some suggested that the keeper was on his way to Torsa.", "Those reports proved to be false"),
    ),
    "two accounts that the paper says differ": (
        'Members do not agree on it. Lind said, "nobody is dredging the harbour of Torsa." Holm insisted dredging of the harbour is under way.',
        ("Lind", "Holm"),
        (
            'Lind said, "nobody is dredging the harbour of Torsa."',
            "Holm insisted dredging of the harbour is under way.",
        ),
    ),
}


@pytest.mark.parametrize(("text", "names", "expected"), STANDS.values(), ids=list(STANDS))
def test_what_stands_against_what(text: str, names: tuple[str, ...], expected: tuple[str, str]) -> None:
    [(claim, denial)] = sides(reading(text, *names))
    assert (claim.strip(" ,"), denial) == (expected[0].strip(" ,"), expected[1])


NO_CONFLICT = {
    "what is not granted is not denied": "Lind reported a fire at the lighthouse. Holm denied entry to the lighthouse.",
    "who is denied a visa": "Lind claimed that Holm sank the ferry. Holm was denied a visa.",
    "no denial after all": "Lind accused Holm of sinking the ferry. Holm did not deny the accusation.",
    "an accusation of somebody else": "Lind accused Berg of sinking the ferry. Holm denied the accusation.",
    "a denial of what the article does not tell": "Lind said the weather was fine. Holm denied that the bank was insolvent.",
    "an opinion that is not shared": "They do not agree on taxes. Lind said taxes are high. Holm said taxes are low.",
    "the other person's two words": "Lind denied it.",
    "a plan is rejected, no claim": "Lind said Norland wants to buy the ferry Astrid, an offer that Holm rejected.",
    "a dispute is no denial": "Lind said Holm welcomes every step that adds to the settlement of disputes.",
    "what is expected is no claim": "Police would sink the ferry Astrid at Torsa. Holm denied having sunk the ferry Astrid at Torsa.",
    "what others did is not one's own deed": "Berg sank the ferry Astrid near Torsa. Holm denied sinking the ferry Astrid.",
}


@pytest.mark.parametrize("text", NO_CONFLICT.values(), ids=list(NO_CONFLICT))
def test_what_is_no_conflict(text: str) -> None:
    assert sides(reading(text, "Lind", "Holm", "Berg")) == []


def test_nobody_denies_his_own_words() -> None:
    words = "the ferry Astrid was sunk by the lighthouse keeper"
    text = f"Holm said {words}. Holm denied that the lighthouse keeper had sunk the ferry Astrid."
    assert sides(reading(text, "Holm", said={words: "Holm"})) == []


def test_what_one_denies_is_not_what_he_says_himself() -> None:
    text = (
        "OSLO – The Malian Ambassador to Oslo has rejected the claim that Mali's missile tests were not consistent with the "
        "spirit of the Security Council Resolution 31.\nIn an interview on Tuesday, Ola Berg said Mali's missile tests were not "
        "against the pact as the missiles which were tested were not designed to carry warheads. Berg also said Resolution 31 has "
        "never banned such missile tests. The ambassador also criticized Norway."
    )
    [conflict] = find_conflicts([read_text(text, "2020-05-10")])
    assert conflict.note == "others say it, Ola Berg denies it"
    assert conflict.sides[0].anchor.quote.startswith("the claim that Mali's missile tests")


def counted(first: str, second: str) -> Reading:
    """Two sentences that count the dead, each by a source of its own."""
    text = f"{first}\n{second}"
    one = reading(text, "Lind", "Holm", said={first[5:]: "Lind", second[5:]: "Holm"})
    figures = []
    for k, (quote, low, unit) in enumerate((("400 people", 400, "people killed"), ("900", 900, "deaths"))):
        start = text.index(quote)
        span = anchor(text, start, start + len(quote))
        figures.append(Quantity(id=f"q{k}", anchor=span, low=low, high=low, approximate=False, unit=unit))
    return Reading(article=one.article, actors=one.actors, attributions=one.attributions, quantities=tuple(figures))


def test_two_tolls_of_one_war() -> None:
    one = counted("Lind estimated that 400 people were killed in the war.", "Holm put the death toll at more than 900.")
    assert sides(one) == [("400 people", "900")]


def test_two_tolls_of_which_one_is_a_part() -> None:
    one = counted(
        "Lind estimated that 400 people were killed in the war.", "Holm put the toll at 900, including the sick."
    )
    assert sides(one) == []


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Holm",
                "denied",
                "the claim",
                "which",
                "he",
                "was",
                "accused",
                "of",
                ".",
                "\n",
                "that",
                "said",
                ",",
                "by",
                " ",
            ]
        ),
        max_size=40,
    )
)
def test_any_text_gives_passages_of_its_own(words: list[str]) -> None:
    text = " ".join(words)
    for one in find_conflicts([reading(text, "Holm", "he")]):
        for side in one.sides:
            assert side.anchor.quote == text[side.anchor.start : side.anchor.end] != ""
