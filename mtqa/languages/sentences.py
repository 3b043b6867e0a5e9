"""Which language a text is in, and where its sentences end: enough to align news.

Romanian sentences are split by `mtqa.languages.ro`; the splitter here serves the source languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Frequent short words, chosen to tell these languages from each other (own compilation).
_FREQUENT = {
    "ro": "și în de la pe cu nu un o să este care din pentru mai au fost lui sa ca prin dar",
    "en": "the of and to in that is was for on with as at by it from be this have are not which he",
    "de": "der die und den von das mit des im dem nicht ein eine auch auf als sich wird ist zu sie",
    "fr": "le la les et des du en est une que pour dans au qui sur pas par plus avec il ce",
    "es": "el la los de y que en las por un con una se del para su más al como pero fue este ha no",
    "it": "il di che la e per un in con del non una sono della si al dei anche da più alla nel",
    "hu": "a az és hogy nem is egy volt meg csak már ez de ki azt el kell még sem mint lesz van ha",
    "ru": "и в не на что с по как это он из за к но для его от был о все так же она они или уже",
    "uk": "і в не на що з у та як це до за він від для його про був але або вже є також які при",
    "pt": "o a os de e que do da em um para com uma não no na por mais dos como foi ao se das são",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door",
    "pl": "w i na z że się do nie jest o jak po przez od za to ale był dla są oraz co tym jego",
}
_WORDS = {code: frozenset(words.split()) for code, words in _FREQUENT.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 20_000
#: Share of frequent words below which no language is named.
_LEAST = 0.08

#: Words before a full stop that do not end a sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr vs no gen lt col sgt capt rev hon inc ltd co corp dept est approx"
    " jan feb mar apr jun jul aug sep sept oct nov dec bzw ca evtl ggf inkl nr str usw vgl z b u a"
    " d h o ä hr fr mio mrd abs art bd mme mlle m mm av bld etc cf p pp ex sra srta ud uds dra núm"
    " tel sig sigg dott avv ing on art pag г гг тыс млн млрд руб им ул см стр т др пр р вул див"
    " pl ill kb ún dl dna pct alin".split()
)
_END = re.compile(r"[.!?…。]+[\"'»”’“)\]]*(?=\s)|(?<=[。！？])")
#: What follows a mark, white space and opening marks left out: any character, or nothing.
_AFTER = re.compile(r"\s*(?=\S)[\"'«„“‘(\[ ]*(?P<first>[\s\S]?)")
#: Letters of the longest article before a German ordinal.
_ARTICLE = 3


def detect(text: str) -> str | None:
    """ISO 639-1 code of the language of a text; ``None`` if it is none of those known or if there
    is too little of it.

    >>> detect("The minister said that the talks were difficult and would go on.")
    'en'
    """
    words = [word.lower() for word in _WORD.findall(text[:_LONGEST])]
    if not words:
        return None
    counts = {code: sum(word in known for word in words) for code, known in _WORDS.items()}
    if any("а" <= c <= "я" for c in text[:_LONGEST].lower()):
        counts = {code: counts[code] for code in ("ru", "uk")}
        counts["uk"] += sum(c in "іїєґ" for c in text[:_LONGEST].lower())
        counts["ru"] += sum(c in "ыэёъ" for c in text[:_LONGEST].lower())
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= max(2, _LEAST * len(words)) else None


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of a text in any European language, as half-open spans of code points.

    A line break always ends a sentence. White space around a sentence is not part of it.
    """
    spans = []
    for line in re.finditer(r"[^\r\n\u2028\u2029]+", text):
        start = line.start()
        for match in _END.finditer(line.group()):
            end = line.start() + match.end()
            if _ends(text, start, line.start() + match.start(), end, line.end()):
                spans.append((start, end))
                start = end
        spans.append((start, line.end()))
    return list(_stripped(text, spans))


def _ends(text: str, start: int, stop: int, end: int, limit: int) -> bool:
    """Whether the mark at ``stop`` ends a sentence. Looks at the words beside the mark alone: a
    line may have thousands of marks and no end."""
    beside = _AFTER.match(text, end, limit)
    if beside is None:
        return True
    first = beside["first"]
    if text[stop] == "." and text[stop : stop + 2] != "..":
        last = text[_word_before(text, start, stop) : stop]
        initial = len(last) == 1 and last.isupper()
        if initial or last.lower() in _ABBREVIATIONS:
            return False
        if last.isdigit() and len(last) <= 2 and not first.isupper():
            return False
        if last.isdigit() and len(last) <= 2 and _is_ordinal(text, start, stop - len(last)):
            return False
    return not first.islower()


def _word_before(text: str, start: int, stop: int) -> int:
    """Where the letters and digits before a place begin."""
    while stop > start and text[stop - 1].isalnum():
        stop -= 1
    return stop


def _is_ordinal(text: str, start: int, stop: int) -> bool:
    """Whether a small number at ``stop``, before a full stop, opens its sentence (a list) or is a
    German or Hungarian date or ordinal: a capitalised noun follows without ending anything."""
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if stop == start:
        return True
    previous = text[max(start, stop - 1 - _ARTICLE) : stop].split()[-1].lower()
    return previous in {"am", "der", "den", "dem", "vom", "bis", "zum", "im", "des", "die", "das"}


def _stripped(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    for start, end in spans:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end
