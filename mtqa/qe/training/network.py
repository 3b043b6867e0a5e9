"""The network: the body, a score from its pooled output, and marks on its pieces.

After COMETKiwi (Rei et al. 2022): one encoder reads both texts; a regression head predicts the
human judgement, a tagging head marks the pieces that are wrong.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from mtqa.qe.training.examples import HEADS


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
        self.body = body
        self.marks = nn.Sequential(
            nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, len(HEADS))
        )
        self.score = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(5 * hidden + 2, width), nn.Tanh(), nn.Linear(width, 1)
        )

    def forward(
        self, hidden: torch.Tensor, sides: torch.Tensor, present: torch.Tensor, first: int = 0
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of pairs, and the logits of the marks of their pieces.

        Args:
            hidden: what layer ``first`` reads: (pairs, pieces, width).
            sides: 1 for a piece of the target, 2 for one of the source, 0 for others.
            present: 1 for a piece, 0 for padding.
            first: the layer to begin with.
        """
        hidden = self.layers(hidden, present, first, len(self.body.encoder.layer))
        marks = self.marks(hidden)
        target, source = (sides == 1).unsqueeze(-1).float(), (sides == 2).unsqueeze(-1).float()
        of_target = (hidden * target).sum(1) / target.sum(1).clamp(min=1)
        of_source = (hidden * source).sum(1) / source.sum(1).clamp(min=1)
        probability = torch.sigmoid(marks[..., :1])
        share = (probability * target).sum(1) / target.sum(1).clamp(min=1)
        worst = (probability * target).amax(1)
        between = [(of_target - of_source).abs(), of_target * of_source]
        pooled = torch.cat([hidden[:, 0], of_target, of_source, *between, share, worst], dim=-1)
        return self.score(pooled).squeeze(-1), marks

    def layers(
        self, hidden: torch.Tensor, present: torch.Tensor, first: int, last: int
    ) -> torch.Tensor:
        """The output of layers ``first`` to ``last`` of the body."""
        # added to the attention's logits: nothing looks at padding
        mask = (1.0 - present[:, None, None, :].to(hidden.dtype)) * -10000.0
        for layer in self.body.encoder.layer[first:last]:
            out = layer(hidden, mask)
            hidden = out[0] if isinstance(out, tuple) else out
        return hidden


def loss_of(
    scores: torch.Tensor, marks: torch.Tensor, batch: Any, weights: torch.Tensor
) -> tuple[torch.Tensor, tuple[float, float]]:
    """Smooth L1 on the scores plus weighted cross-entropy on the marks.

    Args:
        scores: as predicted.
        marks: logits as predicted.
        batch: what is right.
        weights: how much each head counts, and how much more its rare marks do: (heads, 2).
    """
    wanted, trust, right, known = (
        torch.from_numpy(table).to(scores.device)
        for table in (batch.scores, batch.score_weights, batch.marks, batch.weights)
    )
    difference = nn.functional.smooth_l1_loss(scores.float(), wanted, reduction="none")
    of_scores = (difference * trust).sum() / trust.sum().clamp(min=1)
    entropy = nn.functional.binary_cross_entropy_with_logits(
        marks.float(), right, reduction="none", pos_weight=weights[:, 1]
    )
    by_head = (entropy * known).sum((0, 1)) / known.sum((0, 1)).clamp(min=1)
    of_marks = (by_head * weights[:, 0]).sum()
    return of_scores + of_marks, (float(of_scores.detach()), float(of_marks.detach()))
