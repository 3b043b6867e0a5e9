"""Whether suggestions can be applied with one key: ``python -m mtqa.workshop.suggestions``.

Every suggestion of a text is put in its place, all at once. The text that results must have no new
issue of the same category, no doubled space, no lost full stop, no changed capital at the start of
a sentence. What fails is counted by check, with an example.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mtqa.model import Article, Issue

if TYPE_CHECKING:
    from mtqa import Checker

_SPACES = re.compile(r"(?<=\S)  +(?=\S)")
_STOP = re.compile(r"[.!?…][”\"»)]*\s*$")


class Damage(NamedTuple):
    """What a suggestion did to a text.

    Attributes:
        check: whose suggestion it is.
        fault: ``again`` (an issue of the category where the suggestion stands), ``space``, ``stop``
            or ``capital``.
        before, after: the place before and after.
    """

    check: str
    fault: str
    before: str
    after: str


def applied(text: str, issues: Iterable[Issue]) -> tuple[str, list[tuple[Issue, int, int]]]:
    """The text with every suggestion in its place, and where each stands now.

    Of overlapping issues the first one counts.
    """
    pieces: list[str] = []
    places: list[tuple[Issue, int, int]] = []
    at = size = 0
    for issue in sorted(issues, key=lambda issue: (issue.start, issue.end)):
        if issue.suggestion is None or issue.start < at:
            continue
        pieces += [text[at : issue.start], issue.suggestion]
        size += issue.start - at
        places.append((issue, size, size + len(issue.suggestion)))
        size += len(issue.suggestion)
        at = issue.end
    return "".join([*pieces, text[at:]]), places


def damages(article: Article, checker: Checker) -> Iterator[Damage]:
    """What the suggestions for an article do to it."""
    text = article.target
    issues = checker.check(article).issues
    mended, places = applied(text, issues)
    if not places:
        return
    again = checker.check(Article(article.id, mended)).issues if not article.source else ()
    for issue, start, end in places:
        before = text[max(0, issue.start - 20) : issue.end + 20]
        after = mended[max(0, start - 20) : end + 20]
        for fault in faults(text, issue, mended, (start, end), again):
            yield Damage(issue.check, fault, before, after)


def faults(
    text: str, issue: Issue, mended: str, place: tuple[int, int], again: Sequence[Issue]
) -> Iterator[str]:
    """What is wrong where a suggestion was put in.

    Args:
        text: as it was.
        issue: what was mended.
        mended: the text as it is.
        place: the half-open span of the suggestion in it.
        again: the issues that it has.
    """
    start, end = place
    if any(
        other.category == issue.category and other.start < end and start < other.end
        for other in again
    ):
        yield "again"
    around = slice(max(0, start - 2), end + 2)
    old = text[max(0, issue.start - 2) : issue.end + 2]
    if _SPACES.search(mended[around]) and not _SPACES.search(old):
        yield "space"
    if issue.suggestion and _STOP.search(issue.text) and not _STOP.search(mended[: end + 1]):
        yield "stop"
    if _begins(text, issue.start) and issue.text[:1].isupper():
        following = mended[start : start + 1]
        if following.islower():
            yield "capital"


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins at an offset."""
    before = text[:start].rstrip(' \t\n„"«–—-(')
    return not before or before[-1] in ".!?…\n" or "\n" in text[len(before) : start]


def survey(texts: Iterable[str], checker: Checker) -> tuple[Counter[str], list[Damage]]:
    """How many suggestions each check has for some texts, and what they damage."""
    given: Counter[str] = Counter()
    found: list[Damage] = []
    for number, text in enumerate(texts):
        article = Article(str(number), text)
        given.update(i.check for i in checker.check(article).issues if i.suggestion is not None)
        found += damages(article, checker)
    return given, found


def main(arguments: Sequence[str] | None = None, out: Callable[[str], None] = print) -> int:
    """Count what suggestions damage; 1 if they damage anything."""
    from mtqa import Checker, Config

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", help="one text a line, or JSON Lines with a target")
    parser.add_argument("--sample", type=int, default=1000, help="so many texts of each file")
    parser.add_argument("--examples", type=int, default=3, help="so many of each check and fault")
    given = parser.parse_args(arguments)
    checker = Checker(Config(profile="thorough"))
    worst = 0
    for name in given.files:
        counts, found = survey(_texts(name, given.sample), checker)
        out(f"{name}: {sum(counts.values())} suggestions, {len(found)} damage the text")
        kinds = Counter((damage.check, damage.fault) for damage in found)
        for (check, fault), count in kinds.most_common():
            out(f"  {check} {fault}: {count} of {counts[check]}")
            same = [one for one in found if (one.check, one.fault) == (check, fault)]
            for damage in same[: given.examples]:
                out(f"    {damage.before!r} -> {damage.after!r}")
        worst = worst or bool(found)
    return int(worst)


def _texts(name: str, size: int) -> list[str]:
    """A sample of the texts of a file, the same each time."""
    import json
    from pathlib import Path

    lines = Path(name).read_text(encoding="utf-8").splitlines()
    if name.endswith(".jsonl"):
        lines = [json.loads(line)["target"] for line in lines]
    texts = [line for line in lines if line.strip()]
    return texts if len(texts) <= size else random.Random(size).sample(texts, size)


if __name__ == "__main__":
    raise SystemExit(main())
