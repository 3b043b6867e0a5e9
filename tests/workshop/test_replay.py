"""The replay of recorded judgements, where they lie beside the development data."""

from __future__ import annotations

import json

import pytest

from mtqa.common.language_model import LanguageModel
from mtqa.scorers.llm.asking import Asker
from mtqa.scorers.llm.prompt import Question, messages
from mtqa.workshop.development import data_folder
from mtqa.workshop.replay import RECORDED, answer, recorded, serving

GOLD = data_folder().parent / "gold"
BANK = {"text": "banca", "category": "mistranslation", "severity": "major", "suggestion": "malul",
        "source": "", "reason": ""}  # fmt: skip
JUDGED = {"Pe banca râului.": {"score": 40, "errors": [BANK]}}


def test_a_request_is_answered_with_what_was_recorded_of_its_targets() -> None:
    body = {"messages": messages([Question("Da."), Question("Pe banca râului.")], "en")}
    said = json.loads(answer(JUDGED, body)["choices"][0]["message"]["content"])["segments"]
    assert said == [
        {"id": 1, "score": None, "errors": []},
        {"id": 2, "score": 40, "errors": [BANK]},
    ]


@pytest.mark.skipif(not (GOLD / RECORDED).is_file(), reason="needs the gold beside MTQA_DATA")
def test_every_recorded_judgement_comes_through_the_server(tmp_path) -> None:  # type: ignore[no-untyped-def]
    texts, judgements = recorded(GOLD)
    assert len(texts) > 150
    with serving(judgements) as url:
        settings = LanguageModel(url=url, name="replay", cache=str(tmp_path / "answers.sqlite"))
        replies = Asker(settings, "en").ask(
            [Question(text.article.target, text.article.source, "en") for text in texts]
        )
    assert [reply.said.score if reply.said else None for reply in replies] == [
        judgements[text.article.target]["score"] for text in texts
    ]
    assert not any(reply.said.malformed for reply in replies if reply.said)
