"""Lost diacritics, and words written for one another, judged by the words around them."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes, issues


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Premierul a spus că după ședință si înainte de vot pleacă în țară.", [("si", "și")]),
        ("Multi oameni știu că așa stau lucrurile în țară.", [("Multi", "Mulți")]),
        # both forms exist; the words around tell
        ("Deputații au decis sa plece mâine în circumscripții.", [("sa", "să")]),
        ("Ministrul a declarat ca școlile rămân închise până luni.", [("ca", "că")]),
        ("Stația e deschisă de luni pana vineri, fără pauză la prânz.", [("pana", "până")]),
        # typed without diacritics throughout, or but for what the editor corrects by itself
        ("Premierul a spus ca dupa sedinta si inainte de vot pleaca in tara.", []),
        ("Premierul a spus în Parlament ca dupa sedinta și inainte de vot pleaca.", []),
    ],
)
def test_a_word_without_its_marks(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("spelling.diacritics", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Actorul Asa Butterfield și cântăreața Si Cranstoun vin în țară, știu toți.",
        "Soprana și mama sa au venit în fața scenei, iar fata din rândul întâi a plâns.",
        "Portarul a lucrat ca șofer și ca paznic înainte să joace în prima ligă.",
        "Experimentul s-a făcut in vitro, la Iași, și va fi repetat în toamnă.",
        "Muzeul Fundației Juan de las Heras a fost închis, spun localnicii din Cádiz.",
    ],
)
def test_words_that_are_right_without_marks(text: str) -> None:
    assert not [one for one in issues("spelling.diacritics", text) if one.confidence > 0.45]


def test_a_bare_stretch_is_one_issue_with_the_text_restored() -> None:
    text = (
        "Guvernul a aprobat ieri bugetul. Noile masuri intra in vigoare la inceputul lunii mai. "
        "Opoziția a anunțat că îl va ataca la Curte."
    )
    (issue,) = issues("spelling.diacritics", text)
    assert issue.text == "masuri intra in vigoare la inceputul"
    assert issue.suggestion == "măsuri intră în vigoare la începutul"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ziaristul sa întors din Kiev după două luni.", [("sa", "s-a")]),
        ("Medicul ia recomandat pacientei odihnă și multe lichide.", [("ia", "i-a")]),
        ("Vecinii spun că la văzut pe suspect fugind spre gară.", [("la", "l-a")]),
        ("Elevii au intrat întro sală goală.", [("întro", "într-o")]),
        # the same letters, rightly
        ("Actorul ia masa la teatru, iar mama sa îl așteaptă la ieșire.", []),
        ("Biletele se găsesc la casierie sau pe internet.", []),
        ("Al XVIII - lea secol a fost cel al luminilor.", []),
    ],
)
def test_a_clitic_and_its_verb(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("spelling.hyphen", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Toate drumurile vor fii închise până la primăvară.", [("fii", "fi")]),
        ("„Să fii cuminte”, i-a spus bunica.", []),
        ("Copiii au primit daruri, iar alți copii au rămas fără.", []),
    ],
)
def test_one_letter_at_the_end(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("spelling.word-in-place", text) == found


def test_a_translation_without_any_marks_is_restored_line_by_line() -> None:
    text = (
        "Guvernul a anuntat ca va tine un nou referendum. Adunarea s-a intalnit intr-o sala mica."
    )
    source = "The government said it would hold a new referendum. The assembly met in a small hall."
    found = issues("spelling.diacritics", text, source)
    assert [issue.suggestion for issue in found] == [
        "anunțat că va ține",
        "întâlnit într-o sală mică",
    ]
    assert issues("spelling.diacritics", text) == []
