"""``python -m mtqa.workshop new-check family.fault``: the skeleton of a new check.

Three things are written, and nothing else: a module with the class in the room of the family, its
row in the table of the checks, and a test with a hit and a near miss. Until somebody has filled
them in, the check raises and the tests fail.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path
from typing import NamedTuple

from mtqa.checks.built_in import BUILT_IN
from mtqa.checks.families import FAMILIES
from mtqa.errors import MtqaError

ROOT = Path(__file__).parent.parent.parent
_TABLE = Path("mtqa", "checks", "built_in.py")
_NAME = re.compile(r"([a-z]+)\.([a-z]+(?:-[a-z0-9]+)*)")
_ROOM = "mtqa.checks"
#: The longest line that the house's style allows.
_LINE = 100

_CLASS = '''"""TODO: what is in this module, in a line."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.model import Issue


class {cls}(Check):
    """TODO: what is wrong, in words an editor knows: "wrong" for "right".

    What looks like it and is left alone.
    """

    name = "{name}"
    category = "{category}"
    severity = "minor"
    confidence = 0.5{extra}

    def find(self, view: View) -> Iterator[Issue]:
        message = Message("TODO: the reason.", "TODO: motivul.")
        for start, end, right in self._places(view):
            yield self.issue(view, start, end, message, right)

    def _places(self, view: View) -> Iterator[tuple[int, int, str | None]]:
        """Where it is wrong, in code points of the target, and what should stand there."""
        raise NotImplementedError("{name} has no rule yet")


CHECKS: tuple[type[Check], ...] = ({cls},)
'''
_SOURCE = "\n    needs_source = True"

_TEST = '''"""What {name} marks, and what looks like it and is no fault."""

from __future__ import annotations

import pytest

from mtqa.checks.registry import all_checks
from mtqa.workshop.pages import page
{helper}


def test_its_page_is_written() -> None:
    assert "TODO" not in page(type(all_checks()["{name}"]))


@pytest.mark.parametrize(
    ({columns}, "fixed"),
    [
        ({blanks}, [("", None)]),
    ],
)
def test_hit({parameters}, fixed: list[tuple[str, str | None]]) -> None:
    assert text, "write a sentence from the news in which it must ring"
    assert fixes({arguments}) == fixed


@pytest.mark.parametrize(
    ({columns}{lone}),
    [
        {near},
    ],
)
def test_near_miss({parameters}) -> None:
    assert text, "write a sentence that looks like it and must stay silent"
    assert fixes({arguments}) == []
