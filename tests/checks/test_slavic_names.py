"""Names that keep the case, the genitive or the spelling of the source, or were translated."""

from __future__ import annotations

import pytest

from mtqa import Article, Checker, Config

CHECKER = Checker(Config(), force=True)


def marks(source: str, language: str, target: str) -> list[tuple[str, str, str | None]]:
    """The issues of these checks: name, text, suggestion."""
    report = CHECKER.check(Article("a", target, source=source, source_lang=language))
    ours = ("case", "place-genitive", "romanised", "meaning")
    return [
        (issue.check.removeprefix("names.source-"), issue.text, issue.suggestion)
        for issue in report.issues
        if issue.check.removeprefix("names.source-") in ours
    ]


@pytest.mark.parametrize(
    ("source", "language", "target", "found"),
    [
        (
            "Директор вчера говорил с Кравцовым о бюджете.",
            "ru",
            "Directorul a vorbit ieri cu Kravțovîm despre buget.",
            [("case", "Kravțovîm", "Kravțov")],
        ),
        (
            "Журналістка розмовляла з Марченком про вибори.",
            "uk",
            "Jurnalista a vorbit cu Marcenkom despre alegeri.",
            [("case", "Marcenkom", "Marcenko")],
        ),
        (
            "Директор вчера говорил с Кравцовым о бюджете.",
            "ru",
            "Directorul a vorbit ieri cu Kravțov despre buget.",
            [],
        ),
        (
            "В Риме прошла встреча с Максимом.",
            "ru",
            "La Roma a avut loc o întâlnire cu Maksim.",
            [],
        ),
    ],
)
def test_kept_case(
    source: str, language: str, target: str, found: list[tuple[str, str, str | None]]
) -> None:
    assert marks(source, language, target) == found


def test_kept_genitive_of_a_place() -> None:
    source = "Die Entscheidung Moskaus überraschte die Nachbarn."
    assert marks(source, "de", "Decizia Moskaus i-a surprins pe vecini.") == [
        ("place-genitive", "Moskaus", "Moscova")
    ]
    assert marks(source, "de", "Decizia Moscovei i-a surprins pe vecini.") == []


def test_foreign_spelling_of_a_slavic_name() -> None:
    source = "Bürgermeister Jewgeni Kowaltschuk trat am Montag zurück."
    target = "Primarul {} a demisionat luni."
    assert marks(source, "de", target.format("Jewgeni Kowaltschuk")) == [
        ("romanised", "Jewgeni Kowaltschuk", None)
    ]
    assert marks(source, "de", target.format("Evgheni Kovalciuk")) == []


def test_a_german_name_is_no_slavic_one() -> None:
    source = "Bürgermeister Jürgen Waldow trat am Montag zurück."
    assert marks(source, "de", "Primarul Jürgen Wagner a demisionat luni.") == []


@pytest.mark.parametrize(
    ("source", "language", "target", "found"),
    [
        (
            "Сопрано Надежда Павлова выступит в пятницу.",
            "ru",
            "Soprana Speranța Pavlova va cânta vineri.",
            [("meaning", "Speranța", "Nadejda")],
        ),
        (
            "La actriz Luz Martínez ganó el premio.",
            "es",
            "Actrița Lumina Martínez a câștigat premiul.",
            [("meaning", "Lumina", "Luz")],
        ),
        (
            "Сопрано Надежда Павлова выступит в пятницу.",
            "ru",
            "Soprana Nadejda Pavlova va cânta vineri.",
            [],
        ),
        ("Надежда умирает последней.", "ru", "Speranța moare ultima.", []),
    ],
)
def test_translated_meaning(
    source: str, language: str, target: str, found: list[tuple[str, str, str | None]]
) -> None:
    assert marks(source, language, target) == found
