from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from mtqa.common.language_model import LanguageModel
from mtqa.config import Config, Judge, Romanian
from mtqa.scorers.llm.asking import RUN


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MTQA_LLM_KEY", "MTQA_LLM_HOST", RUN):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def settings(tmp_path: Path) -> Callable[..., LanguageModel]:
    """Settings for a server, with a memory of the test's own."""

    def made(url: str, **more: Any) -> LanguageModel:
        wanted = {"name": "tiny", "cache": str(tmp_path / "answers.sqlite"), **more}
        return LanguageModel(url=url, **wanted)

    return made


@pytest.fixture
def config(settings: Callable[..., LanguageModel]) -> Callable[..., Config]:
    """The rules, and a language model behind a server."""

    def made(url: str, *, options: Config | None = None, **more: Any) -> Config:
        base = options or Config(romanian=Romanian(parser="off"))
        return replace(base, judge=Judge(model=settings(url, **more)))

    return made
