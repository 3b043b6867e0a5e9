"""Names against the source: each check with hits and near misses."""

from __future__ import annotations

import pytest

from mtqa import Article, Config, Issue
from mtqa.align.article import parallel
from mtqa.checks.base import View
from mtqa.checks.names.source import CHECKS
from mtqa.languages.ro import Document


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
        # the office before a name is part of it to the reader of German
        (
            "Ihre Sprecherin Karin Dorn forderte einen Bericht.",
            "Purtătoarea lor de cuvânt, Sabine Vogt, a cerut un raport.",
            "de",
            ("replaced", "Sabine Vogt", "Karin Dorn"),
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
        (
            "The rapper is formally known as Kanye West.",
            "Rapperul este cunoscut oficial drept Kanye Vest.",
            "en",
            ("literal", "Vest", "West"),
        ),
        (
            "Rangers host Vienna in the Europa League on Thursday.",
            "Rangers primește Viena în Europa Ligă joi.",
            "en",
            ("literal", "Ligă", "League"),
        ),
        (
            "A stabbing took place in Belfast.",
            "Un atac a avut loc la Belfasts.",
            "en",
            ("genitive", "Belfasts", "Belfast"),
        ),
        (
            "He was answered by Energy Minister Aleksandr Novak.",
            "I-a răspuns Donald Trump, ministrul energiei.",
            "en",
            ("replaced", "Donald Trump", "Aleksandr Novak"),
        ),
        (
            "Вчера Мария Захарова ответила.",
            "Ieri, Maria Zaharovasen a răspuns.",
            "ru",
            ("swelled", "Zaharovasen", "Zaharova"),
        ),
        (
            "Учора Сергій Лавров відповів.",
            "Ieri, Serghei Lavrovs a răspuns.",
            "uk",
            ("genitive", "Lavrovs", "Lavrov"),
        ),
    ],
)
def test_each_fault(source: str, target: str, language: str, found: tuple[str, str, str]) -> None:
    assert fixes(source, target, language) == [found]


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("He was met in the hall by Dolores Umbridge.", "A fost întâmpinat în hol.", "major"),
        ("Adam Smith was met by Dolores Umbridge.", "Adam Smith a fost primit de ea.", "minor"),
        ("They met the mayor in Bournemouth.", "S-au întâlnit în oraș cu primarul.", "major"),
    ],
)
def test_a_lost_name_points_to_the_source(source: str, target: str, severity: str) -> None:
    (issue,) = issues(source, target)
    assert issue.check == "names.source-lost"
    assert issue.severity == severity
    assert issue.source_span is not None
    assert issue.source_span.text in ("Dolores Umbridge", "Bournemouth")
    assert issue.suggestion is None


