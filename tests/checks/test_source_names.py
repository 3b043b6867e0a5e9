"""Names against the source: each check with hits and near misses."""

from __future__ import annotations

import pytest

from mtqa import Article, Config, Issue
from mtqa.align.article import parallel
from mtqa.checks.base import View
from mtqa.checks.source_names import CHECKS
from mtqa.romanian import Document


def issues(source: str, target: str, language: str = "en") -> list[Issue]:
    article = Article("test", target, source, source_lang=language)
    view = View(article, Document(target), parallel(source, target), Config())
    return [issue for check in CHECKS for issue in check().find(view)]


def fixes(source: str, target: str, language: str = "en") -> list[tuple[str, str, str | None]]:
    found = issues(source, target, language)
    return [(i.check.removeprefix("names.source-"), i.text, i.suggestion) for i in found]


@pytest.mark.parametrize(
    ("source", "target", "language", "found"),
    [
        (
            "Coach Vincent Kompany had been looking for a winger.",
            "Antrenorul Vincent Compania căuta o extremă.",
            "en",
            ("literal", "Compania", "Kompany"),
        ),
        (
            "Vor dem Spiel sagte Kapitän Manuel Neuer nichts.",
            "Înainte de meci, căpitanul Manuel Mai nou nu a spus nimic.",
            "de",
            ("literal", "Mai nou", "Neuer"),
        ),
        (
            "According to the Guardian, the club is waiting.",
            "Potrivit Gardianului, clubul așteaptă.",
            "en",
            ("literal", "Gardianului", "Guardian"),
        ),
        (
            "The contract was signed by Impex Romcatel.",
            "Contractul a fost semnat de Impex Romcel.",
            "en",
            ("truncated", "Romcel", "Romcatel"),
        ),
        (
            "Then Nadal won the second set.",
            "Apoi, Nadalen a câștigat setul al doilea.",
            "en",
            ("swelled", "Nadalen", "Nadal"),
        ),
        (
            "Bürgermeister Andreas Bovenschulte reagierte.",
            "Primarul Andreas Bovenschule a reacționat.",
            "de",
            ("spelling", "Bovenschule", "Bovenschulte"),
        ),
        (
            "Nun steht Eugen Polanskis Mannschaft auf Rang 16.",
            "Acum echipa lui Eugen Polanskis se află pe locul 16.",
            "de",
            ("genitive", "Polanskis", "Polanski"),
        ),
        (
            "Yesterday Bournemouth lost again.",
            "Ieri, Newcastle a pierdut din nou.",
            "en",
            ("replaced", "Newcastle", "Bournemouth"),
        ),
        (
            "The Greek historian Strabo noted the name.",
            "Istoricul grec Strabo a notat numele.",
            "en",
            ("exonym", "Strabo", "Strabon"),
        ),
        (
            "The parents, Alina and Costică, kept searching.",
            "Părinții, Alina și Costica, au continuat căutările.",
            "en",
            ("marks", "Costica", "Costică"),
        ),
    ],
)
def test_each_fault(source: str, target: str, language: str, found: tuple[str, str, str]) -> None:
    assert fixes(source, target, language) == [found]


def test_a_lost_name_is_marked_near_its_place_and_points_to_the_source() -> None:
    source = "He was met in the hall by Dolores Umbridge."
    (issue,) = issues(source, "El a fost întâmpinat în hol.")
    assert issue.check == "names.source-lost"
    assert issue.severity == "minor"
    assert issue.source_span is not None
    assert issue.source_span.text == "Dolores Umbridge"
    assert issue.suggestion is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("A letter from George Bush to Ion Iliescu.", "O scrisoare de la George Bush lui Iliescu."),
        ("He left Kyiv for Berlin in 2022.", "El a plecat de la Kiev la Berlin în 2022."),
        ("The White House declined to comment.", "Casa Albă a refuzat să comenteze."),
        ("The U.N. warned the U.S. on Monday.", "ONU a avertizat luni Statele Unite."),
        ("Russian officials met Maria Zakharova.", "Oficialii ruși s-au întâlnit cu Zaharova."),
        ("President Trump met Kim Jong Un.", "Președintele Trump s-a întâlnit cu Kim Jong-un."),
        ("Six people were arrested in Moscow.", "Șase persoane au fost arestate la Moscova."),
        ("The Court of Appeal rejected it.", "Curtea de Apel a respins cererea."),
        ("It sold Burt's Bees last year.", "A vândut Burt's Bees anul trecut."),
        ("Aristarchus said so to the Greeks.", "Aristarh le-a spus asta grecilor."),
    ],
)
def test_right_names_are_silent(source: str, target: str) -> None:
    assert fixes(source, target) == []


def test_messages_name_both_forms_in_both_languages() -> None:
    (issue,) = issues("Then Nadal won the set.", "Apoi, Nadalen a câștigat setul.")
    assert "Nadal" in issue.message and "Nadalen" in issue.message
    assert "Nadalen" in issue.message_ro
    assert issue.source_span is not None and issue.source_span.text == "Nadal"


def test_without_a_source_there_is_nothing_to_say() -> None:
    target = "Apoi, Nadalen a câștigat setul."
    document = Document(target)
    view = View(Article("test", target), document, parallel("", ""), Config())
    assert [issue for check in CHECKS for issue in check().find(view)] == []
