"""Words of no Romanian list, all evidence on each weighed together."""

from __future__ import annotations

import pytest

from mtqa import Article, Checker, Config
from mtqa.checks.registry import all_checks
from mtqa.config import Checks
from mtqa.judgement.calibration import calibrated
from tests.checks.marks import marks
from tests.checks.pairs import fixes as paired
from tests.checks.pairs import issues

EVERY = "spelling.strange-word,garbled.strange-word,untranslated.strange-word,names.strange-word"


def silent(source: str | None, target: str) -> bool:
    found = issues(EVERY, source, target)
    return not [issue for issue in found if issue.confidence >= 0.6]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        # a letter or a mark away from what was meant, in its capitals
        (None, "Studioul a câștiggat în țară mai multe nominalizări.", [("câștiggat", "câștigat")]),
        (None, "Președintele a spus că toata lumea știe asta.", [("toata", "toată")]),
        (
            "Mutations occur all the time in nature.",
            "Mutatiile apar tot timpul în natură și în viață.",
            [("Mutatiile", "Mutațiile")],
        ),
        # a letter dropped, swapped or without its mark, an ending written twice
        (None, "Ministrul a vorbit despre răzoiul din țară.", [("răzoiul", "războiul")]),
        (None, "Comisia a anunțat concetrarea trupelor.", [("concetrarea", "concentrarea")]),
        (None, "Stația a fost inființată în vară.", [("inființată", "înființată")]),
        (None, "În țară s-a produs o exploziee.", [("exploziee", "explozie")]),
    ],
)
def test_a_slip_gets_what_was_meant(
    source: str | None, target: str, found: list[tuple[str, str]]
) -> None:
    assert paired("spelling.strange-word", source, target) == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "Cheese and tunafish are available in the city.",
            "Brânza și tunafish sunt disponibile în oraș și în țară.",
            "tunafish",
        ),
        (
            "The jousts were held in the castle.",
            "În castel și în curte au avut loc jousts și banchete.",
            "jousts",
        ),
        (
            "Other setups were tried in the country.",
            "În țară s-au încercat și alte setupuri.",
            "setupuri",
        ),
    ],
)
def test_a_word_of_the_source_left_over(source: str, target: str, found: str) -> None:
    assert [text for text, _ in paired("untranslated.strange-word", source, target)] == [found]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "Governor Cuomo said that the city was safe.",
            "Guvernatorul Cuenomo a spus că orașul este în siguranță.",
            [("Cuenomo", "Cuomo")],
        ),
        (
            "The aides of Rolando came to the city.",
            "Consilierii lui Rolenando au venit în oraș.",
            [("Rolenando", "Rolando")],
        ),
    ],
)
def test_a_name_that_the_source_spells_otherwise(
    source: str, target: str, found: list[tuple[str, str]]
) -> None:
    assert paired("names.strange-word", source, target) == found


@pytest.mark.parametrize(
    "target",
    [
        "Țara se confruntă cu gârlealele și cu probleme.",
        "Țările au avut multe rănialuri în această vară.",
        # a Romanian letter in the stem: no loan
        "Traseul trebuie să dureze o arăreală lungă.",
        "Puterea sa sinucigănească a uimit lumea.",
        # one half of a compound was left
        "Localnicii servesc mâncare gata-made la cantină.",
        "Poliția are câini antrenați pentru droguri-sniffing.",
    ],
)
def test_an_invention_needs_no_source(target: str) -> None:
    assert len(marks("garbled.strange-word", target)) == 1


def test_half_a_compound_of_peoples_gets_its_other_half() -> None:
    target = "Granița south-coreeană a fost închisă după relațiile rus-north-coreene."
    assert paired("garbled.strange-word", None, target) == [
        ("south-coreeană", "sud-coreeană"),
        ("rus-north-coreene", "ruso-nord-coreene"),
    ]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "Conditions allowed the algae to multiply dramatically.",
            "Condițiile au permis acestor alguri să se înmulțească dramatic.",
            "alguri",
        ),
        (
            "The Belgians and the Swiss would have been against it.",
            "Belgienii și suizerii ar fi fost împotriva acestei măsuri.",
            "suizerii",
        ),
    ],
)
def test_what_may_be_a_loan_needs_one(source: str, target: str, found: str) -> None:
    assert [text for text, _ in paired("garbled.strange-word", source, target)] == [found]
    assert not marks("garbled.strange-word", target)


