"""Diacritics lost in a text that otherwise has them: of one word, or of a whole stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import cased, odd
from mtqa.checks.words.context import Unit
from mtqa.checks.words.doubts import Doubt, doubts, readable, standing
from mtqa.knowledge import romanian
from mtqa.model import Issue

#: So many bare words with no marked one between them are one fault.
_STRETCH = 3
#: How much better a marked twin must fit, in log-odds: another word (sa, să), another form of the
#: same (retorica, retorică: either may be meant), and either where its sentence has lost marks for
#: certain.
_WORD, _FORM, _IN_COMPANY = 2.2, 2.6, 0.7
#: So much less is worth a hint for those who want everything.
_HINT = 0.9
#: A word that stands in every other sentence (ca, sa, in) is right so often that more must speak
#: against it.
_EVERYWHERE, _COMMON = 6.0, 1.4
#: For each power of ten by which the twin is rarer it must fit so much better.
_RARER = 0.8
_MARK = re.compile("[ăâîșțşţ]")
#: Words that an editor's software marks by itself, so that they prove no habit.
_AUTOMATIC = frozenset(["în", "și", "şi"])


class LostDiacritics(Check):
    """A word, or a stretch of words, without diacritics in a text that has them: "a spus ca vine".

    A word that exists with and without its marks (sa, să; fata, față) is held against the words
    around it. Three bare words or more with no marked one between them are one issue. Texts typed
    without any diacritics are recognised and left alone.
    """

    name = "spelling.diacritics"
    category = "spelling"
    severity = "minor"
    confidence = 0.92

    def find(self, view: View) -> Iterator[Issue]:
        bare = view.target.orthography.bare
        if bare and view.article.source is None:
            return
        found = [one for one in doubts(view) if one.kind in ("bare", "stripped")]
        for number, group in groupby(found, key=lambda one: one.sentence):
            units = readable(view)[number]
            if units is not None:
                yield from self._sentence(view, units, list(group), bare)

    def _sentence(
        self, view: View, units: Sequence[Unit], found: Sequence[Doubt], bare: bool
    ) -> Iterator[Issue]:
        sure = sum(one.kind == "stripped" and standing(view, one) for one in found)
        for run in _runs(units, found):
            least = 0.0 if bare else _IN_COMPANY
            lost = [one for one in run if one.kind == "stripped" or one.margin >= least]
            if len(lost) >= _STRETCH and sum(one.kind == "stripped" for one in lost):
                yield self._stretch(view, lost)
                continue
            for one in run:
                others = bare or sure - (one.kind == "stripped")
                excess = one.margin - (_IN_COMPANY if others else _least(one))
                if (one.kind == "stripped" or excess >= -_HINT) and standing(view, one):
                    yield self._word(view, one, excess)

    def _word(self, view: View, one: Doubt, excess: float) -> Issue:
        full = cased(one.twin, one.unit.text)
        if one.kind == "stripped":
            message = Message(
                f"Diacritics missing; write “{full}”.", f"Lipsesc diacriticele; se scrie „{full}”."
            )
            return self.issue(view, one.unit.start, one.unit.end, message, full)
        message = Message(
            f"Diacritics missing: here “{full}” fits, not “{one.unit.text}”.",
            f"Lipsesc diacriticele: aici se potrivește „{full}”, nu „{one.unit.text}”.",
        )
        sure = round(min(0.95, 0.66 + 0.05 * excess if excess > 0 else 0.42 + 0.1 * excess), 3)
        return self.issue(view, one.unit.start, one.unit.end, message, full, confidence=sure)

    def _stretch(self, view: View, lost: Sequence[Doubt]) -> Issue:
        start, end = lost[0].unit.start, lost[-1].unit.end
        text, made, at = view.article.target, "", start
        for one in lost:
            made += text[at : one.unit.start] + cased(one.twin, one.unit.text)
            at = one.unit.end
        message = Message(
            f"Diacritics missing in {len(lost)} words.",
            f"Lipsesc diacriticele în {len(lost)} cuvinte.",
        )
        return self.issue(view, start, end, message, made)


def _least(one: Doubt) -> float:
    """How much better the twin must fit where nothing else speaks for lost marks."""
    words, form = romanian(), one.unit.form
    rarer = max(0.0, words.frequency(form) - words.frequency(one.twin)) * _RARER
    same = not set(words.lemmas(form)).isdisjoint(words.lemmas(one.twin))
    common = _COMMON if words.frequency(form) >= _EVERYWHERE else 0.0
    return (_FORM if same else _WORD) + rarer + common


def _runs(units: Sequence[Unit], found: Sequence[Doubt]) -> Iterator[list[Doubt]]:
    """The words in runs that no properly marked word interrupts."""
    at = {one.unit.start: one for one in found}
    run: list[Doubt] = []
    for unit in units:
        one = at.get(unit.start)
        if one is not None:
            run.append(one)
        elif run and _MARK.search(unit.form) and unit.form not in _AUTOMATIC and not odd(unit.text):
            yield run
            run = []
    if run:
        yield run


CHECKS = (LostDiacritics,)
