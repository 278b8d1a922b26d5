"""The layers that judge words: six of bge-small-en over the tagger's words, tuned on labelled articles, as a graph with 8-bit weights.

A larger reader, their teacher (teacher.py), is tuned on the same articles by the same losses, and says of unread ones what they hold.
Windows are cut anew for each pass and a share of their pieces is masked, as in the training of the tagger, whose layers these are.
"""

import copy
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from random import Random
from typing import TypeVar

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

TRUST = 2 / 3
"""How much of what is said of unread articles is the teacher's; the rest is the head's."""

EAGER = 0.2
"""By how much teacher and head together are too ready, in log odds."""

CLOSE = 0.4
"""A verb whose clause shares so much with a label is asked for that label's parties, be it the one that fits best or not."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast: `rate` is that of the top layer, each lower one has `fall` times it; new parts have `fresh`.

    The weights are averaged as `slow` says. The first `silver` of the passes go over the unread articles too. A share `hidden` of the pieces is masked. Beside whether and of what kind (loss 1), the layers learn how it stands (`statuses`) and
    which words the labels quote (`quoted`), which steadies them.
    """

    layers: int = 6
    seed: int = 7
    epochs: float = 3
    silver: int = 2
    rows: int = 8
    rate: float = 2e-4
    fresh: float = 1e-3
    fall: float = 0.9
    warm: float = 0.08
    hidden: float = 0.06
    slow: float = 0.9975
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


class Reader(nn.Module):
    """What reads pieces and answers of each: no undertaking or a kind, a status, what is quoted, and who is bound. Made whole by its `layers`."""

    layers: nn.ModuleList

    def __init__(self, width: int) -> None:
        super().__init__()
        self.signs = nn.ModuleList(nn.Embedding(size, width) for size in SIZES)
        self.kinds = nn.Linear(width, 1 + len(KINDS))
        self.statuses = nn.Linear(width, len(STATUSES))
        self.quoted = nn.Linear(width, 1 + len(KINDS))
        self.asks = nn.Linear(width, SEEKING)
        self.told = nn.Linear(width, SEEKING)
        self.rarely = nn.Parameter(torch.tensor(-2.0))
        self.drop = nn.Dropout(0.1)
        for table in self.signs:
            nn.init.normal_(table.weight, std=0.01)

    def signed(self, embedded: Tensor, sight: Tensor) -> Tensor:
        """(rows, length, width) pieces with what their (rows, length, signs) signs say of them."""
        for i, table in enumerate(self.signs):
            embedded = embedded + table(sight[..., i])
        return embedded

    def rates(self, plan: Plan) -> list[tuple[list[nn.Parameter], float]]:
        """The layers with their rates, the lowest first, and last all that is begun anew."""
        top = len(self.layers) - 1
        found = [(list(layer.parameters()), plan.rate * plan.fall ** (top - i)) for i, layer in enumerate(self.layers)]
        old = {id(p) for params, _ in found for p in params}
        return [*found, ([p for p in self.parameters() if id(p) not in old], plan.fresh)]


class Layers(Reader):
    """The lowest layers of bge-small-en, tuned: what the package runs."""

    def __init__(self, plan: Plan, bert: dict[str, Tensor]) -> None:
        shape = Shape()
        super().__init__(shape.width)
        self.sign_norm = nn.LayerNorm(shape.width)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(plan.layers))
        with torch.no_grad():
            for number, layer in enumerate(self.layers):
                fill(layer, bert, number)

    def forward(self, embedded: Tensor, sight: Tensor, real: Tensor | None) -> Tensor:
        """(rows, length, width) pieces, (rows, length, signs) signs, which pieces are real [all] -> states."""
        x = self.drop(self.sign_norm(self.signed(embedded, sight)))
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


def begun(plan: Plan) -> tuple[Layers, Embedding]:
    """Layers before their training, and the embedding that they stand on."""
    torch.manual_seed(plan.seed)
    bert = encoder()
    return Layers(plan, bert), Embedding(bert)


Given = tuple[Sight, Answers]
_R = TypeVar("_R", bound=Reader)


