"""``python -m mtqa.workshop.benches.growth``: how time grows with the length of hostile pairs.

Every kind repeats what some check looks for, on both sides, on one line: nothing that a newsroom
writes, and anything that a feed may hold. Time must grow about as the text does.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection

from mtqa.model import Article

#: Kilobytes that are compared, and how much longer twice the text may take.
SIZES = (5, 10, 20)
MOST = 2.5
#: Seconds below which nothing can be said of growth.
_NOISE = 0.05


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of hostile pair.

    Attributes:
        name: what the table calls it.
        source, target: what is repeated; ``{n}`` counts up, ``{name}`` is a new name each time.
        language: ISO 639-1 code of the source.
    """

    name: str
    source: str
    target: str
    language: str = "en"

    def article(self, size: int) -> Article:
        """A pair of which each side has at least ``size`` code points."""
        return Article(
            f"{self.name} {size}",
            _repeated(self.target, size),
            _repeated(self.source, size),
            source_lang=self.language,
        )


def _repeated(unit: str, size: int) -> str:
    if "{n}" not in unit and "{name}" not in unit:
        return (unit * (size // len(unit) + 1)).rstrip(" ")
    parts: list[str] = []
    length = number = 0
    while length < size:
        part = unit.replace("{n}", str(number + 1)).replace("{name}", _name(number))
        parts.append(part)
        length, number = length + len(part), number + 1
    return "".join(parts).rstrip(" ")


_STARTS = (
    "Bar",
    "Cor",
    "Dal",
    "Fen",
    "Gor",
    "Hel",
    "Kas",
    "Lom",
    "Mar",
    "Nev",
    "Pol",
    "Ras",
    "Tor",
)
_MIDDLES = ("a", "e", "i", "o", "u", "an", "en", "in", "on", "ar", "er")
_ENDS = ("bert", "din", "gan", "kov", "lton", "man", "nner", "rov", "ssen", "ton", "vac")


def _name(number: int) -> str:
    """A surname nobody has heard of, another one for each number."""
    number, start = divmod(number, len(_STARTS))
    number, middle = divmod(number, len(_MIDDLES))
    number, end = divmod(number, len(_ENDS))
    return (
        _STARTS[start] + _MIDDLES[middle] + _ENDS[end] + (_name(number).lower() if number else "")
    )


def _same(name: str, unit: str) -> Kind:
    return Kind(name, unit, unit)


KINDS: tuple[Kind, ...] = (
    _same("percent, euro and lei", "5% €5 10 lei "),
    _same("currencies", "$5 £6 €7 8 lei "),
    Kind("dates", "3 May 2021, ", "3 mai 2021, "),
    Kind("dates, each another", "{n} May 2021, ", "{n} mai 2021, "),
    Kind("dates that differ", "3 May 2021, ", "4 iunie 2020, "),
    Kind("dates in figures", "03/05/2021 ", "03.05.2021 "),
    Kind("times of day", "at 10:30 a.m. ", "la ora 10:30 "),
    Kind("weekdays", "on Monday, on Tuesday, ", "luni, marți, "),
    Kind("price list", "bread {n} lei, milk 7 lei, ", "pâine {n} lei, lapte 7 lei, "),
    _same("figures, each another", "{n} "),
    Kind("figures that differ", "{n}1 ", "{n}2 "),
    Kind("large figures", "1,234,567 people ", "1.234.567 de oameni "),
    Kind("measures", "3.5 km, 10 kg, 20 °C, ", "3,5 km, 10 kg, 20 °C, "),
    Kind("numbers in words", "twenty-one people, ", "douăzeci și unu de oameni, "),
    Kind("a number in words without end", "one hundred two thousand ", "o sută două mii "),
    Kind("fractions", "one half, two thirds, ", "o jumătate, două treimi, "),
    _same("ranges", "10-15%, 3–4, "),
    _same("results of matches", "2-1, 3-0, "),
    _same("telephone numbers", "+40 721 123 456, "),
    Kind("figures of millions", "2.5 million, ", "2,5 milioane, "),
    Kind("names", "John Smith met Mary Jones, ", "John Smith a întâlnit-o pe Mary Jones, "),
    _same("names, each another", "{name} "),
    Kind("names that are lost", "{name} spoke, ", "el a vorbit, "),
    Kind("names that are others", "John {name} ", "Ion {name}u "),
    Kind("names in the genitive", "Macron's house, ", "casa lui Macron, "),
    Kind("persons with titles", "President {name} said, ", "președintele {name} a spus, "),
    Kind("places", "London, Moscow, Beijing, ", "Londra, Moscova, Beijing, "),
    Kind("acronyms", "NATO EU UN FBI ", "NATO UE ONU FBI "),
    _same("acronyms, each another", "A{name}B CIA "),
    Kind("capitals", "THE PRESIDENT SAID ", "PREȘEDINTELE A SPUS "),
    _same("URLs", "https://example.com/a "),
    _same("URLs, each another", "https://example.com/{n} "),
    _same("e-mail addresses", "a{n}@example.com "),
    _same("@-names", "@user{n} "),
    _same("hashtags", "#topic{n} "),
    _same("tags", "<b>x</b> "),
    _same("tags that are never closed", "<b> "),
    _same("tags, each another", '<a href="{n}">x</a> '),
    _same("placeholders", "{{name}} %s %(n)d {0} "),
    _same("entities", "&amp; &nbsp; &#39; "),
    Kind("Russian names", "Владимир Путин ", "Vladimir Putin ", "ru"),
    Kind("Russian words", "Президент России сказал ", "președintele Rusiei a spus ", "ru"),
    Kind("Ukrainian against Cyrillic", "Володимир Зеленський ", "Владимир Зеленский ", "uk"),
    Kind("Hungarian names", "Orbán Viktor ", "Viktor Orbán ", "hu"),
    Kind("German compounds", "Bundesverfassungsgericht ", "Curtea Constituțională ", "de"),
    Kind("negations", "He did not go. ", "El nu a plecat. "),
    Kind("negations that are lost", "He did not go, ", "El a plecat, "),
    Kind("directions", "prices rose, prices fell, ", "prețurile au crescut, prețurile au scăzut, "),
    Kind("quotations", '"yes" ', "„da” "),
    _same("quotation marks that are never closed", '"„« '),
    _same("brackets", "(a) [b] "),
    _same("brackets that are never closed", "(["),
    _same("hyphens", "l -a nord -coreean "),
    _same("hyphens without end", "a-b-"),
    _same("clitics before, without end", "s-"),
    _same("clitics behind, without end", "-l"),
    _same("one letter without end", "a"),
    _same("letters", "a b c "),
    _same("points", "... !!! ??? "),
    _same("apostrophes", "l'a d'un O'Brien's "),
    _same("Roman numerals", "XIV XV Ludovic al XVI-lea "),
    _same("lists", "• a; 1. b; 2) c; "),
    _same("what was left in English", "the president said that "),
    Kind("one sentence", "The president went home. ", "Președintele a plecat acasă. "),
    Kind("lines", "He went to {name}.\n", "S-a dus la {name}.\n"),
    Kind("speakers", '"Yes", said John Smith. ', "„Da”, a declarat John Smith. "),
    Kind("what has no translation", "the black cat of {name} sleeps, ", "da, "),
    Kind("what has no source", "yes, ", "pisica neagră a lui {name} doarme, "),
    _same("combining marks and emoji", "e\u0301 a\u200b 😀 "),
)


def seconds(kind: Kind, sizes: Sequence[int], limit: int) -> list[float | None]:
    """Seconds of one core for a check of that many code points a side, each size in its turn.

    What takes longer than ``limit`` is None, and so is what comes after it.
    """
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(
        target=_timed, args=(theirs, kind, sizes, limit)
    )
    process.start()
    theirs.close()
    found: list[float | None] = []
    with suppress(EOFError):
        while True:
            found.append(ours.recv())
    process.join()
    return found + [None] * (len(sizes) - len(found))


def _timed(out: Connection, kind: Kind, sizes: Sequence[int], limit: int) -> None:
    from mtqa.common.garbage import collect_rarely
    from mtqa.pipeline import Checker

    collect_rarely()  # as the command does
    checker = Checker(force=True)
    checker.check(kind.article(200))  # whatever is loaded once
    for size in sizes:
        article = kind.article(size)
        begun = time.process_time()
        # the system ends a process at its limit, whatever it is at
        resource.setrlimit(resource.RLIMIT_CPU, (int(begun) + limit + 1, resource.RLIM_INFINITY))
        checker.check(article)
        out.send(time.process_time() - begun)


def rows(kinds: Sequence[Kind], sizes: Sequence[int], limit: int) -> Iterator[list[str]]:
    """Rows of the table: kind, seconds at each size, the worst growth from one to the next."""
    for kind in kinds:
        found = seconds(kind, [1000 * size for size in sizes], limit)
        grown = [b / max(a, _NOISE) for a, b in pairwise(found) if a and b]
        worst = f"{max(grown):.1f}" if grown and None not in found else "-"
        yield [kind.name, *(f"> {limit}" if s is None else f"{s:.2f}" for s in found), worst]


def main(words: list[str] | None = None) -> None:
    """Print the table as it grows; names limit it to the kinds that have them."""
    os.environ["MTQA_QE"] = "off"
    parser = argparse.ArgumentParser(
        prog="python -m mtqa.workshop.benches.growth", description=__doc__
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="part of a kind's name")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES), help="kilobytes")
    parser.add_argument("--limit", type=int, default=60, help="seconds that a check may take")
    options = parser.parse_args(words)
    import mtqa.pipeline  # noqa: F401  (loaded once, for all)

    kinds = [k for k in KINDS if not options.names or any(n in k.name for n in options.names)]
    print("\t".join(["kind", *(f"{size} kB" for size in options.sizes), "growth"]))
    for row in rows(kinds, options.sizes, options.limit):
        print("\t".join(row))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
