"""Terms in the source and in Romanian, in any inflected form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.glossary import TermEntry
from mtqa.glossary.terms import Terminology, suggestion

TERMS = Terminology(
    [
        TermEntry(preferred="loc", forbidden=("locație",), source=("venue",), lang="en"),
        TermEntry(preferred="încălzire globală", forbidden=("încălzire mondială",),
                  source=("global warming", "globale Erwärmung")),
        TermEntry(preferred="drepturile omului", source=("human rights",)),
        TermEntry(preferred="TI", forbidden=("IT",), source=("IT",)),
        TermEntry(preferred="dezvăluire", forbidden=("leak", "scurgere de informații")),
        TermEntry(preferred="inculpa", source=("indict",)),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Locațiile concertelor", [("Locațiile", "Locurile")]),
        ("două locații, locației", [("locații", "locuri"), ("locației", "locului")]),
        ("Efectele încălzirii mondiale", [("încălzirii mondiale", "încălzirii globale")]),
        ("un leak-ul și o scurgere de informații",
         [("leak-ul", None), ("scurgere de informații", "dezvăluire")]),
        ("Locul, local, locuire, it.", []),
        ("Firmele de IT", [("IT", "TI")]),
    ],
)  # fmt: skip
def test_forbidden_terms(text: str, found: list[tuple[str, str | None]]) -> None:
    uses = TERMS.forbidden(text)
    assert [(text[use.start : use.end], suggestion(use, text)) for use in uses] == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The venues' owners and a venue", "en", ["venues", "venue"]),
        ("Global warming", "en", ["Global warming"]),
        ("It warmed globally. Human, rights.", "en", []),
        ("He was indicted; two countries indict", "en", ["indicted", "indict"]),
        ("wegen der globalen Erwärmung", "de", ["globalen Erwärmung"]),
        ("Der venue", "de", []),
        ("it works in IT", "en", ["IT"]),
    ],
)
def test_terms_of_the_source(text: str, language: str, found: list[str]) -> None:
    uses = TERMS.in_source(text, 0, len(text), language)
    assert [text[use.start : use.end].removesuffix("'") for use in uses] == found


@given(st.text(alphabet="locațiEîn .-'IT\n", max_size=60))
def test_uses_lie_in_the_text(text: str) -> None:
    for use in TERMS.forbidden(text):
        assert 0 <= use.start < use.end <= len(text)
        suggestion(use, text)
