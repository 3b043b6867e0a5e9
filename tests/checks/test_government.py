"""Cases after prepositions, relative pronouns, predicates, doubled objects."""

from __future__ import annotations

import pytest

from mtqa.checks.grammar import case, doubling, government, predicate, relative
from tests.checks.direct import fixes, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Zborul a fost anulat datorită furtunile.",
            [("datorită furtunile", "datorită furtunilor")],
        ),
        ("Conform legea, taxa crește.", [("Conform legea", "Conform legii")]),
        ("Au votat contra guvernul.", [("contra guvernul", "contra guvernului")]),
        ("Stau în fața clădirea.", [("fața clădirea", "fața clădirii")]),
        ("Datorită ploilor, potrivit Reuters, conform legii. Un moment potrivit. Contra cost.", []),
        ("În caz contrar autoritățile intervin.", []),
    ],
)
def test_genitive_and_dative(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(government.GenitiveAfterPreposition, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Legea a fost semnată de către guvernatorului.",
         [("către guvernatorului", "către guvernator")]),
        ("Au vorbit despre țării lor.", [("despre țării", "despre țară")]),
        ("A locuit în unui sat.", [("în unui", "în un")]),
        ("De către guvernator, pentru țară, despre legea bugetului, în orașe.", []),
    ],
)  # fmt: skip
def test_accusative(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(government.DirectAfterPreposition, text) == found


def test_article_after_a_preposition() -> None:
    text = "Copiii au rămas la grădinița. Au coborât din mașina."
    assert fixes(case.ArticleAfterPreposition, text) == [
        ("la grădinița", "la grădiniță"), ("din mașina", "din mașină"),
    ]  # fmt: skip
    text = "Copiii au rămas la grădinița nouă. A dormit la bunica. S-a întors în vara."
    assert marks(case.ArticleAfterPreposition, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Filmul care l-am văzut e lung.", [("care l-am văzut", "pe care l-am văzut")]),
        ("Oferta, care am primit-o, e bună.", [("care am primit-o", "pe care am primit-o")]),
        ("Omul care l-a văzut. Filmul pe care l-am văzut. Noi, elevii care l-am ales.", []),
    ],
)
def test_whom(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(relative.WhomWithoutPe, text) == found


def test_whose() -> None:
    text = "Pictorul al cărui operă e aici și firma a cărei director a demisionat."
    assert fixes(relative.WhoseAgreement, text) == [
        ("al cărui operă", "a cărui operă"), ("a cărei director", "al cărei director"),
    ]  # fmt: skip
    assert marks(relative.WhoseAgreement, "Omul a cărui casă arde, țara ai cărei lideri tac.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Parlamentul au votat legea.", [("Parlamentul au", "Parlamentul a")]),
        ("Ministrul vor pleca.", [("Ministrul vor", "Ministrul va")]),
        ("Luna trecută au plecat mulți. Majoritatea au votat.", []),
    ],
)
def test_auxiliaries(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(predicate.PredicateAgreement, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Procurorii decide azi.", [("Procurorii decide", "Procurorii decid")]),
        ("Președintele merg la Paris.", [("Președintele merg", "Președintele merge")]),
        ("Autoritățile anunță scumpiri. Filtrele diferă. Echipa cred că.", []),
    ],
)
def test_verbs(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(predicate.VerbAgreement, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Doamna Ionescu a fost numit ministru.", [("numit", "numită")]),
        ("Actrița s-a declarat mulțumit.", [("mulțumit", "mulțumită")]),
        ("Ioana Pop este mulțumit de scor.", [("mulțumit", "mulțumită")]),
        ("Ministrul Ana Pop a fost aleasă. Comisia este sigur că. Regina a fost primită.", []),
    ],
)
def test_predicates_of_women(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(predicate.NamedPredicate, text) == found


def test_doubled_objects() -> None:
    text = "Poliția îl caută pe actrița dispărută."
    assert fixes(doubling.DoubledObject, text) == [("îl", "o")]
    assert marks(doubling.DoubledObject, "Îl pune pe masă. O vede pe ministrul Ana Pop.") == []
