"""Human translations spoilt on purpose: the errors that a checker must know, with their places.

Each way takes a pair and gives it back with one error more, or nothing where the pair does not
lend itself to it. The marks say what is wrong to the character.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from mtqa.knowledge.translations import en_ro
from mtqa.workshop.training.examples import Example, Mark

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
#: What a dictionary of content words lacks.
_GLOSSES = {
    "the": "", "a": "un", "an": "un", "of": "de", "to": "la", "in": "în", "on": "pe", "at": "la",
    "for": "pentru", "from": "din", "with": "cu", "by": "de", "and": "și", "or": "sau", "as": "ca",
    "that": "că", "which": "care", "who": "care", "when": "când", "where": "unde", "than": "decât",
    "is": "este", "are": "sunt", "was": "a fost", "were": "au fost", "be": "fi", "been": "fost",
    "has": "are", "have": "au", "had": "avut", "will": "va", "would": "ar", "should": "ar trebui",
    "it": "el", "its": "său", "he": "el", "she": "ea", "his": "său", "her": "ei", "they": "ei",
    "their": "lor", "we": "noi", "this": "acest", "these": "acești", "after": "după", "into": "în",
    "before": "înainte", "against": "împotriva", "about": "despre", "but": "dar", "not": "nu",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A pair with its errors so far.

    Attributes:
        target, source: the texts.
        bad, garbled: marks on the target.
        omitted: marks on the source.
        cost: what the errors cost, in standard deviations of the score.
    """

    target: str
    source: str | None
    bad: tuple[Mark, ...] = ()
    garbled: tuple[Mark, ...] = ()
    omitted: tuple[Mark, ...] = ()
    cost: float = 0.0


Way = Callable[["Spoiler", Spoilt], "Spoilt | None"]


@dataclass
class Spoiler:
    """Makes errors; seeded, with the words of a corpus to take wrong ones from.

    Args:
        seed: of all choices.
        corpus: Romanian sentences whose words may stand where they should not.
        others: pairs whose text may be added or lost.
    """

    seed: int
    corpus: Iterable[str]
    others: Sequence[tuple[str, str]]
    rng: random.Random = field(init=False)
    by_ending: dict[tuple[str, bool], list[str]] = field(init=False)
    by_stem: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        ending: dict[tuple[str, bool], set[str]] = defaultdict(set)
        stem: dict[str, set[str]] = defaultdict(set)
        for line in self.corpus:
            for match in _WORD.finditer(line):
                word = match.group()
                if len(word) < 4 or not word.isalpha():
                    continue
                ending[_ending(word)].add(word)
                if word.islower():
                    stem[word[: max(4, len(word) - 3)]].add(word)
        self.by_ending = {key: sorted(words) for key, words in sorted(ending.items())}
        self.by_stem = {key: sorted(words) for key, words in sorted(stem.items()) if len(words) > 1}

    def spoil(self, target: str, source: str | None, language: str, origin: str) -> Example:
        """A pair with one to three errors, each of a way that the language allows."""
        spoilt = Spoilt(target, source)
        wanted = self.rng.choices((1, 2, 3), (0.55, 0.3, 0.15))[0]
        ways = [
            way for way, (_, languages) in WAYS.items() if not languages or language in languages
        ]
        weights = [WAYS[way][0] for way in ways]
        made = 0
        for _ in range(12):
            way = self.rng.choices(ways, weights)[0]
            found = way(self, spoilt)
            if found is not None:
                spoilt, made = found, made + 1
            if made == wanted:
                break
        return Example(
            spoilt.target,
            spoilt.source,
            max(-2.5, 1.0 - spoilt.cost),
            score_weight=0.3,
            bad=spoilt.bad,
            garbled=spoilt.garbled,
            omitted=spoilt.omitted if source is not None else None,
            origin=f"{origin} spoilt",
        )


def _ending(word: str) -> tuple[str, bool]:
    return word[-2:], word[0].isupper()