def train(
    reader: _R,
    embedding: nn.Module,
    articles: Sequence[Labelled],
    plan: Plan,
    report: Callable[[str], None],
    silver: Sequence[Given] = (),
) -> _R:
    """The averaged reader after all passes; the first ones also go over the `silver` answers, which nobody checked.

    The same machine and versions give the same weights for the same seed.
    """
    chance = Random(plan.seed)  # noqa: S311 -- no secret hangs on it
    averaged = copy.deepcopy(reader).eval()
    groups = [{"params": params, "lr": rate, "weight_decay": 0.01} for params, rate in reader.rates(plan)]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    bases = [group["lr"] for group in optimizer.param_groups]
    given = [(article.sight, answers_of(article)) for article in articles]
    cut, more = (sum(len(windows(s.sizes, s.lines)) for s, _ in some) for some in (given, silver))
    total = math.ceil((plan.epochs * cut + plan.silver * more) / plan.rows)
    reader.train()
    losses = []
    for step, rows in zip(range(1, total + 1), _forever(given, silver, chance, plan), strict=False):
        share = min(step / (plan.warm * total), (total - step) / ((1 - plan.warm) * total))
        for group, base in zip(optimizer.param_groups, bases, strict=True):
            group["lr"] = base * share
        loss = _loss(reader, embedding, rows, plan, step)
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        with torch.no_grad():
            for old, new in zip(averaged.parameters(), reader.parameters(), strict=True):
                old.lerp_(new, 1 - min(plan.slow, step / (step + 10)))
        losses.append(loss.item())
        if step % 50 == 0 or step == total:
            report(f"step {step} of {total}, loss {np.mean(losses[-50:]):.4f}")
    return averaged


@torch.no_grad()
def states_of(reader: Reader, embedding: nn.Module, sight: Sight) -> Tensor:
    """(words, width) states of the words of an article."""
    found = []
    for window in windows(sight.sizes, sight.lines):
        numbers, signs, real, opens = _arrays([(sight, window)])
        with torch.autocast("cpu", torch.bfloat16):
            states = reader(embedding(torch.from_numpy(numbers)), torch.from_numpy(signs), torch.from_numpy(real))
        found.append(states[0, opens[0]].float())
    return torch.cat(found) if found else torch.zeros((0, reader.kinds.in_features))


@torch.no_grad()
def seen_by(reader: Reader, embedding: nn.Module, sight: Sight) -> Floats:
    """For each word of an article its log odds of undertaking something, then the scores of each kind and each status."""
    seen: Floats = answered(reader, states_of(reader, embedding, sight)).numpy()
    return seen


def answered(reader: Reader, states: Tensor) -> Tensor:
    """Log odds, kinds and statuses for states, in the order of `dateline.reading.commitments.learned.layers.ANSWERS`."""
    scores = reader.kinds(states)
    undertakes = torch.logsumexp(scores[..., 1:], dim=-1, keepdim=True) - scores[..., :1]
    return torch.cat([undertakes, scores[..., 1:], reader.statuses(states)], dim=-1)


def answers_of(article: Labelled) -> Answers:
    """What the labels say of each word of the article."""
    words, size = article.sight.words, len(article.sight.words)
    kinds, statuses, quoted = (np.zeros((size, n), np.float32) for n in (1 + len(KINDS), len(STATUSES), 1 + len(KINDS)))
    quoted[:, 0] = 1
    ids, actors = _numbered(article)
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
    return Answers(kinds, statuses, quoted, actors, bound)


def _numbered(article: Labelled) -> tuple[dict[str, int], Numbers]:
    """A number for each actor, and of each word the number of the one whom it means."""
    ids = {id_: number for number, id_ in enumerate(sorted(article.names))}
    actors = np.full(len(article.sight.words), NOBODY)
    for word, id_ in article.told.items():
        actors[word] = ids[id_]
    return ids, actors


