"""A translation that is none fails as a critical error; names, tables and headlines are no evidence."""

from __future__ import annotations

import unicodedata

import pytest

from mtqa import Article, Checker, Issue
from mtqa.checks.registry import all_checks
from mtqa.config import RULES_ALONE, Align, Checks, Config, Metrics
from mtqa.model import Profile

NAME = "untranslated.text"
ENGLISH = (
    "The government has approved the budget for next year\n"
    "The prime minister said on Tuesday that the deficit would be lower than in the last three "
    "years. Opposition leaders called the figures a work of fiction and asked for a new vote.\n"
    "The vote in parliament is expected before the end of the month, according to officials."
)
ROMANIAN = (
    "Guvernul a aprobat bugetul pentru anul viitor\n"
    "Premierul a declarat marți că deficitul va fi mai mic decât în ultimii trei ani. Liderii "
    "opoziției au numit cifrele o operă de ficțiune și au cerut un nou vot.\n"
    "Votul din parlament este așteptat înainte de sfârșitul lunii, potrivit unor oficiali."
)
GERMAN = (
    "Die Regierung hat den Haushalt für das nächste Jahr beschlossen. Der Ministerpräsident sagte "
    "am Dienstag, das Defizit werde niedriger sein als in den letzten drei Jahren."
)


def found(target: str, source: str | None = ENGLISH, language: str | None = "en") -> list[Issue]:
    """What the check alone says of a target."""
    config = Config(
        checks=Checks(select=(NAME,)), align=Align(encoder="lexical"), metrics=Metrics(qe="off")
    )
    report = Checker(config, force=True).check(
        Article("news", target, source, source_lang=language)
    )
    return list(report.issues)


def bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def test_a_source_that_was_handed_back_is_one_critical_error_over_all_of_it() -> None:
    (issue,) = found(ENGLISH)
    assert (issue.start, issue.end) == (0, len(ENGLISH))
    assert (issue.severity, issue.category) == ("critical", "untranslated")
    assert issue.message == "The text was left in English."
    assert issue.message_ro == "Textul a rămas în engleză."


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (GERMAN, "The text is in German, not in Romanian."),
        (
            "Правительство утвердило бюджет на следующий год, и премьер сказал, что дефицит будет "
            "ниже, чем в прошлом году.",
            "The text is in Russian, not in Romanian.",
        ),
        (
            "Η κυβέρνηση ενέκρινε τον προϋπολογισμό για το επόμενο έτος.",
            "The text is in Greek, not in Romanian.",
        ),
        (
            "Rząd przyjął we wtorek budżet na przyszły rok, ale opozycja nie jest z niego zadowolona "
            "i zapowiada, że będzie głosować przeciw.",
            "The text is in Polish, not in Romanian.",
        ),
        (  # Finnish: a language of which only that it is not Romanian is known here
            "hallitus hyväksyi tiistaina ensi vuoden talousarvion, mutta oppositio ei ole siihen "
            "tyytyväinen ja aikoo äänestää sitä vastaan eduskunnassa ennen kuun loppua, kertovat "
            "viranomaiset. Pääministerin mukaan alijäämä pienenee.",
            "The text is not in Romanian.",
        ),
    ],
)
def test_another_language_is_named_where_it_can_be_told(target: str, message: str) -> None:
    (issue,) = found(target)
    assert issue.message == message and issue.text == target


def test_a_text_in_capitals_is_read_as_well() -> None:
    (issue,) = found(ENGLISH.upper())
    assert issue.text == ENGLISH.upper()


def test_the_language_of_a_copy_is_that_of_its_source() -> None:
    finnish = "Hallitus hyväksyi ensi vuoden talousarvion, mutta oppositio aikoo äänestää vastaan."
    (issue,) = found(finnish, finnish, "fi")
    assert issue.message == "The text was left in Finnish."


