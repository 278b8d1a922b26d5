"""The quick pipeline gives spaCy's own analysis, but for the lemmas that it puts right."""

import pytest
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from dateline.reading.pipeline import analysed, stock
from dateline.reading.remembered import Remembered

LINES = (
    "There are two bridges over the Orva, and there's a third one that isn't finished.\n",
    "Let's wait, said Minister Ada Brill; \"we ain't gonna sign,\" her deputy added in Tolmar on 3 May 2025.\n",
    "The Kesh Republic staged talks with Varn's envoys, hoping that 1,200 soldiers would leave by June.\n",
    "Y'all got ta see it: the council's vote (12 to 3) was the Union's largest since 2019.",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    return stock()


def shown(doc: Doc, *, lemmas: bool = True) -> list[tuple[object, ...]]:
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.lemma_ if lemmas else "")
        for t in doc
    ]


def test_the_analysis_is_spacys_own(plain: Language) -> None:
    for quick, slow in zip(analysed(LINES), plain.pipe(LINES), strict=True):
        assert shown(quick, lemmas=False) == shown(slow, lemmas=False)


def test_lemmas_are_put_right() -> None:
    [doc] = analysed([LINES[2]])
    assert {t.text: t.lemma_ for t in doc if t.pos_ == "VERB"} == {
        "staged": "stage",
        "hoping": "hope",
        "leave": "leave",
    }


def test_what_the_ruler_said_is_remembered_as_it_was_said(plain: Language) -> None:
    ruler = plain.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    for remembered in (Remembered(ruler), Remembered(ruler, most=10)):  # the second forgets all the time
        for _ in range(2):
            docs = [plain.make_doc(line) for line in LINES]
            for step in ("tok2vec", "tagger", "parser"):
                docs = [plain.get_pipe(step)(doc) for doc in docs]
            copies = [doc.copy() for doc in docs]
            for quick, slow in zip(remembered.pipe(docs), map(ruler, copies), strict=True):
                assert shown(quick) == shown(slow)


def test_a_text_without_tokens() -> None:
    assert [len(doc) for doc in analysed(["", "Ada.", ""])] == [0, 2, 0]


def test_a_ruler_that_asks_for_more_is_refused(plain: Language) -> None:
    ruler = AttributeRuler(plain.vocab)
    ruler.add([[{"LENGTH": 3}]], {"POS": "X"})
    with pytest.raises(ValueError, match="asks for more"):
        Remembered(ruler)


@pytest.mark.parametrize(
    "text",
    [
        "Hon. Ada Brill met Brig. Gen. Ola Stark.",
        "Police spokesman Insp. Olin Varn said the bridge was safe.",
        "Sgt. Joe Dell and Lt. Col. Tom Kerr died in Tolmar.",
        "The court fined the mine Rs. 500.",
    ],
)
def test_a_title_ends_no_sentence(text: str) -> None:
    [doc] = analysed([text])
    assert len(list(doc.sents)) == 1