@torch.no_grad()
def taught(teacher: Reader, embedding: nn.Module, article: Labelled, leaning: Callable[[Example], float]) -> Answers:
    """What a teacher, and a head by its `leaning`, say of the verbs of an article that nobody labelled, and of who is bound by them."""
    size, (_, actors) = len(article.sight.words), _numbered(article)
    kinds, statuses = np.zeros((size, 1 + len(KINDS)), np.float32), np.zeros((size, len(STATUSES)), np.float32)
    states = states_of(teacher, embedding, article.sight)
    scores = answered(teacher, states).numpy()
    sure = []
    for example in article.examples:
        undertakes, of_kinds, of_statuses = np.split(scores[example.word], [1, 1 + len(KINDS)])
        share = likelihood(TRUST * float(undertakes[0]) + (1 - TRUST) * leaning(example) - EAGER)
        kinds[example.word] = [1 - share, *(share * _shares(of_kinds))]
        statuses[example.word] = share * _shares(of_statuses)
        if share >= 0.5:
            sure.append(example.word)
    parties: dict[int, frozenset[int]] = {}
    for window in windows(article.sight.sizes, article.sight.lines):
        verbs = [verb for verb in sure if verb in window]
        seen = states[window.start : window.stop]
        who = leanings(teacher, seen, [v - window.start for v in verbs], actors[window.start : window.stop])
        parties |= {v: frozenset(a for a, odds in one.items() if odds >= 0) for v, one in zip(verbs, who, strict=True)}
    told = {verb: who for verb, who in parties.items() if who}
    return Answers(kinds, statuses, np.zeros((size, 1 + len(KINDS)), np.float32), actors, told)


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


def _forever(
    given: Sequence[Given], silver: Sequence[Given], chance: Random, plan: Plan
) -> Iterator[list[tuple[Given, range]]]:
    """Windows in a random order, packed anew from a random length on, so that no two passes show the same cuts; the silver ones in the first passes only."""
    for also in chain(repeat(silver, plan.silver), repeat(())):
        found = [
            (one, window)
            for one in (*given, *also)
            for window in windows(one[0].sizes, one[0].lines, chance.randint(WINDOW // 3, WINDOW))
        ]
        chance.shuffle(found)
        for k in range(0, len(found), plan.rows):
            yield found[k : k + plan.rows]


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


def _loss(reader: Reader, embedding: nn.Module, rows: list[tuple[Given, range]], plan: Plan, step: int) -> Tensor:
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
        states = reader.drop(
            reader(embedding(torch.from_numpy(numbers)), torch.from_numpy(signs), torch.from_numpy(real))
        )
        return (
            _entropy(reader.kinds(states), right["kinds"])
            + plan.statuses * _entropy(reader.statuses(states), right["statuses"])
            + plan.quoted * _entropy(reader.quoted(states), right["quoted"])
            + plan.parties * _missed(reader, states, rows, opens)
        )


def _missed(reader: Reader, states: Tensor, rows: list[tuple[Given, range]], opens: list[Numbers]) -> Tensor:
    """How badly the verbs of the windows find their parties among the actors who are told of in them."""
    scores, right = [], []
    for row, ((_, answers), window) in enumerate(rows):
        verbs = [v for v in window if v in answers.bound]
        told = answers.actors[window.start : window.stop]
        if not verbs or (told == NOBODY).all():
            continue
        who = leanings(reader, states[row, opens[row]], [v - window.start for v in verbs], told)
        for verb, odds_ in zip(verbs, who, strict=True):
            scores += list(odds_.values())
            right += [float(actor in answers.bound[verb]) for actor in odds_]
    if not scores:
        return torch.zeros(())
    return functional.binary_cross_entropy_with_logits(torch.stack(scores), torch.tensor(right))


def leanings(reader: Reader, states: Tensor, verbs: Sequence[int], told: Numbers) -> list[dict[int, Tensor]]:
    """For each of the verbs, by their places among the words, the log odds of every actor told of that it is a party."""
    pairs = reader.asks(states[list(verbs)]).float() @ reader.told(states).float().T / math.sqrt(SEEKING)
    places = {int(actor): np.flatnonzero(told == actor) for actor in np.unique(told) if actor != NOBODY}
    return [{a: torch.logsumexp(row[at], dim=0) + reader.rarely for a, at in places.items()} for row in pairs]


def _entropy(scores: Tensor, right: Floats) -> Tensor:
    """The cross entropy of the scores and the right shares, over all words that have any."""
    shares = torch.from_numpy(right)
    return -(shares * torch.log_softmax(scores.float(), dim=-1)).sum() / shares.sum().clamp(min=1.0)
