"""The ordinary words of a source, as far as a translation may have left them standing."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.common.memory import NAMES, WORDS
from mtqa.compare.coverage.beads import ArticleBeads, Bead
from mtqa.compare.coverage.bridge import translations
from mtqa.compare.names.keys import is_cyrillic
from mtqa.knowledge import foreign_words, people, places
from mtqa.languages.tables import letters, words

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: Fewer letters than this are no word worth a remark.
SHORTEST = 3
#: Zipf frequency from which a word belongs to its language, and from which no article makes a term
#: of its own of it.
LISTED, EVERYDAY = 2.5, 4.5
#: Endings that Romanian hangs on a foreign stem, with and without a hyphen.
_ENDINGS = tuple(
    "urilor ului elor ilor iilor urile uri ule ul ii le lui lor ei ia ia ă a e i l n".split()
)
_DETERMINER = (
    r"\b(?:[Dd](?:er|ie|as|en|em|es|iese[nmrs]?)|(?:[KkSsMm]?|[Uu]ns?|[Ii]hr)?[Ee]?ine?[nmrs]?|[Ii]hre[nmrs]?|"
    r"[Zz]u[mr]|[Ii]m|[Aa]m|[Vv]om|[Bb]eim|[Ii]ns|[Kk]eine?[nmrs]?|[Ss]eine?[nmrs]?|[Uu]nsere?[nmrs]?|"
    r"[Jj]ede[nmrs]?|[Aa]lle[nmrs]?|[Vv]iele[nr]?|[Mm]ehrere[nr]?|\d+)"
)


class SourceWords:
    """The ordinary words of one bead's source, by their lower-case form.

    A word is ordinary where it stands in lower case; a German noun, whose capital says nothing,
    where the language's list has it.
    """

    def __init__(self, article: ArticleBeads, bead: Bead) -> None:
        self.language = article.language
        self.spans: dict[str, tuple[int, int]] = {}
        self.capital: dict[str, tuple[int, int]] = {}
        texts = [article.source[span.start : span.end] for span in bead.source_spans]
        #: Whether it has no capitals at all, so that a word in lower case may be a name.
        self.lowered = not any(letter.isupper() for text in texts for letter in text)
        for span in bead.source_spans:
            for match in WORD.finditer(article.source, span.start, span.end):
                self._add(match.group(), match.start())
        self.text = article.source

    def _add(self, form: str, start: int) -> None:
        if form[-2:] in ("'s", "’s"):
            form = form[:-2]
        table = self.spans if self._is_ordinary(form) else self.capital
        table.setdefault(form.lower(), (start, start + len(form)))
        if "-" in form or "’" in form or "'" in form:
            for part in re.finditer(r"[^\W_]+", form):
                table.setdefault(part.group().lower(), (start + part.start(), start + part.end()))

    def is_determined(self, form: str) -> bool:
        """Whether a German article or pronoun stands before the noun somewhere in the source, and
        no other capitalised word behind it: it begins no name."""
        pattern = rf"{_DETERMINER} (?:[a-zäöüß]+e[nmrs]? )?{re.escape(form)}(?![\w-]| [A-ZÄÖÜ])"
        return re.search(pattern, self.text) is not None

    def _is_ordinary(self, form: str) -> bool:
        return form.islower() or (
            words(self.language).capital_nouns and form[1:].islower() and not _is_name(form)
            and foreign_words().strength(form, self.language) >= LISTED
        )  # fmt: skip


@lru_cache(maxsize=WORDS)
def strength(word: str, language: str) -> float:
    """Zipf frequency of the word in the source's language; one of a list we do not have counts."""
    if letters(language).cyrillic:
        return LISTED if is_cyrillic(word) else 0.0
    found = foreign_words().strength(word, language)
    if not found and words(language).listed and translations(word, language):
        return LISTED
    return found


@lru_cache(maxsize=WORDS)
def stems(form: str) -> tuple[str, ...]:
    """What may stand before the Romanian ending of the form, the longest first."""
    lower = form.lower()
    found = [lower[: -len(end)] for end in _ENDINGS if lower.endswith(end)]
    return tuple(sorted({s for s in found if len(s) >= SHORTEST}, key=len, reverse=True))


@lru_cache(maxsize=NAMES)
def _is_name(form: str) -> bool:
    return places().is_place(form) or people().is_part(form)


def is_compound(word: str, language: str) -> bool:
    """Whether the word is made with a hyphen of words of the language."""
    parts = word.split("-")
    return len(parts) > 1 and all(strength(p, language) >= 3 for p in parts if len(p) > 1)
