"""The style sheet for names at work: every use of its forms in a text, in any case form.

Forms are looked up by hash: the case forms of each form's first word lead to the form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import eq
from weakref import WeakKeyDictionary

from mtqa.glossary.entries import NameEntry
from mtqa.glossary.running_words import Word, same_gap, words
from mtqa.knowledge import romanian
from mtqa.languages.ro import Document
from mtqa.languages.ro.name_cases import Slot, in_slot, slots
from mtqa.languages.ro.names import case_forms
from mtqa.languages.ro.reinflect import noun_phrase
from mtqa.languages.tables import names as names_of


@dataclass(frozen=True, slots=True)
class Use:
    """A form of the style sheet in a text.

    Attributes:
        start, end: half-open code-point span.
        entry: the name.
        good: whether the form may be written.
        form: the form as the sheet has it.
        slots: the case of each of its words, ``None`` where only the lemma is known.
        literal: it stands as the sheet has it.
        partial: it is the surname alone.
    """

    start: int
    end: int
    entry: NameEntry
    good: bool
    form: str
    slots: tuple[Slot | None, ...]
    literal: bool
    partial: bool


class _Form:
    """One form of an entry, cut into words."""

    __slots__ = ("cases", "entry", "gaps", "good", "lemmas", "partial", "text", "words")

    def __init__(self, text: str, entry: NameEntry, good: bool, partial: bool = False) -> None:
        self.text, self.entry, self.good, self.partial = text, entry, good, partial
        cut = words(text)
        self.words = tuple(word.text for word in cut)
        self.gaps = tuple(text[a.end : b.start] for a, b in pairwise(cut))
        self.cases = tuple(_cases(word, good) for word in self.words)
        self.lemmas = tuple(_lemmas(word) for word in self.words) if len(cut) > 1 else ()

    def fits(self, place: int, word: str) -> bool:
        """Whether the word of a text can be a form of this form's word at ``place``."""
        cases = self.cases[place]
        if word in cases:
            return True
        if word.isupper() and not self.words[place].isupper():
            return any(word == form.upper() for form in cases)
        if not self.lemmas or word[0].isupper() != self.words[place][0].isupper():
            return False
        return not self.lemmas[place].isdisjoint(_lemmas(word))

    def slot(self, place: int, word: str) -> Slot | None:
        """The case of a word that fits."""
        cases = self.cases[place]
        if word in cases:
            return cases[word]
        upper = {form.upper(): slot for form, slot in cases.items()} if word.isupper() else {}
        return upper.get(word)


def _cases(word: str, good: bool) -> dict[str, Slot]:
    """The case forms of a word; of what may be written even the unusual ones."""
    unusual: dict[str, Slot] = dict.fromkeys(case_forms(word), "base") if good else {}
    return {**unusual, **slots(word), word: "base"}


def _lemmas(word: str) -> frozenset[str]:
    return frozenset(romanian().lemmas(word.lower()))


class House:
    """The style sheet, compiled once.

    Args:
        entries: its names.
    """

    def __init__(self, entries: Iterable[NameEntry]) -> None:
        self.entries = tuple(entries)
        self._forms: dict[str, list[_Form]] = {}
        self._lemmas: dict[str, list[_Form]] = {}
        self._sources: dict[str, list[tuple[tuple[str, ...], NameEntry]]] = {}
        self._respelt: dict[str, str] = {}
        self._seen: WeakKeyDictionary[Document, tuple[Use, ...]] = WeakKeyDictionary()
        for entry in self.entries:
            for form in _forms(entry):
                self._add(form)
            self._add_source(entry)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def _add(self, form: _Form) -> None:
        if not form.words:
            return
        for case in form.cases[0]:
            self._forms.setdefault(case.casefold(), []).append(form)
        for lemma in form.lemmas[0] if form.lemmas else ():
            self._lemmas.setdefault(lemma, []).append(form)

    def _add_source(self, entry: NameEntry) -> None:
        for name in entry.source or (*entry.good, *entry.forbidden):
            cut = tuple(word.text for word in words(name))
            if cut:
                self._sources.setdefault(cut[0].casefold(), []).append((cut, entry))
        for form in (*entry.source, *entry.forbidden):
            if entry.preferred and form not in entry.good:
                self._respelt[form] = entry.preferred

    # in the Romanian text

    def uses(self, document: Document) -> tuple[Use, ...]:
        """The uses of all forms, in reading order, no two overlapping; found once a document.

        Of overlapping ones the longer stays, then one as the sheet has it, then one that may be
        written.
        """
        found = self._seen.get(document)
        if found is None:
            found = self._seen[document] = tuple(_apart(self._matches(document.text)))
        return found

    def _matches(self, text: str) -> Iterator[Use]:
        cut = words(text) if self.entries else []
        for index, word in enumerate(cut):
            for form in self._candidates(word.text):
                use = _use(form, cut[index : index + len(form.words)], text)
                if use:
                    yield use

    def _candidates(self, word: str) -> dict[_Form, None]:
        found = dict.fromkeys(self._forms.get(word.casefold(), ()))
        if self._lemmas:
            for lemma in romanian().lemmas(word.lower()):
                found |= dict.fromkeys(self._lemmas.get(lemma, ()))
        return found

    def respelt(self, name: str) -> str:
        """The name as the house writes it."""
        return self._respelt.get(name, name)

    # in the source

    def in_source(
        self, text: str, start: int, end: int, language: str
    ) -> list[tuple[Word, NameEntry]]:
        """The names of the sheet in ``text[start:end]`` of the source, each with its span."""
        found = []
        cut = words(text, start, end) if self._sources else []
        for index, word in enumerate(cut):
            for stem in _stems(word.text, language):
                for name, entry in self._sources.get(stem, ()):
                    run = cut[index : index + len(name)]
                    if _stands(name, run, language):
                        last = run[-1].start + len(_bare(run[-1].text))
                        found.append((Word(word.start, last, text[word.start : last]), entry))
        return found


