"""What may stand for a name of the source without being it: letters, a country, a translation.

None of these is an error that the source alone can show, so they silence a verdict and never make
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtqa.compare.names.evidence import is_native, is_state, native_acronyms
from mtqa.compare.names.extract import Part, SourceName
from mtqa.compare.names.keys import places_called, unmarked
from mtqa.compare.names.segment import SegmentNames
from mtqa.knowledge import romanian
from mtqa.languages.ro import Token

#: Endings of English words for the inhabitants of a place.
_INHABITANT = re.compile(r"(?:i?ans?|ers?|ites?|siders?|ese)$")
_FROM = frozenset(("din", "de"))
#: Words of one stem in two languages have this many letters in common at least.
_STEM = 5
#: A nickname or a code name has no more words than this.
_NICKNAME = 4
#: An abbreviation has no more letters than this.
_ABBREVIATION = 5
_QUOTED = re.compile(r"(?<!\w)[\"„“«‘'](?=\S)([^\"„“”«»\n]{2,40}?)(?<=[^\s,])[,.]?[\"”“»’'](?!\w)")
_SUBJECTS = frozenset("el ea ei ele acesta aceasta aceștia acestea dânsul dânsa".split())


def new_letters(segment: SegmentNames) -> Iterator[str]:
    """The acronyms of the target that the source does not have, those of every day left out."""
    for token in segment.target.tokens:
        text = token.text
        letters = text.isupper() and text.isalpha() and 2 < len(text) < 6
        if letters and text not in native_acronyms() and segment.is_candidate(token):
            yield text


def is_in_letters(segment: SegmentNames, parts: tuple[Part, ...]) -> bool:
    """Whether new letters of the target hold the initials of the name: "LSU" for Louisiana State
    University, "PSG" for Paris."""
    initials = {unmarked(part.text)[:1] for part in parts}
    return any(initials <= set(unmarked(letters)) for letters in new_letters(segment))


def is_spelled_out(forms: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a word of the source abbreviates the name: "NZ" and "Noua Zeelandă", "Fla." and
    Florida, "NYPD" and New York.

    Args:
        forms: the words of the name in the target, in order.
        words: words of the source.
    """
    names = [unmarked(form) for form in forms if form[:1].isupper()]
    initials = "".join(name[:1] for name in names)
    if any(_abbreviates(word, name) for word in words for name in names):
        return True
    return len(names) > 1 and any(_are_initials(word, initials) for word in words)


def _are_initials(word: str, initials: str) -> bool:
    letters = word.replace(".", "")
    if not letters.isupper() or not 1 < len(letters) <= _ABBREVIATION:
        return False
    return unmarked(letters).startswith(initials) or initials.startswith(unmarked(letters))


def _abbreviates(word: str, name: str) -> bool:
    """Whether the word begins the name or, with a full stop, has letters of it in their order."""
    short = unmarked(word.replace(".", ""))
    if not word[:1].isupper() or not 1 < len(short) <= _ABBREVIATION or len(name) < len(short) + 2:
        return False
    if not word.endswith("."):
        return name.startswith(short)
    letters = iter(name)
    return name[0] == short[0] and all(letter in letters for letter in short)


def is_government(segment: SegmentNames, name: SourceName) -> bool:
    """Whether a state that the source does not name stands for its capital: "SUA" for Washington's
    government."""
    if not any(entry.curated and entry.kind == "capital" for entry in places_called(name.text)):
        return False
    return any(
        (token.text == "SUA" or is_state(token.text)) and segment.is_candidate(token)
        for token in segment.target.capitals
    )


def is_inhabitant(segment: SegmentNames, part: Part, token: Token) -> bool:
    """Whether the source has an inhabitant and the target the place: "din Leeds" for Leedsers."""
    place = unmarked(token.text)
    rest = unmarked(part.text).removeprefix(place)
    if segment.language != "en" or not _INHABITANT.fullmatch(rest):
        return False
    return any(other.text in _FROM for other in segment.neighbour(token, -1))


def is_same_word(part: Part, token: Token) -> bool:
    """Whether the target's capitalised word is an ordinary Romanian one of the same origin:
    "Magistrații" for Magistrates, "Asociația" for Asociación."""
    lower, other = token.text.lower(), unmarked(part.text)
    if not is_native(lower) or not romanian().lemmas(lower):
        return False
    return len(other) > _STEM and unmarked(lower)[:_STEM] == other[:_STEM]


def is_quoted(segment: SegmentNames, name: SourceName) -> bool:
    """Whether the name is a nickname or a code name in quotation marks, on both sides."""
    source = segment.article.source.text
    start, end = segment.span
    there = any(
        match.start() <= name.start and name.end <= match.end()
        and len(match[1].split()) <= _NICKNAME
        for match in _QUOTED.finditer(source, start, end)
    )  # fmt: skip
    if not there or not segment.target.tokens:
        return False
    first, last = segment.target.tokens[0], segment.target.tokens[-1]
    here = segment.text[max(0, first.start - 1) : last.end + 1]
    return any(
        len(match[1].split()) <= _NICKNAME and match[1][:1].isupper()
        for match in _QUOTED.finditer(here)
    )


def opening_pronoun(segment: SegmentNames) -> Token | None:
    """A pronoun that opens the target's sentence where no pronoun opens the source's."""
    words = segment.article.source.source_words(*segment.span)
    tokens = segment.target.tokens
    if not words or not tokens or tokens[0].text.lower() not in _SUBJECTS:
        return None
    opens = words[0].lower() in ("he", "she", "it", "they", "this", "these", "that", "those")
    return None if opens else tokens[0]


def is_declined(word: str, form: str, language: str) -> bool:
    """Whether the form is the base of a German adjective in a title: der Schwäbischen Zeitung.

    >>> is_declined("Rheinischen", "Rheinische", "de"), is_declined("Romcatel", "Romcate", "de")
    (True, False)
    """
    return language == "de" and form.endswith("sche") and word[:-1] == form and word[-1] in "nrms"
