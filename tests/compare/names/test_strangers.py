"""Names of the target that the source does not have, and the gaps they fill."""

from __future__ import annotations

import pytest

from mtqa.align.article import parallel
from mtqa.compare.names import SourceText
from mtqa.compare.names.segment import ArticleNames, SegmentNames
from mtqa.compare.names.strangers import gaps, pairs, strangers
from mtqa.languages.ro import Document


def segment(source: str, target: str) -> SegmentNames:
    text = SourceText(source, "en")
    article = ArticleNames(text, Document(target), parallel(source, target))
    return SegmentNames(article, 0, text.names(*article.source_span(0)))


def found(source: str, target: str) -> list[str]:
    return [target[slice(*item.span)] for item in strangers(segment(source, target))]


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("The team beat Chelsea.", "Echipa a învins pe Arsenal.", ["Arsenal"]),
        ("He met Greg Clark.", "S-a întâlnit cu Greg Wilson.", ["Wilson"]),
    ],
)
def test_strangers(source: str, target: str, names: list[str]) -> None:
    assert found(source, target) == names


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The British government said so.", "Guvernul Marii Britanii a spus asta."),
        ("Greek law forbids it.", "Legea din Grecia o interzice."),
        ("Mrs Thatcher refused.", "Margaret Thatcher a refuzat."),
        ("The NYPD has no comment.", "Poliția din New York nu comentează."),
        ("P.G. police seek a driver.", "Poliția din Prince George caută un șofer."),
        ("The TARP money is gone.", "Banii din Troubled Asset Relief Program s-au dus."),
        ("Dr Lee spoke in the church of St Louis.", "Dr. Lee a vorbit în biserica Sf. Ludovic."),
        ("The MRI was invented later.", "RMN a fost inventat mai târziu."),
        ("“They told me,” he said.", "„Mi-au spus”, a zis el."),
        ("He cooked for Krushchev.", "A gătit pentru Hrușcev."),
        ("Erik the Red sailed west.", "Erik cel Roșu a navigat spre vest."),
    ],
)
def test_what_a_translator_may_write(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_stranger_beside_the_rest_of_a_name_fills_its_gap() -> None:
    item = segment("Ford met Greg Clark in London.", "Ford s-a întâlnit cu Greg Wilson la Londra.")
    ((stranger, gap),) = pairs(item, strangers(item), gaps(item, {}))
    assert (stranger.tokens[0].text, gap.text) == ("Wilson", "Clark")
