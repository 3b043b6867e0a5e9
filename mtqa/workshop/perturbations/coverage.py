"""Kinds of corruption for the checks of coverage: what went missing, was made up, or was left.

Clauses and sentences are dropped from the Romanian, repeated in it or invented; source words are
put in the place of their translations. For what is dropped the corruption's span in the source is
the stretch whose words translate the dropped ones; the whole line where they are too few to tell.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from mtqa.checks.coverage import source as source_coverage
from mtqa.checks.untranslated import source as source_leftovers
from mtqa.compare.coverage.content_words import Word, source_side, target_side
from mtqa.compare.coverage.links import Links, link
from mtqa.knowledge import foreign_words, romanian
from mtqa.languages.ro.sentences import split as split_romanian
from mtqa.languages.ro.tokens import tokens
from mtqa.languages.sentences import split as split_source
from mtqa.workshop.perturbations.bitext import Corruption

CHECKS = tuple(check.name for check in (*source_leftovers.CHECKS, *source_coverage.CHECKS))

_SUBORDINATE = re.compile(
    r",? (?:care|pe care|cărora|căreia|căruia|unde|deoarece|fiindcă|pentru că|după ce|înainte să|"
    r"în timp ce|dacă|când|deși|astfel încât|ca să|întrucât|ceea ce|fără să) [^,;.!?()„”\"–—]+"
)
_COORDINATED = re.compile(r",? (?:și|dar|iar|însă|sau|ci) [^,;.!?()„”\"–—]+(?=[,;.!?]|$)")
_APPOSITIVE = re.compile(
    r" \([^()]{12,}\)|, [^,;.!?()„”\"–—]{12,}(?=,)| [–—] [^,;.!?()„”\"–—]{12,}(?= [–—])"
)
_FINAL = re.compile(
    r",? (?:în|la|pentru|din|cu|pe|de la|prin|după|împotriva|despre|sub|către|spre|asupra|într-un|"
    r"într-o|dintr-un|dintr-o|fără|între|din cauza|în ciuda) [^,;.!?()„”\"–—]+(?=[.!?]?$)"
)
#: A saying with its speaker, after or before what is said.
_SAID = re.compile(
    r",? (?:a|au) (?:spus|declarat|adăugat|afirmat|precizat|explicat|subliniat|transmis|"
    r"menționat|avertizat|comentat|zis|completat)"
    r"(?: (?!că)[^,;.!?„”\"–—:]+)?(?=[.,;]|$)"
    r"|,? (?:potrivit|conform) [^,;.!?„”\"–—:]+(?=[.,;]|$)"
    r"|^(?:Potrivit|Conform) [^,;.!?„”\"–—:]+, "
)
#: Clauses that no source of the corpus has: statements of other news, written for this benchmark.
_INVENTED = (
    "iar prețul locuințelor noi a crescut cu aproape o cincime față de primăvara trecută",
    "în timp ce pompierii au evacuat preventiv zeci de turiști dintr-o cabană de munte",
    "deși fabrica de medicamente și-a suspendat temporar producția de antibiotice",
    "iar pasagerii au fost transferați cu autocarele la gara din apropiere",
    "potrivit unui sondaj comandat de asociația producătorilor de lapte",
    "după ce furtuna a smuls acoperișurile mai multor școli din județ",
    "în ciuda protestelor organizate de sindicatele din învățământul preuniversitar",
    "iar cercetătorii au descoperit o specie necunoscută de liliac în peșteră",
    "fără ca banca centrală să modifice dobânda de politică monetară",
    "deoarece recolta de porumb a fost compromisă de seceta prelungită",
    "iar biletele pentru festivalul de muzică s-au epuizat în câteva ore",
    "după ce navigatorii amatori au ignorat avertizările gărzii de coastă",
)
_ENDINGS = ("ul", "ului", "uri", "urile", "ilor", "ii")
#: Content words that make a clause, and a sentence.
_CLAUSE_WORDS, _LEAST_WORDS = 4, 3
#: Zipf frequency of a word that surely belongs to the source's language.
_PLAIN = 3.0
Way = Callable[[str, str, str, random.Random], Corruption | None]


def _content(text: str) -> list[Word]:
    return target_side(tokens(text))


def _linked(source: str, target: str, language: str) -> Links:
    return link(source_side(source, 0, len(source), language), _content(target), language)


def _counterpart(source: str, target: str, language: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the source whose words translate those of ``target[start:end]``."""
    links = _linked(source, target, language)
    numbers = sorted(
        links.backward[j]
        for j, word in enumerate(links.target)
        if start <= word.start < end and links.backward[j] >= 0
    )
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number - runs[-1][-1] <= 3:
            runs[-1].append(number)
        else:
            runs.append([number])
    best = max(runs, key=len, default=[])
    if len(best) < 2:
        return 0, len(source)
    return links.source[best[0]].start, links.source[best[-1]].end


