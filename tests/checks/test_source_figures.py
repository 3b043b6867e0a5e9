"""Figures against the source: each check with hits and near misses."""

from __future__ import annotations

import pytest

from mtqa import Article, Config, Issue, check_article
from mtqa.align.article import parallel
from mtqa.checks.base import View
from mtqa.checks.figures.source import CHECKS
from mtqa.languages.ro import Document


def issues(source: str, target: str, language: str = "en") -> list[Issue]:
    article = Article("test", target, source, source_lang=language)
    view = View(article, Document(target), parallel(source, target), Config())
    return [issue for check in CHECKS for issue in check().find(view)]


def fixes(source: str, target: str, language: str = "en") -> list[tuple[str, str, str | None]]:
    found = issues(source, target, language)
    return [(i.check.removeprefix("number."), i.text, i.suggestion) for i in found]


@pytest.mark.parametrize(
    ("source", "target", "language", "found"),
    [
        (
            "The club paid 92.5 million euros for him.",
            "Clubul a plătit 95,2 milioane de euro pentru el.",
            "en",
            ("altered", "95,2", "92,5"),
        ),
        (
            "Rund 41.500 Zuschauer kamen ins Stadion.",
            "În jur de 14.500 de spectatori au venit la stadion.",
            "de",
            ("altered", "14.500", "41.500"),
        ),
        (
            "The budget is 3 billion dollars.",
            "Bugetul este de 3 milioane de dolari.",
            "en",
            ("scale", "3 milioane", "3 miliarde"),
        ),
        (
            "Der Umsatz stieg auf zwei Milliarden Euro.",
            "Cifra de afaceri a crescut la două milioane de euro.",
            "de",
            ("scale", "două milioane", "2 miliarde"),
        ),
        (
            "Thousands of people marched in Prague.",
            "Milioane de oameni au mărșăluit la Praga.",
            "en",
            ("scale", "Milioane", "mii"),
        ),
        (
            "The village lies 30 miles from the border.",
            "Satul se află la 30 de kilometri de graniță.",
            "en",
            ("unit", "kilometri", "mile"),
        ),
        (
            "The firm made a profit of £2.8bn.",
            "Firma a avut un profit de 2,8 miliarde de dolari.",
            "en",
            ("currency-source", "dolari", "lire sterline"),
        ),
        (
            "The fine was $350 last year.",
            "Amenda a fost de 5350 anul trecut.",
            "en",
            ("currency-source", "5350", "350"),
        ),
        (
            "He was born on 11 July 1990.",
            "S-a născut pe 11 iunie 1990.",
            "en",
            ("date-source", "iunie", "iulie"),
        ),
        (
            "He was born on 11 July 1990.",
            "S-a născut pe 11 iulie 1980.",
            "en",
            ("date-source", "1980", "1990"),
        ),
        (
            "The talks resume on Tuesday.",
            "Discuțiile se reiau joi.",
            "en",
            ("date-source", "joi", "marți"),
        ),
        (
            "The match starts at 6 p.m.",
            "Meciul începe la ora 16.00.",
            "en",
            ("time", "16.00", "18.00"),
        ),
        (
            "The match starts at 3 p.m.",
            "Meciul începe la ora 3.",
            "en",
            ("time", "3", "15.00"),
        ),
        (
            "Inflation reached 12 percent in May.",
            "Inflația a ajuns la 12 în mai.",
            "en",
            ("percent", "12", "12%"),
        ),
        (
            "The temperature was -15 degrees.",
            "Temperatura era de 15 grade.",
            "en",
            ("sign", "15", "-15"),
        ),
        (
            "It is his eighth title.",
            "Este al șaptelea titlu al său.",
            "en",
            ("ordinal-source", "șaptelea", None),
        ),
        (
            "The tower cost 1,250 euros.",
            "Turnul a costat 1,250 de euro.",
            "en",
            ("format-source", "1,250", "1.250"),
        ),
        (
            "Exactly 4,300 people were moved.",
            "Oamenii au fost mutați.",
            "en",
            ("missing", "mutați", None),
        ),
        (
            "The minister spoke about the reform.",
            "Ministrul a vorbit despre cele 37 de reforme.",
            "en",
            ("added", "37", None),
        ),
    ],
)
def test_hits(source: str, target: str, language: str, found: tuple[str, str, str | None]) -> None:
    reported = fixes(source, target, language)
    if found[0] == "missing":
        assert [name for name, _, _ in reported] == ["missing"]
    else:
        assert reported == [found]


