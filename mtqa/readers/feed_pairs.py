"""The articles of a feed, each with its source out of a second feed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from csv import Error, reader
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from mtqa.errors import InputError
from mtqa.model import Article
from mtqa.readers.feed import Feed, FeedEntry, read_feed
from mtqa.readers.feed_likeness import by_content
from mtqa.readers.text import read_file

#: Entries that a note names before it only counts them.
_NAMED = 3
#: Parts of an address that say how a reader came, not where to.
_TRACKING = frozenset("fbclid gclid dclid msclkid yclid mc_cid mc_eid igshid".split())


@dataclass(frozen=True)
class FeedArticles:
    """What came out of one or two feeds.

    Attributes:
        articles: an article for each entry of the target feed that has text.
        notes: what was left out or found no partner, a line each.
        problems: entries that cannot be read, a line each.
    """

    articles: tuple[Article, ...]
    notes: tuple[str, ...]
    problems: tuple[str, ...] = ()


def read_feed_articles(
    target: str | Path,
    source: str | Path | None = None,
    pairs: str | Path | None = None,
    *,
    source_lang: str | None = None,
    encoder: str = "auto",
) -> FeedArticles:
    """The articles of a feed.

    Entries belong together that ``pairs`` puts together; that have the same link or the same guid,
    where no other entry has it, too; or, where neither says anything, that say the same. Where they
    stand in the feeds counts for nothing. ``pairs`` is a CSV file with two columns, guid or link of
    the target entry and of the source entry; a first line ``target,source`` is skipped.

    Args:
        target: the feed with the translations.
        source: the feed with what they were translated from.
        pairs: the mapping file.
        source_lang: ISO 639-1 code of the source; what the source feed says if not given.
        encoder: name of the encoder that compares entries, see :func:`mtqa.align.by_name`.

    Raises:
        InputError: one of the files cannot be read, or ``pairs`` names an unknown entry.
        EncoderError: there is no such encoder.
    """
    ours = read_feed(target)
    theirs = None if source is None else read_feed(source)
    rows = [] if pairs is None or theirs is None else _rows(pairs)
    named = ((f"{pairs}:{number}", pair) for number, pair in rows)
    return feed_articles(ours, theirs, named, source_lang=source_lang, encoder=encoder)


def feed_articles(
    ours: Feed,
    theirs: Feed | None = None,
    pairs: Iterable[tuple[str, tuple[str, str]]] = (),
    *,
    source_lang: str | None = None,
    encoder: str = "auto",
) -> FeedArticles:
    """The articles of a feed that has been read, as :func:`read_feed_articles` pairs them.

    Args:
        ours: the feed with the translations.
        theirs: the feed with what they were translated from.
        pairs: guid or link of a target entry and of its source entry, each with what messages call
            the pair.
        source_lang: ISO 639-1 code of the source; what the source feed says if not given.
        encoder: name of the encoder that compares entries.

    Raises:
        InputError: a pair names an unknown entry.
        EncoderError: there is no such encoder.
    """
    if theirs is None:
        articles = tuple(_article(ours, entry, None, None, source_lang) for entry in ours.entries)
        return FeedArticles(articles, ours.notes, ours.problems)
    language = source_lang or theirs.language
    partner = dict(_mapped(pairs, ours, theirs))
    for same in (_link, _guid, _guid_as_link):
        partner |= _matched(ours, theirs, partner, same)
    alike = {
        one.id: other
        for one, other in by_content(
            [entry for entry in ours.entries if entry.id not in partner],
            _left(theirs, partner),
            encoder,
            language,
        )
    }
    partner |= alike
    articles = tuple(
        _article(ours, entry, theirs, partner.get(entry.id), language) for entry in ours.entries
    )
    notes = (*ours.notes, *theirs.notes, *_by_content(ours, alike), *_alone(ours, theirs, partner))
    return FeedArticles(articles, notes, (*ours.problems, *theirs.problems))


def _by_content(ours: Feed, alike: Mapping[str, FeedEntry]) -> Iterator[str]:
    """A note about the entries that were paired by what they say, if there are any."""
    if alike:
        pairs = [f"{name} with {entry.id}" for name, entry in alike.items()]
        yield (
            f"{ours.path}: {len(alike)} of {len(ours.entries)} entries were paired by their "
            f"content, for neither guid nor link says so: {_list(pairs)}"
        )


def _alone(ours: Feed, theirs: Feed, partner: Mapping[str, FeedEntry]) -> Iterator[str]:
    """A note about the entries that have no partner, if there are any."""
    alone = [entry.id for entry in ours.entries if entry.id not in partner]
    if alone:
        yield (
            f"{ours.path}: {len(alone)} of {len(ours.entries)} entries have no partner in "
            f"{theirs.path} and are checked without a source: {_list(alone)}"
        )


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")


def _left(theirs: Feed, partner: Mapping[str, FeedEntry]) -> list[FeedEntry]:
    """The source entries that are nobody's partner yet."""
    taken = {entry.id for entry in partner.values()}
    return [entry for entry in theirs.entries if entry.id not in taken]


