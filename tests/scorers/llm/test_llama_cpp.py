"""End to end with the server of llama.cpp, and a model of our own that always says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from mtqa.common.language_model import LanguageModel
from mtqa.config import Config
from mtqa.model import Article
from mtqa.pipeline import Checker
from mtqa.scorers.llm.prompt import Question, messages
from mtqa.scorers.llm.server import Server

SAID = (
    '{"segments":[', '{"id":1,', '"score":55,', '"errors":[', '{"text":"banca",',
    '"category":"mistranslation",', '"severity":"major",', '"suggestion":"malul",',
    '"source":"bank",', '"reason":"no bank for money"}', "]}]}",
)  # fmt: skip


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of llama.cpp's server."""
    llama = pytest.importorskip("xllamacpp", reason="llama.cpp is not installed")
    pytest.importorskip("gguf", reason="gguf is not installed")
    from mtqa.workshop.tiny_model import write

    path = tmp_path_factory.mktemp("model") / "tiny.gguf"
    write(path, SAID)
    params = llama.CommonParams()
    params.model.path = str(path)
    params.n_ctx = 16_384
    params.n_parallel = 1
    params.port = 0
    params.warmup = False
    server = llama.Server(params)
    yield f"{server.listening_address}/v1"


def test_llama_cpp_takes_the_schema_and_answers_by_it(
    url: str, settings: Callable[..., LanguageModel]
) -> None:
    server = Server(settings(url))
    asked = messages([Question("Stau pe banca râului.", "On the bank of the river.")], "en")
    answer = server.ask(asked, 400)
    assert answer.content == "".join(SAID)
    assert not answer.truncated
    assert answer.tokens_in and answer.tokens_in > 1_000
    assert answer.tokens_out and answer.tokens_out >= len(SAID)
    assert server.body(asked, 400)["response_format"]["type"] == "json_schema"


def test_an_article_is_checked_with_llama_cpp(url: str, config: Callable[..., Config]) -> None:
    article = Article(
        "a",
        "Locuitorii stau pe banca râului.\nApa crește încă.",
        "People stand on the bank of the river.\nThe water still rises.",
        source_lang="en",
    )
    checker = Checker(config(url, batch=1, concurrency=1))
    report = checker.check(article)
    (issue,) = [one for one in report.issues if one.check == "llm.span"]
    assert (issue.text, issue.suggestion) == ("banca", "malul")
    assert issue.message == "The language model says: no bank for money"
    assert report.notes == ("language model: 1 marks left out (1 not in the text)",)
    assert report.scores["llm"] == 55
    assert checker.adviser is not None
    assert checker.adviser.asker.used().requests == 2
