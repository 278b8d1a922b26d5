"""Trains the head that weighs what verbs undertake, and writes it with its figures.

    python -m training.commitments FOLDER [FOLDER ...]

Each folder holds `articles.json` and `gold.json` as the scorer of commitments takes them: ../shared/gold/negotiation, and what
`benchmarks/more_articles.py` writes. Prints the share of labels found (F1 of clauses) over six parts of the articles, each left out
once, then writes src/dateline/reading/commitments/learned/weights/head.tsv. No chance is in it: the same folders, the same weights.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from training.commitments.examples import Example, Labelled, examples_of

from dateline.reading.commitments.learned.choose import ADDED
from dateline.reading.commitments.learned.head import ALWAYS, PLACES, STATE, UNDERTAKES, WIDTH, Head, head_of

WEIGHTS = Path("src/dateline/reading/commitments/learned/weights/head.tsv")

STRENGTH = 0.2
"""How freely weights may grow (scikit-learn's C): .1 to .4 gave the same within .005."""

SEEN = 2
"""A sign counts that stands at so many verbs; for kinds and statuses, at so many undertakings."""

DOUBTFUL = 0.25
"""A verb whose clause is at least so close to a label that another verb fits better is neither for nor against it."""

SHARE = 0.003
"""The variance of a state's number, beside a sign's: .001 to .01 gave the same within .005."""

SMALLEST = 0.02
"""Smaller weights are left out."""

PARTS = 6


def main(folders: Sequence[str]) -> int:
    """Trains on the folders."""
    if not folders:
        print(__doc__)
        return 2
    articles = [one for folder in folders for one in examples_of(Path(folder))]
    print(
        f"{len(articles)} articles, {sum(len(a.labels) for a in articles)} labels, {sum(len(a.examples) for a in articles)} verbs"
    )
    found = made = 0
    for part in range(PARTS):
        head = head_of(train([a for k, a in enumerate(articles) if k % PARTS != part]))
        for article in articles[part::PARTS]:
            hits, told = _score(head, article)
            found, made = found + hits, made + told
    labels = sum(len(a.labels) for a in articles)
    print(f"left out once: P {found / made:.3f} R {found / labels:.3f} F1 {2 * found / (made + labels):.3f}")
    WEIGHTS.write_text(train(articles), "utf-8")
    print(f"{WEIGHTS}: {len(WEIGHTS.read_text('utf-8').splitlines())} weights")
    return 0


def train(articles: Iterable[Labelled]) -> str:
    """The head for the articles, as the lines of its file."""
    for_, against, labels = [], [], []
    for article in articles:
        best = fitting(article)
        for example in article.examples:
            if id(example) in best:
                for_.append(example)
                labels.append(article.labels[best[id(example)]])
            elif max(example.close.values(), default=0.0) < DOUBTFUL:
                against.append(example)
    lines = _fit(for_ + against, [UNDERTAKES] * len(for_) + [""] * len(against), with_states=True)
    for field in ("kind", "status"):
        lines += _fit(for_, [f"{field} {label[field]}" for label in labels])
    return "".join(f"{line}\n" for line in lines)


def fitting(article: Labelled) -> dict[int, int]:
    """The example that fits each label best, by its identity, and that label's number."""
    best: dict[int, int] = {}
    for k in range(len(article.labels)):
        one = max(article.examples, key=lambda e: e.close.get(k, 0.0), default=None)
        if one is not None and one.close.get(k):
            best[id(one)] = k
    return best


def _fit(examples: Sequence[Example], answers: Sequence[str], *, with_states: bool = False) -> list[str]:
    """The lines of the weights of each answer but the empty one: logistic regression over the signs and, if wanted, the states."""
    count = Counter(sign for one in examples for sign in one.signs)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{s: 1 for s in sorted(one.signs) if count[s] >= SEEN} for one in examples])
    scale = np.ones(0)
    if with_states:
        states = np.stack([np.concatenate(one.states) for one in examples])
        scale = np.sqrt(SHARE) / np.maximum(states.std(axis=0), 1e-6)
        matrix = hstack([matrix, csr_matrix((states - states.mean(axis=0)) * scale)]).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(matrix, answers)
    names, rows = list(vectorizer.get_feature_names_out()), model.coef_
    classes = [str(c) for c in model.classes_]
    lines = []
    for question, row, constant in zip(classes[-len(rows) :], rows, model.intercept_, strict=True):
        signs, seen = row[: len(names)], row[len(names) :] * scale
        middle = float(seen @ states.mean(axis=0)) if with_states else 0.0
        lines.append(f"{question}\t{ALWAYS}\t{constant - middle:.3f}")
        lines += [f"{question}\t{n}\t{w:.3f}" for n, w in zip(names, signs, strict=True) if abs(w) >= SMALLEST]
        lines += [f"{STATE}\t{PLACES[k // WIDTH]} {k % WIDTH}\t{w:.5f}" for k, w in enumerate(seen)]
    return lines


def _score(head: Head, article: Labelled) -> tuple[int, int]:
    """Labels found, and clauses told."""
    told: list[Example] = []
    for one in sorted(article.examples, key=lambda e: ("rule=" not in e.signs, -_likelihood(head, e))):
        ruled = "rule=" in one.signs
        if (ruled or _likelihood(head, one) >= ADDED) and not any(_nested(one, other) for other in told):
            told.append(one)
    taken: set[int] = set()
    for one in told:
        fits = [k for k in sorted(one.close, key=lambda k: -one.close[k]) if k not in taken]
        taken.update(fits[:1])
    return len(taken), len(told)


def _likelihood(head: Head, one: Example) -> float:
    return head.likelihood(one.signs, sum(float(s @ head.directions[:, k]) for k, s in enumerate(one.states)))


def _nested(one: Example, other: Example) -> bool:
    (a, b), (c, d) = one.clause, other.clause
    return (a <= c and d <= b) or (c <= a and b <= d)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