def test_two_figures_that_changed_places() -> None:
    found = fixes(
        "The club sold 1,127 shirts in Rome and 2,706 scarves in Milan.",
        "Clubul a vândut 2.706 tricouri la Roma și 1.127 de eșarfe la Milano.",
    )
    assert found == [("swapped", "2.706", "1.127"), ("swapped", "1.127", "2.706")]


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("About 25,000 fans came.", "Au venit vreo douăzeci și cinci de mii de suporteri.", "en"),
        ("The plan costs $1.5m.", "Planul costă un milion și jumătate de dolari.", "en"),
        ("The village lies 30 miles away.", "Satul se află la 48 de kilometri.", "en"),
        ("It was 86 degrees Fahrenheit.", "Erau 30 de grade Celsius.", "en"),
        ("He is 6 feet 2 inches tall.", "Are 1,88 metri.", "en"),
        ("The field has 10 acres.", "Terenul are 4 hectare.", "en"),
        ("The match starts at 6 p.m.", "Meciul începe la ora 18.00.", "en"),
        ("The match starts at 6 p.m.", "Meciul începe la 6 seara.", "en"),
        ("Das Spiel endete 0:1.", "Meciul s-a încheiat cu 1-0 pentru oaspeți.", "de"),
        ("In the 1990s he left.", "În anii '90 a plecat.", "en"),
        ("A 19th-century house burned.", "O casă din secolul al XIX-lea a ars.", "en"),
        ("He waited a decade for it.", "A așteptat zece ani.", "en"),
        ("It takes 24 hours.", "Durează o zi.", "en"),
        ("The deal of 7/11/2025 holds.", "Acordul din 11 iulie 2025 rămâne.", "en"),
        ("The deal of 7/11/2025 holds.", "Acordul din 7 noiembrie 2025 rămâne.", "en"),
        ("Both men were arrested once.", "Cei doi bărbați au fost arestați.", "en"),
        ("For a second, no one moved.", "O clipă, nimeni nu s-a mișcat.", "en"),
        ("It runs 50 km (31 miles).", "Are 50 de kilometri.", "en"),
        ("He is 100 percent sure.", "Este absolut sigur.", "en"),
        ("Half of the voters agree.", "50% dintre alegători sunt de acord.", "en"),
        ("COVID-19 and the A380 are back.", "COVID-19 și A380 au revenit.", "en"),
        ("A 44-year-old was found.", "O femeie de 44 de ani a fost găsită.", "en"),
        ("Am 30. September kam er.", "A venit pe 30 septembrie.", "de"),
        ("The premiere is at 9 p.m. ET.", "Premiera este la 4:00, ora României.", "en"),
        (
            "The 802.11b and 802.11g standards remain.",
            "Standardele 802.11b și 802.11g rămân.",
            "en",
        ),
        ("It left at 1200 GMT.", "A plecat la ora 12:00 GMT.", "en"),
        ("The 10th and 11th centuries.", "Secolele X și XI.", "en"),
        (
            "Of 1,400 people polled in 2010, few left.",
            "Din 1400 de oameni întrebați în 2010, puțini au plecat.",
            "en",
        ),
        ("It rose to $US19.25 on Monday.", "A urcat luni la 19,25 dolari.", "en"),
        ("It sold for $9.5 bn.", "S-a vândut cu 9,5 miliarde de dolari.", "en"),
        ("Two to three million left.", "Au plecat două până la trei milioane.", "en"),
        ("Six autres millions attendent.", "Alte șase milioane așteaptă.", "fr"),
        (
            "A CBS-t 3,1, az NBC-t 2,94 millióan nézték.",
            "CBS a fost urmărit de 3,1 milioane, NBC de 2,94 milioane.",
            "hu",
        ),
        ("A harmincas években költözött el.", "S-a mutat în anii 1930.", "hu"),
        ("В 2014 году ему было 11.", "În 2014 avea 11 ani.", "ru"),
        ("They won 52-48.", "Au câștigat cu 52 la 48.", "en"),
        (
            "The margin of error is 4 percentage points.",
            "Marja este de 4 puncte procentuale.",
            "en",
        ),
        (
            "The treatment costs 20,000 lei -16 weeks.",
            "Tratamentul costă 20.000 de lei, 16 săptămâni.",
            "en",
        ),
        ("It lasted 2.5 years.", "A durat 2 ani și jumătate.", "en"),
        ("The ticket costs 150 crowns.", "Biletul costă 150 de coroane.", "en"),
        ("The trial lasted a year and a half.", "Procesul a durat 18 luni.", "en"),
        ("They waited another half an hour.", "Au mai așteptat 30 de minute.", "en"),
        ("Der Zug kam eine Viertelstunde später.", "Trenul a venit 15 minute mai târziu.", "de"),
        ("On a attendu une heure et demie.", "Au așteptat 90 de minute.", "fr"),
        ("It is open from noon until midnight.", "Este deschis între orele 12.00 și 24.00.", "en"),
        ("One in four pensioners lives alone.", "25% dintre pensionari locuiesc singuri.", "en"),
        ("Four out of ten voters stayed away.", "40 la sută dintre alegători au lipsit.", "en"),
        ("Jeder vierte Rentner lebt allein.", "25% dintre pensionari locuiesc singuri.", "de"),
        (
            "A third of them left; 20 percent stayed.",
            "A treime a plecat; unul din cinci a rămas.",
            "en",
        ),
    ],
)
def test_near_misses(source: str, target: str, language: str) -> None:
    assert fixes(source, target, language) == []