def test_where_most_is_foreign_the_foreign_sentences_are_marked() -> None:
    headline, body = ROMANIAN.split("\n")[:2], "\n".join(ENGLISH.split("\n")[1:])
    article = f"{headline[0]}\nPremierul a vorbit marți despre deficit.\n{body}"
    (issue,) = found(article)
    assert issue.text == body
    assert issue.message == "This part was left in English."


@pytest.mark.parametrize(
    "target",
    [
        ROMANIAN,
        bare(ROMANIAN),
        ROMANIAN.upper(),
        ROMANIAN.replace("ș", "ş").replace("ț", "ţ"),
        "GUVERNUL A APROBAT BUGETUL PE ANUL VIITOR",
        "PRIME MINISTER RESIGNS",
        # a word or two are no evidence
        "Brexit",
        "Breaking news",
        "The Guardian",
        # names
        "Angela Merkel, Emmanuel Macron, Boris Johnson, Joe Biden, Volodimir Zelenski",
        "Simona Halep, Serena Williams, Naomi Osaka, Iga Świątek, Aryna Sabalenka, Coco Gauff, "
        "Elena Rybakina, Jessica Pegula, Ons Jabeur, Maria Sakkari, Caroline Garcia, Karolína "
        "Muchová, Markéta Vondroušová, Barbora Krejčíková, Petra Kvitová, Madison Keys, Jeļena "
        "Ostapenko, Daria Kasatkina, Qinwen Zheng, Beatriz Haddad Maia",
        "Los Angeles, El Paso, Las Vegas, La Paz, Los Cabos, San Diego, Las Palmas, El Salvador",
        "LOS ANGELES, EL PASO, LAS VEGAS, LA PAZ, LOS CABOS, SAN DIEGO, LAS PALMAS, EL SALVADOR, "
        "LOS ALAMOS, SANTA FE, LAS CRUCES, EL CAJON",
        "Lavandula angustifolia, Rosmarinus officinalis, Salvia officinalis, Mentha piperita",
        # results
        "Arsenal – Manchester City 2-1 (1-0)\nChelsea – Liverpool 0-0\nEverton – Fulham 3-2\n"
        "West Ham – Newcastle 1-1\nAston Villa – Leeds 2-0\nCFR Cluj – Universitatea Craiova 1-0",
        # borrowed words and a quotation in a Romanian article
        "Conferința despre crowdfunding, storytelling și employer branding are loc la București.",
        f"{ROMANIAN}\n„The figures are a work of fiction”, a spus în engleză liderul opoziției.",
    ],
)
def test_romanian_names_tables_and_headlines_are_no_evidence(target: str) -> None:
    assert found(target) == []
    assert found(target, target) == []


def test_without_a_source_it_is_not_said_to_be_untranslated() -> None:
    assert found(ENGLISH, None, None) == []


def test_one_foreign_sentence_in_a_romanian_article_is_left_to_other_checks() -> None:
    sentence = "Opposition leaders called the figures a work of fiction and asked for a new vote."
    assert found(f"{ROMANIAN}\n{sentence}") == []


@pytest.mark.parametrize("profile", ["quiet", "balanced", "thorough"])
@pytest.mark.parametrize("source", [ENGLISH, GERMAN])
def test_an_article_that_is_not_translated_fails_with_no_quality_left(
    source: str, profile: Profile
) -> None:
    """Also where source and target have nothing in common, so that they cannot be aligned."""
    config = Config(profile=profile, align=Align(encoder="lexical"), metrics=Metrics(qe="off"))
    report = Checker(config).check(Article("news", ENGLISH * 3, source))
    assert [(issue.check, issue.severity) for issue in report.issues] == [(NAME, "critical")]
    assert (report.verdict, report.quality) == ("fail", 0.0)


def test_a_long_segment_fails_as_well() -> None:
    segment = ENGLISH.split("\n")[1]
    report = Checker(RULES_ALONE).check(Article("s", segment, segment, source_lang="en"))
    assert report.verdict == "fail"


def test_it_is_listed_with_what_it_means() -> None:
    check = all_checks()[NAME]
    assert check.title().startswith("The text, or most of it, is not in Romanian")
