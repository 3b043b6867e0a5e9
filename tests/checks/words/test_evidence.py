"""Evidence on a word, and how far it can be trusted."""

from __future__ import annotations

import pytest

from mtqa.checks.lexical import Reading
from mtqa.checks.words.evidence import candidates, weigh
from mtqa.languages.ro import Document


@pytest.mark.parametrize(
    ("target", "group"),
    [
        ("Guvernul a discutat despre răzoiul din țară.", "near"),
        ("La meci s-a auzit un enthusiasm nemaivăzut.", "foreign"),
        # no other language has a stem with Romanian letters, nor compounds half Romanian
        ("Traseul trebuie să dureze o arăreală lungă.", "no loan"),
        ("Localnicii servesc mâncare gata-made la cantină.", "no loan"),
        # but prefixes are free, and a dialect has words of its own
        ("Clienții vor primi în magazine și cartele preplătite.", "with marks"),
        ("Bunica îi spune „chimeșe” și așa i-a rămas numele.", "with marks"),
        # the letters of a suffix say nothing of the stem
        ("Guvernul cere părerea internauților.", "with marks"),
        ("Localnicii au cumpărat și câteva brontomate.", "far"),
    ],
)
def test_words_of_a_group_are_trusted_alike(target: str, group: str) -> None:
    document = Document(target)
    text = Reading(document)
    assert [weigh(text, index, None).group for index in candidates(text, document)] == [group]
