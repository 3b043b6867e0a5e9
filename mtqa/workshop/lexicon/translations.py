"""English-Romanian lemma pairs: Romanian WordNet joined with Princeton WordNet 3.0 by synset.

Debian's package ``wordnet-base`` carries the English side, but with repaired glosses: what follows
a longer gloss lies a few bytes later than in the release whose byte offsets name the synsets.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtqa.knowledge.packed import save
from mtqa.workshop.lexicon.romanian import zipf

_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_ID = re.compile(r"ENG30-(\d{8})-([nvar])")
#: |se| întinde, [se] teme, a|-și| face, (se) uita: marks of the reflexive around a bare verb.
_REFLEXIVE = re.compile(r"^(?:a)?\s*[|\[(]\s*-?[^|\])]*[|\])]\s*")
# (English lemma, Romanian lemma, part of speech) to its weight
_Weights = dict[tuple[str, str, str], float]
_Synset = tuple[str, int]


def folder() -> Path:
    """Where Princeton WordNet lies: the environment's ``MTQA_WORDNET`` or Debian's place."""
    return Path(os.environ.get("MTQA_WORDNET", "/usr/share/wordnet"))


def build(out: Path) -> dict[str, int]:
    """Write ``en-ro.table`` and ``ro-en.table`` to `out`; sizes in bytes.

    Raises:
        FileNotFoundError: WordNet is not installed.
        ValueError: a synset of the Romanian WordNet has no English counterpart.
    """
    root = folder()
    weights = pairs(romanian_synsets(), english_synsets(root), sense_ranks(root), shares(root))
    forward: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    backward: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for (english, romanian, pos), weight in weights.items():
        forward[english][pos][romanian] = weight
        backward[romanian][pos][english] = weight
    entries = {word: _line(by_pos) for word, by_pos in forward.items()}
    for form, lemmas in exceptions(folder()):
        entries.setdefault("=" + form, " ".join(lemmas))
    return {
        "en-ro.table": save(out / "en-ro.table", entries),
        "ro-en.table": save(
            out / "ro-en.table", {word: _line(by_pos) for word, by_pos in backward.items()}
        ),
    }


def _line(by_pos: dict[str, dict[str, float]]) -> str:
    """``n fiu|băiat<TAB>v ...``: parts of speech and translations, the likeliest first."""
    order = sorted(by_pos, key=lambda pos: (-max(by_pos[pos].values()), pos))
    cells = []
    for pos in order:
        ranked = sorted(by_pos[pos].items(), key=lambda item: (-item[1], item[0]))
        cells.append(f"{pos} " + "|".join(word for word, _ in ranked))
    return "\t".join(cells)


def romanian_wordnet() -> Any:
    """Romanian WordNet, a ``rowordnet.RoWordNet``, from the file in its package."""
    import rowordnet

    return rowordnet.RoWordNet(str(Path(rowordnet.__file__).parent / "rowordnet.pickle"))


def romanian_synsets() -> dict[_Synset, list[str]]:
    """(part of speech, offset in the release of WordNet 3.0) to Romanian lemmas."""
    wordnet = romanian_wordnet()
    found = {}
    for name in wordnet.synsets():
        synset = synset_of(name)
        if synset:
            lemmas = [clean(literal) for literal in wordnet.synset(name).literals]
            found[synset] = [lemma for lemma in dict.fromkeys(lemmas) if lemma]
    return found


def synset_of(name: str) -> _Synset | None:
    """Part of speech and offset of a synset of WordNet 3.0; None for one of Romanian only."""
    match = _ID.fullmatch(name)
    return (match[2], int(match[1])) if match else None


def clean(literal: str) -> str:
    """A lemma without underscores and reflexive marks: ``|se| întinde`` gives ``întinde``."""
    lemma = _REFLEXIVE.sub("", literal.replace("_", " ").strip())
    lemma = re.sub(r"[|\[(].*?[|\])]", " ", lemma)
    return " ".join(lemma.split()).translate(str.maketrans("şţŞŢ", "șțȘȚ"))


def english_synsets(root: Path) -> dict[_Synset, list[str]]:
    """(part of speech, offset in these files) to English lemmas."""
    found = {}
    for synset, line in english_lines(root):
        cells = line.split(" ", 4)
        words = cells[4].split(" ", 2 * int(cells[3], 16))[: 2 * int(cells[3], 16) : 2]
        lemmas = [re.sub(r"\((?:a|p|ip)\)$", "", word).replace("_", " ") for word in words]
        found[synset] = lemmas
    return found


def english_lines(root: Path) -> Iterator[tuple[_Synset, str]]:
    """(part of speech, offset in these files) and the line of each English synset."""
    for pos, name in _FILES.items():
        for line in (root / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if not line.startswith("  "):
                yield (pos, int(line.split(" ", 1)[0])), line


def sense_ranks(root: Path) -> dict[tuple[str, str], dict[int, int]]:
    """(part of speech, English lemma in lower case) to offset to rank of the sense, from 1."""
    found = {}
    for pos, name in _FILES.items():
        for line in (root / f"index.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            cells = line.split()
            senses = cells[-int(cells[2]) :]
            found[pos, cells[0].replace("_", " ")] = {int(s): i for i, s in enumerate(senses, 1)}
    return found


def shares(root: Path) -> dict[tuple[str, str], float]:
    """(part of speech, English lemma) to the share of that part of speech in tagged text."""
    found: dict[tuple[str, str], float] = {}
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for line in (root / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, _, count = line.split(" ")
        lemma, _, rest = key.partition("%")
        counts[lemma.replace("_", " ")]["nvara"[int(rest[0]) - 1]] += int(count)
    for lemma, by_pos in counts.items():
        total = sum(by_pos.values()) + len(_FILES)
        found |= {(pos, lemma): (by_pos.get(pos, 0) + 1) / total for pos in _FILES}
    return found


def here(synset: _Synset) -> _Synset:
    """Where a synset of the release lies in Debian's files."""
    pos, offset = synset
    if pos == "v" and 613018 <= offset <= 2422663:
        return pos, offset + 18
    if pos == "a" and offset >= 1683908:
        return pos, offset + 1
    return synset


