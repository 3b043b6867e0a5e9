"""Names of firms, bands, teams and papers in an English source, or in Latin letters in a Cyrillic
one: names that stay as they are although their words are ordinary ones.

What tells such a name: the trade named before it ("the band Black Harbour"), after a comma behind
it ("Silver Mountain, a mining company,"), or as its end (Holdings, Airlines, Press); the list of
media; in a Cyrillic text its letters after a word for a trade. What Romanian translates is left
out: institutions, places, prizes, whatever bears the name of a people ("Russian Railways", "Căile
Ferate Ruse"), and what an English-Romanian dictionary lists as a word of its own (Supreme Court),
unless a trade is told. Offsets are code points, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtqa.common.memory import NAMES
from mtqa.compare.names.extract import SourceText, is_calendar, is_role
from mtqa.compare.names.forms import institution
from mtqa.compare.names.keys import american, places_called
from mtqa.compare.names.kinds import is_given, is_medium
from mtqa.knowledge import en_ro, foreign_words, people, places
from mtqa.knowledge.handmade import word_list, word_set
from mtqa.languages.tables import names

#: A place, or a thing, rather than a firm.
_WITHIN = re.compile(r"\b(?:in|at|near|to|from|over|across|around|of)(?: the)? $")
#: After a listed paper, if it is of one word: the Guardian reported.
_REPORTED = re.compile(r" (?:reported|reports|wrote|writes|published|publishes|revealed) ")
#: Endings of words for peoples and creeds.
_PEOPLE = re.compile(r"\w{2}(?:ian|ish|ist|[^e]ese)s?$|(?:olic|lim)s?$")
_ARTICLE = re.compile(r"\b[Tt]he $")
#: A longer name goes on: the People's Daily.
OWNING = re.compile(r"['’]s [A-Z]")
_CAPITAL = r"[A-Z][\w-]*[a-z]\b"
_RUN = re.compile(rf"(?<![\w'’-]){_CAPITAL}(?: (?:of |of the |& )?{_CAPITAL}){{0,4}}")
#: Zipf frequency of a word that only opens a sentence: After, When.
_OPENING = 5.9
#: …and of an ordinary one that the dictionary lacks: financial.
_FREQUENT = 3.5


@lru_cache(maxsize=1)
def _trade() -> str:
    """The words for trades as a pattern; a rock group and a cycling team are trades too."""
    kinds = [f"(?:{'|'.join(word_list('firms', kind))}) {kind}" for kind in ("group", "team")]
    return f"(?:{'|'.join([*word_list('firms', 'trade'), *kinds])})"


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """A trade before a name: the band called …"""
    return re.compile(rf"\b{_trade()},?(?: called| named)? ?[\"“„'‘«]?(?:[Tt]he )?$")


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    """A trade behind a name: …, a mining company based in"""
    return re.compile(
        rf"[\"”'’]?, an? (?:[\w-]+ ){{0,4}}?{_trade()}"
        r"(?:,|\.| (?:that|which|based|owned|founded|in|from|with)\b)"
    )


@lru_cache(maxsize=1)
def _letters() -> re.Pattern[str]:
    """The form of the firm behind its name: Ltd."""
    return re.compile(rf",? (?:{'|'.join(word_list('firms', 'letters'))})\b")


@lru_cache(maxsize=1)
def _cited() -> re.Pattern[str]:
    """What stands before a listed paper of one word: told the Guardian."""
    return re.compile(rf"(?i)(?:{'|'.join(word_list('attribution', 'citing', 'en'))}) the $")


@dataclass(frozen=True, slots=True)
class Brand:
    """A name of ordinary words that stays as it is.

    Attributes:
        start, end: half-open code-point span in the source, forms such as Ltd left out.
        text: the name.
        words: the words that make it.
        tail: the trade at its end that belongs to it (Press), or ``""``.
        sure: a trade or a form of firm says so, not its ending alone.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    tail: str
    sure: bool


def brands(source: SourceText) -> tuple[Brand, ...]:
    """The names of firms, bands, teams and papers in reading order; of one that is told by what
    stands around it, the other mentions too."""
    if source.language != "en" and not names(source.language).trade:
        return ()
    runs = list(_runs(source))
    told = {brand.text for brand, tells in runs if tells}
    return tuple(brand for brand, _ in runs if brand.text in told)


def _runs(source: SourceText) -> Iterator[tuple[Brand, bool]]:
    """The names of ordinary words, and whether what stands around them tells a trade."""
    for match in _RUN.finditer(source.text):
        for start, text in _readings(source, match):
            end = start + len(text)
            words = [word for word in text.split(" ") if word[:1].isupper()]
            form = False
            while len(words) > 1 and words[-1] in word_set("firms", "form"):
                # "the Small Business Group" may be a group and no firm
                firm = words[-1] != "Group" or not _ARTICLE.search(
                    source.text[max(0, start - 5) : start]
                )
                form, end = form or firm, end - len(words[-1]) - 1
                words = words[:-1]
            name = source.text[start:end]
            if OWNING.match(source.text[end : end + 4]):
                continue
            team = source.language == "en" and " " in name and _is_team(source.text, start, end)
            sure = form or team or _is_told(source, start, end, name)
            if source.is_titled(start) or not _is_kept(name, words, sure, team):
                continue
            tail = words.pop() if len(words) > 1 and words[-1] in word_set("firms", "tail") else ""
            told = (
                sure
                or (bool(tail) and not _is_cut(source, start))
                or _is_paper(source, start, end, name)
            )
            if told and name == "The " + words[0] and not is_medium(name):
                continue
            words = [word for word in words if word != "The"]
            yield Brand(start, end, name, tuple(words), tail, sure), told
            if told:
                break


