"""Sentences, clauses, words and headlines in another language, found without a source."""

from __future__ import annotations

import pytest

from mtqa import Article, Checker, Config
from mtqa.checks.untranslated.capitals import ForeignCapitals
from mtqa.checks.untranslated.clauses import ForeignPassage
from mtqa.checks.untranslated.scripts import ForeignScript
from tests.checks.direct import issues, marks

BEFORE = "Consiliul local s-a întrunit marți seară."
AFTER = "Votul final va avea loc săptămâna viitoare."


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The mayor refused to answer questions about the new budget.", "English"),
        ("El alcalde no quiso responder a las preguntas sobre el presupuesto.", "Spanish"),
        ("Il sindaco non ha voluto rispondere alle domande dei giornalisti.", "Italian"),
        ("Le maire a refusé de répondre aux questions des journalistes.", "French"),
        ("Der Bürgermeister wollte sich zu dem Haushalt nicht äußern.", "German"),
        ("A polgármester nem volt hajlandó válaszolni az újságírók kérdéseire.", "Hungarian"),
        ("O prefeito não quis responder às perguntas dos jornalistas.", "Portuguese"),
        ("Burmistrz nie chciał odpowiadać na pytania dziennikarzy.", "Polish"),
        ("Belediye başkanı gazetecilerin sorularını yanıtlamak için gelmedi.", "Turkish"),
    ],
)
def test_a_sentence_in_another_language(sentence: str, language: str) -> None:
    (issue,) = issues(ForeignPassage, f"{BEFORE} {sentence} {AFTER}")
    assert (issue.text, issue.severity, issue.category) == (sentence, "critical", "untranslated")
    assert language in issue.message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Spitalul va fi renovat la vară, although the money has not arrived yet.",
            "although the money has not arrived yet",
        ),
        ("Pasagerii au așteptat două ore: nadie les explicó nada.", "nadie les explicó nada"),
        (
            "Echipa a plecat acasă – die Spieler waren völlig erschöpft – după meci.",
            "die Spieler waren völlig erschöpft",
        ),
        (
            "Potrivit poliției, les deux hommes sont arrivés separat.",
            "les deux hommes sont arrivés",
        ),
    ],
)
def test_a_clause_in_another_language(text: str, found: str) -> None:
    (issue,) = issues(ForeignPassage, text)
    assert (issue.text, issue.severity) == (found, "major")


@pytest.mark.parametrize(
    "text",
    [
        # titles of works, quoted or not, and slogans
        "Piesa „Dove sono i giorni felici” a câștigat festivalul.",
        "Romanul Voyage au bout de la nuit a fost reeditat.",
        "Sloganul campaniei, „Leave no one behind”, apare pe afișe.",
        # Latin, borrowed phrases, what is explained
        "Judecătorul a amintit că dura lex, sed lex, și a ridicat ședința.",
        "A plecat din pole position și a făcut un pit stop la boxe.",
        "Principiul „first come, first served” (primul venit, primul servit) rămâne.",
        # names, teams, lists, old spelling
        "Au jucat Manchester United, Paris Saint-Germain și Borussia Mönchengladbach.",
        "Festivalul Les Films de Cannes à Bucarest începe vineri.",
        "La conferință au vorbit Jean-Pierre Dupont, Hans Müller și John Smith.",
        "Sînt sigur că vom fi pregătiți pînă la sfîrșitul anului.",
        "Pretul gazelor a crescut, iar primaria spune ca nu are bani.",
    ],
)
def test_what_is_meant_to_be_foreign_stays(text: str) -> None:
    assert marks(ForeignPassage, text) == []


