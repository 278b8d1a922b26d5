"""Training: AdamW with a rate that falls layer by layer downwards, and an average of the weights along the way."""

import copy
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from training.attribution.batches import UNSEEN, Batch, batch, shuffled, windows_of
from training.attribution.encoder import Shape, Tagger, started_from
from training.attribution.examples import Example

from dateline.reading.attributions.learned.pieces import Vocabulary


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast: `rate` is that of the top layers, each lower one has `fall` times it; new parts have `fresh`.

    A share `without_rules` of the batches lacks the rules' signs, and a share `hidden` of all pieces is masked, so that neither is leant on.
    """

    seed: int = 7
    epochs: float = 3
    rows: int = 8
    rate: float = 2e-4
    fresh: float = 1e-3
    fall: float = 0.9
    warm: float = 0.08
    without_rules: float = 0.12
    hidden: float = 0.06


def known_relations(examples: Sequence[Example], most: int = 126) -> dict[str, int]:
    """The commonest relations of words to cues, numbered from 1; 0 stands for every other one."""
    count = Counter(name for e in examples for cue in e.cues for name in sorted(set(cue.relations)))
    return {name: i for i, (name, _) in enumerate(count.most_common(most), start=1)}


def train(
    examples: Sequence[Example],
    vocabulary: Vocabulary,
    weights: dict[str, Tensor],
    relations: dict[str, int],
    plan: Plan,
    report: Callable[[str], None],
) -> Tagger:
    """The averaged tagger after all epochs. The same machine and versions give the same weights for the same seed."""
    torch.manual_seed(plan.seed)
    chance = Random(plan.seed)  # noqa: S311 -- no secret hangs on it
    tagger = started_from(weights, Shape())
    averaged = copy.deepcopy(tagger).eval()
    optimizer = torch.optim.AdamW(_groups(tagger, plan), betas=(0.9, 0.98), fused=True)
    bases = [group["lr"] for group in optimizer.param_groups]
    each = math.ceil(sum(len(windows_of(e)) for e in examples) / plan.rows)
    total = int(plan.epochs * each)
    tagger.train()
    losses = []
    for step, rows in zip(range(1, total + 1), _forever(examples, chance, plan.rows), strict=False):
        share = min(step / (plan.warm * total), (total - step) / ((1 - plan.warm) * total))
        for group, base in zip(optimizer.param_groups, bases, strict=True):
            group["lr"] = base * share
        ruled = chance.random() >= plan.without_rules
        given = batch(rows, vocabulary, relations, ruled=ruled)
        loss = _loss(tagger, _hidden(given, vocabulary, plan.hidden, step))
        loss.backward()
        nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        _average(averaged, tagger, min(0.9975, step / (step + 10)))
        losses.append(loss.item())
        if step % 100 == 0 or step == total:
            report(f"step {step} of {total}, loss {np.mean(losses[-100:]):.4f}")
    return averaged


def _forever(examples: Sequence[Example], chance: Random, rows: int) -> Iterator[list]:  # type: ignore[type-arg]
    while True:
        yield from shuffled(examples, chance, rows)


def _hidden(given: Batch, vocabulary: Vocabulary, part: float, step: int) -> Batch:
    """The batch with some of its pieces masked, never the ones that open and close a window."""
    free = given.real & ~np.isin(given.pieces, (vocabulary.first, vocabulary.last))
    chosen = free & (np.random.default_rng(step).random(given.pieces.shape) < part)
    return replace(given, pieces=np.where(chosen, vocabulary.numbers["[MASK]"], given.pieces))


def _loss(tagger: Tagger, given: Batch) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        embedded = tagger.embed(torch.from_numpy(given.pieces))
        states, roles = tagger.read(embedded, *map(torch.from_numpy, (given.signs, given.real)))
        loss = _entropy(roles, given.roles)
        if not given.cues:
            return loss
        scores, right = [], []
        for part in given.cues:
            here = states[torch.from_numpy(part.rows), torch.from_numpy(part.places)]
            signs = map(torch.from_numpy, (part.relations, part.ruled, part.marked, part.real))
            scores.append(tagger.again(here, *signs).flatten(0, 1))
            right.append(part.roles.flatten())
    return loss + _entropy(torch.cat(scores), np.concatenate(right))


def _entropy(scores: Tensor, roles: np.ndarray) -> Tensor:
    flat = scores.float().flatten(0, -2)
    return functional.cross_entropy(flat, torch.from_numpy(roles).flatten(), ignore_index=UNSEEN)


@torch.no_grad()
def _average(averaged: Tagger, tagger: Tagger, keep: float) -> None:
    for old, new in zip(averaged.parameters(), tagger.parameters(), strict=True):
        if new.requires_grad:
            old.lerp_(new, 1 - keep)


def _groups(tagger: Tagger, plan: Plan) -> list[dict[str, object]]:
    found: list[tuple[list[nn.Parameter], float]] = []
    deep = len(tagger.common) + len(tagger.apart)
    for part, below in ((tagger.common, 0), (tagger.apart, len(tagger.common)), (tagger.branch, len(tagger.common))):
        for i, layer in enumerate(part):
            found.append((list(layer.parameters()), plan.rate * plan.fall ** (deep - 1 - below - i)))
    new = (
        tagger.signs, tagger.sign_norm, tagger.relation, tagger.rule, tagger.marked, tagger.branch_norm, tagger.roles,
        tagger.branch_roles,
    )  # fmt: skip
    found.append(([p for part in new for p in part.parameters()], plan.fresh))
    return [{"params": params, "lr": rate, "weight_decay": 0.01} for params, rate in found]
