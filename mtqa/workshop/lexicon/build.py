"""``python -m mtqa.workshop.lexicon.build``: make the tables of words from their sources.

Needs the extra ``mtqa[build]`` (and, for the translations, Debian's ``wordnet-base``);
``data/SOURCES.toml`` says what comes from where. The same versions of the sources give the same
bytes.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from mtqa.knowledge.lexicon import DATA


def _parts() -> dict[str, Callable[[Path], dict[str, int]]]:
    from mtqa.workshop.lexicon import foreign, places, romanian, translations

    return {
        "romanian": romanian.build,
        "foreign": foreign.build,
        "translations": translations.build,
        "places": places.build,
        "hashes": _hashes,
    }


def _hashes(out: Path) -> dict[str, int]:
    from mtqa.checks.words.letters import TABLE

    return write_hashes(out / "SOURCES.toml") | write_hashes(TABLE.parent / "SOURCES.toml")


def write_hashes(sources: Path) -> dict[str, int]:
    """Bring every ``sha256`` line of `sources` up to date; nothing if there is no such file.

    Returns:
        The size in bytes of each file that is listed.

    Raises:
        FileNotFoundError: a listed file does not exist.
    """
    if not sources.exists():
        return {}
    sizes = {}
    sections = re.split(r"(?m)^(?=\[)", sources.read_text(encoding="utf-8"))
    for number, section in enumerate(sections):
        name = re.match(r'\["(.+)"\]', section)
        if name:
            data = (sources.parent / name[1]).read_bytes()
            line = f'sha256 = "{sha256(data).hexdigest()}"'
            sections[number] = re.sub(r'(?m)^sha256 = ".*"$', line, section)
            sizes[name[1]] = len(data)
    sources.write_text("".join(sections), encoding="utf-8")
    return sizes


def main(arguments: list[str] | None = None) -> None:
    """Build all parts, or those named on the command line."""
    parts = _parts()
    parser = argparse.ArgumentParser(
        prog="python -m mtqa.workshop.lexicon.build", description=__doc__
    )
    parser.add_argument("parts", nargs="*", choices=[*parts, []], help="default: all")
    parser.add_argument("--out", type=Path, default=DATA, help="folder to write to")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.parts or parts:
        for file, size in parts[name](options.out).items():
            print(f"{file}: {size:,} bytes")


if __name__ == "__main__":
    main()