def _readings(source: SourceText, match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The run of capitals, and the run without a word that its sentence may begin with."""
    start, text = match.start(), match.group()
    first, _, rest = text.partition(" ")
    if first in ("The", "A", "An") and rest[:1].isupper():
        if is_medium(text) and " " not in rest:
            yield start, text
        yield start + len(first) + 1, rest
        return
    yield start, text
    if rest[:1].isupper() and foreign_words().strength(first.lower(), "en") >= _OPENING:
        yield start + len(first) + 1, rest


def _is_kept(name: str, words: list[str], sure: bool, team: bool) -> bool:
    """Whether the name consists of ordinary words and Romanian has none of its own for it; that of
    a team may have words that Romanian translates elsewhere: Crystal Palace."""
    plain = [word for word in words if word != "The"]
    if not plain or any(not _is_ordinary(word) for word in plain):
        return False
    if institution(name):
        return False
    if is_medium(name):
        return True
    if people().find(name):
        return False
    listed = places_called(name) or (len(plain) > 1 and en_ro().translations(name.lower()))
    if listed and (team or not sure):
        return False
    translated = frozenset() if team else word_set("firms", "translated")
    return not any(
        word in translated or is_role(word) or is_calendar(word) or _is_people(word)
        or (len(plain) > 1 and place > 0 and is_given(word) and is_given(plain[0]))
        for place, word in enumerate(plain)
    )  # fmt: skip


@lru_cache(maxsize=NAMES)
def _is_people(word: str) -> bool:
    """Whether the word is a people's or a creed's, or a place's."""
    if _PEOPLE.search(word) or any(
        entry.curated and entry.language != "de" for entry in places_called(word)
    ):
        return True
    senses = en_ro().translations(word.lower())
    return any(places().demonym(sense.rpartition(" ")[2]) is not None for sense in senses)


def _is_cut(source: SourceText, start: int) -> bool:
    """Whether the run goes on with a name that owns it: "St James' Gate Brewery"."""
    return bool(re.search(r"[A-Z]\w*['’]s? $", source.text[max(0, start - 30) : start]))


@lru_cache(maxsize=NAMES)
def _is_ordinary(word: str) -> bool:
    lower = american(word.lower())
    return bool(en_ro().lemmas(lower)) or foreign_words().strength(lower, "en") >= _FREQUENT


@lru_cache(maxsize=16)
def _trade_of(language: str) -> re.Pattern[str]:
    """A trade before the name of a firm, in a language but English."""
    return re.compile(rf"(?i)\b(?:{names(language).trade or '(?!)'})\w*,? [«\"“]?$")


@lru_cache(maxsize=1)
def _plays() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows, and what precedes, the name of a team where a score tells that there was a
    match: "Crystal Palace beat Everton 2-0"."""
    won = "|".join(word_list("firms", "plays"))
    score = r"[^.!?\n]{0,60}?\b\d{1,2}[-–:]\d{1,2}\b"
    return (
        re.compile(rf" (?:(?:have|has|had|were|was) )?(?:{won})\b{score}"),
        re.compile(rf"\b(?:{won}|against|over|at) $"),
    )


def _is_team(text: str, start: int, end: int) -> bool:
    """Whether the name won, lost or drew a match whose score the sentence has."""
    behind, before = _plays()
    if behind.match(text[end : end + 100]):
        return True
    return bool(before.search(text[max(0, start - 20) : start])) and bool(
        re.match(r"[^.!?\n]{0,40}?\b\d{1,2}[-–:]\d{1,2}\b", text[end : end + 60])
    )


def _is_told(source: SourceText, start: int, end: int, name: str) -> bool:
    """Whether a trade around the name, the form of a firm tell what it is."""
    text = source.text
    if source.language != "en":
        return bool(_trade_of(source.language).search(text[max(0, start - 40) : start]))
    if _before().search(text[max(0, start - 60) : start]) or _letters().match(text[end : end + 8]):
        return True
    before = text[max(0, start - 12) : start]
    return bool(_after().match(text[end : end + 90])) and not _WITHIN.search(before) and " " in name


def _is_paper(source: SourceText, start: int, end: int, name: str) -> bool:
    """Whether the name is a listed medium's and no word of its own here."""
    if not is_medium(name):
        return False
    words = name.removeprefix("The ").split()
    if len(words) > 1 and word_set("firms", "translated").isdisjoint(words):
        return True
    before, after = source.text[max(0, start - 30) : start], source.text[end : end + 12]
    article = before.lower().endswith("the ") or name.startswith("The ")
    if _cited().search(before + "The " * name.startswith("The ")):
        return True
    return article and bool(_REPORTED.match(after))