def test_the_reason_names_the_evidence() -> None:
    found = issues(
        EVERY,
        "The children told us about a hassle at the airport.",
        "Copiii ne-au spus că în țară au avut un hassle.",
    )
    assert [issue.text for issue in found] == ["hassle"]
    assert "source" in found[0].message
    assert found[0].source_span is not None
    assert found[0].source_span.text == "hassle"


def test_what_is_less_certain_is_less_grave() -> None:
    sure = issues(EVERY, "Governor Cuomo left.", "Guvernatorul Cuenomo a plecat din țară.")
    less = issues(EVERY, "He had a hassle.", "În țară și la aeroport a avut un hassle.")
    assert [issue.severity for issue in (*sure, *less)] == ["major", "minor"]
    assert sure[0].confidence > 0.8 > less[0].confidence


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # names copied, also with a Romanian case and in companies
        (
            "Brooks met Gaziantep's mayor at the airport.",
            "Brooks s-a întâlnit cu primarul din Gaziantep la aeroport.",
        ),
        (
            "Procter & Gamble closed the plant.",
            "Procter & Gamble a închis fabrica și a plecat din țară.",
        ),
        ("The head of Siminoff's company left.", "Șeful companiei lui Siminoff a plecat în țară."),
        # borrowed phrases, recent words, productive derivations
        (None, "Țara a ales modă haute couture și o femme fatale."),
        (None, "Deturnătorii au fost arestați, iar homosexualitatea a fost decriminalizată."),
        (None, "Influencerii au plecat la Bruxelles-ul de altădată și își văd de viață."),
        # other norms of spelling
        (None, "Cînd a sosit, pîinea era rece și sînt mulțumit."),
        (None, "Preşedinţii ţărilor şi-au dat întâlnire."),
        # endings and prefixes on known words, people of a place or of a leader
        (None, "Retailerului i s-a cerut să închidă outleturile din țară."),
        (None, "Clădirea intră în refuncționalizare și în reamenajare."),
        (None, "Trupele au trecut prin trecătorile munților."),
        (None, "Vlăscenii s-au certat cu zelenskiștii și cu trumpiștii."),
        # hyphens that Romanian writes
        (None, "Relațiile ruso-nord-coreene au fost în atenția vice-premierului."),
        (None, "Un show-room și un play-off de neuitat se văd pe site-urile lor."),
        # words of a dialect in quotation marks
        (None, "Băieții poartă „spăcel”, iar bunica îi spune „chimeșe”."),
    ],
)
def test_what_romanian_writes_is_left_alone(source: str | None, target: str) -> None:
    assert silent(source, target)


@pytest.mark.parametrize(
    "target",
    [
        "Presedintele a anuntat ca vine maine la Bucuresti si ca va pleca poimaine in strainatate.",
        "Guvernul a decis.\nPresedintele a anuntat ca vine maine la Bucuresti si va pleca dupa aceea.",
    ],
)
def test_text_typed_without_diacritics_is_left_alone(target: str) -> None:
    config = Config(checks=Checks(select=tuple(EVERY.split(",")), min_confidence=0.0))
    assert not Checker(config).check(Article("test", target)).issues


def test_a_soft_hyphen_is_no_letter() -> None:
    assert not marks("spelling.strange-word", "Poliția vizea\u00adză în țară mai mulți suspecți.")


def test_the_confidence_is_the_models_own_probability() -> None:
    for name in EVERY.split(","):
        assert calibrated(name, 0.7) == 0.7
        assert all_checks()[name].severity != "critical"
