"""The layers that judge words: six of bge-small-en over the tagger's words, tuned on labelled articles, as a graph with 8-bit weights.

Windows are cut anew for each pass and a share of their pieces is masked, as in the training of the tagger, whose layers these are.
"""

import copy
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional
from training.attribution.beginning import encoder, pieces
from training.attribution.encoder import SIZES, Layer, Shape, fill
from training.attribution.export import write
from training.commitments.examples import Example, Labelled, fitting

from dateline.reading.attributions.learned.tagger import Sight, weights
from dateline.reading.attributions.learned.windows import WINDOW, spread, windows
from dateline.reading.commitments.learned.head import likelihood
from dateline.reading.commitments.learned.layers import KINDS, SEEKING, STATUSES

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

NOBODY = -1
"""The number of an actor where a word means none."""

DOUBTFUL = 0.25
"""A verb whose clause is at least so close to a label that another verb fits better is neither for nor against it."""


CLOSE = 0.4
"""A verb whose clause shares so much with a label is asked for that label's parties, be it the one that fits best or not."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast: `rate` is that of the top layer, each lower one has `fall` times it; new parts have `fresh`.

    A share `hidden` of the pieces is masked. Beside whether and of what kind (loss 1), the layers learn how it stands (`statuses`) and
    which words the labels quote (`quoted`), which steadies them.
    """

    layers: int = 6
    seed: int = 7
    epochs: float = 4
    rows: int = 8
    rate: float = 2e-4
    fresh: float = 1e-3
    fall: float = 0.9
    warm: float = 0.08
    hidden: float = 0.06
    statuses: float = 0.3
    quoted: float = 0.3
    parties: float = 0.5


@dataclass(frozen=True, slots=True)
class Answers:
    """Of each word of an article how likely it is to be no undertaking or one of each kind, to have each status, and to be quoted by no label
    or one of each kind; a row of zeros where nothing is to be learned.

    `actors` is the number of the actor whom the word means (NOBODY: none); `bound` gives the numbers of a verb's parties.
    """

    kinds: Floats
    statuses: Floats
    quoted: Floats
    actors: Numbers
    bound: Mapping[int, frozenset[int]]


