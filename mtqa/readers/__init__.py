"""Formats in: what turns files into articles."""

from mtqa.readers.feed_pairs import FeedArticles, read_feed_articles
from mtqa.readers.text import read_article, read_text

__all__ = ["FeedArticles", "read_article", "read_feed_articles", "read_text"]