def test_a_figure_said_in_the_next_sentence_is_not_missing() -> None:
    source = "In 2012 he left the party.\nHe came back later."
    target = "A părăsit partidul.\nDupă 2012, s-a întors."
    assert fixes(source, target) == []


def test_issues_point_to_the_source() -> None:
    source = "The budget is 3 billion dollars."
    issue = issues(source, "Bugetul este de 3 milioane de dolari.")[0]
    assert issue.source_span is not None
    assert source[issue.source_span.start : issue.source_span.end] == "3 billion"
    assert "3 billion" in issue.message and "3 billion" in issue.message_ro


def test_without_a_source_nothing_is_said() -> None:
    report = check_article("Bugetul este de 3 milioane de dolari.")
    assert not [i for i in report.issues if i.check in {check.name for check in CHECKS}]


def test_the_language_is_found_out() -> None:
    source = "Die Regierung hat am Montag mitgeteilt, dass 41.500 Menschen in den Städten leben."
    target = "Guvernul a anunțat luni că în orașe trăiesc 14.500 de oameni."
    found = check_article(target, source).issues
    assert [(i.check, i.suggestion) for i in found] == [("number.altered", "41.500")]


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        # the weekday for the date
        (
            "Le maire a rouvert le pont le 28 septembre.",
            "Primarul a redeschis podul vineri, în septembrie.",
            "fr",
        ),
        # digits for a letter in a mangled word
        ("Клетки были 0ведены повторно.", "Celulele au fost introduse din nou.", "ru"),
        # miles in another case
        ("Пожежа почалася за 10 миль від міста.", "Incendiul a izbucnit la 16 km de oraș.", "uk"),
        ("Пожежа почалася в 10 милях від міста.", "Incendiul a izbucnit la 16 km de oraș.", "uk"),
    ],
)
def test_figures_said_otherwise(source: str, target: str, language: str) -> None:
    assert fixes(source, target, language) == []


def confidences(source: str, target: str, language: str = "en") -> list[tuple[str, str, float]]:
    found = issues(source, target, language)
    return [(i.check.removeprefix("number."), i.severity, i.confidence) for i in found]


