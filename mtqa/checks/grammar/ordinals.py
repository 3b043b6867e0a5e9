"""Ordinals: "a 3-lea an" for "al 3-lea an", "al 2-lea victorie", "21st", "pe 3. mai"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from mtqa.checks.base import Message, View
from mtqa.checks.grammar.nouns import is_adverbial
from mtqa.checks.wordwise import WordCheck
from mtqa.languages.ro.agreement import ADJECTIVAL, DIRECT, WordList, cells
from mtqa.languages.ro.counting import ORDINALS
from mtqa.languages.ro.months import MONTH_NAMES
from mtqa.model import Issue

_MASCULINE, _FEMININE = ADJECTIVAL["m", "s"], ADJECTIVAL["f", "s"]
_FORMS: dict[str, tuple[str, str]] = {}  # form to its gender and the form of the other
for _pair in ORDINALS.split("|"):
    _he, _she = _pair.split()
    _FORMS |= {_he: ("m", _she), _she: ("f", _he)}
#: After "al" these say nothing of ordinals: al doua is wrong, al suta and al noua may be names.
_ROMAN = re.compile(r"[IVXLC]+\Z")
#: The ordinal's endings, as the tokens cut them off.
_ENDINGS = {"-lea": "m", "-a": "f"}
_THE_ONE = {"cel": "m", "cea": "f", "celui": "m", "celei": "f"}
_OTHER_ONE = {"cel": "cea", "cea": "cel", "celui": "celei", "celei": "celui"}


class _Ordinal(NamedTuple):
    """An ordinal: range of word indices from its article on, the genders of its parts.

    Attributes:
        first, end: half-open range of indices; the first is "cel", "de-" or the article.
        one: gender of cel, cea before it, or "".
        article: gender that "al" or "a" says.
        ending: gender that the numeral says.
        middle: index of the article.
    """

    first: int
    end: int
    one: str
    article: str
    ending: str
    middle: int


def _ordinal(text: WordList, index: int) -> _Ordinal | None:
    """The ordinal whose article is the word at `index`."""
    number = index + 1
    if not text.spaced(number):
        return None
    lower = text.lower(number)
    if lower in _FORMS:
        ending, end = _FORMS[lower][0], number + 1
        if ending == "f" and text[number].text[0].isupper():
            return None
    elif _is_figure(text, number) and text.lower(number + 1) in _ENDINGS:
        ending, end = _ENDINGS[text.lower(number + 1)], number + 2
    else:
        return None
    first, one = index, ""
    if text.lower(index - 1) in ("de-", "de"):
        first -= 1
        if text.lower(first - 1) in _THE_ONE and text.spaced(first):
            first -= 1
            one = _THE_ONE[text.lower(first)]
        elif text.lower(first) == "de":
            first += 1
    article = "m" if text.lower(index) == "al" else "f"
    return _Ordinal(first, end, one, article, ending, index)


def _is_figure(text: WordList, index: int) -> bool:
    written = text[index].text
    joined = index + 1 < len(text) and text[index + 1].start == text[index].end
    return joined and (written.isdecimal() or bool(_ROMAN.match(written)))


def _written(text: WordList, found: _Ordinal, gender: str) -> str:
    """The ordinal in a gender."""
    pieces = []
    for place in range(found.first, found.end):
        word = text[place]
        lower = word.lower
        if lower in _THE_ONE and _THE_ONE[lower] != gender:
            new = _OTHER_ONE[lower]
        elif place == found.middle:
            new = "al" if gender == "m" else "a"
        elif lower in _FORMS and _FORMS[lower][0] != gender:
            new = _FORMS[lower][1]
        elif lower in _ENDINGS:
            new = "-lea" if gender == "m" else "-a"
        else:
            new = word.text
        if place == found.first and word.text[0].isupper():
            new = new[0].upper() + new[1:]
        gap = " " if place > found.first and text[place - 1].end < word.start else ""
        pieces.append(gap + new)
    return "".join(pieces)


def _noun_gender(text: WordList, found: _Ordinal) -> str:
    """The gender of the noun that the ordinal counts, "" if no neighbour tells it for certain."""
    before = found.first - 1
    if found.one == "" and before >= 0 and text.spaced(found.first) and text[before].common:
        seen = text[before].profile
        if seen.only_noun and seen.noun == seen.noun_definite:
            return _gender(seen.noun)
    after = found.end
    for place in range(after, min(after + 3, len(text))):
        seen = text[place].profile
        if not text.spaced(place) or not text[place].common or text.hyphenated(place):
            return ""
        if seen.only_noun:
            told = not is_adverbial(text.lower(place))  # adăugând al 11-lea marți
            return _gender(seen.noun & ~seen.noun_definite & DIRECT) if told else ""
        if not seen.only_adjectival or seen.adjective_definite:
            return ""
    return ""


def _gender(mask: int) -> str:
    """The gender of singular cells: neuters count as masculine."""
    singular = mask & (_MASCULINE | _FEMININE)
    masculine, feminine = bool(singular & _MASCULINE), bool(singular & _FEMININE)
    if masculine == feminine or mask & cells(numbers="p", cases=("direct",)):
        return ""
    return "m" if masculine else "f"


#: What else a word before an ordinal may be than the noun that is counted: la a 3-a etapă.
_LEADING = frozenset(("preposition", "conjunction", "particle", "verb", "participle"))


class OrdinalForm(WordCheck):
    """An ordinal whose parts, or whose noun, are of two genders: "a 3-lea an", "al 4-a medalie".

    Masculine and neuter are "al 3-lea", "al treilea", "cel de-al treilea"; feminine are "a 3-a",
    "a treia", "cea de-a treia".
    """

    name = "grammar.ordinal"
    category = "grammar"
    confidence = 0.92

    _NAMES: ClassVar[dict[str, tuple[str, str]]] = {
        "m": ("masculine", "masculin"),
        "f": ("feminine", "feminin"),
    }

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("al", "a")):
            found = _ordinal(text, index)
            if found is None:
                continue
            noun = _noun_gender(text, found)
            said = {found.article, found.ending} | ({found.one} - {""})
            if len(said) == 1 and (not noun or noun in said):
                continue
            if len(said) == 1 and not self._is_counted(text, found):
                continue
            gender = noun or found.ending
            right = _written(text, found, gender)
            start, end = text[found.first].start, text[found.end - 1].end
            en, ro = self._NAMES[gender]
            written = view.target.text[start:end]
            message = Message(
                f"“{written}” mixes the genders; the {en} ordinal is “{right}”.",
                f"„{written}” amestecă genurile; numeralul ordinal {ro} este „{right}”.",
            )
            yield self.issue(view, start, end, message, right)

    @staticmethod
    def _is_counted(text: WordList, found: _Ordinal) -> bool:
        """Whether the noun that clashes is the one counted, and no noun before it fits."""
        before = found.first - 1
        if before < 0 or not text.spaced(found.first):
            return True
        word = text[before]
        nominal = word.profile.noun and word.profile.pos.isdisjoint(_LEADING)
        return not nominal and (word.common or before == 0 or not word.text[0].isalnum())


class ForeignOrdinal(WordCheck):
    """An English or German ordinal: "al 21st secol", "pe 3. mai"."""

    name = "grammar.foreign-ordinal"
    category = "grammar"
    confidence = 0.9

    _ENGLISH = re.compile(r"(\d+)-?(?:st|nd|rd|th)\Z")
    _MONTHS = frozenset(MONTH_NAMES)
    _BEFORE_DAY = frozenset("pe la din de în până între și".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index, word in enumerate(text):
            if not word.text[0].isdecimal():
                continue
            if word.text[-1].isalpha() and self._ENGLISH.match(word.text):
                yield from self._english(view, text, index)
            elif word.text.isdecimal() and self._is_german(text, index):
                month = text[index + 2]
                day = f"{word.text} {month.lower}"
                message = Message(
                    f"The day of a month is written without a full stop: “{day}”.",
                    f"Ziua se scrie fără punct: „{day}”.",
                )
                yield self.issue(view, word.start, month.end, message, day)

    def _is_german(self, text: WordList, index: int) -> bool:
        """Whether a day with a full stop stands before a month: pe 3. mai."""
        return (
            len(text[index].text) < 3
            and 0 < index < len(text) - 2
            and text[index + 1].text == "."
            and text[index + 1].start == text[index].end
            and text.lower(index + 2) in self._MONTHS
            and text.spaced(index + 2)
            and text.lower(index - 1) in self._BEFORE_DAY
            and text.spaced(index)
        )

    def _english(self, view: View, text: WordList, index: int) -> Iterator[Issue]:
        """The issue of an English ordinal; none within a name (20th Century Fox)."""
        word, number = text[index], self._ENGLISH.match(text[index].text)
        article = text.spaced(index) and text.lower(index - 1) in ("al", "a")
        first = index - 1 if article else index
        before, after = first - 1, index + 1
        follows = text.spaced(after)
        behind = before >= 0 and text.spaced(first) and text[before].common
        counted = behind and text[before].profile.only_noun  # secolul 21st
        if number is None or (follows and not text[after].common):
            return
        if not counted and not (follows and text[after].profile.known):
            return
        seen = text[before if counted else after].profile
        bare = seen.noun if counted else seen.noun & ~seen.noun_definite & DIRECT
        gender = _gender(bare) if seen.only_noun else ""
        forms = {"m": f"al {number[1]}-lea", "f": f"a {number[1]}-a"}
        right = forms.get(gender)
        shown = right or f"{forms['m']}, {forms['f']}"
        message = Message(
            f"English ordinal; Romanian writes “{shown}”.",
            f"Numeral ordinal englezesc; în română se scrie „{shown}”.",
        )
        yield self.issue(view, text[first].start, word.end, message, right)


class OrdinalArticle(WordCheck):
    """An ordinal in figures without its article: "secolul XIX-lea" for "secolul al XIX-lea"."""

    name = "grammar.ordinal-article"
    category = "grammar"
    confidence = 0.88

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("-lea",)):
            number = index - 1
            if number < 1 or not _is_figure(text, number) or not text.spaced(number):
                continue
            if text.lower(number - 1) in ("al", "a", "-al", "de-al"):
                continue
            if not text[number - 1].common:
                continue
            written = view.target.text[text[number].start : text[index].end]
            message = Message(
                f"The article is missing: “al {written}”.", f"Lipsește articolul: „al {written}”."
            )
            yield self.issue(view, text[number].start, text[index].end, message, f"al {written}")


CHECKS = (OrdinalForm, ForeignOrdinal, OrdinalArticle)