def test_a_surname_that_is_gone_is_asked_for() -> None:
    source = "He spoke with German Chancellor Angela Merkel on Monday."
    found = fixes(source, "El a vorbit luni cu cancelara germană Angela.")
    assert found == [("lost", "Angela", "Angela Merkel")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Davis lives in Wales.\nDavis created the messages for others.",
            "Davis locuiește în Țara Galilor.\nAceasta a creat mesajele pentru alții.",
        ),
        ("Romania wants to join.", "Țara noastră vrea să adere."),
        ("The OHA evicted families.", "Autoritatea a evacuat familii."),
        ("It is a Roman Catholic country.", "Este o țară romano-catolică."),
        ("The wines of New Zealand are good.", "Vinurile neo-zeelandeze sunt bune."),
    ],
)
def test_a_name_that_a_translator_may_leave_out(source: str, target: str) -> None:
    assert fixes(source, target) == []


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
        ("The flood of the Danube.", "Inundațiile Dunării."),
        ("The academy of Steaua opened.", "Academia Stelei s-a deschis."),
        ("They came to Iasi by train.", "Au venit cu trenul în centrul Iașului."),
        ("He lost at the Hungarian Grand Prix.", "A pierdut la Marele Premiu al Ungariei."),
    ],
)
def test_right_names_are_silent(source: str, target: str) -> None:
    assert fixes(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Вчера Сергей Лавров приехал.", "Ieri a sosit Serghei Lavrov.", "ru"),
        ("Вчера Сергей Лавров приехал.", "Ieri a sosit Sergey Lavrov.", "ru"),
        ("Встреча с Марией Захаровой.", "Întâlnirea cu Maria Zakharova.", "ru"),
        ("Зустріч у Києві з Зеленським.", "Întâlnirea de la Kiev cu Zelenski.", "uk"),
        ("Зустріч у Києві з Зеленським.", "Întâlnirea de la Kyiv cu Zelenskyy.", "uk"),
        ("Судья Бретт Кавано ответил.", "Judecătorul Brett Kavanaugh a răspuns.", "ru"),
    ],
)
def test_cyrillic_names_are_silent_in_any_accepted_spelling(
    source: str, target: str, language: str
) -> None:
    assert fixes(source, target, language) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "The mayor spoke on Monday.",
            "Primarul Robert Blakeley a vorbit luni.",
            ("invented", "Robert Blakeley", None),
        ),
        (
            "He was met by Barack Obama.",
            "A fost întâmpinat de Stockholm.",
            ("kind", "Stockholm", "Barack Obama"),
        ),
        (
            "He flew to Stockholm on Monday.",
            "El a zburat luni la Barack Obama.",
            ("kind", "Barack Obama", "Stockholm"),
        ),
        (
            "Donald Trump spoke on Monday.",
            "Luni a vorbit Trump Donald.",
            ("order", "Trump Donald", "Donald Trump"),
        ),
        (
            "Yesterday Donald Trump spoke.",
            "Ieri, Donald a vorbit Trump.",
            ("order", "Donald a vorbit Trump", "Donald Trump"),
        ),
        (
            "The actress Emma Thompson won.",
            "A câștigat actorul Emma Thompson.",
            ("gender", "actorul", "actrița"),
        ),
        ("Later Mr. Biden left.", "Apoi doamna Biden a plecat.", ("gender", "doamna", "domnul")),
        (
            "She is happy, said Emma Thompson about her film.",
            "Este fericită, a spus actorul Emma Thompson despre film.",
            ("gender", "actorul", "actrița"),
        ),
        (
            "The House of Commons voted on it.",
            "Casa Comunelor a votat asta.",
            ("institution", "Casa Comunelor", "Camera Comunelor"),
        ),
        (
            "Then the Labour Party won.",
            "Apoi a câștigat Petrecerea Muncii.",
            ("institution", "Petrecerea Muncii", "Partidul Laburist"),
        ),
        ("They travelled to Munich.", "Au călătorit la Munich.", ("exonym", "Munich", "München")),
        ("They travelled to Vienna.", "Au călătorit la Vienna.", ("exonym", "Vienna", "Viena")),
    ],
)
def test_persons_institutions_and_places(
    source: str, target: str, found: tuple[str, str, str | None]
) -> None:
    assert fixes(source, target) == [found]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("President Maia Sandu said she would stay.", "Președintele Maia Sandu a spus că rămâne."),
        ("The actress Emma Thompson won.", "A câștigat actrița Emma Thompson."),
        ("The king met Kim Jong Un.", "Regele s-a întâlnit cu Kim Jong-un."),
        ("Mrs Thatcher refused.", "Margaret Thatcher a refuzat."),
        ("He noted it in a tweet.", "A notat asta pe Twitter."),
        ("The Supreme Court and the FBI agreed.", "Curtea Supremă și FBI au fost de acord."),
        ("He met Boris Johnson.", "S-a întâlnit cu Boris, nu cu alt Johnson."),
        ("They met in Kyiv, not in Kiev.", "S-au întâlnit la Kyiv, nu la Kiev."),
        ("The Red Cross helped.", "Crucea Roșie a ajutat."),
        ("He works at Scotland Yard.", "Lucrează la Scotland Yard."),
    ],
)
def test_what_is_right_about_persons_institutions_and_places(source: str, target: str) -> None:
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


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Farmers in NZ expect a dry summer.",
            "Fermierii din Noua Zeelandă așteaptă o vară secetoasă.",
        ),
        (
            "A judge in Tampa, Fla., freed the man.",
            "Un judecător din Tampa, Florida, l-a eliberat.",
        ),
        ("The US sends aid to Pak farmers.", "SUA trimit ajutoare fermierilor din Pakistan."),
        # a source without capitals, or in broken letters, has no names to tell
        ("the uk's largest bank closes", "Cea mai mare bancă din Marea Britanie se închide"),
        ("Canada‚Äôs ‚ÄėGlee‚Äô star dies", "A murit vedeta canadiană din „Glee”"),
    ],
)
def test_short_forms_written_out_and_sources_that_tell_nothing(source: str, target: str) -> None:
    silent = {"invented", "replaced", "lost"}
    assert [fix for fix in fixes(source, target) if fix[0] in silent] == []


def test_a_name_that_is_no_short_form_is_still_replaced() -> None:
    source = "The fire in Bournemouth killed two people on Monday."
    target = "Incendiul din Newcastle a ucis două persoane luni."
    assert [fix[:2] for fix in fixes(source, target)] == [("replaced", "Newcastle")]


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("fr", "La violoniste Claire Fontaine a gagné.", "Violonista Claire Fântână a câștigat.",
         "Fântână"),
        ("es", "El pintor Tomás Herrero vive aquí.", "Pictorul Tomás Fierar locuiește aici.", "Fierar"),
    ],
)  # fmt: skip
def test_a_surname_translated_outside_english(
    language: str, source: str, target: str, wrong: str
) -> None:
    found = [issue for issue in issues(source, target, language) if issue.text == wrong]
    assert [issue.check for issue in found] == ["names.source-literal"]
    assert found[0].severity == "critical"


def test_the_german_adjective_of_a_title_is_declined() -> None:
    source = "Das sagte sie der Rheinischen Zeitung."
    assert issues(source, "A spus aceasta pentru Rheinische Zeitung.", "de") == []
