"""Clitics: what the neighbours decide for certain, and the near misses that are right."""

from __future__ import annotations

import pytest

from mtqa.checks.spelling import clitics
from tests.checks.direct import fixes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Procesul sa încheiat ieri.", [("sa", "s-a")]),
        ("Echipa sa calificat în finală.", [("sa", "s-a")]),
        ("Ministrul ia mulțumit ambasadorului.", [("ia", "i-a")]),
        ("Nu la recunoscut pe atacator.", [("la", "l-a")]),
        ("Vecinii nau auzit nimic.", [("nau", "n-au")]),
        ("Prețurile sau majorat.", [("sau", "s-au")]),
        ("Sar putea să plouă.", [("Sar", "S-ar")]),
        ("Vă mulțumim că va abonat.", [("va", "v-a")]),
        ("Familia sa a plecat, iar sora sa locuiește la Iași. Viața sa neașteptat de lungă.", []),
        ("El ia masa la prânz. Își ia rămas bun. Merge la cules de mere, nu la furat.", []),
        ("Un candidat propus sau susținut de partid. Va fi ales. Neam de neamul lui.", []),
    ],
)
def test_hyphens_of_the_perfect(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(clitics.MissingHyphen, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A venit pentru al convinge.", [("al", "a-l")]),
        ("A plecat fără ași anunța colegii.", [("ași", "a-și")]),
        ("Fondurile sunt pentru ai noștri. De ai ști ce a pățit! Un loc de al nostru.", []),
    ],
)
def test_infinitives_with_a_pronoun(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(clitics.InfinitiveClitic, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Drumurile vor fii închise.", [("fii", "fi")]),
        ("Nimeni nu poate știi ce urmează.", [("știi", "ști")]),
        ("Vrea a fii ales.", [("fii", "fi")]),
        ("Trebuie să fi atent la drum.", [("fi", "fii")]),
        ("Cei trei fii ai regelui. Locuitori ai mării. Ai ochii obosiți. Să nu fii trist.", []),
        ("Se pare să fi plecat. Să fi fost ora cinci.", []),
    ],
)
def test_one_i_or_two(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(clitics.DoubleI, text) == found


def test_fixed_adverbs() -> None:
    text = "De a lungul coastei plouă. Încă odată, cea ce spune e fals."
    assert fixes(clitics.SplitAdverb, text) == [
        ("De a lungul", "De-a lungul"), ("Încă odată", "Încă o dată"), ("cea ce", "ceea ce"),
    ]  # fmt: skip
    assert fixes(clitics.SplitAdverb, "De-a lungul. Odată cu. Cea care. Fuge de a plânge.") == []