def _stands(name: Sequence[str], run: Sequence[Word], language: str) -> bool:
    """Whether the words of a name are these of the source, in a case that a name can have: Apple
    is not apple, EU is not eu."""
    return len(run) == len(name) and all(
        part.casefold() in _stems(word.text, language)
        and (word.text[0].isupper() or not part[0].isupper())
        and (word.text.startswith(part) or not part.isupper())
        for part, word in zip(name, run, strict=True)
    )


def _forms(entry: NameEntry) -> Iterator[_Form]:
    """The entry's forms; a person's surname may stand alone."""
    good = {form.split()[-1] for form in entry.good}
    for form in (*entry.good, *entry.forbidden):
        right = form in entry.good
        yield _Form(form, entry, right)
        surname = form.split()[-1]
        if entry.type == "person" and " " in form and (right or surname not in good):
            yield _Form(surname, entry, right, partial=True)


def _use(form: _Form, run: Sequence[Word], text: str) -> Use | None:
    """The form at these words of the text, if it is there."""
    if len(run) != len(form.words):
        return None
    if not all(form.fits(place, word.text) for place, word in enumerate(run)):
        return None
    for one, other, gap in zip(run, run[1:], form.gaps, strict=False):
        if not same_gap(gap, text[one.end : other.start]):
            return None
    cases = tuple(form.slot(place, word.text) for place, word in enumerate(run))
    start, end = run[0].start, run[-1].end
    literal = text[start:end] == form.text
    return Use(start, end, form.entry, form.good, form.text, cases, literal, form.partial)


def _apart(uses: Iterable[Use]) -> list[Use]:
    kept: list[Use] = []
    taken: set[int] = set()
    for use in sorted(uses, key=lambda u: (u.start - u.end, u.partial, not u.literal, not u.good)):
        if taken.isdisjoint(range(use.start, use.end)):
            taken.update(range(use.start, use.end))
            kept.append(use)
    return sorted(kept, key=lambda use: use.start)


def _bare(word: str) -> str:
    """The word without the English or German possessive mark."""
    for ending in ("'s", "’s", "'", "’"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _stems(word: str, language: str) -> tuple[str, ...]:
    """What the source's word may be a form of, in lower case."""
    bare = _bare(word).casefold()
    if names_of(language).inflected:
        return tuple(bare[: len(bare) - cut] for cut in range(4) if len(bare) - cut >= 3)
    return (bare, bare[:-1]) if len(bare) > 4 and bare.endswith("s") else (bare,)


def suggestion(use: Use, text: str) -> str | None:
    """The preferred form in the case of the use, ``None`` if the sheet prefers none."""
    wanted = use.entry.preferred
    if not wanted:
        return None
    if use.partial:
        wanted = wanted.split()[-1]
    found = text[use.start : use.end]
    right = inflected(wanted, use.slots, found, use.form, use.entry)
    if right is None:
        return None
    if use.entry.type == "person" and text[: use.start].endswith(("lui ", "Lui ")):
        right = right.removeprefix("lui ")
    return right.upper() if found.isupper() and not use.form.isupper() else right


def inflected(
    wanted: str, cases: Sequence[Slot | None], found: str, form: str, entry: NameEntry
) -> str | None:
    """A name in the case of another, ``None`` where that is beyond the rules.

    Args:
        wanted: the name in the nominative.
        cases: the case of each word of the other name, ``None`` where it is not known.
        found: the other name as it stands.
        form: the other name in the nominative.
        entry: what is known of the name.
    """
    pieces, old, here = wanted.split(), form.split(), found.split()
    slot: Slot = next((slot for slot in cases if slot and slot != "base"), "base")
    if slot == "base" and None not in cases:
        return wanted
    person = entry.type == "person"
    man = person and (entry.gender == "m" or pieces[-1][-1:] != "a")
    if man and slot == "genitive":
        return f"lui {wanted}"
    if len(pieces) == len(cases) == len(here) and any(map(eq, pieces, old)):
        return " ".join(
            word if piece == was else in_slot(piece, case or slot, like=word, person=person)
            for piece, was, word, case in zip(pieces, old, here, cases, strict=True)
        )
    if len(pieces) > 1 and entry.type != "person" and pieces[0].lower() in romanian():
        wished = ("s", "oblique" if slot == "genitive" else "direct", True)
        return noun_phrase(wanted, (wished,))
    pieces[-1] = in_slot(pieces[-1], slot, like=found, person=person)
    return " ".join(pieces)
