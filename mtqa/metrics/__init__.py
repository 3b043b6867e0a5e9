"""Numbers about a translation: the MQM quality score and its verdict."""

from mtqa.metrics.mqm import Tally, headline, quality, verdict, weigh_headline

__all__ = ["Tally", "headline", "quality", "verdict", "weigh_headline"]
