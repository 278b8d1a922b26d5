"""The tagger as a PyTorch model: a BERT encoder that sees signs beside the words, and a branch that reads again for each cue."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from dateline.reading.attributions.learned import signs

SIZES = (
    len(signs.CASES),
    len(signs.QUOTES),
    len(signs.STARTS),
    len(signs.TAGS) + 1,
    len(signs.DEPENDENCIES) + 1,
    len(signs.NAMES),
    len(signs.ROLES),
)
_FAR_BELOW = -10000.0


@dataclass(frozen=True, slots=True)
class Shape:
    """How many layers read the text in common, then for all roles, then again for one cue; and BERT's own measures."""

    common: int = 8
    apart: int = 2
    branch: int = 2
    width: int = 384
    inner: int = 1536
    heads: int = 12
    positions: int = 512
    vocabulary: int = 30522
    relations: int = 128


class Layer(nn.Module):
    """BERT's layer: attention, then two linear maps, each with its residue and norm."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.scale = (shape.width // shape.heads) ** -0.5
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm2 = nn.LayerNorm(shape.width, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(rows, length, width) -> the same. Without a mask every piece is real."""
        rows, length, width = x.shape
        three = self.qkv(x).view(rows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        q, k, v = three[0], three[1], three[2]
        # written out, because PyTorch's fused attention is slow backwards on a processor
        likeness = q @ k.transpose(-1, -2) * self.scale
        if mask is not None:
            likeness = likeness + mask.to(q.dtype)
        y = (functional.softmax(likeness, dim=-1) @ v).transpose(1, 2).reshape(rows, length, width)
        x = self.norm(x + self.out(y))
        made: Tensor = self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return made


class Tagger(nn.Module):
    """`read` gives each piece's state and role; `again` gives, for each cue's stretch of states, the roles that belong to it.

    The embeddings of words and positions stay as they came.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.word = nn.Embedding(shape.vocabulary, shape.width)
        self.position = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.signs = nn.ModuleList(nn.Embedding(size, shape.width) for size in SIZES)
        self.sign_norm = nn.LayerNorm(shape.width)
        self.common = nn.ModuleList(Layer(shape) for _ in range(shape.common))
        self.apart = nn.ModuleList(Layer(shape) for _ in range(shape.apart))
        self.branch = nn.ModuleList(Layer(shape) for _ in range(shape.branch))
        self.relation = nn.Embedding(shape.relations, shape.width)
        self.rule = nn.Embedding(len(signs.ROLES), shape.width)
        self.marked = nn.Embedding(2, shape.width)
        self.branch_norm = nn.LayerNorm(shape.width)
        self.roles = nn.Linear(shape.width, len(signs.ROLES))
        self.branch_roles = nn.Linear(shape.width, len(signs.ROLES))
        self.drop = nn.Dropout(0.1)
        for part in (self.word, self.position, self.norm):
            part.requires_grad_(False)
        for table in (*self.signs, self.relation, self.rule, self.marked):
            nn.init.normal_(table.weight, std=0.01)

    def embed(self, pieces: Tensor) -> Tensor:
        """(rows, length) pieces -> what words and positions are before any layer; nothing of it is learned here."""
        made: Tensor = self.norm(self.word(pieces) + self.position.weight[: pieces.shape[1]])
        return made

    def read(self, embedded: Tensor, sight: Tensor, real: Tensor | None) -> tuple[Tensor, Tensor]:
        """(rows, length, width) pieces, (rows, length, signs) signs, which pieces are real [all] -> states, scores of the roles."""
        x = embedded
        for i, table in enumerate(self.signs):
            x = x + table(sight[..., i])
        x = self.drop(self.sign_norm(x))
        mask = None if real is None else _mask(real)
        for layer in self.common:
            x = layer(x, mask)
        y = x
        for layer in self.apart:
            y = layer(y, mask)
        return x, self.roles(self.drop(y))

    def again(self, states: Tensor, relation: Tensor, rule: Tensor, marked: Tensor, real: Tensor) -> Tensor:
        """(cues, length, width) states and three signs of each piece towards the cue -> scores of the roles."""
        x = self.branch_norm(states + self.relation(relation) + self.rule(rule) + self.marked(marked))
        mask = _mask(real)
        for layer in self.branch:
            x = layer(x, mask)
        made: Tensor = self.branch_roles(self.drop(x))
        return made


def started_from(weights: dict[str, Tensor], shape: Shape) -> Tagger:
    """The tagger with a BERT's weights: its lowest layers in common, the next ones apart, and copies of these in the branch."""
    made = Tagger(shape)
    with torch.no_grad():
        made.word.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        made.position.weight.copy_(weights["embeddings.position_embeddings.weight"] + kind)
        made.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        made.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
        for part, first in ((made.common, 0), (made.apart, shape.common), (made.branch, shape.common)):
            for i, layer in enumerate(part):
                fill(layer, weights, first + i)
    return made


def _mask(real: Tensor) -> Tensor:
    return torch.zeros(real.shape).masked_fill(~real, _FAR_BELOW)[:, None, None, :]


def fill(layer: nn.Module, weights: dict[str, Tensor], number: int) -> None:
    theirs = {
        "qkv": tuple(f"attention.self.{name}" for name in ("query", "key", "value")),
        "out": ("attention.output.dense",),
        "norm": ("attention.output.LayerNorm",),
        "up": ("intermediate.dense",),
        "down": ("output.dense",),
        "norm2": ("output.LayerNorm",),
    }
    for ours, names in theirs.items():
        for kind in ("weight", "bias"):
            parts = [weights[f"encoder.layer.{number}.{name}.{kind}"] for name in names]
            layer.get_submodule(ours).get_parameter(kind).copy_(torch.cat(parts))