@pytest.mark.parametrize(
    ("source", "target", "language", "check"),
    [
        ("The flood killed 12 people.", "Inundația a ucis 21 de oameni.", "en", "altered"),
        ("The bridge is 340 metres long.", "Podul are 430 de metri.", "en", "altered"),
        ("Prices rose by 9 per cent.", "Prețurile au crescut cu 19 la sută.", "en", "altered"),
        ("The strike lasted eleven days.", "Greva a durat douăsprezece zile.", "en", "altered"),
        ("Sieben Menschen wurden verletzt.", "Au fost rănite nouă persoane.", "de", "altered"),
        ("He left on Thursday.", "A plecat marți.", "en", "date-source"),
        ("The trial begins on 14 March.", "Procesul începe pe 14 mai.", "en", "date-source"),
        ("The fund lost 2 million crowns.", "Fondul a pierdut 2 milioane de euro.", "en",
         "currency-source"),
    ],
)  # fmt: skip
def test_what_misinforms_beyond_doubt_is_critical(
    source: str, target: str, language: str, check: str
) -> None:
    ((found, severity, confidence),) = confidences(source, target, language)
    assert (found, severity) == (check, "critical")
    assert confidence >= 0.9


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        # converted badly, or rounded on the way through another language
        ("The 550 pound hog attacked him.", "Porcul de 300 kg l-a atacat.", "en"),
        ("Das 250 Kilo schwere Schwein griff ihn an.", "Porcul de 300 kg l-a atacat.", "de"),
        ("Der Wind wehte mit 137 Kilometern.", "Vântul a suflat cu 136 de kilometri.", "de"),
    ],
)
def test_a_measure_may_have_been_converted(source: str, target: str, language: str) -> None:
    ((found, _, confidence),) = confidences(source, target, language)
    assert found == "altered"
    assert confidence < 0.8


@pytest.mark.parametrize(
    ("source", "target", "marked", "right"),
    [
        (
            "The index ended at 8,588.36.",
            "Indicele a încheiat la 8,588,36.",
            "8,588,36",
            "8.588,36",
        ),
        ("It rose to 9,331.77 points.", "A urcat la 9.331.77 puncte.", "9.331.77", "9.331,77"),
        (
            "The euro rose to 1.1914 dollars.",
            "Euro a urcat la 1, 1914 dolari.",
            "1, 1914",
            "1,1914",
        ),
        ("It fell to 107.6 million.", "A scăzut la 107, 6 milioane.", "107, 6", "107,6"),
    ],
)
def test_a_figure_out_of_shape_is_no_other_figure(
    source: str, target: str, marked: str, right: str
) -> None:
    assert fixes(source, target) == [("format-source", marked, right)]


@pytest.mark.parametrize(
    ("source", "target", "check"),
    [
        ("The profit was $16 million.", "Profitul a fost de 16 milioane.", "currency-source"),
        ("It fell from 3.4 percent to 3.3 percent.", "A scăzut de la 3,4 la 3,3%.", "percent"),
    ],
)
def test_what_counts_that_was_left_out_misinforms_nobody(
    source: str, target: str, check: str
) -> None:
    found = [(kind, severity) for kind, severity, _ in confidences(source, target)]
    assert found in ([], [(check, "major")])


def test_a_score_is_one_row() -> None:
    found = fixes("The home side won the derby.", "Gazdele au câștigat derbiul cu 31-17.")
    assert found == [("added", "31-17", None)]


@pytest.mark.parametrize(
    ("source", "target", "language", "check"),
    [
        ("They waited half an hour.", "Au așteptat 40 de minute.", "en", "added"),
        ("It is open until noon.", "Este deschis până la ora 14.00.", "en", "added"),
        # a date without its day, and no weekday
        (
            "Le maire a rouvert le pont le 28 septembre.",
            "Primarul a redeschis podul în septembrie.",
            "fr",
            "missing",
        ),
        # the weekday was there before
        (
            "Le maire a rouvert le pont vendredi 28 septembre.",
            "Primarul a redeschis podul vineri, în septembrie.",
            "fr",
            "missing",
        ),
        (
            "Пожежа почалася в 10 милях від міста.",
            "Incendiul a izbucnit la 36 km.",
            "uk",
            "altered",
        ),
    ],
)
def test_figures_that_differ(source: str, target: str, language: str, check: str) -> None:
    assert [kind for kind, _, _ in fixes(source, target, language)] == [check]