def _matched(
    ours: Feed,
    theirs: Feed,
    partner: Mapping[str, FeedEntry],
    name: Callable[[FeedEntry], str | None],
) -> dict[str, FeedEntry]:
    """The entries without a partner that have the same name, where it is one entry's alone."""
    left = _unique(ours.entries, name)
    right = _unique(theirs.entries, name)
    free = {entry.id for entry in _left(theirs, partner)}
    return {
        entry.id: right[key]
        for key, entry in left.items()
        if entry.id not in partner and key in right and right[key].id in free
    }


def _unique(
    entries: Sequence[FeedEntry], name: Callable[[FeedEntry], str | None]
) -> dict[str, FeedEntry]:
    named = [(found, entry) for entry in entries if (found := name(entry))]
    often = Counter(found for found, _ in named)
    return {found: entry for found, entry in named if often[found] == 1}


def _link(entry: FeedEntry) -> str | None:
    return entry.link and _address(entry.link)


def _guid(entry: FeedEntry) -> str | None:
    return entry.guid


def _guid_as_link(entry: FeedEntry) -> str | None:
    """The guid, if it is an address: two feeds may write it in two ways."""
    return _address(entry.guid) if entry.guid and "://" in entry.guid else _link(entry)


def _mapped(
    pairs: Iterable[tuple[str, tuple[str, str]]], ours: Feed, theirs: Feed
) -> Mapping[str, FeedEntry]:
    """The pairs that were given."""
    left, right = _index(ours), _index(theirs)
    found: dict[str, FeedEntry] = {}
    for place, (target, source) in pairs:
        for name, feed, index in ((target, ours, left), (source, theirs, right)):
            if _address(name) not in index:
                raise InputError(
                    place,
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
    lines = reader(StringIO(text, newline=""), delimiter=divider, strict=True)
    while True:
        begin = lines.line_num + 1
        try:
            cells = [cell.strip() for cell in next(lines)]
        except StopIteration:
            return
        except Error as problem:
            raise InputError(f"{pairs}:{begin}", f"no CSV ({problem})", "correct it") from None
        if not any(cells) or (begin == 1 and cells == ["target", "source"]):
            continue
        if len(cells) != 2 or not all(cells):
            raise InputError(
                f"{pairs}:{begin}",
                "not a target and a source",
                "write guid or link of both, divided by a comma",
            )
        yield begin, (cells[0], cells[1])


def _index(feed: Feed) -> dict[str, FeedEntry]:
    links = {_address(entry.link): entry for entry in feed.entries if entry.link}
    return links | {_address(entry.id): entry for entry in feed.entries}


def _address(link: str) -> str:
    """An address without what does not say which page it is: the scheme, ``www.``, a slash at its
    end, marks of campaigns, the place in the page."""
    plain = link.strip()
    try:
        cut = urlsplit(plain)
        host = (cut.hostname or "").removeprefix("www.")
        port = f":{cut.port}" if cut.port not in (None, 80, 443) else ""
    except ValueError:
        return plain
    if not host or cut.scheme.lower() not in ("http", "https"):
        return plain.rstrip("/")
    asked = [
        (name, value)
        for name, value in parse_qsl(cut.query, keep_blank_values=True)
        if name.lower() not in _TRACKING and not name.lower().startswith("utm_")
    ]
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{host}{port}{unquote(cut.path).rstrip('/')}{query}"


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
