"""``python -m mtqa.workshop.word_letters``: teach what Romanian words look like by their letters.

Three logistic regressions over hashed runs of letters (:mod:`mtqa.checks.words.letters`): Romanian
forms against the same forms damaged at one or two places, Romanian forms against words of six other
languages that Romanian does not have, and all words that are not English against those that are
English alone. Needs nothing but the lexicons of the package; the same seed gives the same
table. Writes ``mtqa/checks/words/data/letters.bin`` and prints how well each tells words left out.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from random import Random

import numpy as np
import numpy.typing as npt

from mtqa.checks.words.letters import MODELS, SIZE, STEP, TABLE, runs
from mtqa.knowledge import foreign_words, romanian
from mtqa.knowledge.automaton import load
from mtqa.knowledge.lexicon import DATA

Floats = npt.NDArray[np.float64]
#: How many words each side is taught with; the frequent ones come first.
_WORDS = 150_000
_LETTERS = "aaaeeeiiiloursntcdmpăâîșțbfgvhjz"
_ROUNDS, _RATE, _PRIOR = 60, 0.15, 2e-6


def _forms(name: str) -> Iterator[str]:
    """Every form of a word list of the package."""
    return load(DATA / f"{name}.automaton").words()


def romanian_words(random: Random) -> list[str]:
    """Forms of the dictionary in lower case: all that are frequent, and a sample of the others."""
    words = romanian()
    every = [word for word in _forms("romanian") if word.islower() and word.isalpha()]
    frequent = [word for word in every if words.frequency(word) and len(word) > 2]
    rare = [word for word in every if not words.frequency(word) and len(word) > 3]
    return frequent + random.sample(rare, _WORDS - len(frequent))


def foreign_sample(random: Random) -> list[str]:
    """Words of other languages that are none of Romanian."""
    words = romanian()
    every = [word for word in _forms("foreign") if word.isalpha() and len(word) > 2]
    plain = [word for word in every if word not in words and word.capitalize() not in words]
    return random.sample(plain, min(_WORDS, len(plain)))


def damage(word: str, random: Random) -> str:
    """The word with one fault, of a longer one in three with two: a letter lost, added, put in the
    place of another or swapped with the next, a syllable lost or written twice."""
    for _ in range(2 if len(word) > 6 and random.random() < 1 / 3 else 1):
        word = _damaged_once(word, random)
    return word


def _damaged_once(word: str, random: Random) -> str:
    at, kind = random.randrange(len(word)), random.random()
    letter = random.choice(_LETTERS)
    if kind < 0.25:
        return word[:at] + word[at + 1 :]
    if kind < 0.45:
        return word[:at] + letter + word[at:]
    if kind < 0.7:
        return word[:at] + letter + word[at + 1 :]
    if kind < 0.8:
        return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    if kind < 0.9:
        return word[:at] + word[at + 2 :]
    return word[:at] + word[at : at + 2] * 2 + word[at + 2 :]


def damaged_words(sound: Iterable[str], random: Random) -> list[str]:
    """Each word damaged, those left out that became another word."""
    words = romanian()
    damaged = (damage(word, random) for word in sound)
    return [word for word in damaged if len(word) > 2 and word not in words]


class Examples:
    """Words as rows of runs, and to which side each belongs."""

    def __init__(self, sound: Sequence[str], wrong: Sequence[str]) -> None:
        listed = [np.array(runs(word), dtype=np.int32) for word in (*sound, *wrong)]
        self.rows = np.concatenate(listed)
        self.sizes = np.array([len(rows) for rows in listed])
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)[:-1]])
        self.wrong = np.concatenate([np.zeros(len(sound)), np.ones(len(wrong))])

    def odds(self, weights: Floats) -> Floats:
        """The log-odds of each word."""
        found: Floats = np.add.reduceat(weights[self.rows], self.starts) + weights[-1]
        return found

    def slope(self, weights: Floats) -> Floats:
        """The gradient of the mean log loss, prior included."""
        residual = _sigmoid(self.odds(weights)) - self.wrong
        by_row = np.bincount(self.rows, np.repeat(residual, self.sizes), minlength=SIZE)
        by_row[-1] = residual.sum()
        return by_row / len(self.wrong) + _PRIOR * weights


def fit(examples: Examples) -> Floats:
    """The weights, by Adam over all examples at once."""
    weights, mean, spread = np.zeros(SIZE), np.zeros(SIZE), np.zeros(SIZE)
    for step in range(1, _ROUNDS + 1):
        slope = examples.slope(weights)
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.98 * spread + 0.02 * slope**2
        rate = _RATE * (1 - step / (_ROUNDS + 1))
        moved = (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.98**step)) + 1e-9)
        weights -= rate * moved
    return weights


def stored(weights: Floats) -> bytes:
    """The weights in steps, as signed bytes."""
    return np.clip(np.round(weights / STEP), -127, 127).astype(np.int8).tobytes()


def ordered(examples: Examples, weights: Floats) -> float:
    """The share of pairs of a sound and a wrong word that the model orders rightly."""
    order = np.argsort(np.argsort(examples.odds(weights)))
    wrong = examples.wrong == 1
    ranks, count = order[wrong].sum(), int(wrong.sum())
    return float((ranks - count * (count - 1) / 2) / (count * (len(order) - count)))


def _sigmoid(odds: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return found


def main() -> None:
    """Teach the models and write the table."""
    random = Random(7)
    sound = romanian_words(random)
    random.shuffle(sound)
    abroad = foreign_sample(random)
    english = [word for word in abroad if foreign_words().languages(word) == {"en"}]
    others = [word for word in abroad if "en" not in foreign_words().languages(word)]
    tasks = {
        "damaged": (sound, damaged_words(sound, random)),
        "foreign": (sound, abroad),
        "english": (others + sound[: len(others) // 2], english),
    }
    table = b"".join(_taught(name, *tasks[name], random) for name in MODELS)
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_bytes(zlib.compress(table, 9))
    print(f"{TABLE}: {TABLE.stat().st_size} bytes")


def _taught(name: str, sound: list[str], wrong: list[str], random: Random) -> bytes:
    """The weights of one model, as they are stored."""
    random.shuffle(sound)
    random.shuffle(wrong)
    a, b = len(sound) // 20, len(wrong) // 20
    kept = stored(fit(Examples(sound[a:], wrong[b:])))
    steps = np.frombuffer(kept, dtype=np.int8).astype(np.float64) * STEP
    told = ordered(Examples(sound[:a], wrong[:b]), steps)
    print(f"{name}: {len(sound)} words against {len(wrong)}, pairs left out ordered {told:.3f}")
    return kept


if __name__ == "__main__":
    main()
