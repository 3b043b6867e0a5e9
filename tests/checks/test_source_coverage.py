"""What went missing, was made up, or was left: each check with hits and near misses."""

from __future__ import annotations

import pytest

from mtqa import Article, Config, Issue
from mtqa.align.article import parallel
from mtqa.checks.base import View
from mtqa.checks.coverage.source import CHECKS as COVERAGE
from mtqa.checks.untranslated.source import CHECKS as LEFTOVERS
from mtqa.languages.ro import Document


def issues(source: str, target: str, language: str = "en") -> list[Issue]:
    article = Article("test", target, source, source_lang=language)
    view = View(article, Document(target), parallel(source, target), Config())
    return [issue for check in (*LEFTOVERS, *COVERAGE) for issue in check().find(view)]


def found(source: str, target: str, language: str = "en") -> list[tuple[str, str]]:
    return [(issue.check, issue.text) for issue in issues(source, target, language)]


@pytest.mark.parametrize(
    ("source", "target", "language", "check", "text"),
    [
        (
            "The coach is satisfied with the result.",
            "Antrenorul este satisfied de rezultat.",
            "en",
            "copied",
            "satisfied",
        ),
        (
            "The city is waiting for further negotiations.",
            "Orașul așteaptă further negotiations.",
            "en",
            "copied",
            "further negotiations",
        ),
        (
            "Der Senat hat ein Gutachten bestellt.",
            "Senatul a comandat un Gutachten.",
            "de",
            "copied",
            "Gutachten",
        ),
        (
            "The unification of the two towns failed.",
            "Nereușita unificationului celor două orașe.",
            "en",
            "half",
            "unificationului",
        ),
        # one letter was lost on the way
        (
            "He ran before angling the ball into the corner.",
            "A alergat înainte de a agling mingea în colț.",
            "en",
            "half",
            "agling",
        ),
        (
            "The projects of the National Workers Union were stopped.",
            "Proiectele National Workers Union au fost oprite.",
            "en",
            "title",
            "National Workers Union",
        ),
        (
            "The police are still looking for the driver of the car.",
            "The police are still looking for the driver of the car.",
            "en",
            "sentence",
            "The police are still looking for the driver of the car.",
        ),
        (
            "The police are still looking for the driver of the car.",
            "Die Polizei sucht noch immer nach dem Fahrer des Autos.",
            "en",
            "third-language",
            "Die Polizei sucht noch immer nach dem Fahrer des Autos.",
        ),
    ],
)
def test_left_over(source: str, target: str, language: str, check: str, text: str) -> None:
    assert (f"untranslated.{check}", text) in found(source, target, language)


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        # loanwords, names, units, kept terms, titles
        ("The weekend summit was a show.", "Summitul de weekend a fost un show.", "en"),
        ("She works for Green Energy in Leeds.", "Lucrează la Green Energy în Leeds.", "en"),
        ("It cost 30 pence.", "A costat 30 pence.", "en"),
        ('He calls it "slow burn".', "El o numește „slow burn”.", "en"),
        ("The song Stairway to Heaven was played.", "S-a cântat Stairway to Heaven.", "en"),
        # a word of both languages
        ("The plan for the film is real.", "Planul pentru film este real.", "en"),
        ("Der Trainer spielt Golf.", "Antrenorul joacă golf.", "de"),
        # a German noun that is a person's name in the source
        ("Am Montag traf Holt zweimal.", "Luni, Holt a marcat de două ori.", "de"),
    ],
)
def test_nothing_left_over(source: str, target: str, language: str) -> None:
    assert not [c for c, _ in found(source, target, language) if c.startswith("untranslated")]


SOURCE = (
    "The mayor opened the new hospital on Friday, although the doctors had warned of a dangerous "
    "shortage of nurses.\n"
    "Thousands of patients will be treated there every year.\n"
    '"We are very happy," she said.'
)
TARGET = (
    "Primarul a deschis vineri noul spital, deși medicii avertizaseră asupra unui deficit "
    "periculos de asistente.\n"
    "Mii de pacienți vor fi tratați acolo în fiecare an.\n"
    "„Suntem foarte fericiți”, a spus ea."
)


def test_a_faithful_translation_is_silent() -> None:
    assert found(SOURCE, TARGET) == []


def test_a_lost_clause_is_shown_on_both_sides() -> None:
    cut = TARGET.replace(
        ", deși medicii avertizaseră asupra unui deficit periculos de asistente", ""
    )
    (issue,) = issues(SOURCE, cut)
    assert issue.check == "omission.clause"
    assert issue.source_span is not None
    assert "doctors had warned of a dangerous shortage of nurses" in issue.source_span.text
    assert SOURCE[issue.source_span.start : issue.source_span.end] == issue.source_span.text
    assert cut[issue.start : issue.end] == issue.text == "vineri"


