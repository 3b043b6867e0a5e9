"""Markdown that nobody renders, and placeholders that nobody filled in."""

from __future__ import annotations

import pytest

from mtqa import Article, Config
from mtqa.checks.base import View
from mtqa.checks.layout.leftovers import MarkdownLeft, Placeholder
from mtqa.languages.ro import Document
from mtqa.pipeline import segment
from tests.checks.marks import fixes, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("**Primarul** a demisionat.", [("**Primarul**", "Primarul")]),
        ("A fost o *adevărată* _surpriză_.", [("*adevărată*", "adevărată"), ("_surpriză_", "surpriză")]),
        ("### **Ploi** în vest\nText.", [("### **Ploi** în vest", "Ploi în vest")]),
        ("```\nText.\n```", [("```\n", ""), ("```", "")]),
        ("Vezi [lista](https://exemplu.ro/l).", [("[lista](https://exemplu.ro/l)", "lista")]),
        ("> Nu plecăm de aici.", [("> Nu plecăm de aici.", "Nu plecăm de aici.")]),
        ("| An | Preț |\n| --- | --- |\n| 2024 | 7 |\nAtât.",
         [("| An | Preț |\n| --- | --- |\n| 2024 | 7 |", None)]),
        ("**Notă fără sfârșit", [("**", "")]),
        ("Rulați `start` și ~~ieri~~ azi\\*", [("`start`", "start"), ("~~ieri~~", "ieri"), ("\\*", "*")]),
        ("Preț* de 5 lei *fără TVA, 3 * 4 * 5, hotel de 4**, #Brexit, fisier_nou_2, # 1", []),
        ("***\nO altă știre.\n---\n- primul\n* al doilea", []),
    ],
)  # fmt: skip
def test_markdown(text: str, found: list[tuple[str, str | None]]) -> None:
    assert fixes("boilerplate.markdown", text) == found


def test_markdown_of_the_source_is_wanted() -> None:
    text = "**Primarul** a [plecat](https://exemplu.ro)."
    target = Document(text)
    source = "**The mayor** has [left](https://exemplu.ro)."
    view = View(Article("a", text, source), target, segment(target), Config())
    assert list(MarkdownLeft().find(view)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Directorul [NUME] a plătit {suma} lei.", ["[NUME]", "{suma}"]),
        ("La [Numele orașului] vin %d turiști, scrie %(autor)s.",
         ["[Numele orașului]", "%d", "%(autor)s"]),
        ("[Introduceți titlul aici]", ["[Introduceți titlul aici]"]),
        ("A costat XXXX lei, adică XXX de euro.", ["XXXX", "XXX"]),
        ("Lorem ipsum dolor sit amet.", ["Lorem ipsum dolor"]),
        ("%%NAME%% a plecat la <ORAȘ>.", ["%%NAME%%", "<ORAȘ>"]),
        ("[FOTO] [VIDEO] „El [ministrul] a zis [...] da” [n.r.]; [Țara Galilor]", []),
        ("Super Bowl XXX, secolul XXX, 20 % din 100 %, {…}, Todo el mundo", []),
    ],
)  # fmt: skip
def test_placeholders(text: str, found: list[str]) -> None:
    assert marks("boilerplate.placeholder", text) == found


def test_a_placeholder_of_the_source_is_wanted() -> None:
    text = "Bine ai venit, {name}!"
    target = Document(text)
    view = View(Article("a", text, "Welcome, {name}!"), target, segment(target), Config())
    assert list(Placeholder().find(view)) == []
