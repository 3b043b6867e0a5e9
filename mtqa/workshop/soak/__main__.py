"""``python -m mtqa.workshop.soak``: damaged files through all that reads them.

Real files and texts that hypothesis makes go through every reader, `check`, `score` and the import
of `review`, in a process that may die or hang. A run fails if one input crashes or hangs; what
failed is saved in the folder and can be tried again with --replay (and MTQA_DEBUG=1, where a
command says that this shows more).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mtqa.errors import MtqaError
from mtqa.workshop.soak.given import Input
from mtqa.workshop.soak.run import LIMIT, Soak, table


def main(arguments: list[str] | None = None) -> int:
    """Run, and print the table.

    Returns:
        0, or 1 if something crashed or hung.
    """
    parser = argparse.ArgumentParser(prog="python -m mtqa.workshop.soak", description=__doc__)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--minutes", type=float, help="how long (default 1)")
    length.add_argument("--inputs", type=int, help="how many inputs, instead")
    parser.add_argument("--seed", type=int, default=2026, help="makes the inputs (default 2026)")
    parser.add_argument(
        "--first", type=int, default=0, help="number of the first input (default 0)"
    )
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds an input may take")
    parser.add_argument("--out", type=Path, default=Path("build/soak"), help="default build/soak")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="try a saved input again")
    options = parser.parse_args(arguments)
    soak = Soak(options.out, options.seed, options.limit)
    if options.replay:
        return _replay(soak, options.replay)
    seconds = None if options.inputs is not None else (options.minutes or 1.0) * 60
    soak.run(options.inputs, seconds, options.first)
    print(table(soak.counts), end="")
    for said, often in soak.failures.most_common():
        print(f"{often} x {said}")
    if soak.failed:
        print(f"failing inputs: {soak.out / 'failing'}")
    return int(soak.failed)


def _replay(soak: Soak, path: Path) -> int:
    """Try one input again, and say what becomes of it."""
    try:
        Input.unpacked(path)
    except MtqaError as problem:
        print(f"mtqa.workshop.soak: {problem}", file=sys.stderr)
        return 2
    outcome = soak.replay(path)
    print(f"{path}: {outcome.ending} in {outcome.seconds:.1f} s, {outcome.peak:.0f} MB")
    print(outcome.problem, end="")
    return int(outcome.ending in ("crash", "hang"))


if __name__ == "__main__":
    sys.exit(main())
