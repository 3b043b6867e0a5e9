"""The house's own names and terms: what is marked, and what no check may mark any more."""

from __future__ import annotations

import pytest

from mtqa import Article, Checker, Config
from mtqa.config import Names, Terms
from mtqa.errors import ConfigError
from mtqa.glossary import NameEntry, TermEntry
from tests.checks.pairs import fixes, issues


def names(*entries: NameEntry) -> Config:
    return Config(names=Names(entry=entries))


KIEV = NameEntry(preferred="Kiev", forbidden=("Kiew",), source=("Kyiv",), type="place")


def test_a_forbidden_form_is_marked_without_a_source() -> None:
    found = issues("names.house-forbidden", None, "Primarul Kiewului a plecat.", config=names(KIEV))
    ((issue),) = found
    assert (issue.text, issue.suggestion, issue.severity) == ("Kiewului", "Kievului", "major")
    assert "„Kiev”" in issue.message_ro


def test_a_surname_is_forbidden_where_the_person_is_met() -> None:
    config = names(NameEntry(preferred="George Bush", forbidden=("George Tufiș",), type="person"))
    text = "George Tufiș a plecat. A urmat un discurs al lui Tufiș."
    assert fixes("names.house-forbidden", None, text, config=config) == [
        ("George Tufiș", "George Bush"), ("Tufiș", "Bush"),
    ]  # fmt: skip
    text = "Un discurs al lui Ion Tufiș. Tufișul a ars."
    assert fixes("names.house-forbidden", None, text, config=config) == []


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Au ajuns la Kiev.", []),
        ("Autoritățile Kievului tac.", []),
        ("Au ajuns la Kyiv.", [("Kyiv", "Kiev")]),
        ("Autoritățile Kyivului tac.", [("Kyivului", "Kievului")]),
        ("Au ajuns la Kiew.", []),  # names.house-forbidden says so
        ("Au ajuns acolo.", []),
    ],
)
def test_the_preferred_form_against_the_source(
    target: str, found: list[tuple[str, str | None]]
) -> None:
    source = "They reached Kyiv, the authorities are silent."
    assert fixes("names.house-preferred", source, target, config=names(KIEV)) == found


def test_an_accepted_form_is_as_good_as_the_preferred_one() -> None:
    config = names(NameEntry(preferred="Kiev", accepted=("Kyiv",)))
    assert not fixes("names.house-preferred", "In Kyiv.", "La Kyiv.", config=config)


def test_what_the_sheet_accepts_no_check_marks() -> None:
    source = "The mayor of Bovenschulte met Andreas Bovenschulte."
    target = "Primarul Bovenschulei l-a întâlnit pe Andreas Bovenschule."
    assert fixes("names", source, target)
    sheet = names(NameEntry(preferred="Bovenschule", source=("Bovenschulte",)))
    assert fixes("names", source, target, config=sheet) == []


def test_case_forms_of_what_it_accepts_are_spared_too() -> None:
    text = "Au venit din Moscow. Strada Moscowului este lungă."
    assert fixes("names.exonym", None, text)
    assert fixes("names.exonym", None, text, config=names(NameEntry(preferred="Moscow"))) == []


def test_another_name_in_its_place_is_still_marked() -> None:
    source = "The striker left Bournemouth on Monday."
    target = "Atacantul a plecat luni de la Newcastle."
    for sheet in (
        names(NameEntry(preferred="Newcastle", source=("Newcastle",))),
        names(NameEntry(preferred="Newcastle")),
    ):
        assert fixes("names.source-replaced", source, target, config=sheet)
    sheet = names(NameEntry(preferred="Newcastle", source=("Bournemouth",)))
    assert fixes("names.source-replaced", source, target, config=sheet) == []


def test_suggestions_are_spelt_as_the_house_does() -> None:
    source = "Der Bürgermeister von Kyjiw kam."
    target = "Primarul orașului Kyjiv a venit."
    sheet = names(NameEntry(preferred="Kiev", source=("Kyjiw",)))
    plain = fixes("names.source-spelling", source, target, language="de")
    own = fixes("names.source-spelling", source, target, language="de", config=sheet)
    assert [right for _, right in own] == ["Kiev" for _ in plain]


def test_accepted_spans_stay_as_they_were() -> None:
    config = Config(names=Names(accepted=("l -a",)))
    assert fixes("spacing.hyphen", None, "Trump l -a acuzat.", config=config) == []


def test_the_signature_names_the_sheet() -> None:
    plain, own = Checker().signature, Checker(names(KIEV)).signature
    assert plain != own
    assert own == Checker(names(KIEV)).signature
    assert own != Checker(names(NameEntry(preferred="Kiev"))).signature


def test_contradictions_stop_the_checker() -> None:
    with pytest.raises(ConfigError, match="“Kiew” is forbidden here and allowed in"):
        Checker(names(KIEV, NameEntry(preferred="Kiew")))


TERMS = Config(
    terms=Terms(
        entry=(
            TermEntry(preferred="loc", forbidden=("locație",), source=("venue",)),
            TermEntry(preferred="încălzire globală", source=("global warming",)),
        )
    )
)


def test_a_forbidden_term_is_marked_in_any_form() -> None:
    assert fixes("terms", None, "Proprietarii locațiilor protestează.", config=TERMS) == [
        ("locațiilor", "locurilor")
    ]


def test_a_term_is_forbidden_for_its_source_term_only() -> None:
    target = "Proprietarii locației protestează."
    assert fixes("terms", "The venue's owners protest.", target, config=TERMS)
    assert not fixes("terms", "The owners of the location protest.", target, config=TERMS)
    only = Config(terms=Terms(entry=(TermEntry(forbidden=("locație",), source=("venue",)),)))
    assert fixes("terms", "The venue's owners protest.", target, config=only) == [
        ("locației", None)
    ]


@pytest.mark.parametrize(
    ("target", "marked"),
    [
        ("Efectele încălzirii globale se văd.", []),
        ("Încălzirea la nivel global, încălzirea globală.", []),
        ("Efectele schimbărilor climatice se văd.", ["schimbărilor"]),
    ],
)
def test_a_term_of_the_source_is_rendered_by_its_term(target: str, marked: list[str]) -> None:
    found = issues("terms.not-used", "Effects of global warming are seen.", target, config=TERMS)
    assert [issue.text for issue in found] == marked
    assert all(issue.source_span and issue.source_span.text == "global warming" for issue in found)


def test_a_forbidden_rendering_is_said_once() -> None:
    found = issues("terms", "The venue closed.", "Locația s-a închis.", config=TERMS)
    assert [issue.check for issue in found] == ["terms.forbidden"]


def test_without_a_sheet_nothing_is_said() -> None:
    report = Checker().check(Article("a", "Locația din Kiew s-a închis."))
    assert not [i for i in report.issues if i.check.startswith(("terms", "names.house"))]
