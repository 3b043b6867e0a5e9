"""The lemma of a tagged word: as the treebank or the dictionary has it, or by its ending."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from mtqa.common.memory import WORDS
from mtqa.knowledge import Analysis, romanian
from mtqa.knowledge.spelling import comma

#: The dictionary's parts of speech for those of Universal Dependencies, the likeliest first.
_POS = {
    "NOUN": ("noun", "adjective"), "ADJ": ("adjective",), "VERB": ("verb",),
    "AUX": ("verb",), "ADV": ("adverb", "adjective"), "DET": ("determiner", "pronoun", "article"),
    "PRON": ("pronoun", "determiner"), "NUM": ("numeral", "determiner"), "ADP": ("preposition",),
    "CCONJ": ("conjunction",), "SCONJ": ("conjunction",), "PART": ("particle",),
    "INTJ": ("interjection",),
}  # fmt: skip
_MOOD = {
    "Ind": "indicative", "Sub": "subjunctive", "Imp": "imperative", "Ger": "gerund",
    "Part": "participle", "Inf": "infinitive",
}  # fmt: skip
#: The longest ending that is learnt.
_ENDING = 6
#: An ending that fewer words have says nothing.
_SEEN = 2


class Lemmas:
    """What gives lemmas to tagged words.

    Args:
        exceptions: word, part of speech and features to a lemma that nothing else would give.
        endings: part of speech, features and ending to how many letters go and what comes instead.
    """

    def __init__(
        self,
        exceptions: dict[str, str] | None = None,
        endings: dict[str, tuple[int, str]] | None = None,
    ) -> None:
        self._exceptions = exceptions or {}
        self._endings = endings or {}
        self.lemma = lru_cache(maxsize=WORDS)(self._lemma)

    def _lemma(self, form: str, upos: str, feats: str) -> str:
        """The lemma of a word.

        Args:
            form: as it stands in the text.
            upos, feats: of Universal Dependencies, ``Gender=Fem|Number=Sing``.
        """
        word = form if upos == "PROPN" else form.lower()
        known = self._exceptions.get(f"{word}|{upos}|{feats}")
        if known is None:
            known = self._exceptions.get(f"{word}|{upos}")
        return known or self._regular(form, word, upos, feats)

    def _regular(self, form: str, word: str, upos: str, feats: str) -> str:
        if upos in ("PUNCT", "SYM", "X", "NUM") and not form.isalpha():
            return form
        if "Abbr=Yes" in feats:
            return form
        plain = comma(word)
        return _listed(plain, upos, feats) or self._by_ending(plain, upos, feats) or word

    def _by_ending(self, word: str, upos: str, feats: str) -> str | None:
        for length in range(min(_ENDING, len(word)), 0, -1):
            found = self._endings.get(f"{word[-length:]}|{upos}|{feats}")
            if found:
                return word[: len(word) - found[0]] + found[1]
        return None

    @classmethod
    def learn(cls, words: Iterable[tuple[str, str, str, str]]) -> Lemmas:
        """Lemmas for words as form, lemma, part of speech and features."""
        seen = Counter(
            (form if upos == "PROPN" else form.lower(), lemma, upos, feats)
            for form, lemma, upos, feats in words
            if lemma != "_" and "|" not in form
        )
        changes: dict[str, Counter[tuple[int, str]]] = {}
        for word, lemma, upos, feats in seen:
            change = _change(word, lemma)
            for length in range(1, min(_ENDING, len(word)) + 1):
                changes.setdefault(f"{word[-length:]}|{upos}|{feats}", Counter())[change] += 1
        endings = {
            key: counts.most_common(1)[0][0]
            for key, counts in changes.items()
            if counts.most_common(1)[0][1] >= _SEEN
        }
        return cls(_exceptions(seen, cls(None, endings)), _needed(endings))

    def to_bytes(self) -> bytes:
        """What was learnt, packed."""
        said = {"exceptions": self._exceptions, "endings": self._endings}
        text = json.dumps(said, ensure_ascii=False, sort_keys=True)
        return gzip.compress(text.encode(), mtime=0)

    @classmethod
    def from_bytes(cls, data: bytes) -> Lemmas:
        """What :meth:`to_bytes` packed."""
        said = json.loads(gzip.decompress(data))
        return cls(said["exceptions"], {key: (n, end) for key, (n, end) in said["endings"].items()})


def _change(word: str, lemma: str) -> tuple[int, str]:
    """How many letters go from the end of the word, and what comes instead."""
    same = 0
    while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
        same += 1
    return len(word) - same, lemma[same:]


def _needed(endings: dict[str, tuple[int, str]]) -> dict[str, tuple[int, str]]:
    """The endings that say something else than the next shorter one does."""
    kept: dict[str, tuple[int, str]] = {}
    for key in sorted(endings, key=lambda key: key.index("|")):
        ending, _, tag = key.partition("|")
        shorter = (f"{ending[cut:]}|{tag}" for cut in range(1, len(ending)))
        if endings[key] != next((kept[short] for short in shorter if short in kept), None):
            kept[key] = endings[key]
    return kept


def _exceptions(seen: Counter[tuple[str, str, str, str]], regular: Lemmas) -> dict[str, str]:
    """What the words have that the rules would not give: by features, and where every form of it
    agrees by part of speech alone."""
    best: dict[tuple[str, str, str], str] = {}
    by_pos: dict[tuple[str, str], Counter[str]] = {}
    for (word, lemma, upos, feats), count in seen.most_common():
        best.setdefault((word, upos, feats), lemma)
        by_pos.setdefault((word, upos), Counter())[lemma] += count
    found: dict[str, str] = {}
    for (word, upos), lemmas in by_pos.items():
        lemma, count = lemmas.most_common(1)[0]
        if count > 1 and len(lemmas) == 1 and upos not in ("NOUN", "VERB", "ADJ", "PROPN"):
            found[f"{word}|{upos}"] = lemma
    for (word, upos, feats), lemma in best.items():
        if found.get(f"{word}|{upos}") != lemma and regular.lemma(word, upos, feats) != lemma:
            found[f"{word}|{upos}|{feats}"] = lemma
    return found


def _listed(word: str, upos: str, feats: str) -> str | None:
    """The dictionary's lemma of the reading that agrees best with the tag."""
    readings = romanian().analyses(word)
    for pos in _POS.get(upos, ()):
        fitting = [reading for reading in readings if reading.pos == pos and not reading.proper]
        if fitting:
            given = dict(feature.split("=") for feature in feats.split("|") if feature)
            return max(
                fitting,
                key=lambda reading: (
                    _agreement(reading, given),
                    romanian().frequency(reading.lemma),
                ),
            ).lemma
    return None


def _agreement(reading: Analysis, given: dict[str, str]) -> int:
    """How many features of the tag the reading has, less those that it contradicts."""
    wanted = (
        (reading.number, given.get("Number", "")[:1].lower()),
        (reading.gender if reading.gender != "n" else "", given.get("Gender", "")[:1].lower()),
        (str(reading.person or ""), given.get("Person", "")),
        (reading.mood, _MOOD.get(given.get("Mood", given.get("VerbForm", "")), "")),
        (
            reading.case,
            {"Acc,Nom": "direct", "Dat,Gen": "oblique", "Voc": "vocative"}.get(
                given.get("Case", ""), ""
            ),
        ),
        (
            {True: "Def", False: "Ind", None: ""}[reading.definite],
            given.get("Definite", ""),
        ),
    )
    return sum((1 if has == asked else -1) for has, asked in wanted if has and asked)
