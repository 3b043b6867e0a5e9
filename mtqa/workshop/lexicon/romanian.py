"""Romanian word forms from LanguageTool's speller and tagger, and their frequencies.

The frequency list adds no forms of its own: of the 1,571 that are frequent (Zipf 3.5 or more) and
in neither dictionary, 489 are words without their marks, 918 are more frequent in another
language, and the rest are names in lower case.
"""

from __future__ import annotations

import gzip
from collections import Counter
from importlib import import_module
from math import log10
from pathlib import Path

from mtqa.workshop.lexicon.dawg import save
from mtqa.workshop.lexicon.morfologik import sequences

Reading = tuple[int, str, str]


def build(out: Path) -> dict[str, int]:
    """Write ``romanian.automaton``, ``.classes.gz`` and ``.frequency`` to `out`; sizes in bytes."""
    spelt, readings = speller(), tagger()
    frequencies = zipf("ro", 3.0)
    numbers = {kind: i for i, (kind, _) in enumerate(_ranked(Counter(readings.values())))}
    lines = [";".join(f"{n}|{e}|{t}" for n, e, t in kind) for kind in numbers]
    classes = out / "romanian.classes.gz"
    classes.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    values = {form: numbers[kind] for form, kind in readings.items()}
    lower = {form.lower() for form in spelt | readings.keys()}
    known = {form: round(10 * z) for form, z in frequencies.items() if form in lower}
    return {
        "romanian.automaton": save(out / "romanian.automaton", spelt, values),
        "romanian.classes.gz": classes.stat().st_size,
        "romanian.frequency": save(out / "romanian.frequency", (), known),
    }


def _ranked(kinds: Counter[tuple[Reading, ...]]) -> list[tuple[tuple[Reading, ...], int]]:
    return sorted(kinds.items(), key=lambda item: (-item[1], item[0]))


def data_of(language: str) -> Path:
    """The data folder of the package ``lingotweaker-data-<language>``.

    Raises:
        ImportError: the package is not installed (it belongs to the extra ``build``).
    """
    return Path(import_module(f"lingotweaker_data_{language}").data_dir()) / language


def speller() -> set[str]:
    """The forms of the speller; names carry their capital."""
    path = data_of("ro") / "hunspell" / "ro_RO.dict"
    forms = {sequence.decode() for sequence in sequences(path)}
    return {form for form in forms if any(char.isalpha() for char in form)}


def tagger() -> dict[str, tuple[Reading, ...]]:
    """Form to its readings: (letters to cut off, ending to add, tag), sorted.

    The dictionary's own code counts bytes (``A`` cuts none, ``B`` one, ...), so it is applied to
    bytes and recomputed for letters. A few dozen lemmas of several words spill into the tag.
    """
    found: dict[str, set[Reading]] = {}
    for sequence in sequences(data_of("ro") / "dictionaries" / "romanian.dict"):
        raw, code, tag = sequence.split(b"+")
        lemma = (raw[: len(raw) - (code[0] - ord("A"))] + code[1:]).decode()
        *rest, label = tag.decode().split(" ")
        lemma = " ".join([lemma, *rest])
        form = raw.decode()
        found.setdefault(form, set()).add((*_cut(form, lemma), label))
    return {form: tuple(sorted(readings)) for form, readings in found.items()}


def _cut(form: str, lemma: str) -> tuple[int, str]:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def zipf(language: str, floor: float, wordlist: str = "best") -> dict[str, float]:
    """Word to Zipf frequency (log10 per billion words), from `floor` upwards."""
    from wordfreq import get_frequency_dict

    shares = get_frequency_dict(language, wordlist)
    found = {word: round(log10(share) + 9, 2) for word, share in shares.items()}
    return {word: value for word, value in found.items() if value >= floor}
