"""Words of no dictionary that nothing in the source explains."""

from __future__ import annotations

import pytest

from tests.checks import pairs

CHECK = "garbled.unexplained"


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "Conditions allowed the algae to multiply dramatically.",
            "Condițiile au permis acestor alguri să se înmulțească dramatic.",
            ["alguri"],
        ),
        (
            "The Belgians and the Swiss would have been against it.",
            "Belgienii și suizerii ar fi fost împotriva acestei măsuri.",
            ["suizerii"],
        ),
    ],
)
def test_inventions(source: str, target: str, found: list[str]) -> None:
    assert [text for text, _ in pairs.fixes(CHECK, source, target)] == found


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # the source has the model of a learned loan
        ("Cycadophytes fed the herds.", "Turmele se hrăneau cu frunze de cicadofite și ferigi."),
        ("The zooplankton drifts.", "Își petrec viața plutind între alge, ca zooplanctonul."),
        # regularly made of a listed word
        ("The attic conversion is late.", "Lucrările de mansardare întârzie, spun vecinii."),
        # the article's own term
        (
            "The gadget is new. Everybody wants one.",
            "Ce este un brontomat? Un brontomat mănâncă și cântă.",
        ),
        ("He got the treatment.", "A primit antiagregante și betablocante, spun medicii."),
        ("Members reacted.", "Au reacționat pesediști, udemeriștii și auriștii, la București."),
        # quoted by itself
        ("They call it that.", "Localnicii îi spun „bulibat” și râd."),
    ],
)
def test_loans_derivations_terms_and_quotations(source: str, target: str) -> None:
    assert pairs.fixes(CHECK, source, target) == []


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("ru", "Условия позволили водорослям размножиться."),
        ("de", "Die Bedingungen ließen das Seegras wachsen."),
    ],
)
def test_other_sources_show_no_models_of_loans(language: str, source: str) -> None:
    target = "Condițiile au permis acestor alguri să se înmulțească."
    assert pairs.fixes(CHECK, source, target, language=language) == []


def test_without_a_source_a_word_may_be_a_loan() -> None:
    assert pairs.fixes(CHECK, None, "Condițiile au permis acestor alguri să crească.") == []


def test_what_is_near_a_word_is_a_slip_and_minor() -> None:
    source = "The car stood 500 feet away."
    (issue,) = pairs.issues(CHECK, source, "Mașina era la 500 de piciore distanță, pe stradă.")
    assert (issue.text, issue.severity) == ("piciore", "minor")