def test_what_an_english_source_quotes_in_spanish_stays() -> None:
    """…but the same words are an error where the source has them in English."""
    spanish = "no pasarán los que nos quieren callar"
    target = f"{BEFORE} Mulțimea striga {spanish} în fața clădirii. {AFTER}"
    before, after = "The council met on Tuesday evening.", "The final vote is next week."
    kept = f"The crowd shouted {spanish} in front of the building."
    translated = "The crowd shouted that those who want us silent shall not pass."
    checker = Checker(Config())
    for middle, expected in ((kept, []), (translated, [spanish])):
        source = f"{before} {middle} {after}"
        report = checker.check(Article("a", target, source, source_lang="en"))
        assert [i.text for i in report.issues if i.check == ForeignPassage.name] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Primarul este доволен de rezultat.", "доволен"),
        ("Compania pregătește o 投资 majoră în regiune.", "投资"),
        ("Ministrul a cerut επειγόντως ajutorul armatei.", "επειγόντως"),
        ("Medicii au folosit un دواء nou.", "دواء"),
        ("Fermierii așteaptă 보조금 de la stat.", "보조금"),
    ],
)
def test_a_word_in_another_script(text: str, found: str) -> None:
    (issue,) = issues(ForeignScript, text)
    assert (issue.text, issue.severity) == (found, "major")


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Мэр отказался отвечать на вопросы журналистов.", "Russian"),
        ("Міський голова відмовився відповідати на запитання.", "Ukrainian"),
        ("Градоначелник није желео да одговара на питања.", "Serbian"),
        ("Ο δήμαρχος αρνήθηκε να απαντήσει στις ερωτήσεις.", "Greek"),
        ("市长拒绝回答记者的提问。", "Chinese"),
        ("市長は記者の質問に答えることを拒否した。", "Japanese"),
        ("ראש העיר סירב לענות על שאלות העיתונאים.", "Hebrew"),
    ],
)
def test_a_sentence_in_another_script(sentence: str, language: str) -> None:
    (issue,) = issues(ForeignScript, f"{BEFORE} {sentence} {AFTER}")
    assert (issue.text, issue.severity) == (sentence, "critical")
    assert language in issue.message


@pytest.mark.parametrize(
    "text",
    [
        "Razele γ și coeficientul β au fost măsurate la 5 Ω.",
        "Pe afiș scria „Победа”, cuvântul care înseamnă victorie.",
        "Ziarul Pravda (în rusă: Правда) a fost fondat în 1912.",
        "Orașul Lviv, scris în ucraineană Львів, are 700.000 de locuitori.",
        "Cuvântul 福 (noroc) este pictat pe uși.",
    ],
)
def test_symbols_glosses_and_words_meant_as_words_stay(text: str) -> None:
    assert marks(ForeignScript, text) == []


def test_a_script_that_the_source_shows_too_stays() -> None:
    target = "Pe tricou era imprimat Слава."
    report = Checker(Config()).check(
        Article("a", target, "The shirt had Слава printed on it.", source_lang="en")
    )
    assert [issue for issue in report.issues if issue.check == ForeignScript.name] == []


STORY = "\n\nTrei străzi din centru vor fi închise până duminică, a anunțat poliția locală."


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("HOW TO GET THERE BY TRAIN", "HOW TO GET THERE BY TRAIN"),
        ("WIE GEHT ES JETZT WEITER", "WIE GEHT ES JETZT WEITER"),
        ("GREVA WITHOUT END LA METROU", "WITHOUT END"),
        ("PRIMARUL: FLIGHTS CANCELLED PÂNĂ DUMINICĂ", "FLIGHTS CANCELLED"),
        ("PICTURE GALLERY: Străzile goale din centru", "PICTURE GALLERY"),
        ("MORE STORIES: Ce străzi se închid", "MORE STORIES"),
        ("EILMELDUNG: Centrul orașului, închis", "EILMELDUNG"),
        ("City Centre Closed After Gas Leak", "City Centre Closed After Gas Leak"),
    ],
)
def test_a_headline_or_label_in_another_language(headline: str, found: str) -> None:
    assert marks(ForeignCapitals, headline + STORY) == [found]


@pytest.mark.parametrize(
    "headline",
    [
        "CENTRUL ORAȘULUI, ÎNCHIS PÂNĂ DUMINICĂ",
        "CENTRUL ORASULUI VA FI INCHIS PANA DUMINICA",
        "BLACK FRIDAY: Care sunt cele mai mari reduceri",
        "LIVE VIDEO: Conferința de presă a primarului",
        "MANCHESTER CITY ȘI REAL MADRID, ÎN FINALĂ",
        "HUMAN RIGHTS WATCH CRITICĂ GUVERNUL",
        "Concert „NOTHING ELSE MATTERS” în piață",
        "Membri NATO, UNICEF și FIFA s-au întâlnit la ONU",
        "Game of Thrones și House of Cards, premiate",
    ],
)
def test_names_and_romanian_headlines_stay(headline: str) -> None:
    assert marks(ForeignCapitals, headline + STORY) == []
    assert marks(ForeignPassage, headline + STORY) == []


def test_a_borrowed_label_is_a_small_matter() -> None:
    (issue,) = issues(ForeignCapitals, "BREAKING NEWS: Centrul orașului, închis" + STORY)
    assert (issue.text, issue.severity) == ("BREAKING NEWS", "minor")
