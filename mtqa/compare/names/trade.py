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
from mtqa.languages.tables import names

#: Trades that a name may follow. Charities, parties and armed groups, whose names are translated,
#: are none, nor are films and books.
_TRADES = """
band duo|trio newspaper daily tabloid weekly broadsheet magazine company firm airline carrier
carmaker automaker brewer brewery retailer start-?up publisher bookmaker broadcaster supplier
supermarket brand label studio developer manufacturer maker distiller conglomerate carrier
contractor operator lender insurer miner drugmaker chipmaker bookseller agency website portal blog
podcast app platform chain
"""
#: Groups and teams that are a trade's: a rock group, a cycling team.
_GROUPS = r"""
(?:rock|pop|punk|rap|hip-hop|metal|folk|jazz|girl|boy|music|media|retail|tech|technology|energy|
mining|hotel|publishing|insurance|luxury|fashion|food|drinks|gaming|chemicals|engineering|
construction|telecoms?|pharmaceuticals?|investment|transport|travel|banking|car)[ ]group|
(?:cycling|racing|esports|e-sports|sailing|motorsport|rally)[ ]team
"""
_TRADE = f"(?:{'|'.join(_TRADES.split())}|{''.join(_GROUPS.split(chr(10)))})"
_BEFORE = re.compile(
    rf"\b{_TRADE},?(?: called| named)? ?[\"“„'‘«]?(?:[Tt]he )?$".replace("[ ]", " ")
)
_AFTER = re.compile(
    rf"[\"”'’]?, an? (?:[\w-]+ ){{0,4}}?{_TRADE}(?:,|\.| (?:that|which|based|owned|founded|in|from|"
    r"with)\b)".replace("[ ]", " ")
)
#: A place, or a thing, rather than a firm.
_WITHIN = re.compile(r"\b(?:in|at|near|to|from|over|across|around|of)(?: the)? $")
#: Before a listed paper, and after it, if it is of one word: "told the Guardian".
_CITED = re.compile(
    r"(?i)(?:according to|told|reported by|quoted by|reports|newspaper|daily|magazine|interview "
    r"(?:with|in|for)|spoke to|speaking to|published (?:in|by)|writes in|wrote in|written in) the $"
)
_REPORTED = re.compile(r" (?:reported|reports|wrote|writes|published|publishes|revealed) ")
#: Endings of the names of firms: what follows the name proper and may be translated.
_FORMS = frozenset(
    "Ltd Limited Inc Incorporated Corp Corporation LLC LLP Plc Holdings Group".split()
)
_LETTERS = re.compile(r",? (?:Ltd|Inc|Corp|LLC|LLP|plc|PLC|GmbH|SA|AG|Co)\b")
#: …and what belongs to it, telling enough by itself.
_TAILS = frozenset(
    """
    Airlines Airways Motors Pictures Records Pharmaceuticals Therapeutics Technologies Foods Brewing
    Brewery Cosmetics Robotics Semiconductors Software Studios Ventures Enterprises Productions
    Publishing Logistics Instruments Biotech Aerospace Electric Electronics Books Press Air Media
    Mobile Telecom Labs Laboratories Entertainment Breweries Distillery Bakery
    """.split()
)
#: Words of institutions, events and prizes, which Romanian translates.
_TRANSLATED = frozenset(
    """
    National International Central State Federal Royal General United Public Popular World Supreme
    Common Free Democratic Republic Union Ministry Minister Department Office Court Council
    Committee Commission Board Bureau Agency Authority Association Society Federation Institute
    University College School Academy Museum Gallery Library Theatre Theater Hospital Church Army
    Force Forces Navy Guard Police Party Front Movement Brotherhood Alliance Parliament Senate House
    Chamber Assembly Bank Fund Reserve Exchange Treasury Prize Award Awards Cup Championship League
    Games Day Week Month Year Years War Treaty Act Agreement Convention Conference Summit Festival
    Fair Street Square Avenue Road Park Palace Castle Tower Wall Sea Ocean Mountains Islands Coast
    Working Contact Study Focus Steering Social Foreign Civil Human Rights Health Executive Chief
    Editor Director Directors Officer Chairman President Secretary Affairs Railways Railway Post
    Friday Earth Friends North South East West Northern Southern Eastern Western
    """.split()
)
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
            while len(words) > 1 and words[-1] in _FORMS:
                # "the Small Business Group" may be a group and no firm
                firm = words[-1] != "Group" or not _ARTICLE.search(
                    source.text[max(0, start - 5) : start]
                )
                form, end = form or firm, end - len(words[-1]) - 1
                words = words[:-1]
            name = source.text[start:end]
            if OWNING.match(source.text[end : end + 4]):
                continue
            sure = form or _is_told(source, start, end, name)
            if source.is_titled(start) or not _is_kept(name, words, sure):
                continue
            tail = words.pop() if len(words) > 1 and words[-1] in _TAILS else ""
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


def _is_kept(name: str, words: list[str], sure: bool) -> bool:
    """Whether the name consists of ordinary words and Romanian has none of its own for it."""
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
    if listed and not sure:
        return False
    return not any(
        word in _TRANSLATED or is_role(word) or is_calendar(word) or _is_people(word)
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


def _is_told(source: SourceText, start: int, end: int, name: str) -> bool:
    """Whether a trade around the name or the form of a firm tell what it is."""
    text = source.text
    if source.language != "en":
        return bool(_trade_of(source.language).search(text[max(0, start - 40) : start]))
    if _BEFORE.search(text[max(0, start - 60) : start]) or _LETTERS.match(text[end : end + 8]):
        return True
    before = text[max(0, start - 12) : start]
    return bool(_AFTER.match(text[end : end + 90])) and not _WITHIN.search(before) and " " in name


def _is_paper(source: SourceText, start: int, end: int, name: str) -> bool:
    """Whether the name is a listed medium's and no word of its own here."""
    if not is_medium(name):
        return False
    words = name.removeprefix("The ").split()
    if len(words) > 1 and _TRANSLATED.isdisjoint(words):
        return True
    before, after = source.text[max(0, start - 30) : start], source.text[end : end + 12]
    article = before.lower().endswith("the ") or name.startswith("The ")
    if _CITED.search(before + "The " * name.startswith("The ")):
        return True
    return article and bool(_REPORTED.match(after))
