"""Which source belongs to which translation: as a pattern says, by their names, or in order.

``NAME.ro.txt`` and ``NAME.en.txt`` in one folder belong together, and so do ``ro/NAME`` and
``en/NAME``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import InputError, MtqaError

#: Stands for a source: whatever lies beside the translation under its name.
AUTO = "auto"
#: What a pattern may say of the translation's path: all but the language and the ending, or the
#: folder and the name apart.
PLACES = ("{name}", "{folder}", "{stem}")
_LANGUAGE = re.compile(r"[a-z]{2}$")
_COMPRESSED = (".gz", ".zst", ".zstd")
#: Articles that a note names before it only counts them.
_NAMED = 3


class Paired(NamedTuple):
    """The partner of every translation.

    Attributes:
        partners: a path for each translation, or None where there is none.
        notes: what the user should know of them, a line each.
    """

    partners: tuple[str | None, ...]
    notes: tuple[str, ...] = ()


class _Name(NamedTuple):
    """A path taken apart: ``news/a.ro.txt`` is ``news``, ``a``, ``ro`` and ``.txt``."""

    folder: Path
    stem: str
    code: str
    ending: str


def paired(targets: Sequence[str], given: Sequence[str], option: str = "source") -> Paired:
    """The partners of translations.

    Args:
        targets: the paths of the translations.
        given: paths in the same order or, where there are fewer or their names say so, of the same
            name; or patterns such as ``{name}.en.txt`` and ``auto``, of which the first that names
            a file counts.
        option: what the user calls the partners.

    Raises:
        InputError: a partner fits no translation, or a pattern fits no file.
        MtqaError: paths and patterns are mixed.
    """
    if not given:
        return Paired((None,) * len(targets))
    patterns = [one for one in given if is_pattern(one)]
    if not patterns:
        return _by_path(targets, given, option)
    if len(patterns) < len(given):
        raise MtqaError(
            f"--{option}: patterns and files are mixed; give either {patterns[0]} or files"
        )
    patterns.sort(key=AUTO.__eq__)  # what was said goes before what is found
    partners = tuple(_first(target, patterns) for target in targets)
    if not any(partners) and AUTO not in patterns:
        raise InputError(
            f"--{option} {patterns[0]}",
            f"fits no file ({_filled(patterns[0], targets[0])} is none)",
            f"{', '.join(PLACES)} stand for parts of the translation's path",
        )
    return Paired(partners, _without(targets, partners, option))


def is_pattern(given: str) -> bool:
    """Whether what is given for a partner is no file but says how to find it."""
    return (given == AUTO or any(place in given for place in PLACES)) and not Path(given).exists()


def lying_beside(target: str) -> str | None:
    """The file that has the name of a translation in another language; None if there is none."""
    found = next(partners(Path(target)), None)
    return None if found is None else str(found)


def partners(target: Path, root: Path | None = None) -> Iterator[Path]:
    """Where the partner of a translation lies: beside it, or in a folder named for a language.

    Args:
        target: the translation.
        root: folders above this one are not looked at; as far as the path says if not given.
    """
    name = _taken_apart(target)
    if name.code == "ro":
        for other in sorted(target.parent.glob(f"{_literal(name.stem)}.*{name.ending}")):
            code = _taken_apart(other).code
            if other != target and code and code != "ro":
                yield other
    parts = (target.relative_to(root) if root else target).parts
    for place, part in enumerate(parts[:-1]):
        if part == "ro":
            above = (root or Path()).joinpath(*parts[:place])
            for folder in sorted(above.iterdir()) if above.is_dir() else ():
                if folder.is_dir() and folder.name != "ro" and _LANGUAGE.match(folder.name):
                    other = folder.joinpath(*parts[place + 1 :])
                    if other.is_file():
                        yield other


def named(paths: Sequence[str]) -> str:
    """The first few paths, for a note."""
    return ", ".join(paths[:_NAMED]) + (" …" if len(paths) > _NAMED else "")


def _taken_apart(path: Path) -> _Name:
    """A path's folder, name, language and ending; the language is "" where the name has none."""
    *parts, last = path.name.split(".")
    ending = f".{last}" if parts else ""
    if not parts:
        return _Name(path.parent, last, "", "")
    if ending in _COMPRESSED and len(parts) > 1:
        ending = f".{parts.pop()}{ending}"
    if _LANGUAGE.match(parts[-1]) and len(parts) > 1:
        return _Name(path.parent, ".".join(parts[:-1]), parts[-1], ending)
    if _LANGUAGE.match(last):  # line-parallel texts, news.ro beside news.en
        return _Name(path.parent, ".".join(parts), last, "")
    return _Name(path.parent, ".".join(parts), "", ending)


def _first(target: str, patterns: Sequence[str]) -> str | None:
    for pattern in patterns if target != "-" else ():
        found = lying_beside(target) if pattern == AUTO else _filled(pattern, target)
        if found is not None and found != target and Path(found).is_file():
            return found
    return None


def _filled(pattern: str, target: str) -> str:
    name = _taken_apart(Path(target))
    values = (str(name.folder / name.stem), str(name.folder), name.stem)
    for place, value in zip(PLACES, values, strict=True):
        pattern = pattern.replace(place, value)
    return pattern


def _by_path(targets: Sequence[str], given: Sequence[str], option: str) -> Paired:
    """Partners in the order of the translations, unless their names tell better."""
    fits = [_fitting(one, targets) for one in given]
    by_name = all(len(one) == 1 for one in fits) and len({one[0] for one in fits}) == len(given)
    if len(given) == len(targets) and not by_name:
        return Paired(tuple(given))
    for one, fitting in zip(given, fits, strict=True):
        if len(fitting) != 1:
            said = f"fits {'several translations' if fitting else 'none'} by its name"
            raise InputError(
                one,
                f"{said} (targets: {len(targets)}, {option}s: {len(given)})",
                f"call it NAME.en.txt where the translation is NAME.ro.txt, or give one --{option} "
                "per target, in order",
            )
    found: dict[int, str] = {}
    for one, (place,) in zip(given, fits, strict=True):
        if place in found:
            raise InputError(
                one, f"is a second {option} of {targets[place]}, beside {found[place]}", "give one"
            )
        found[place] = one
    matched = tuple(found.get(place) for place in range(len(targets)))
    return Paired(matched, _without(targets, matched, option))


def _fitting(partner: str, targets: Sequence[str]) -> list[int]:
    """The places of the translations that have the name of a partner; in its folder, if several."""
    wanted = _taken_apart(Path(partner))
    names = [_taken_apart(Path(target)) for target in targets]
    same = [place for place, name in enumerate(names) if name.stem == wanted.stem]
    near = [place for place in same if names[place].folder == wanted.folder]
    return near if len(same) > 1 and near else same


def _without(targets: Sequence[str], found: Sequence[str | None], option: str) -> tuple[str, ...]:
    """A note on the translations that have no partner, where others have one."""
    alone = [target for target, one in zip(targets, found, strict=True) if one is None]
    if not alone or len(alone) == len(targets):
        return ()
    return (f"without a {option}: {len(alone)} of {len(targets)} ({named(alone)})",)


def _literal(text: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", text)