'''


class _Made(NamedTuple):
    """What is written: the class, its test, and the table with the new row."""

    module: Path
    test: Path
    table: str


def new_check(name: str, root: Path = ROOT, *, needs_source: bool = False) -> tuple[Path, ...]:
    """Write the skeleton of a check into a checkout; the files written or changed.

    Args:
        name: ``family.fault``, of a family that there is.
        root: the checkout.
        needs_source: whether it compares with the source.

    Raises:
        MtqaError: it is no name of a check, the family is unknown, or the check exists.
    """
    family, fault = _parts(name)
    table = root / _TABLE
    if not table.is_file():
        raise MtqaError(f"{table}: no such file; run this in a checkout of mtqa")
    made = _planned(family, fault, root)
    for path in (made.module, made.test):
        if path.exists():
            raise MtqaError(f"{path.relative_to(root)} exists; choose another name than {name!r}")
    made.module.write_text(_module(name, fault, family, needs_source), encoding="utf-8")
    made.test.write_text(_test(name, needs_source), encoding="utf-8")
    table.write_text(made.table, encoding="utf-8")
    return made.module, made.test, table


def _parts(name: str) -> tuple[str, str]:
    match = _NAME.fullmatch(name)
    if match is None:
        raise MtqaError(
            f"{name!r} is no name of a check; write family.fault in small letters, for example "
            "spacing.before-percent"
        )
    family, fault = match.groups()
    if family not in FAMILIES:
        raise MtqaError(f"there is no family {family!r}; the families: {', '.join(FAMILIES)}")
    if name in {check.name for check in BUILT_IN}:
        raise MtqaError(f"there is a check {name!r} already; see `mtqa checks {name}`")
    return family, fault


def _planned(family: str, fault: str, root: Path) -> _Made:
    """Where the new files go, under a name that the table does not use for something else."""
    text = (root / _TABLE).read_text(encoding="utf-8")
    room = _room(family)
    module = fault.replace("-", "_")
    folder = root / "mtqa" / "checks" / room
    if module in _imported(text) or iskeyword(module) or (folder / f"{module}.py").exists():
        module = f"{family}_{module}"
    test = root / "tests" / "checks" / f"test_{family}_{fault.replace('-', '_')}.py"
    rows = [row for row, at in _rows(text, room) if _speaks(root, at, family)]
    table = _with_import(_with_row(text, rows[-1], module), f"{_ROOM}.{room}", module)
    return _Made(folder / f"{module}.py", test, table)


def _room(family: str) -> str:
    """The folder in which most checks of a family lie."""
    rooms = Counter(c.__module__.split(".")[2] for c in BUILT_IN if _is_of(c.name, family))
    return rooms.most_common(1)[0][0]


def _is_of(name: str, family: str) -> bool:
    return name.startswith(f"{family}.")


def _imported(table: str) -> dict[str, str]:
    """The names that the table of checks imports, with the modules behind them."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.parse(table).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _rows(table: str, room: str) -> Iterator[tuple[str, str]]:
    """The rows of the table whose checks lie in a room, each with the module behind it."""
    modules = _imported(table)
    for row in re.findall(r"^    \*(\w+)\.CHECKS,$", table, re.MULTILINE):
        if f"{modules[row]}.".startswith(f"{_ROOM}.{room}."):
            yield row, modules[row]


def _speaks(root: Path, module: str, family: str) -> bool:
    """Whether a module, or a package of them, has a check of the family."""
    place = root.joinpath(*module.split("."))
    files = place.glob("*.py") if place.is_dir() else [place.with_suffix(".py")]
    named = f'name = "{family}.'
    return any(named in file.read_text(encoding="utf-8") for file in files)


def _with_row(table: str, after: str, module: str) -> str:
    row = f"    *{after}.CHECKS,\n"
    return table.replace(row, f"{row}    *{module}.CHECKS,\n", 1)


def _with_import(table: str, room: str, module: str) -> str:
    """The table with one import more, in the order that the linter wants."""
    imports = [node for node in ast.parse(table).body if isinstance(node, ast.ImportFrom)]
    lines = table.splitlines(keepends=True)
    for node in imports:
        if node.module == room and not any(alias.asname for alias in node.names):
            names = sorted({module, *(alias.name for alias in node.names)})
            lines[node.lineno - 1 : node.end_lineno] = _import(room, names)
            return "".join(lines)
    before = [node for node in imports if _order(node) < (room, module)]
    lines[before[-1].end_lineno : before[-1].end_lineno] = _import(room, [module])
    return "".join(lines)


def _order(node: ast.ImportFrom) -> tuple[str, str]:
    return node.module or "", node.names[0].name


def _import(room: str, names: list[str]) -> Iterator[str]:
    line = f"from {room} import {', '.join(names)}\n"
    if len(line) <= _LINE:
        yield line
        return
    yield f"from {room} import (\n"
    yield from (f"    {name},\n" for name in names)
    yield ")\n"


def _module(name: str, fault: str, family: str, needs_source: bool) -> str:
    categories = Counter(check.category for check in BUILT_IN if _is_of(check.name, family))
    return _CLASS.format(
        cls="".join(part.capitalize() for part in fault.split("-")),
        name=name,
        category=categories.most_common(1)[0][0],
        extra=_SOURCE if needs_source else "",
    )


def _test(name: str, needs_source: bool) -> str:
    if needs_source:
        return _TEST.format(
            name=name,
            helper="from tests.checks.pairs import fixes",
            columns='"source", "text"',
            lone="",
            blanks='"", ""',
            near='("", "")',
            parameters="source: str, text: str",
            arguments=f'"{name}", source, text',
        )
    return _TEST.format(
        name=name,
        helper="from tests.checks.marks import fixes",
        columns='"text"',
        lone=",",
        blanks='""',
        near='("",)',
        parameters="text: str",
        arguments=f'"{name}", text',
    )
