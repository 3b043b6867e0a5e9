"""Numbers about a translation: the MQM quality score and its verdict."""

from mtqa.metrics.mqm import Tally, quality, verdict

__all__ = ["Tally", "quality", "verdict"]