@pytest.mark.parametrize(
    ("source", "target", "language", "found"),
    [
        ("The show opens on May 2, 2024.", "Spectacolul are premiera pe 05.02.2024.", "en",
         ("05.02.2024", "02.05.2024")),
        ("Die Messe beginnt am 7.8.2023.", "Târgul începe la 08.07.2023.", "de",
         ("08.07.2023", "07.08.2023")),
        ("La loi date du 9/10/2021.", "Legea datează din 10 septembrie 2021.", "fr",
         ("10 septembrie", "9 octombrie")),
    ],
)  # fmt: skip
def test_day_and_month_that_changed_places(
    source: str, target: str, language: str, found: tuple[str, str]
) -> None:
    assert ("date-source", *found) in fixes(source, target, language)


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("The show opens on May 2, 2024.", "Spectacolul are premiera pe 02/05/2024.", "en"),
        ("The show opens on 5/2/2024.", "Spectacolul are premiera pe 2 mai 2024.", "en"),
        ("The show opens on 5/2/2024.", "Spectacolul are premiera pe 5 februarie 2024.", "en"),
        ("A vásár 2023. 08. 07-én kezdődik.", "Târgul începe la 07.08.2023.", "hu"),
        ("Un conducteur sur quatre téléphone.", "25 % dintre șoferi vorbesc la telefon.", "fr"),
        ("Un automobilista su quattro telefona.", "25 % dintre șoferi vorbesc la telefon.", "it"),
        ("Один из четырёх водителей нарушает.", "25 % dintre șoferi încalcă regulile.", "ru"),
        ("Two thirds of the drivers speed.", "66 % dintre șoferi depășesc viteza.", "en"),
    ],
)
def test_what_says_the_same(source: str, target: str, language: str) -> None:
    assert fixes(source, target, language) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "text", "right"),
    [
        ("The B52 bomber landed.", "Bombardierul B25 a aterizat.", "en", "B25", "B52"),
        ("Die A81 ist gesperrt.", "Autostrada A18 este închisă.", "de", "A18", "A81"),
        ("Le vaccin contre le COVID-19 arrive.", "Vaccinul împotriva COVID-91 sosește.", "fr",
         "COVID-91", "COVID-19"),
        ("Pay into FR76 3000 4028 3798 7654 3210 943.",
         "Plătiți în FR76 3000 4028 3798 7654 3210 934.", "en",
         "FR76 3000 4028 3798 7654 3210 934", "FR76 3000 4028 3798 7654 3210 943"),
        ("PixelNote 4.1 is out.", "A apărut PixelNote 4,1.", "en", "4,1", "4.1"),
        ("Version 2.7 ist da.", "A apărut versiunea 2,7.", "de", "2,7", "2.7"),
        ("Call +44 161 496 0018.", "Sunați la +44 161 496 0081.", "en", "+44 161 496 0081", None),
        ("Case no. 51884 was reopened.", "Dosarul nr. 51.884 a fost redeschis.", "en",
         "51.884", "51884"),
    ],
)  # fmt: skip
def test_identifiers_are_copied(
    source: str, target: str, language: str, text: str, right: str | None
) -> None:
    found = {(fixed[1], fixed[2]) for fixed in fixes(source, target, language)}
    assert (text, right) in found if right else text in {marked for marked, _ in found}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The B-52 bomber landed.", "Bombardierul B52 a aterizat."),
        (
            "In the third quarter (Q3) sales fell.",
            "În trimestrul al treilea (T3) vânzările au scăzut.",
        ),
        ("The quake measured 6.4 on the Richter scale.", "Cutremurul a avut 6,4 pe scara Richter."),
        ("The city has 51,884 inhabitants.", "Orașul are 51.884 de locuitori."),
        ("Call 0800 555 1942.", "Sunați la 0800.555.1942."),
    ],
)
def test_what_is_no_identifier_or_only_joined_otherwise(source: str, target: str) -> None:
    assert fixes(source, target) == []
