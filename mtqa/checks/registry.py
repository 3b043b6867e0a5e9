"""The one table of checks: ours, and those that other packages register as ``mtqa.checks``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache

from mtqa.checks.base import Check
from mtqa.errors import CheckError, UnknownCheck
from mtqa.model import CATEGORIES, SEVERITIES

GROUP = "mtqa.checks"


@lru_cache(maxsize=1)
def all_checks() -> dict[str, Check]:
    """Every check by name, ours first, then the installed packages', each made once.

    Raises:
        CheckError: two checks share a name, or a package registers something that is no check.
    """
    from mtqa.checks.built_in import BUILT_IN

    table: dict[str, Check] = {}
    for check_class in (*BUILT_IN, *_plugins()):
        _validate(check_class)
        if check_class.name in table:
            raise CheckError(f"two checks are called {check_class.name!r}; rename one")
        table[check_class.name] = _made(check_class)
    return table


def select(asked: Sequence[str], ignored: Sequence[str] = ()) -> tuple[Check, ...]:
    """The checks that ``asked`` names, without those that ``ignored`` names, in table order.

    A name is a check (``spacing.hyphen``), a family (``spacing``) or a shell pattern
    (``*.hyphen``); nothing asked means all.

    Raises:
        UnknownCheck: a name matches no check.
    """
    table = all_checks()
    chosen = set(table) if not asked else _names(asked, table)
    chosen -= _names(ignored, table)
    return tuple(check for name, check in table.items() if name in chosen)


def _names(patterns: Iterable[str], table: dict[str, Check]) -> set[str]:
    found: set[str] = set()
    for pattern in patterns:
        hits = {
            name
            for name in table
            if name == pattern or name.startswith(f"{pattern}.") or fnmatchcase(name, pattern)
        }
        if not hits:
            raise UnknownCheck(pattern, sorted({*table, *(n.partition(".")[0] for n in table)}))
        found |= hits
    return found


def _plugins() -> list[type[Check]]:
    from importlib.metadata import entry_points

    found: list[type[Check]] = []
    for entry in entry_points(group=GROUP):
        try:
            loaded = entry.load()
        except (Exception, SystemExit) as problem:
            raise CheckError(
                f"check plug-in {entry.name!r} cannot be loaded: {problem}"
            ) from problem
        found.append(loaded)
    return found


def _made(check_class: type[Check]) -> Check:
    try:
        return check_class()
    except TypeError as problem:
        raise CheckError(f"check {check_class.name!r} cannot be made: {problem}") from problem


def _validate(check_class: object) -> None:
    if not (isinstance(check_class, type) and issubclass(check_class, Check)):
        raise CheckError(f"{check_class!r} is registered as a check but does not extend mtqa.Check")
    name = getattr(check_class, "name", None)
    if not name or getattr(check_class, "category", None) not in CATEGORIES:
        raise CheckError(
            f"check {name or check_class.__name__!r} needs a name and a category out of "
            + ", ".join(CATEGORIES)
        )
    if check_class.severity not in SEVERITIES:
        raise CheckError(f"check {name!r}: severity must be one of {', '.join(SEVERITIES)}")
    if not 0 <= check_class.confidence <= 1:
        raise CheckError(f"check {name!r}: confidence must lie between 0 and 1")
