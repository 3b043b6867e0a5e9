"""The articles of a feed, each with its source out of a second feed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from csv import reader
from dataclasses import dataclass
from pathlib import Path

from mtqa.errors import InputError
from mtqa.model import Article
from mtqa.readers.feed import Feed, FeedEntry, read_feed
from mtqa.readers.text import read_file

#: Entries that a note names before it only counts them.
_NAMED = 3


@dataclass(frozen=True)
class FeedArticles:
    """What came out of one or two feeds.

    Attributes:
        articles: an article for each entry of the target feed that has text.
        notes: what was left out or found no partner, a line each.
    """

    articles: tuple[Article, ...]
    notes: tuple[str, ...]


def read_feed_articles(
    target: str | Path,
    source: str | Path | None = None,
    pairs: str | Path | None = None,
    *,
    source_lang: str | None = None,
) -> FeedArticles:
    """The articles of a feed.

    Entries belong together that ``pairs`` puts together, or that have the same guid, or the same
    link. ``pairs`` is a CSV file with two columns, guid or link of the target entry and of the
    source entry; a first line ``target,source`` is skipped.

    Args:
        target: the feed with the translations.
        source: the feed with what they were translated from.
        pairs: the mapping file.
        source_lang: ISO 639-1 code of the source; what the source feed says if not given.

    Raises:
        InputError: one of the files cannot be read, or ``pairs`` names an unknown entry.
    """
    ours = read_feed(target)
    if source is None:
        articles = tuple(_article(ours, entry, None, None, source_lang) for entry in ours.entries)
        return FeedArticles(articles, ours.notes)
    theirs = read_feed(source)
    partner = dict(_partners(ours.entries, theirs.entries))
    if pairs is not None:
        partner |= _mapped(pairs, ours, theirs)
    language = source_lang or theirs.language
    articles = tuple(
        _article(ours, entry, theirs, partner.get(entry.id), language) for entry in ours.entries
    )
    return FeedArticles(articles, (*ours.notes, *theirs.notes, *_alone(ours, theirs, partner)))


def _alone(ours: Feed, theirs: Feed, partner: Mapping[str, FeedEntry]) -> Iterator[str]:
    """A note about the entries that have no partner, if there are any."""
    alone = [entry.id for entry in ours.entries if entry.id not in partner]
    if alone:
        named = ", ".join(alone[:_NAMED]) + (" …" if len(alone) > _NAMED else "")
        yield (
            f"{ours.path}: {len(alone)} of {len(ours.entries)} entries have no partner in "
            f"{theirs.path} and are checked without a source: {named}"
        )


def _partners(
    ours: Sequence[FeedEntry], theirs: Sequence[FeedEntry]
) -> Iterator[tuple[str, FeedEntry]]:
    by_id = {entry.id: entry for entry in theirs}
    by_link = {_address(entry.link): entry for entry in theirs if entry.link}
    for entry in ours:
        found = by_id.get(entry.id) or by_link.get(_address(entry.link or ""))
        if found:
            yield entry.id, found


def _mapped(pairs: str | Path, ours: Feed, theirs: Feed) -> Mapping[str, FeedEntry]:
    """The pairs of a mapping file."""
    left, right = _index(ours), _index(theirs)
    found: dict[str, FeedEntry] = {}
    for number, (target, source) in _rows(pairs):
        for name, feed, index in ((target, ours, left), (source, theirs, right)):
            if _address(name) not in index:
                raise InputError(
                    f"{pairs}:{number}",
                    f"no entry {name!r} in {feed.path}",
                    "use the guid or the link of an entry",
                )
        found[left[_address(target)].id] = right[_address(source)]
    return found


def _rows(pairs: str | Path) -> Iterator[tuple[int, tuple[str, str]]]:
    """The rows of a mapping file with their line numbers, its heading and empty lines skipped."""
    text = read_file(pairs)
    head = text.partition("\n")[0]
    divider = "\t" if "\t" in head else ";" if ";" in head and "," not in head else ","
    lines = reader(text.splitlines(), delimiter=divider)
    for row in lines:
        cells = [cell.strip() for cell in row]
        if not any(cells) or (lines.line_num == 1 and cells == ["target", "source"]):
            continue
        if len(cells) != 2 or not all(cells):
            raise InputError(
                f"{pairs}:{lines.line_num}",
                "not a target and a source",
                "write guid or link of both, divided by a comma",
            )
        yield lines.line_num, (cells[0], cells[1])


def _index(feed: Feed) -> dict[str, FeedEntry]:
    links = {_address(entry.link): entry for entry in feed.entries if entry.link}
    return links | {_address(entry.id): entry for entry in feed.entries}


def _address(link: str) -> str:
    return link.strip().rstrip("/")


def _article(
    feed: Feed,
    entry: FeedEntry,
    theirs: Feed | None,
    source: FeedEntry | None,
    language: str | None,
) -> Article:
    return Article(
        id=entry.id,
        target=entry.text,
        source=None if source is None else source.text,
        source_lang=language if source else None,
        meta={
            "target_path": feed.path,
            "source_path": theirs.path if theirs and source else None,
            "feed": entry,
            # what a stranger writes into a feed silences nothing
            "markers": False,
        },
    )