class Layers(nn.Module):
    """Signs and embedded pieces in, scores out: no undertaking or a kind, a status, and what is quoted."""

    def __init__(self, plan: Plan, bert: dict[str, Tensor]) -> None:
        super().__init__()
        shape = Shape()
        self.signs = nn.ModuleList(nn.Embedding(size, shape.width) for size in SIZES)
        self.sign_norm = nn.LayerNorm(shape.width)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(plan.layers))
        self.kinds = nn.Linear(shape.width, 1 + len(KINDS))
        self.statuses = nn.Linear(shape.width, len(STATUSES))
        self.quoted = nn.Linear(shape.width, 1 + len(KINDS))
        self.asks = nn.Linear(shape.width, SEEKING)
        self.told = nn.Linear(shape.width, SEEKING)
        self.rarely = nn.Parameter(torch.tensor(-2.0))
        self.drop = nn.Dropout(0.1)
        for table in self.signs:
            nn.init.normal_(table.weight, std=0.01)
        with torch.no_grad():
            for number, layer in enumerate(self.layers):
                fill(layer, bert, number)

    def forward(self, embedded: Tensor, sight: Tensor, real: Tensor | None) -> Tensor:
        """(rows, length, width) pieces, (rows, length, signs) signs, which pieces are real [all] -> states."""
        x = embedded
        for i, table in enumerate(self.signs):
            x = x + table(sight[..., i])
        x = self.drop(self.sign_norm(x))
        mask = None if real is None else torch.zeros(real.shape).masked_fill(~real, -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Embedding(nn.Module):
    """BERT's words and positions for the package's pieces, as the tagger's graph embeds them; nothing of it is learned."""

    def __init__(self, bert: dict[str, Tensor]) -> None:
        super().__init__()
        listed = {piece: i for i, piece in enumerate(pieces().split("\n"))}
        kept = [listed[piece] for piece, _ in sorted(weights().vocabulary.numbers.items(), key=lambda item: item[1])]
        self.word = nn.Embedding.from_pretrained(bert["embeddings.word_embeddings.weight"][kept])
        kind = bert["embeddings.token_type_embeddings.weight"][0]
        self.position = nn.Embedding.from_pretrained(bert["embeddings.position_embeddings.weight"] + kind)
        self.norm = nn.LayerNorm(Shape().width, eps=1e-12)
        self.norm.load_state_dict({name: bert[f"embeddings.LayerNorm.{name}"] for name in ("weight", "bias")})
        self.requires_grad_(requires_grad=False)

    def forward(self, numbers: Tensor) -> Tensor:
        """(rows, length) pieces -> (rows, length, width)."""
        made: Tensor = self.norm(self.word(numbers) + self.position.weight[: numbers.shape[1]])
        return made


def train(
    articles: Sequence[Labelled],
    plan: Plan,
    report: Callable[[str], None],
    silver: Sequence[tuple[Sight, Answers]] = (),
) -> tuple[Layers, Embedding]:
    """The averaged layers after all passes; the first pass also goes over the `silver` answers, which nobody checked.

    The same machine and versions give the same weights for the same seed.
    """
    torch.manual_seed(plan.seed)
    chance = Random(plan.seed)  # noqa: S311 -- no secret hangs on it
    bert = encoder()
    embedding, layers = Embedding(bert), Layers(plan, bert)
    averaged = copy.deepcopy(layers).eval()
    optimizer = torch.optim.AdamW(_groups(layers, plan), betas=(0.9, 0.98), fused=True)
    bases = [group["lr"] for group in optimizer.param_groups]
    given = [(article.sight, answers_of(article)) for article in articles]
    cut, more = (sum(len(windows(s.sizes, s.lines)) for s, _ in some) for some in (given, silver))
    total = math.ceil((plan.epochs * cut + more) / plan.rows)
    layers.train()
    losses = []
    for step, rows in zip(range(1, total + 1), _forever(given, silver, chance, plan.rows), strict=False):
        share = min(step / (plan.warm * total), (total - step) / ((1 - plan.warm) * total))
        for group, base in zip(optimizer.param_groups, bases, strict=True):
            group["lr"] = base * share
        loss = _loss(layers, embedding, rows, plan, step)
        loss.backward()
        nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        with torch.no_grad():
            for old, new in zip(averaged.parameters(), layers.parameters(), strict=True):
                old.lerp_(new, 1 - min(0.9975, step / (step + 10)))
        losses.append(loss.item())
        if step % 50 == 0 or step == total:
            report(f"step {step} of {total}, loss {np.mean(losses[-50:]):.4f}")
    return averaged, embedding


@torch.no_grad()
def seen_by(layers: Layers, embedding: Embedding, sight: Sight) -> Floats:
    """For each word of an article its log odds of undertaking something, then the scores of each kind and each status."""
    found = []
    for window in windows(sight.sizes, sight.lines):
        numbers, signs, real, opens = _arrays([(sight, window)])
        states = layers(embedding(torch.from_numpy(numbers)), torch.from_numpy(signs), torch.from_numpy(real))
        found.append(answered(layers, states[0, opens[0]]).numpy())
    return np.concatenate(found) if found else np.zeros((0, 1 + len(KINDS) + len(STATUSES)), np.float32)


def answered(layers: Layers, states: Tensor) -> Tensor:
    """Log odds, kinds and statuses for states, in the order of `dateline.reading.commitments.learned.layers.ANSWERS`."""
    scores = layers.kinds(states)
    undertakes = torch.logsumexp(scores[..., 1:], dim=-1, keepdim=True) - scores[..., :1]
    return torch.cat([undertakes, scores[..., 1:], layers.statuses(states)], dim=-1)


def answers_of(article: Labelled) -> Answers:
    """What the labels say of each word of the article."""
    words, size = article.sight.words, len(article.sight.words)
    kinds, statuses, quoted = (np.zeros((size, n), np.float32) for n in (1 + len(KINDS), len(STATUSES), 1 + len(KINDS)))
    quoted[:, 0] = 1
    ids = {id_: number for number, id_ in enumerate(sorted(article.names))}
    bound = {}
    best = fitting(article)
    for example in article.examples:
        own = best.get(id(example))
        if own is not None:
            kinds[example.word] = np.eye(1 + len(KINDS))[1 + KINDS.index(article.labels[own]["kind"])]
            if article.labels[own]["status"] in STATUSES:
                statuses[example.word] = np.eye(len(STATUSES))[STATUSES.index(article.labels[own]["status"])]
        elif not kinds[example.word].any() and max(example.close.values(), default=0.0) < DOUBTFUL:
            kinds[example.word, 0] = 1
        if own is None and example.close:
            own = max(example.close, key=lambda k: example.close[k])
            own = own if example.close[own] >= CLOSE else None
        who = None if own is None else article.bound(own)
        if who is not None:
            bound[example.word] = frozenset(ids[i] for i in who)
    for label, places in zip(article.labels, article.places, strict=True):
        for start, end in places:
            inside = [i for i, word in enumerate(words) if word.start < end and start < word.end]
            quoted[inside] = np.eye(1 + len(KINDS))[1 + KINDS.index(label["kind"])]
    actors = np.full(size, NOBODY)
    for word, id_ in article.told.items():
        actors[word] = ids[id_]
    return Answers(kinds, statuses, quoted, actors, bound)


@torch.no_grad()
def taught(layers: Layers, embedding: Embedding, article: Labelled, leaning: Callable[[Example], float]) -> Answers:
    """What trained layers, and a head by its `leaning`, say of the verbs of an article that nobody labelled."""
    size = len(article.sight.words)
    kinds, statuses = np.zeros((size, 1 + len(KINDS)), np.float32), np.zeros((size, len(STATUSES)), np.float32)
    scores = seen_by(layers, embedding, article.sight)
    for example in article.examples:
        undertakes, of_kinds, of_statuses = np.split(scores[example.word], [1, 1 + len(KINDS)])
        share = likelihood((leaning(example) + float(undertakes[0])) / 2)
        kinds[example.word] = [1 - share, *(share * _shares(of_kinds))]
        statuses[example.word] = share * _shares(of_statuses)
    return Answers(kinds, statuses, np.zeros((size, 1 + len(KINDS)), np.float32), np.full(size, NOBODY), {})


def _shares(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max())
    made: Floats = powers / powers.sum()
    return made


class _Answering(nn.Module):
    """What the package runs: the answers of every piece, as `dateline.reading.commitments.learned.layers.ANSWERS` orders them."""

    def __init__(self, layers: Layers) -> None:
        super().__init__()
        self.layers = layers

    def forward(self, embedded: Tensor, signs: Tensor) -> Tensor:
        states = self.layers(embedded, signs, None)
        scale = math.sqrt(SEEKING)
        return torch.cat(
            [
                answered(self.layers, states),
                self.layers.rarely.expand(*states.shape[:-1], 1),
                self.layers.asks(states) / scale,
                self.layers.told(states),
            ],
            dim=-1,
        )


def export(layers: Layers, path: Path) -> None:
    """Writes the graph that the package runs."""
    layers.eval()
    length = 16
    embedded, sight = torch.zeros((1, length, Shape().width)), torch.zeros((1, length, len(SIZES)), dtype=torch.int64)
    axes = {name: {0: "rows", 1: "length"} for name in ("embedded", "signs")}
    write(_Answering(layers), (embedded, sight), path, axes, ["embedded", "signs"], ["answers"])


Given = tuple[Sight, Answers]


def _forever(
    given: Sequence[Given], silver: Sequence[Given], chance: Random, rows: int
) -> Iterator[list[tuple[Given, range]]]:
    """Windows in a random order, packed anew from a random length on, so that no two passes show the same cuts; the silver ones once."""
    for once in chain([silver], repeat(())):
        found = [
            (one, window)
            for one in (*given, *once)
            for window in windows(one[0].sizes, one[0].lines, chance.randint(WINDOW // 3, WINDOW))
        ]
        chance.shuffle(found)
        for k in range(0, len(found), rows):
            yield found[k : k + rows]


def _arrays(rows: Sequence[tuple[Sight, range]]) -> tuple[Numbers, Numbers, npt.NDArray[np.bool_], list[Numbers]]:
    """Windows as (row, piece) arrays: pieces, signs, which are real, and for each row the pieces that open its words."""
    vocabulary = weights().vocabulary
    lengths = [sum(len(sight.pieces[i]) for i in window) + 2 for sight, window in rows]
    shape = (len(rows), max(lengths))
    numbers, signs = np.zeros(shape, np.int64), np.zeros((*shape, len(SIZES)), np.int64)
    real = np.arange(shape[1]) < np.array(lengths)[:, None]
    opens = []
    for row, (sight, window) in enumerate(rows):
        sizes = [len(sight.pieces[i]) for i in window]
        ends = np.cumsum([1, *sizes])
        numbers[row, 0], numbers[row, ends[-1]] = vocabulary.first, vocabulary.last
        numbers[row, 1 : ends[-1]] = [piece for i in window for piece in sight.pieces[i]]
        signs[row, 1 : ends[-1]] = spread(sight.signs[window.start : window.stop], sizes)
        opens.append(ends[:-1])
    return numbers, signs, real, opens


def _loss(layers: Layers, embedding: Embedding, rows: list[tuple[Given, range]], plan: Plan, step: int) -> Tensor:
    vocabulary = weights().vocabulary
    numbers, signs, real, opens = _arrays([(sight, window) for (sight, _), window in rows])
    free = real & ~np.isin(numbers, (vocabulary.first, vocabulary.last))
    chosen = free & (np.random.default_rng(step).random(numbers.shape) < plan.hidden)
    numbers = np.where(chosen, vocabulary.numbers["[MASK]"], numbers)
    sizes = {"kinds": 1 + len(KINDS), "statuses": len(STATUSES), "quoted": 1 + len(KINDS)}
    right = {name: np.zeros((*numbers.shape, size), np.float32) for name, size in sizes.items()}
    for row, ((_, answers), window) in enumerate(rows):
        for name, table in right.items():
            table[row, opens[row]] = getattr(answers, name)[window.start : window.stop]
    with torch.autocast("cpu", torch.bfloat16):
        states = layers.drop(
            layers(embedding(torch.from_numpy(numbers)), torch.from_numpy(signs), torch.from_numpy(real))
        )
        return (
            _entropy(layers.kinds(states), right["kinds"])
            + plan.statuses * _entropy(layers.statuses(states), right["statuses"])
            + plan.quoted * _entropy(layers.quoted(states), right["quoted"])
            + plan.parties * _missed(layers, states, rows, opens)
        )


def _missed(layers: Layers, states: Tensor, rows: list[tuple[Given, range]], opens: list[Numbers]) -> Tensor:
    """How badly the verbs of the windows find their parties among the actors who are told of in them."""
    scores, right = [], []
    for row, ((_, answers), window) in enumerate(rows):
        verbs = [v for v in window if v in answers.bound]
        told = answers.actors[window.start : window.stop]
        if not verbs or (told == NOBODY).all():
            continue
        who = leaning(layers, states[row, opens[row]], [v - window.start for v in verbs], told)
        for verb, odds_ in zip(verbs, who, strict=True):
            scores += list(odds_.values())
            right += [float(actor in answers.bound[verb]) for actor in odds_]
    if not scores:
        return torch.zeros(())
    return functional.binary_cross_entropy_with_logits(torch.stack(scores), torch.tensor(right))


def leaning(layers: Layers, states: Tensor, verbs: Sequence[int], told: Numbers) -> list[dict[int, Tensor]]:
    """For each of the verbs, by their places among the words, the log odds of every actor told of that it is a party."""
    pairs = layers.asks(states[list(verbs)]).float() @ layers.told(states).float().T / math.sqrt(SEEKING)
    places = {int(actor): np.flatnonzero(told == actor) for actor in np.unique(told) if actor != NOBODY}
    return [{a: torch.logsumexp(row[at], dim=0) + layers.rarely for a, at in places.items()} for row in pairs]


def _entropy(scores: Tensor, right: Floats) -> Tensor:
    """The cross entropy of the scores and the right shares, over all words that have any."""
    shares = torch.from_numpy(right)
    return -(shares * torch.log_softmax(scores.float(), dim=-1)).sum() / shares.sum().clamp(min=1.0)


def _groups(layers: Layers, plan: Plan) -> list[dict[str, object]]:
    top = len(layers.layers) - 1
    found = [(list(layer.parameters()), plan.rate * plan.fall ** (top - i)) for i, layer in enumerate(layers.layers)]
    new = (layers.signs, layers.sign_norm, layers.kinds, layers.statuses, layers.quoted, layers.asks, layers.told)
    found.append(([*(p for part in new for p in part.parameters()), layers.rarely], plan.fresh))
    return [{"params": params, "lr": rate, "weight_decay": 0.01} for params, rate in found]
