"""The network: the body, scores from its pooled output, and marks on its pieces.

After COMETKiwi (Rei et al. 2022): one encoder reads both texts; a regression head predicts the
human judgement, a tagging head marks the pieces that are wrong. Two more outputs of the regression
learn what needs no people: how alike e5 finds the texts, and how far other systems agree.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from mtqa.workshop.training.examples import HEADS, SCORES

#: Share of the pieces that are not read in training, at random.
UNREAD = 0.05


class Estimator(nn.Module):  # type: ignore[misc, unused-ignore]
    """The body with its heads.

    Args:
        body: a ``transformers.BertModel``.
        width: units of the score's hidden layer.
        dropout: in front of the heads.
    """

    def __init__(self, body: Any, width: int = 256, dropout: float = 0.1) -> None:
        super().__init__()
        hidden = body.config.hidden_size
        self.body = freeze_tables(without_dropout(body))
        self.marks = nn.Sequential(
            nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, len(HEADS))
        )
        self.score = nn.Sequential(
            nn.Dropout(dropout),
            nn.Linear(5 * hidden + 2, width),
            nn.Tanh(),
            nn.Linear(width, len(SCORES)),
        )

    def read(
        self, ids: torch.Tensor, sides: torch.Tensor, frozen: int = 0
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """The same as :meth:`forward` from pieces; nothing is learnt below layer ``frozen``."""
        present = (ids != self.body.config.pad_token_id).long()
        with torch.set_grad_enabled(torch.is_grad_enabled() and not frozen):
            embedded = self.body.embeddings(ids)
            if self.training:
                kept = torch.rand(ids.shape, device=ids.device) >= UNREAD
                embedded = embedded * kept.unsqueeze(-1)
            hidden = run_layers(self.body, embedded, present, 0, frozen)
        return self(hidden, sides, present, frozen)  # type: ignore[no-any-return]

    def forward(
        self, hidden: torch.Tensor, sides: torch.Tensor, present: torch.Tensor, first: int = 0
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of pairs (pairs, scores), and the logits of the marks of their pieces.

        Args:
            hidden: what layer ``first`` reads: (pairs, pieces, width).
            sides: 1 for a piece of the target, 2 for one of the source, 0 for others.
            present: 1 for a piece, 0 for padding.
            first: the layer to begin with.
        """
        hidden = run_layers(self.body, hidden, present, first)
        marks = self.marks(hidden)
        target, source = (sides == 1).unsqueeze(-1).float(), (sides == 2).unsqueeze(-1).float()
        of_target = (hidden * target).sum(1) / target.sum(1).clamp(min=1)
        of_source = (hidden * source).sum(1) / source.sum(1).clamp(min=1)
        probability = torch.sigmoid(marks[..., :1])
        share = (probability * target).sum(1) / target.sum(1).clamp(min=1)
        worst = (probability * target).amax(1)
        between = [(of_target - of_source).abs(), of_target * of_source]
        pooled = torch.cat([hidden[:, 0], of_target, of_source, *between, share, worst], dim=-1)
        return self.score(pooled), marks


def without_dropout(body: Any) -> Any:
    """The body with no dropout inside: on processors the random numbers alone took a quarter of the
    time. Whole pieces go unread instead (:data:`UNREAD`), which costs one number a piece."""
    for module in body.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
        if hasattr(module, "dropout_prob"):
            module.dropout_prob = 0.0
    return body


def freeze_tables(body: Any) -> Any:
    """The body, whose embeddings are not trained: they ship in the 4 bits that they came in."""
    tables = body.embeddings
    for table in (
        tables.word_embeddings,
        tables.position_embeddings,
        tables.token_type_embeddings,
    ):
        table.requires_grad_(False)
    return body


def run_layers(
    body: Any, hidden: torch.Tensor, present: torch.Tensor, first: int = 0, last: int | None = None
) -> torch.Tensor:
    """The output of layers ``first`` to ``last`` of a body, to its last one if not given."""
    # added to the attention's logits: nothing looks at padding
    mask = (1.0 - present[:, None, None, :].to(hidden.dtype)) * -10000.0
    for layer in body.encoder.layer[first:last]:
        out = layer(hidden, mask)
        hidden = out[0] if isinstance(out, tuple) else out
    return hidden


def loss_of(
    scores: torch.Tensor,
    marks: torch.Tensor,
    batch: Any,
    counts: torch.Tensor,
    weights: torch.Tensor,
) -> tuple[torch.Tensor, tuple[float, float]]:
    """Smooth L1 on the scores plus weighted cross-entropy on the marks.

    Args:
        scores: as predicted.
        marks: logits as predicted.
        batch: what is right.
        counts: how much each score counts.
        weights: how much each head counts, and how much more its rare marks do: (heads, 2).
    """
    wanted, trust, right, known = (
        torch.from_numpy(table).to(scores.device)
        for table in (batch.scores, batch.score_weights, batch.marks, batch.weights)
    )
    difference = nn.functional.smooth_l1_loss(scores.float(), wanted, reduction="none")
    by_score = (difference * trust).sum(0) / trust.sum(0).clamp(min=1)
    of_scores = (by_score * counts).sum()
    of_marks = (tagging_loss(marks, right, known, weights[:, 1]) * weights[:, 0]).sum()
    return of_scores + of_marks, (float(of_scores.detach()), float(of_marks.detach()))


def tagging_loss(
    marks: torch.Tensor, right: torch.Tensor, known: torch.Tensor, rare: torch.Tensor
) -> torch.Tensor:
    """Cross-entropy of each head: (heads,).

    Args:
        marks: logits: (pairs, pieces, heads).
        right: probabilities that are right.
        known: how far each is to be trusted; 0 for what is not known.
        rare: how much more a mark counts than none.
    """
    entropy = nn.functional.binary_cross_entropy_with_logits(
        marks.float(), right, reduction="none", pos_weight=rare
    )
    return (entropy * known).sum((0, 1)) / known.sum((0, 1)).clamp(min=1)
