"""An issue keeps its identity when the text around it moves."""

from mtqa import check_article
from mtqa.identity import fingerprints


def keys(target: str) -> tuple[str, ...]:
    return fingerprints(target, check_article(target).issues)


def test_a_paragraph_above_changes_nothing() -> None:
    text = "Trump l -a acuzat pe Putin la Moscova."
    assert keys(text) == keys(f"Un paragraf nou despre altceva.\n\n{text}")


def test_other_words_beside_it_are_another_issue() -> None:
    assert keys("Trump l -a acuzat pe Putin.") != keys("Trump l -a văzut pe Putin.")


def test_the_same_fault_twice_has_two_keys() -> None:
    line = "Trump l -a acuzat pe Putin la Moscova."
    found = keys(f"{line}\nAltă frază aici.\n{line}")
    assert len(found) == len(set(found)) >= 2
