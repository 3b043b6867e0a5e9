"""The soak run: it finds what breaks, hangs, dies or gets lost; and what is in the tree does not."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from mtqa.readers import jsonl
from mtqa.readers.records import Raw
from mtqa.workshop.soak import commands, corpora, measures
from mtqa.workshop.soak.__main__ import main
from mtqa.workshop.soak.damage import LONGEST, damaged
from mtqa.workshop.soak.given import Input
from mtqa.workshop.soak.inputs import KINDS, made
from mtqa.workshop.soak.run import Soak, table
from mtqa.workshop.soak.shell import Broken
from mtqa.workshop.soak.trials import tried

#: Inputs of the run in CI: three rounds of all kinds, in half a minute.
INPUTS = 330


@pytest.fixture(autouse=True)
def own_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same inputs on every machine: of the checkout's articles alone."""
    monkeypatch.delenv("MTQA_DATA", raising=False)


def test_a_round_of_all_kinds(tmp_path: Path) -> None:
    soak = Soak(tmp_path, seed=20)
    soak.run(INPUTS)
    assert not soak.failed, f"{table(soak.counts)}\n{soak.failures}"
    assert soak.counts.keys() == KINDS.keys()
    read, refused = (
        sum(getattr(count, name) for count in soak.counts.values()) for name in ("read", "refused")
    )
    assert read + refused == INPUTS
    assert min(read, refused) > INPUTS / 5  # there is damage, and not all is lost by it
    state = json.loads((tmp_path / "state.json").read_text())
    assert (state["inputs"], state["finished"]) == (INPUTS, True)


@pytest.mark.parametrize("kind", KINDS)
def test_files_that_nothing_has_happened_to_are_read(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (corpora, commands, measures):
        for name in ("damaged", "bitten"):
            monkeypatch.setattr(module, name, lambda data, chance: data)
    monkeypatch.setattr(commands, "reworded", lambda text, chance: text)
    endings: Counter[bool] = Counter()
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        endings[tried(made(kind, 1, number), folder) == ""] += 1
    assert endings[True]  # an option or an encoding that means nothing is refused all the same


def test_an_input_is_made_of_its_kind_its_number_and_the_seed() -> None:
    assert made("CSV", 1, 5) == made("CSV", 1, 5)
    others = {
        str(made(*words)) for words in (("CSV", 1, 5), ("CSV", 2, 5), ("CSV", 1, 6), ("TSV", 1, 5))
    }
    assert len(others) == 4


def test_no_file_grows_without_end() -> None:
    for number in range(300):
        assert len(damaged(b"Trump l -a acuzat.\n" * 5_000, Random(number))) <= LONGEST


# what follows breaks something in the worker, which is a process of its own


def stumble() -> None:
    """The reader of JSON Lines falls over the third row."""

    def read(path: str) -> Iterator[Raw]:
        for number, row in enumerate(whole(path)):
            if number % 3 == 2:
                raise KeyError("target")
            yield row

    whole = jsonl.read
    jsonl.read = read


def forget() -> None:
    """The reader of JSON Lines forgets the last row."""

    def read(path: str) -> Iterator[Raw]:
        yield from list(whole(path))[:-1]

    whole = jsonl.read
    jsonl.read = read


def never_end() -> None:
    """The reader of JSON Lines goes round in a circle."""

    def read(path: str) -> Iterator[Raw]:
        while True:
            pass
        yield

    jsonl.read = read


def die() -> None:
    """The reader of JSON Lines takes the process with it, as a fault in C code would."""
    jsonl.read = lambda path: os._exit(9)  # type: ignore[assignment, return-value]


@pytest.fixture
def json_lines_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtqa.workshop.soak.run.rotation", lambda: ("JSON Lines",))


@pytest.mark.usefixtures("json_lines_alone")
@pytest.mark.parametrize(
    ("before", "limit", "said"),
    [
        (stumble, 60, "KeyError: 'target'"),
        (forget, 60, "lost beside a bad neighbour: n"),
        (die, 60, "the process died (exit code 9)"),
        (never_end, 1, " in read\n"),
    ],
)
def test_a_broken_reader_is_caught(
    tmp_path: Path, before: Callable[[], None], limit: float, said: str
) -> None:
    soak = Soak(tmp_path, seed=3, limit=limit, before=before)
    soak.run(6 if before in (stumble, forget) else 2 if before is die else 1)
    count = soak.counts["JSON Lines"]
    assert soak.failed
    assert count.hangs == 1 if before is never_end else count.crashes >= 2
    saved = sorted((tmp_path / "failing").iterdir())
    assert saved
    assert said in json.loads(saved[0].read_text())["problem"]
    again = Soak(tmp_path / "again", limit=limit, before=before).replay(saved[0])
    assert again.ending == ("hang" if before is never_end else "crash")
    assert Soak(tmp_path / "mended").replay(saved[0]).ending in ("read", "refused")


@pytest.mark.usefixtures("json_lines_alone")
def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path)
    assert main(["--inputs", "2", "--out", out]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("| all | 2 | 2 |")
    lost = Input("CSV", 0, "records", {"a.csv": b"target\nBun.\n"}, ("a.csv",), kept=("n7",))
    (tmp_path / "lost.json").write_text(lost.packed(1))
    assert main(["--replay", f"{out}/lost.json", "--out", out]) == 1
    assert "lost beside a bad neighbour: n7" in capsys.readouterr().out
    assert main(["--replay", f"{out}/none.json", "--out", out]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "a.ro.txt", "--qe", "off"), "check 'spacing.comma' failed on"),
        (("nonsense",), ""),
    ],
)
def test_commands_are_held_to_what_they_say(
    words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mtqa.checks.registry import all_checks

    def fail(view: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(type(all_checks()["spacing.comma"]), "find", lambda self, view: fail(view))
    given = Input("mtqa check", 0, "run", {"a.ro.txt": b"El a spus ,da."}, words)
    if said:
        with pytest.raises(Broken, match=said):
            tried(given, tmp_path)
    else:
        assert tried(given, tmp_path).startswith("mtqa: ")