def test_a_lone_adjective_is_no_clause() -> None:
    assert found(SOURCE, TARGET.replace(" periculos", "")) == []


def test_a_lost_sentence() -> None:
    cut = TARGET.replace("Mii de pacienți vor fi tratați acolo în fiecare an.", "")
    (issue,) = issues(SOURCE, cut)
    assert (issue.check, issue.text) == ("omission.sentence", "asistente")
    assert issue.source_span is not None
    assert issue.source_span.text == "Thousands of patients will be treated there every year."


def test_a_lost_attribution() -> None:
    (issue,) = issues(SOURCE, TARGET.replace(", a spus ea", ""))
    assert issue.check == "omission.attribution"
    assert issue.source_span is not None
    assert issue.source_span.text == "she said"


def test_a_repeated_clause() -> None:
    twice = TARGET.replace(
        "acolo în fiecare an", "acolo în fiecare an, mii de pacienți vor fi tratați"
    )
    assert ("addition.repeated", "mii de pacienți vor fi tratați") in found(SOURCE, twice)


def test_an_invented_sentence() -> None:
    more = "Prețul locuințelor noi a crescut cu aproape o cincime față de primăvară."
    assert found(SOURCE + "\n\n", TARGET + "\n" + more) == [("addition.invented-sentence", more)]


def test_an_unknown_language_is_left_in_peace() -> None:
    source = "Le maire a ouvert le nouvel hôpital vendredi, bien que les médecins aient averti."
    assert found(source, "Primarul a deschis vineri noul spital.", "fr") == []


def test_without_a_source_nothing_is_said() -> None:
    article = Article("test", TARGET)
    view = View(article, Document(TARGET), (), Config())
    assert not [i for check in (*LEFTOVERS, *COVERAGE) for i in check().find(view)]


@pytest.mark.parametrize(
    ("source", "target", "language", "clause"),
    [
        (
            "The library will open at nine.",
            "Biblioteca se va deschide la ora nouă, spre bucuria elevilor din cartierele sărace.",
            "en",
            "spre bucuria elevilor din cartierele sărace",
        ),
        (
            "The painter died on Tuesday.",
            "Pictorul, care suferea de mult timp de o boală gravă, a murit marți.",
            "en",
            "care suferea de mult timp de o boală gravă",
        ),
        (
            "Die Ministerin besuchte am Montag die Klinik.",
            "Nemulțumită de rapoartele subalternilor, ministra a vizitat luni clinica.",
            "de",
            "Nemulțumită de rapoartele subalternilor",
        ),
        (
            "Директор открыл музей.",
            "Directorul a deschis muzeul, finanțat de o fundație elvețiană după lungi dispute.",
            "ru",
            "finanțat de o fundație elvețiană după lungi dispute",
        ),
    ],
)
def test_a_clause_that_nothing_in_the_source_says(
    source: str, target: str, language: str, clause: str
) -> None:
    assert ("addition.unsaid", clause) in found(source, target, language)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # what the target only puts otherwise, spells out or joins
        ("The EU wants new rules.", "Uniunea Europeană (UE) dorește reguli noi."),
        ("He left without a word.", "A plecat fără să spună vreun cuvânt."),
        ("The house is small. It was built in 1950.", "Casa, construită în 1950, este mică."),
        ("Officials said the road was open.", "Oficialii au declarat că drumul este deschis."),
    ],
)
def test_what_the_source_says_by_other_means(source: str, target: str) -> None:
    assert found(source, target) == []


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("The ship sank at night. Three sailors drowned. The port is closed.", "en"),
        ("Das Schiff sank nachts. Drei Matrosen ertranken. Der Hafen ist zu.", "de"),
        ("La nave è affondata di notte. Tre marinai sono annegati. Il porto è chiuso.", "it"),
        ("El barco se hundió de noche. Tres marineros se ahogaron. El puerto cerró.", "es"),
    ],
)
def test_a_short_sentence_is_lost(source: str, language: str) -> None:
    lost = found(source, "Nava s-a scufundat noaptea. Portul este închis.", language)
    assert "omission.sentence" in [check for check, _ in lost]


def test_a_denial_that_the_target_has_no_word_for_is_lost_however_long_the_rest() -> None:
    source = "The hall caught fire at noon. Nobody was inside. Crews arrived within minutes."
    target = "Sala a luat foc la prânz. Echipajele de pompieri au sosit în doar câteva minute."
    assert "omission.sentence" in [check for check, _ in found(source, target)]
