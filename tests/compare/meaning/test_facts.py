"""Facts at work: false friends, idioms and terms, on sentences that no row was made from."""

from __future__ import annotations

import pytest

from mtqa.align.article import parallel
from mtqa.compare.meaning import Verdict, pairs
from mtqa.compare.meaning.rules import RuleBook, rule_book
from mtqa.knowledge.handmade import rows
from mtqa.knowledge.pattern import Pattern
from mtqa.knowledge.rows import Context, senses

FACTS = [row for row in senses() if row.provenance == "fact"]
KINDS = ("false-friend", "sense", "idiom")


def plain(pattern: Pattern) -> str:
    """Words that the pattern fits, the ones that may be missing left out."""
    return " ".join(
        sorted(item.exact or item.keys or item.beginnings)[0]
        for item in pattern.items
        if not item.gap and not item.optional
    )


def asked(needs: Context, language: str) -> str:
    """A word that the row asks for."""
    if needs.words:
        return needs.words[0].rstrip("*")
    topics = {r["topic"]: r["words"] for r in rows("topics") if r["language"] == language}
    return next((topics[topic].split()[0] for topic in needs.topics), "")


def said(source: str, target: str, language: str, books: list[RuleBook]) -> list[Verdict]:
    return [
        verdict
        for pair in pairs(source, target, parallel(source, target), language)
        for book in books
        for verdict in book.verdicts(pair)
    ]


@pytest.mark.parametrize("language", sorted({code for row in FACTS for code in row.languages}))
def test_every_fact_can_speak_and_is_silent_where_the_right_word_stands(language: str) -> None:
    mute, loud = [], []
    for row in FACTS:
        if language not in row.languages:
            continue
        source = f"{plain(row.source[0])} {asked(row.needs, language)}".strip()
        book, wrong = [RuleBook([row], language)], plain(row.wrong[0])
        if not said(source, wrong, language, book):
            mute.append(row.name)
        if said(source, f"{wrong} {plain(row.right[0])}", language, book):
            loud.append(row.name)
    assert (mute, loud) == ([], [])


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong", "right"),
    [
        ("en", "Novels by two physicists.", "Nuvele de doi fizicieni.", "Nuvele", None),
        ("en", "Three physicians were arrested.", "Trei fizicieni au fost arestați.", "fizicieni",
         "medici"),
        ("en", "Fire destroyed the libraries.", "Focul a distrus librăriile.", "librăriile",
         "bibliotecile"),
        ("en", "The chairwoman stepped down on Monday.", "Președinta a pășit jos luni.",
         "pășit jos", "demisionat"),
        ("en", "The paper's boss fired two reporters and an employee.",
         "Șeful ziarului a împușcat doi reporteri și un angajat.", "împușcat", "concediat"),
        ("en", "She is running for mayor.", "Ea aleargă pentru primărie.", "aleargă", "candidează"),
        ("en", "The sides reached an agreement.", "Părțile au atins un acord.", "atins", "ajuns la"),
        ("en", "The goalkeeper kept another clean sheet.", "Portarul a ținut încă o foaie curată.",
         "foaie curată", None),
        ("de", "Die Rentner klagen.", "Rentierii se plâng.", "Rentierii", "Pensionarii"),
        ("es", "Los ríos más largos.", "Cele mai largi râuri.", "largi", "lungi"),
        ("it", "I sindaci protestano.", "Primarii protestează.", None, None),
        ("fr", "Les blessés sont à Lyon.", "Binecuvântații sunt la Lyon.", "Binecuvântații",
         "Răniții"),
    ],
)  # fmt: skip
def test_what_editors_see(
    language: str, source: str, target: str, wrong: str | None, right: str | None
) -> None:
    books = [rule_book(kind, language) for kind in KINDS]
    found = [(target[v.start : v.end], v.suggestion) for v in said(source, target, language, books)]
    assert found == ([] if wrong is None else [(wrong, right)])


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Students bought novels in the bookshop.", "Studenții au cumpărat romane din librărie."),
        ("The farmer fired his gun at a seal.", "Fermierul a tras cu arma într-o focă."),
        ("The bats slept in a cave near the match venue.", "Liliecii dormeau într-o peșteră."),
        ("The cheque paid the electricity bill.", "Cecul a acoperit factura la electricitate."),
        ("A landslide buried the road after the vote.", "O alunecare de teren a îngropat drumul."),
        ("The dog ran out of the house.", "Câinele a fugit din casă."),
        ("She took a seat in the front row.", "Ea a luat loc în primul rând."),
    ],
)
def test_what_is_right_stays(source: str, target: str) -> None:
    books = [rule_book(kind, "en") for kind in KINDS]
    assert said(source, target, "en", books) == []
