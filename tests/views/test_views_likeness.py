"""How much alike two passages are."""

from dateline.views.likeness import alike, content_words, mean, rarity, vector


def test_content_words_are_folded_singular_and_tell_something() -> None:
    assert content_words("The ferries of both harbours said Monday's bus left; the gas class") == (
        "ferry",
        "harbour",
        "bus",
        "left",
        "gas",
        "class",
    )


def test_the_same_words_are_alike_and_others_are_not() -> None:
    texts = [content_words(t) for t in ("ferry line opens", "ferry line opens", "whale seen", "")]
    rare = rarity(texts)
    one, two, three, none = (vector(t, rare) for t in texts)
    assert abs(alike(one, two) - 1) < 1e-9
    assert alike(one, three) == 0
    assert alike(one, none) == alike(none, one) == 0


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    rare = rarity([("ferry", "whale"), ("ferry",), ("ferry",)])
    assert rare["whale"] > rare["ferry"] > 0


def test_the_mean_leans_to_the_heavier() -> None:
    one, two = {"a": 1.0}, {"b": 1.0}
    middle = mean([(one, 3.0), (two, 1.0)])
    assert alike(middle, one) > alike(middle, two) > 0
    assert mean([]) == {}
