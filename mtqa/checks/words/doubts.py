"""Words of the dictionary that hardly fit their place, where a twin of theirs does.

Each word that has twins (:mod:`mtqa.checks.words.twins`) is held against them in its place by the
model of :mod:`mtqa.checks.words.context`, all of an article at once. What a margin is worth depends
on the kind: a mark is easily lost, another word hardly ever written.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mtqa.checks.base import View
from mtqa.checks.lexical import GLUE, is_listed_name, reading
from mtqa.checks.once import once
from mtqa.checks.words.context import Context, Sentence, Unit, context, keys, units
from mtqa.checks.words.twins import by_hyphen, by_i, by_marks
from mtqa.common.memory import EVERY_WORD, WORDS
from mtqa.knowledge import foreign_words, romanian, without_marks

#: What stands before the parts of names in the languages of Western Europe.
_PARTICLES = frozenset("de da do dos du di del la le las los der den van von".split())
#: Clitics of groups (într-o, și-a, ți-l) that are none without their marks.
_BARE_CLITICS = {"intr": "într", "si": "și", "ti": "ți"}
#: By so much, in powers of ten, a Romanian word must be more frequent than its bare form is abroad.
_BETTER = 1.0
#: Nobody means a word that is rarer by so many powers of ten than the one that stands there.
_RARER = 3.0
_EVERYWHERE = 5.7
#: Kinds of words that the dictionary does not have as they stand.
CERTAIN = ("stripped", "joined")
#: A larger share of strange words makes a sentence one of another language.
_STRANGE = 0.25
#: A word that opens a sentence and may be a name is doubted from this margin.
_NAME = 6.0
#: Passes over a stretch without marks, each with what the one before has restored.
_PASSES = 2


class Doubt(NamedTuple):
    """A word, and the twin that fits its place better.

    Attributes:
        unit: the word.
        sentence: number of its sentence in the article.
        kind: ``bare`` (a mark is lost and the dictionary has the bare form too), ``stripped`` (the
            dictionary has only marked forms), ``marks`` (another mark, or one too many), ``i``,
            ``hyphen`` or ``joined`` (only with a hyphen the dictionary has it).
        twin: what fits better, in lower case.
        margin: how much better, in log-odds.
    """

    unit: Unit
    sentence: int
    kind: str
    twin: str
    margin: float


class Place(NamedTuple):
    """A word with its candidates: the form as it stands, then its twins with their kinds."""

    at: int
    form: str
    twins: tuple[tuple[str, str], ...]


@once
def doubts(view: View) -> tuple[Doubt, ...]:
    """Every word of the article that has a twin with a higher score, in order."""
    model, found = context(), list[Doubt]()
    bare = view.target.orthography.bare
    sentences = [Sentence(read or ()) for read in readable(view)]
    places = [list(_places(sentence.units, bare)) for sentence in sentences]
    if bare:
        _guess(sentences, places)
    for _ in range(_PASSES + bare):
        found = _weighed(model, sentences, places)
        stripped = {doubt.sentence for doubt in found if doubt.kind == "stripped"}
        if not stripped:
            break
        # what was restored speaks for its neighbours
        for doubt in found:
            if doubt.kind in ("bare", "stripped") and doubt.sentence in stripped:
                sentence = sentences[doubt.sentence]
                sentence.put(sentence.units.index(doubt.unit), doubt.twin)
    return tuple(found)


def _guess(sentences: Sequence[Sentence], places: Sequence[Sequence[Place]]) -> None:
    """Read every word without marks as the most frequent that it can be, to begin with."""
    for sentence, here in zip(sentences, places, strict=True):
        for place in here:
            forms = [twin for twin, kind in place.twins if kind in ("bare", "stripped")]
            if len(forms) == len(place.twins) and place.form in romanian():
                forms.append(place.form)
            if forms:
                sentence.put(place.at, max(forms, key=romanian().frequency))


def _weighed(
    model: Context, sentences: Sequence[Sentence], places: Sequence[Sequence[Place]]
) -> list[Doubt]:
    """The doubts, by one look at all places."""
    rows = [
        sentence.row(place.at, form)
        for sentence, here in zip(sentences, places, strict=True)
        for place in here
        for form in (place.form, *(twin for twin, _ in place.twins))
    ]
    scores = iter(model.scores(rows))
    found = []
    for number, (sentence, here) in enumerate(zip(sentences, places, strict=True)):
        for place in here:
            own = next(scores)
            scored = [(next(scores), twin, kind) for twin, kind in place.twins]
            score, twin, kind = max(scored)
            if score > own or kind in CERTAIN:
                found.append(Doubt(sentence.units[place.at], number, kind, twin, score - own))
    return found


@once
def readable(view: View) -> tuple[list[Unit] | None, ...]:
    """The units of each sentence; None for one that is hardly Romanian."""
    if reading(view).unreadable:
        return (None,) * len(view.target.sentences)
    tokens = view.target.tokens
    starts = [token.start for token in tokens]
    found: list[list[Unit] | None] = []
    for start, end in view.target.sentences:
        read = units(tokens[bisect_left(starts, start) : bisect_left(starts, end)])
        strange = len([unit for unit in read if not unit.name and _is_strange(unit.form)])
        found.append(None if strange > max(2, len(read) * _STRANGE) else read)
    return tuple(found)


@lru_cache(maxsize=WORDS)
def _is_strange(form: str) -> bool:
    """Whether a word is Romanian neither as it stands nor with marks."""
    return form[0].isalpha() and not romanian().known(form) and not by_marks(form)


def standing(view: View, doubt: Doubt) -> bool:
    """Whether the word is part of the Romanian text: of no borrowed phrase, no name, no address."""
    text, unit = reading(view), doubt.unit
    index = bisect_left(text.tokens, (unit.start,))
    token = text.tokens[index]
    glued = view.target.text[token.start - 1 : token.start] in GLUE and token.start > 0
    return not (glued or text.in_loan_phrase(index, index) or (
        unit.text[0].isupper() and is_listed_name(unit.text) and doubt.margin < _NAME))  # fmt: skip


def _places(read: Sequence[Unit], bare: bool) -> Iterator[Place]:
    """The words of a sentence that have twins: none in capitals; names where all marks are lost."""
    for at, unit in enumerate(read):
        twins = _twins(unit.form) if not unit.name else _of_name(unit.text) if bare else ()
        if not twins or (len(unit.text) > 1 and unit.text.isupper()):
            continue
        if not (_is_foreign(read, at) or _is_ordinal(read, at) or _is_joint(read, at)):
            yield Place(at, unit.form, twins)


@lru_cache(maxsize=EVERY_WORD)
def _twins(form: str) -> tuple[tuple[str, str], ...]:
    words = romanian()
    if not form[0].isalpha():
        return ()
    bare = without_marks(form) == form
    clitic, hyphen, host = form.partition("-")
    if hyphen and clitic in _BARE_CLITICS:
        return ((f"{_BARE_CLITICS[clitic]}-{host}", "stripped"),)
    if form in words or hyphen:
        kind, often = "bare" if bare else "marks", words.frequency(form)
        found = [(twin, kind) for twin in by_marks(form) if words.frequency(twin) > often - _RARER]
        if not bare and often > _EVERYWHERE:
            found = []  # a mark too many on a word that everybody writes by heart
        found += [(twin, "hyphen") for twin in by_hyphen(form)]
        found += [(twin, "i") for twin in by_i(form)]
        return tuple(found)
    if words.known(form):
        return ()
    joined = tuple((twin, "joined") for twin in by_hyphen(form) if not _is_borrowed(form))
    if joined or not bare or _is_borrowed(form):
        return joined
    # the dictionary may lack the article of a noun that it has: parapanta, parapantă
    return tuple(
        (twin, "bare" if twin[:-1] == form[:-1] and twin[-1] == "ă" else "stripped")
        for twin in by_marks(form)
    )


def _of_name(text: str) -> tuple[tuple[str, str], ...]:
    """What a name without marks is with them: Scotia, Adunarii."""
    words = romanian()
    if words.known(text) or is_listed_name(text):
        return ()
    found = [word for word in words.folded(text) if without_marks(text) == text]
    return tuple((word.lower(), "stripped") for word in found[:1])


def _is_borrowed(form: str) -> bool:
    """Whether a word of no Romanian list is better known in another language."""
    foreign = max(foreign_words().strengths(form).values(), default=0.0)
    return (
        bool(foreign)
        and foreign > max(map(romanian().frequency, by_marks(form)), default=0.0) - _BETTER
    )


def _is_ordinal(read: Sequence[Unit], at: int) -> bool:
    """Whether the word is the end of an ordinal that spaces tore off: al 18 lea, al XVI - lea."""
    if read[at].form not in ("lea", "a"):
        return False
    before = [unit.text for unit in read[max(0, at - 2) : at] if unit.text not in "-–"]
    return bool(before) and (before[-1][0].isdigit() or before[-1].isupper())


def _is_joint(read: Sequence[Unit], at: int) -> bool:
    """Whether the word joins two words of one kind (văzut sau auzit), or shortens a numeral."""
    if not 0 < at < len(read) - 1:
        return False
    before, after = read[at - 1], read[at + 1]
    if read[at].form == "sau":
        return keys(before.form, before.name).readings == keys(after.form, after.name).readings
    return before.form[0].isdigit() and after.form == "."


def _is_foreign(read: Sequence[Unit], at: int) -> bool:
    """Whether the word stands between names and their particles: Bartolomé de las Casas."""
    if at + 1 == len(read) or not read[at + 1].name:
        return False
    before = [unit for unit in read[max(0, at - 2) : at] if unit.form not in _PARTICLES]
    between = bool(before) and (before[-1].name or _is_strange(before[-1].form))
    return between and read[at].form != "si"  # what joins two names is Romanian
