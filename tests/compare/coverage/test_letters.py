"""Acronyms against what they stand for: neither an omission nor an addition."""

from __future__ import annotations

import pytest

from mtqa import Article, Checker, Config
from mtqa.config import Checks

CHECKER = Checker(
    Config(
        profile="thorough",
        checks=Checks(select=("omission.clause", "omission.attribution", "addition.clause")),
    )
)


def found(source: str, target: str) -> list[str]:
    article = Article("test", target, source, source_lang="en", meta={"aligned": True})
    return [issue.check for issue in CHECKER.check(article).issues]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (  # an acronym of the source, spelled out
            "An SNP MP said the bridge would not reopen before the summer holidays.",
            "Un membru al Partidului Național Scoțian din Parlamentul Marii Britanii a declarat "
            "că podul nu va fi redeschis înainte de vacanța de vară.",
        ),
        (  # a gloss that the target does without
            "The town hall was searched on Monday by DIICOT (Directorate for Investigating "
            "Organised Crime) prosecutors.",
            "Primăria a fost percheziționată luni de procurorii DIICOT.",
        ),
        (  # the speaker's letters, spelled out
            "According to the RNIB, more pedestrians are hurt at new crossings every year.",
            "Potrivit Institutului, tot mai mulți pietoni sunt răniți în fiecare an la trecerile "
            "noi.",
        ),
    ],
)
def test_letters_stand_for_words(source: str, target: str) -> None:
    assert found(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "check"),
    [
        (  # a clause with no letters in it is missing beside the acronym
            "An SNP MP said the bridge, which had been closed since the great flood in January, "
            "would not reopen before the summer holidays.",
            "Un deputat SNP a declarat că podul nu va fi redeschis înainte de vacanța de vară.",
            "omission.clause",
        ),
        (  # the clause behind the gloss is missing
            "The town hall was searched on Monday by DIICOT prosecutors, after two contractors "
            "complained about forged invoices and missing asphalt.",
            "Primăria a fost percheziționată luni de procurorii DIICOT.",
            "omission.clause",
        ),
        (  # nobody is cited
            "More pedestrians are hurt at new crossings every year, according to the RNIB.",
            "Tot mai mulți pietoni sunt răniți în fiecare an la trecerile noi.",
            "omission.attribution",
        ),
    ],
)
def test_what_letters_do_not_explain(source: str, target: str, check: str) -> None:
    assert check in found(source, target)