def pairs(
    romanian: dict[_Synset, list[str]],
    english: dict[_Synset, list[str]],
    ranks: dict[tuple[str, str], dict[int, int]],
    share: dict[tuple[str, str], float],
) -> _Weights:
    """Lemma pairs with a weight: the first senses and the usual part of speech of the English
    word, Romanian words of few synsets (they mean just this) and frequent ones come first."""
    missing = [synset for synset in romanian if here(synset) not in english]
    if missing:
        raise ValueError(f"{len(missing)} synsets without a counterpart: another WordNet release?")
    frequency = zipf("ro", 0.0)
    spread: dict[str, int] = defaultdict(int)
    for lemmas in romanian.values():
        for lemma in lemmas:
            spread[lemma] += 1
    weights: _Weights = defaultdict(float)
    for synset, lemmas in sorted(romanian.items()):
        pos, offset = here(synset)
        for word in english[pos, offset]:
            key = pos, word.lower()
            sense = share.get(key, 1.0) / ranks.get(key, {}).get(offset, 9)
            for lemma in lemmas:
                common = 1 + frequency.get(lemma.lower(), 0.0)
                weights[word, lemma, pos] += common * sense / spread[lemma] ** 0.5
    return dict(weights)


def exceptions(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Irregular English forms with their lemmas, all parts of speech together."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in _FILES.values():
        path = root / f"{name}.exc"
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                form, *lemmas = line.split()
                if "_" not in line:
                    found[form] += [lemma for lemma in lemmas if lemma not in found[form]]
    yield from sorted(found.items())