def _replaced(
    pair: Spoilt, start: int, end: int, text: str, cost: float, *, garbled: bool = False
) -> Spoilt:
    """The pair with a stretch of its target replaced and marked; marks behind it move along."""
    shift = len(text) - (end - start)

    def moved(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple((a + shift * (a >= end), b + shift * (b >= end), p) for a, b, p in marks)

    mark = ((start, start + len(text), 1.0),) if text.strip() else ()
    return Spoilt(
        pair.target[:start] + text + pair.target[end:],
        pair.source,
        moved(pair.bad) + mark,
        moved(pair.garbled) + (mark if garbled else ()),
        pair.omitted,
        pair.cost + cost,
    )


def _free(pair: Spoilt, pattern: re.Pattern[str] = _WORD) -> list[re.Match[str]]:
    """Words of the target that no error stands on yet."""
    return [
        match
        for match in pattern.finditer(pair.target)
        if not any(a < match.end() and match.start() < b for a, b, _ in pair.bad)
    ]


def _window(rng: random.Random, pair: Spoilt, least: int, most: int) -> list[re.Match[str]] | None:
    """Neighbouring free words."""
    words = _free(pair)
    size = rng.randint(least, most)
    if len(words) < size + 1:
        return None
    at = rng.randrange(len(words) - size + 1)
    chosen = words[at : at + size]
    inside = pair.target[chosen[0].start() : chosen[-1].end()]
    return (
        None
        if any(a < chosen[-1].end() and chosen[0].start() < b for a, b, _ in pair.bad)
        or "\n" in inside
        else chosen
    )


def another_word(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """A word of the same ending, but of another meaning."""
    words = [w for w in _free(pair) if len(w.group()) > 4 and w.group().isalpha()]
    if not words:
        return None
    match = self.rng.choice(words)
    word = match.group()
    choice = self.by_ending.get(_ending(word), ())
    wrong = self.rng.choice(choice) if choice else word
    if wrong[:4].lower() == word[:4].lower() or wrong in pair.target:
        return None
    return _replaced(pair, *match.span(), wrong, 0.6)


def another_form(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """Another form of the same word, which does not agree."""
    words = [w for w in _free(pair) if w.group().islower() and len(w.group()) > 4]
    self.rng.shuffle(words)
    for match in words[:6]:
        word = match.group()
        forms = [f for f in self.by_stem.get(word[: max(4, len(word) - 3)], ()) if f != word]
        if forms:
            return _replaced(pair, *match.span(), self.rng.choice(forms), 0.25)
    return None


def another_sense(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """A Romanian word for another sense of the English one."""
    lexicon = en_ro()
    words = [w for w in _free(pair) if w.group().islower() and len(w.group()) > 3]
    self.rng.shuffle(words)
    source = {lemma for word in _WORD.findall(pair.source or "") for lemma in lexicon.lemmas(word)}
    for match in words[:8]:
        word = match.group()
        origin = [english for english in lexicon.english(word) if english in source]
        senses = [t for english in origin[:1] for t in lexicon.translations(english)[1:12]]
        senses = [t for t in senses if t.isalpha() and t[:3] != word[:3]]
        # a synonym is right: a sense that shares no other English word with this one
        strange = [
            t
            for t in senses
            if not set(lexicon.english(t)[:6]) & set(lexicon.english(word)[:6]) - set(origin)
        ]
        if strange:
            wrong = self.rng.choice(strange)
            # in a form that ends as the right word did, if the corpus has one
            forms = self.by_stem.get(wrong[: max(4, len(wrong) - 3)], ())
            alike = [form for form in forms if form[-2:] == word[-2:]]
            return _replaced(pair, *match.span(), self.rng.choice(alike or [wrong]), 0.5)
    return None


def word_by_word(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """Some words of the source as a dictionary gives them, in its order and uninflected."""
    lexicon = en_ro()
    source = _WORD.findall(pair.source or "")
    chosen = _window(self.rng, pair, 3, 6)
    if not chosen or len(source) < 6:
        return None
    start, end = chosen[0].start(), chosen[-1].end()
    at = int(len(source) * start / max(1, len(pair.target)))
    glosses = []
    for word in source[at : at + len(chosen)]:
        found = [t for t in lexicon.translations(word)[:3] if " " not in t]
        gloss = _GLOSSES.get(word.lower())
        glosses.append(gloss if gloss is not None else self.rng.choice(found) if found else word)
    text = " ".join(filter(None, glosses))
    if not text or text.lower() == pair.target[start:end].lower():
        return None
    return _replaced(pair, start, end, text, 1.0, garbled=True)


def salad(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """Words in another order."""
    chosen = _window(self.rng, pair, 4, 8)
    if not chosen:
        return None
    words = [match.group() for match in chosen]
    mixed = words[:]
    self.rng.shuffle(mixed)
    if sum(a != b for a, b in zip(words, mixed, strict=True)) < len(words) * 0.6:
        return None
    return _replaced(pair, chosen[0].start(), chosen[-1].end(), " ".join(mixed), 1.1, garbled=True)


def left_over(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """Some words of the source left as they are."""
    source = list(_WORD.finditer(pair.source or ""))
    chosen = _window(self.rng, pair, 1, 4)
    if not chosen or len(source) < 4:
        return None
    start, end = chosen[0].start(), chosen[-1].end()
    at = int(len(source) * start / max(1, len(pair.target)))
    part = source[at : at + len(chosen)]
    if not part:
        return None
    text = (pair.source or "")[part[0].start() : part[-1].end()]
    if (
        not any(word.group().islower() and len(word.group()) > 3 for word in part)
        or text in pair.target
    ):
        return None
    return _replaced(pair, start, end, text, 0.6)


def repeated(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """Some words said twice."""
    chosen = _window(self.rng, pair, 1, 4)
    if not chosen:
        return None
    end = chosen[-1].end()
    text = pair.target[chosen[0].start() : end]
    return _replaced(pair, end, end, " " + text, 0.4, garbled=True) if len(text) > 3 else None


def lost_words(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """Some words gone; the words left on both sides do not fit."""
    words = _free(pair)
    size = self.rng.randint(1, 3)
    if len(words) < size + 5:
        return None
    at = self.rng.randrange(1, len(words) - size - 1)
    gone = words[at : at + size]
    start, end = words[at - 1].end(), gone[-1].end()
    if re.search(r"[^\w\s]", pair.target[start:end]) or all(len(w.group()) < 3 for w in gone):
        return None
    spoilt = _replaced(pair, start, end, "", 0.5)
    before = words[at - 1]
    return Spoilt(
        spoilt.target, spoilt.source, (*spoilt.bad, (*before.span(), 0.3)),
        spoilt.garbled, spoilt.omitted, spoilt.cost,
    )  # fmt: skip


def lost_clause(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """A clause gone that both sides set off with commas."""
    if pair.source is None or pair.bad:
        return None
    ours, theirs = pair.target.split(", "), pair.source.split(", ")
    if len(ours) != len(theirs) or len(ours) < 2:
        return None
    at = self.rng.randrange(1, len(ours))
    lengths = len(ours[at]), len(theirs[at])
    if min(lengths) < 15 or max(lengths) > 1.6 * min(lengths):
        return None
    start = len(", ".join(theirs[:at])) + 2
    kept = ours[:at] + ours[at + 1 :]
    end_mark = ours[-1][-1] if at == len(ours) - 1 and not ours[-1][-1].isalnum() else ""
    text = ", ".join(kept) + end_mark
    omitted = (*pair.omitted, (start, start + len(theirs[at]), 1.0))
    return Spoilt(text, pair.source, (), (), omitted, pair.cost + 0.8)


def lost_sentence(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """A sentence more in the source than in the target, or the other way round."""
    if pair.source is None:
        return None
    target, source = self.rng.choice(self.others)
    if len(target) > 160 or len(pair.target) > 250:
        return None
    if self.rng.random() < 0.7:
        text = f"{pair.source} {source}"
        mark = (len(pair.source) + 1, len(text), 1.0)
        return Spoilt(
            pair.target, text, pair.bad, pair.garbled, (*pair.omitted, mark), pair.cost + 1.0
        )
    end = len(pair.target)
    return _replaced(pair, end, end, " " + target, 1.0)


def another_figure(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """One digit changed."""
    figures = _free(pair, re.compile(r"\d+"))
    if not figures:
        return None
    match = self.rng.choice(figures)
    digits = list(match.group())
    at = self.rng.randrange(len(digits))
    digits[at] = self.rng.choice([d for d in "123456789" if d != digits[at]])
    return _replaced(pair, *match.span(), "".join(digits), 0.5)


def negation(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """A *nu* lost, or one too many before an auxiliary."""
    found = _free(pair, re.compile(r"\b(?:nu (\w+)|n-(\w+))"))
    if found:
        match = self.rng.choice(found)
        return _replaced(pair, *match.span(), match.group(1) or match.group(2), 0.7)
    found = _free(pair, re.compile(r"\b(este|era|sunt|erau|va|vor|poate|pot|trebuie|există)\b"))
    if not found:
        return None
    match = self.rng.choice(found)
    return _replaced(pair, *match.span(), f"nu {match.group()}", 0.7)


def preposition(self: Spoiler, pair: Spoilt) -> Spoilt | None:
    """A preposition for another."""
    choice = ("de", "la", "în", "din", "pe", "cu", "pentru", "prin", "despre", "către", "sub")
    found = _free(pair, re.compile(rf"\b(?:{'|'.join(choice)})\b"))
    if not found:
        return None
    match = self.rng.choice(found)
    wrong = self.rng.choice([word for word in choice if word != match.group()])
    return _replaced(pair, *match.span(), wrong, 0.25)


#: The ways with their shares, and the source languages that they need.
WAYS: dict[Way, tuple[float, frozenset[str]]] = {
    another_word: (3.0, frozenset()),
    another_form: (2.0, frozenset()),
    another_sense: (3.0, frozenset({"en"})),
    word_by_word: (2.0, frozenset({"en"})),
    salad: (1.5, frozenset()),
    left_over: (1.0, frozenset({"en", "de", "fr", "es", "it", "hu"})),
    repeated: (0.5, frozenset()),
    lost_words: (1.0, frozenset()),
    lost_clause: (2.0, frozenset()),
    lost_sentence: (1.0, frozenset()),
    another_figure: (0.5, frozenset()),
    negation: (0.7, frozenset()),
    preposition: (1.0, frozenset()),
}
