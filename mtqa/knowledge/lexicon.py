"""Romanian word forms: what is a word, what it can be, how common it is, what was meant instead."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from mtqa.common.memory import EVERY_WORD, NAMES
from mtqa.knowledge.analysis import Analysis, with_feminine_oblique, with_plural
from mtqa.knowledge.automaton import Automaton, load
from mtqa.knowledge.compounds import is_compound, is_derived
from mtqa.knowledge.handmade import recent
from mtqa.knowledge.spelling import comma, modern, without_marks
from mtqa.knowledge.suggest import MARK_COST, near, near_by_one, one_edit, unfolded

DATA = Path(__file__).parent / "data"
#: Answers kept in memory; beyond this many the memory starts afresh, which is quicker than to let
#: go of one at a time, and leaves it half full on average.
_MEMORY = EVERY_WORD
#: Forms that begin alike, among which another form of a word is looked for.
_LOOKED_AT = 5_000


class Words:
    """The Romanian word forms.

    Args:
        forms: the automaton of all forms; a form's value is the number of its class of analyses.
        classes: one line a class, ``strip|ending|tag`` joined by ``;``: cut `strip` letters off
            the form and add `ending` to get the lemma.
        frequencies: word form to ten times its Zipf frequency (log10 per billion words).
        extra: words that the dictionaries do not have yet, with their readings.
    """

    def __init__(
        self,
        forms: Automaton,
        classes: list[str],
        frequencies: Automaton,
        extra: dict[str, tuple[Analysis, ...]],
    ) -> None:
        self._forms, self._classes, self._frequencies = forms, classes, frequencies
        self._extra = extra
        self._extra_folded: dict[str, list[str]] = {}
        for form in extra:
            self._extra_folded.setdefault(without_marks(form), []).append(form)
        self._members: dict[str, bool] = {}
        self._known: dict[str, bool] = {}
        self._analyses: dict[str, tuple[Analysis, ...]] = {}
        self._lemmas: dict[str, tuple[str, ...]] = {}
        # several checks ask for what is near to one strange word
        self._ranked = lru_cache(maxsize=NAMES)(self._near)

    def __contains__(self, form: str) -> bool:
        """Whether exactly this spelling is listed.

        The speller's 8,000 names are listed with their capital, the tagger's 300 without.
        """
        answer = self._members.get(form)
        if answer is None:
            if len(self._members) > _MEMORY:
                self._members.clear()
            answer = self._members[form] = form in self._forms or form in self._extra
        return answer

    def analyses(self, form: str) -> tuple[Analysis, ...]:
        """Every reading of the form (looked up as it stands, then in lower case); may be empty.

        A form may be known and still have no reading: the speller lists more forms than the
        tagger does.
        """
        answer = self._analyses.get(form)
        if answer is None:
            if len(self._analyses) > _MEMORY:
                self._analyses.clear()
            answer = self._analyses[form] = self._read(form)
        return answer

    def _read(self, form: str) -> tuple[Analysis, ...]:
        number = self._forms.value(form)
        if number is None:
            lower = form.lower()
            if lower != form:
                return self.analyses(lower)
            return with_feminine_oblique(self._extra.get(form, ()))
        readings = []
        for entry in self._classes[number].split(";"):
            strip, ending, tag = entry.split("|")
            readings.append(Analysis(form[: len(form) - int(strip)] + ending, tag))
        return with_plural(form, with_feminine_oblique(tuple(readings)))

    def forms(self, reading: Analysis, start: str, longest: int) -> Iterator[str]:
        """The forms with this very reading that begin with `start`, up to so many letters.

        Of a beginning that many thousands share, the first of them are looked at.
        """
        ending = f"|{reading.tag}"
        for form in islice(self._forms.words(start), _LOOKED_AT):
            number = self._forms.value(form) if len(form) <= longest else None
            listed = number is not None and ending in self._classes[number]
            if listed and reading in self.analyses(form):
                yield form

    def lemmas(self, form: str) -> tuple[str, ...]:
        """The distinct lemmas of the form's readings."""
        answer = self._lemmas.get(form)
        if answer is None:
            if len(self._lemmas) > _MEMORY:
                self._lemmas.clear()
            answer = tuple(dict.fromkeys([reading.lemma for reading in self.analyses(form)]))
            self._lemmas[form] = answer
        return answer

    def known(self, token: str) -> bool:
        """Whether `token`, as it stands in running text, is Romanian.

        Sees through capitals, cedillas, the norm before 1993, clitics and regular hyphen
        compounds, and productive prefixes. A token in lower case is not known by a name that
        differs only in its capital.
        """
        answer = self._known.get(token)
        if answer is None:
            if len(self._known) > _MEMORY:
                self._known.clear()
            answer = self._known[token] = self._is_known(token)
        return answer

    def _is_known(self, token: str) -> bool:
        token = comma(token).replace("\u2011", "-").replace("\u2010", "-").replace("’", "'")
        if self.simple(token):
            return True
        if "-" in token:
            return is_compound(self, token)
        lower = token.lower()
        return is_derived(self, lower) or any(form in self for form in modern(lower))

    def recent(self, form: str) -> bool:
        """Whether the form comes from the lists of recent words and loanwords."""
        return form in self._extra

    def simple(self, token: str) -> bool:
        """Whether one word without hyphens is listed, in this case or a lower one."""
        if token in self or any(form in self for form in modern(token)):
            return True
        lower = token.lower()
        if lower == token:
            return False
        if lower in self or any(form in self for form in modern(lower)):
            return True
        return token.isupper() and token.capitalize() in self

    def frequency(self, form: str) -> float:
        """Zipf frequency of the form in lower case (log10 per billion words), 0.0 if rare.

        Counted are forms from 3.0 upwards; the counts come from web text and subtitles.
        """
        value = self._frequencies.value(form.lower())
        return 0.0 if value is None else value / 10

    def folded(self, form: str) -> tuple[str, ...]:
        """The words that read `form` once marks are taken away, the most frequent first.

        ``fara`` gives ``fără``; ``si`` gives ``și``, ``si``. Lower case unless only a name fits.
        """
        plain = without_marks(form)
        found = dict.fromkeys(unfolded(self._forms, plain))
        if plain != plain.lower():
            found |= dict.fromkeys(unfolded(self._forms, plain.lower()))
        found |= dict.fromkeys(self._extra_folded.get(plain.lower(), ()))
        return tuple(sorted(found, key=lambda word: (-self.frequency(word), word)))

    def suggest(self, form: str, n: int = 5, *, limit: float = 1.0) -> tuple[str, ...]:
        """Up to `n` words that may have been meant by the misspelt `form`, the likeliest first.

        Args:
            form: in lower case, or with the capital that the suggestions then get too.
            n: how many at most.
            limit: edit distance (a mark costs 0.25); 2.0 finds more and takes ten times as long.
        """
        capital = form[:1].isupper()
        ranked = self._ranked(comma(form).lower(), limit)[:n]
        return tuple(word[:1].upper() + word[1:] if capital else word for word in ranked)

    def _near(self, lower: str, limit: float) -> tuple[str, ...]:
        """All words within the limit of a form in lower case, the likeliest first."""
        forms = self._forms
        found = near_by_one(forms, lower) if limit == 1 else near(forms, lower, limit)
        for word in (
            self._extra_folded.get(without_marks(lower), ()) if lower not in self._extra else ()
        ):
            found.setdefault(word, MARK_COST)
        for word in one_edit(lower) if limit >= 1 else ():
            if word in self._extra:
                found.setdefault(word, 1.0)
        return tuple(sorted(found, key=lambda word: (*self._rank(word, lower, found[word]), word)))

    def _rank(self, word: str, meant: str, cost: float) -> tuple[float]:
        """Rare words and another first letter are unlikely; one Zipf point weighs a quarter."""
        return (cost - self.frequency(word) / 4 + (word[:1] != meant[:1]) * 0.75,)


@lru_cache(maxsize=1)
def romanian() -> Words:
    """The Romanian word forms, loaded once per process."""
    classes = gzip.decompress((DATA / "romanian.classes.gz").read_bytes()).decode().split("\n")
    return Words(
        load(DATA / "romanian.automaton"),
        classes,
        load(DATA / "romanian.frequency"),
        recent(),
    )
