"""Capitals: headlines and sentences in lower case, English Title Case, capitals on common nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge import places
from mtqa.knowledge.handmade import word_list, word_set
from mtqa.languages.ro import Document, Line
from mtqa.languages.ro.abbreviations import ends_in_abbreviation, may_end
from mtqa.languages.ro.letters import HYPHENS, LETTER, LOWER, UPPER
from mtqa.languages.ro.months import MONTH_NAMES, WEEKDAYS
from mtqa.languages.ro.nationalities import nationality_forms
from mtqa.languages.ro.orthography import to_comma
from mtqa.languages.ro.quotations import in_quotes
from mtqa.model import Issue

_WORD = re.compile(rf"{LETTER}[\w{HYPHENS}'’]*")
_BYLINE = re.compile(rf"(?:de|text|foto|video)[: ]+[{UPPER}][\w-]+(?: [{UPPER}][\w-]+){{1,3}}$")
_LIST_ITEM = re.compile(r"(?:[-–—•*·▪]|\(?\w{1,3}[).])\s")


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


class LowerHeadline(Check):
    """A headline, caption or paragraph that begins in lower case.

    Machine translation of a page's pieces loses the capital of sub-headlines. List items,
    addresses, brand names (iPhone), lines that were wrapped by width and lines whose source begins
    in lower case as well are left alone.
    """

    name = "casing.headline"
    category = "casing"
    confidence = 0.93

    def find(self, view: View) -> Iterator[Issue]:
        target = view.target
        if target.wrapped or _mostly_lower(target):
            return
        before: Line | None = None
        listing = False
        for line in target.lines:
            # the items of a list run on in lower case until something begins with a capital
            listing = (before is not None and before.text.endswith(":")) or (
                listing and line.text[0].islower()
            )
            if not listing and self._is_flaw(line, before, target):
                word = _WORD.match(line.text.lstrip("„“«\"'"))
                if word and not begins_lower(view.source_at(line.start)):
                    start = line.start + line.text.index(word.group())
                    yield self._issue(view, start, word.group())
            before = line

    def _issue(self, view: View, start: int, word: str) -> Issue:
        message = Message(
            "A headline or paragraph begins in lower case.",
            "Titlul sau paragraful începe cu literă mică.",
        )
        return self.issue(view, start, start + len(word), message, _capitalised(word))

    def _is_flaw(self, line: Line, before: Line | None, target: Document) -> bool:
        text = line.text.lstrip("„“«\"'")
        if not text[:1].islower() or _LIST_ITEM.match(line.text):
            return False
        word = _WORD.match(text)
        if not word or any(c.isupper() or c.isdigit() for c in word.group()[1:]):
            return False
        if text[word.end() : word.end() + 1] in {".", "@", "/", ":"} or line.text.endswith(
            (",", ";")
        ):
            return False
        if " " not in line.text or _BYLINE.match(line.text):
            return False
        return (
            before is None
            or before.headline
            or before.text.rstrip("”\"»)]’'").endswith((".", "!", "?", "…"))
        )


def begins_lower(source: str | None) -> bool:
    """Whether the source of a line begins in lower case: what the source has is no fault here."""
    first = next((letter for letter in source or "" if letter.isalpha()), "")
    return first.islower()


def _mostly_lower(target: Document) -> bool:
    """Whether the text has no capitals to speak of, so that a lower-case line says nothing."""
    first = [line.text.lstrip("„“«\"'")[:1] for line in target.lines]
    lower = sum(letter.islower() for letter in first)
    if len(first) >= 4:
        return lower > 0.6 * len(first)
    return lower == len(first) and not any(c.isupper() for c in target.text)


class LowerSentence(Check):
    """A sentence inside a paragraph that begins in lower case after a full stop."""

    name = "casing.sentence"
    category = "casing"
    confidence = 0.85

    _SUSPECT = re.compile(rf"[.!?][”\"»)]?[ \u00a0]+[{LOWER}]")
    _START = re.compile(
        rf"(?<![\w.])({LETTER}{{4,}})[.!?][”\"»)]?[ \u00a0]+(?P<word>[{LOWER}]{{2,}})(?![\w.@/])"
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if not self._SUSPECT.search(text) or _mostly_lower(view.target):
            return
        for match in self._START.finditer(text):
            before = match[1]
            if ends_in_abbreviation(before) or may_end(before) or before[0].isupper():
                continue
            if "?" in match.group() or "!" in match.group() or _closes_quote(match.group()):
                continue
            message = Message(
                "A sentence begins in lower case.", "Propoziția începe cu literă mică."
            )
            yield self.issue(view, *match.span("word"), message, _capitalised(match["word"]))


def _closes_quote(text: str) -> bool:
    return any(mark in text for mark in '”"»)')


class TitleCase(Check):
    """English Title Case: function words inside a sentence written with a capital.

    Romanian capitalises the first word of a headline only, and never a preposition,
    conjunction, auxiliary or pronoun inside it.
    """

    name = "casing.title"
    category = "casing"
    confidence = 0.85

    #: Words that no Romanian name or headline writes with a capital after its first word.
    _FUNCTION = (
        "Și|Şi|Sau|Dar|În|Din|Cu|Pentru|Pe|Despre|După|Când|Care|Este|Sunt|Vor|Fost|Că|Să|Prin|"
        "Spre|Fără|Până|Sub|Asupra|Către|Unui|Unei|Dintre|Printre|De|La|Cel|Cea|Cei"
    )
    _RUN = re.compile(
        rf"(?<![\w{HYPHENS}.])[{UPPER}][{LOWER}]+(?:[{HYPHENS}]\w+)?"
        rf"(?: (?:(?:(?i:la|de|a|o|un|le|se|își|îi))(?= )|[{UPPER}][\w{HYPHENS}]*)){{3,}}"
    )
    _INSIDE = re.compile(rf" (?:{_FUNCTION})(?= )")

    def find(self, view: View) -> Iterator[Issue]:
        for match in self._RUN.finditer(view.target.text):
            words = match.group().split(" ")
            while words[-1].islower():
                words.pop()
            if in_quotes(match.string, match.start()):
                continue  # a title
            inside = len(self._INSIDE.findall(match.group()))
            capitals = sum(word[:1].isupper() for word in words)
            shouting = sum(word.isupper() and len(word) > 1 for word in words)
            # one such word is a name's (Medici Fără Frontiere); two are a habit
            if inside < 2 or capitals < 5 or shouting * 2 > len(words):
                continue
            message = Message(
                "English Title Case; Romanian capitalises only the first word and names.",
                "Majuscule ca în engleză; în română doar primul cuvânt și numele au majusculă.",
            )
            end = match.start() + len(" ".join(words))
            yield self.issue(view, match.start(), end, message)


class CapitalOnCommonNoun(Check):
    """A capital on a month, weekday, nationality or common noun inside a sentence.

    Romanian writes luni, iulie, român, capitala and ministrul in lower case; English, German and
    French capitals leak through. Names of institutions and events (Armata Română, 1 Mai) stay.
    """

    name = "casing.noun"
    category = "casing"
    spares_names = True
    confidence = 0.85

    _TITLES = frozenset("capitala capitalei".split())
    _MID_SENTENCE = re.compile(
        rf"(?<=[{LOWER}\d,;)%”] )(?:[{UPPER}][{LOWER}]+)(?:[{HYPHENS}][{LOWER}]+)*"
        rf"(?![\w{HYPHENS}&’'])"
    )
    _SERVICE = re.compile(
        r"\b(?:Serviciul(?:ui)? Secret|Servicii(?:le|lor) Secrete|Poliți(?:a|ei) Secret(?:ă|e)"
        r"|Servicii(?:le|lor) de Informații)"
        rf"(?= (?:(?:din|al|ale|ai|a) [{UPPER}]|[{LOWER}]))"
    )
    _PRIME = re.compile(
        rf"(?<=[{LOWER}\d,;] )(?:Primul(?:ui)?[ -]Ministru(?:lui)?|Prim[ -]Ministru(?:l|lui)?)\b"
    )
    _AMERICAN = re.compile(r"(?: (?:al|ale|din) (?:SUA|Statel\w+ Unite|S\.U\.A)| american)")

    def find(self, view: View) -> Iterator[Issue]:
        yield from self._single_words(view)
        yield from self._services(view)
        for match in self._PRIME.finditer(view.target.text):
            yield self._issue(view, *match.span(), match.group().lower())

    def _single_words(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        dates, nations = _DATES, nationality_forms()
        for match in self._MID_SENTENCE.finditer(text):
            lower = to_comma(match.group().lower())
            if lower in dates:
                wrong = self._is_date(text, match, lower)
            elif lower in nations:
                surname = lower in word_set("capitalised", "surname")
                wrong = not surname and self._stands_alone(text, match)
            elif lower in self._TITLES:
                wrong = self._before_name(text, match)
            else:
                continue
            if wrong:
                yield self._issue(view, *match.span(), match.group().lower())

    def _issue(self, view: View, start: int, end: int, lower: str) -> Issue:
        message = Message(
            "A common noun with a capital; Romanian writes it in lower case.",
            "Substantiv comun scris cu majusculă; în română se scrie cu literă mică.",
        )
        return self.issue(view, start, end, message, lower)

    def _is_date(self, text: str, match: re.Match[str], lower: str) -> bool:
        """Whether a month or weekday is used as one: "11 Iulie 2025", "de Luni"."""
        if not self._stands_alone(text, match):
            return False
        figure = re.search(r"(\d{1,2}) $", text[max(0, match.start() - 3) : match.start()])
        if figure:
            # holidays are names: 1 Mai, 8 Martie, 1 Decembrie, 24 Ianuarie, 1 Iunie
            if in_quotes(text, match.start()) or _named_after().search(text[: match.start()][-60:]):
                return False  # bulevardul 1 Decembrie 1918, Asociația „21 Decembrie 1989”
            year = re.match(r" \d{4}", text[match.end() : match.end() + 5])
            holiday = f"{figure[1]} {lower}" in word_set("capitalised", "holiday")
            return year is not None or not holiday
        if re.match(r" (?:19|20)\d\d\b", text[match.end() : match.end() + 5]):
            return not _named_after().search(text[: match.start()][-60:])
        if _named_after().search(text[: match.start()][-60:]):
            return False
        return lower not in {"mai", "marți", "martie", "august", "iulie"}

    def _stands_alone(self, text: str, match: re.Match[str]) -> bool:
        """Whether no capitalised neighbour makes the word part of a longer name."""
        before = (text[max(0, match.start() - 40) : match.start()].split() or [""])[-1]
        body = before.lower() in word_set("capitalised", "body")
        if body and not match.group().lower().startswith("român"):
            before = before.lower()  # "Trupele Ruse": no institution is called so
        after = re.match(
            rf" (?:de |a |al |ale |și )?[„“\"«{UPPER}]", text[match.end() : match.end() + 8]
        )
        return not before.strip('„“"(')[:1].isupper() and after is None

    def _before_name(self, text: str, match: re.Match[str]) -> bool:
        """Whether a capitalised name follows: "Capitala Kiev" (alone, Capitala is Bucharest)."""
        following = re.match(rf" ([{UPPER}][{LOWER}]+)", text[match.end() : match.end() + 30])
        return following is not None and places().is_place(following[1])

    def _services(self, view: View) -> Iterator[Issue]:
        """Secret services that are no institution's name, as only the American one is."""
        text = view.target.text
        for match in self._SERVICE.finditer(text):
            if "nformații" in match.group() and not re.match(
                rf" din | [{LOWER}]", text[match.end() : match.end() + 5]
            ):
                continue
            if self._AMERICAN.match(text, match.end()):
                continue
            if not re.match(
                rf" (?:din|al|ale|ai|a) [{UPPER}]| {_NATION}", text[match.end() :][:40]
            ):
                continue
            yield self._issue(view, *match.span(), match.group().lower())


_DATES = frozenset((*MONTH_NAMES, *WEEKDAYS))


@lru_cache(maxsize=1)
def _named_after() -> re.Pattern[str]:
    """What is called after a date: streets, squares, schools, associations, revolutions."""
    words = "|".join(word_list("capitalised", "dated"))
    return re.compile(rf"(?i)\b(?:{words})\b[^.,;]{{0,25}}$")


_NATION = r"[a-zăâîșț]+(?:ean|ian|ez|esc|rus|turc|german|britanic|eni|ese|ești)\w*\b"

CHECKS = (LowerHeadline, LowerSentence, TitleCase, CapitalOnCommonNoun)