def _dropped(source: str, target: str, language: str, start: int, end: int) -> Corruption | None:
    """The corruption that leaves ``target[start:end]`` out."""
    left, right = target[:start].rstrip(" ,;–—"), target[end:].lstrip(" ")
    if right[:1] in ("–", "—"):
        right = right[1:].lstrip()
    if not left:
        right = right[:1].upper() + right[1:]
    glue = " " if left and right and (right[0].isalnum() or right[0] in "„(") else ""
    text = left + glue + right
    if len(_content(text)) < 2:
        return None
    begin, stop = _counterpart(source, target, language, start, end)
    return Corruption(0, target[start:end].strip(), begin, stop, len(left), len(left), text)


def _dropping(pattern: re.Pattern[str], least: int) -> Way:
    def way(source: str, target: str, language: str, chance: random.Random) -> Corruption | None:
        spans = [
            match.span()
            for match in pattern.finditer(target)
            if len(_content(match.group())) >= least
        ]
        return _dropped(source, target, language, *chance.choice(spans)) if spans else None

    return way


def _dropped_sentence(
    source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """One sentence of a line of several is left out, or the only one of a line."""
    ours, theirs = split_romanian(target), split_source(source)
    if len(ours) != len(theirs) or not ours:
        return None
    if len(ours) == 1:
        if not source.rstrip("”\"'").endswith((".", "!", "?")) or len(_content(target)) < 5:
            return None
        return Corruption(0, target, 0, len(source), 0, 0, " ")
    number = chance.randrange(len(ours))
    start, end = ours[number]
    if len(_content(target[start:end])) < _LEAST_WORDS:
        return None
    text = f"{target[:start].rstrip()} {target[end:].lstrip()}".strip()
    at = min(len(target[:start].rstrip()), len(text))
    return Corruption(0, target[start:end], *theirs[number], at, at, text)


def _clauses(target: str, least: int = 4) -> list[tuple[int, int]]:
    spans = [m.span() for m in re.finditer(r"[^,;.!?()„”\"–—:]{20,}", target)]
    return [(a, b) for a, b in spans if len(_content(target[a:b])) >= least]


def _repeated_clause(
    source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """A clause stands a second time at the end of the sentence or right behind itself."""
    clauses = _clauses(target)
    if not clauses or not target.endswith("."):
        return None
    start, end = chance.choice(clauses)
    clause = target[start:end].strip()
    at = chance.choice((end, len(target) - 1))
    text = f"{target[:at]}, {clause}{target[at:]}"
    return Corruption(0, clause, 0, len(source), at + 2, at + 2 + len(clause), text)


def _invented_clause(
    source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """A clause that the source lacks is added to the end of the sentence."""
    if not target.endswith(".") or len(_content(target)) < 5:
        return None
    clause = chance.choice(_INVENTED)
    at = len(target) - 1
    text = f"{target[:at]}, {clause}."
    return Corruption(0, "", 0, len(source), at + 2, at + 2 + len(clause), text)


def _is_plain(word: Word, source: str, language: str) -> bool:
    """Whether a source word is an ordinary one that is no Romanian word as well."""
    form = word.text
    if language == "de" and form[0].isupper() and word.start == 0:
        return False
    if language != "de" and not form.islower():
        return False
    strength = foreign_words().strength(form, language)
    plain = strength >= _PLAIN and len(form) > 3 and form.isalpha()
    hyphened = "-" in source[max(0, word.start - 1) : word.end + 1]
    return plain and not hyphened and not romanian().known(form)


def _replaceable(source: str, target: str, language: str) -> Iterator[tuple[Word, Word]]:
    links = _linked(source, target, language)
    for i, j in enumerate(links.forward):
        if j >= 0 and _is_plain(links.source[i], source, language):
            word = links.target[j]
            if word.text.islower() and "-" not in target[max(0, word.start - 1) : word.end + 1]:
                yield links.source[i], word


def _left(source: Word, target: str, start: int, end: int, form: str) -> Corruption:
    text = target[:start] + form + target[end:]
    return Corruption(0, source.text, source.start, source.end, start, start + len(form), text)


def _left_word(source: str, target: str, language: str, chance: random.Random) -> Corruption | None:
    """A source word stands in the place of its translation."""
    pairs = list(_replaceable(source, target, language))
    if not pairs:
        return None
    word, place = chance.choice(pairs)
    return _left(word, target, place.start, place.end, word.text)


def _left_with_ending(
    source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """A source word with a Romanian ending stands in the place of its translation."""
    pairs = list(_replaceable(source, target, language))
    if not pairs:
        return None
    word, place = chance.choice(pairs)
    form = word.text + chance.choice(_ENDINGS)
    return _left(word, target, place.start, place.end, form)


def _left_phrase(
    source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """Two neighbours of the source stand in the place of their translations."""
    pairs = sorted(_replaceable(source, target, language))
    found = []
    for one, two in pairwise(pairs):
        between = source[one[0].end : two[0].start]
        places = sorted((one[1], two[1]))
        near = target[places[0].end : places[1].start]
        if between == " " and len(near.split()) <= 2 and not re.search(r"[,.;:]", near):
            found.append((one[0], two[0], places))
    if not found:
        return None
    first, second, places = chance.choice(found)
    phrase = source[first.start : second.end]
    text = target[: places[0].start] + phrase + target[places[1].end :]
    start = places[0].start
    return Corruption(0, phrase, first.start, second.end, start, start + len(phrase), text)


def _left_sentence(
    source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """A whole sentence is left in the source's language."""
    ours, theirs = split_romanian(target), split_source(source)
    if len(ours) != len(theirs) or not ours:
        return None
    number = chance.randrange(len(ours))
    (a, b), (start, end) = theirs[number], ours[number]
    words: Sequence[Word] = source_side(source, a, b, language)
    if sum(_is_plain(word, source, language) for word in words) < 2:
        return None
    text = target[:start] + source[a:b] + target[end:]
    return Corruption(0, source[a:b], a, b, start, start + b - a, text)


WAYS: dict[str, Way] = {
    "dropped subordinate clause": _dropping(_SUBORDINATE, _CLAUSE_WORDS),
    "dropped coordinated clause": _dropping(_COORDINATED, _CLAUSE_WORDS),
    "dropped apposition": _dropping(_APPOSITIVE, _CLAUSE_WORDS),
    "dropped final phrase": _dropping(_FINAL, _CLAUSE_WORDS),
    "dropped attribution": _dropping(_SAID, 1),
    "dropped sentence": _dropped_sentence,
    "repeated clause": _repeated_clause,
    "invented clause": _invented_clause,
    "left-over word": _left_word,
    "left-over with ending": _left_with_ending,
    "left-over phrase": _left_phrase,
    "left-over sentence": _left_sentence,
}
