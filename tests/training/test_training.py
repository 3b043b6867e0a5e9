"""The model made from end to end on a handful of sentences: it learns, ships and repeats itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa.qe.estimator import Estimator
from mtqa.qe.training.examples import Example, batches

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
    write("mlqe-pe-ro-en/train.da.tsv", rows)
    for name, texts in (("src", RO), ("mt", EN), ("pe", EN)):
        write(f"mlqe-pe-ro-en/train.{name}", texts)
    write("mlqe-pe-ro-en/train.tags", [" ".join(["OK"] * (2 * len(t.split()) + 1)) for t in EN])
    write("mlqe-pe-ro-en/train.source_tags", [" ".join(["BAD"] * len(t.split())) for t in RO])
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


def test_what_is_trained_ships_and_says_the_same(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    from mtqa.qe.encode import encode, tables
    from mtqa.qe.training import body, command, dataset
    from mtqa.qe.training.network import Estimator as Network

    monkeypatch.setattr(body, "WORDS", 500)
    monkeypatch.setattr(dataset, "STS", 2)
    monkeypatch.setattr(dataset, "EDITED", 2)
    said: list[str] = []
    plan = command.Plan(data, tmp_path / "model", size="small", passes=1, pieces=9_000, limit=24)
    command.train(plan, said.append)
    assert "24 examples" in said[0]
    estimator = Estimator(plan.out)
    manifest = estimator.manifest
    assert set(manifest["data"]) == {"mlqe-pe-ro-en", "mt-en-ro", "ntrex", "ro-sts"}
    assert sum(manifest["examples"].values()) == 24
    # the graph in 8 bit says what the network says
    network = Network(body.load(plan.out / "body"))
    network.load_state_dict(torch.load(plan.out / "body" / "weights.pt"))
    network.eval()
    texts = list(zip(RO, EN, strict=True))
    shipped = estimator.estimate(texts)
    for pair, estimate in zip(encode(estimator._tokenizer, texts), shipped, strict=True):
        ids, sides = map(torch.from_numpy, tables([pair]))
        with torch.no_grad():
            scores, _ = network.read(ids, sides)
        assert estimate.scores == pytest.approx(scores[0].tolist(), abs=0.2)


def _tiny(size: int):
    import torch
    from transformers import BertConfig, BertModel

    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=size, hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=64, type_vocab_size=1, pad_token_id=1,
    )  # fmt: skip
    return BertModel(config, add_pooling_layer=False)


def _words() -> list[Example]:
    """The word *rău* is wrong wherever it stands."""
    found = []
    for number in range(96):
        good = number % 2 == 0
        text = f"un {'bun' if good else 'rău'} om vine"
        bad = () if good else ((3, 6, 1.0),)
        found.append(Example(text, "a man", 1.0 if good else -1.0, bad=bad, garbled=(), omitted=()))
    return found


@pytest.fixture
def tokenizer():
    from mtqa.qe.training.vocabulary import tokenizer_of

    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    return tokenizer_of([*pieces, *((f"▁{w}", -1.0) for w in "un bun rău om vine a man".split())])


def test_the_network_learns_which_words_are_wrong_and_repeats_itself(tokenizer) -> None:
    import torch

    from mtqa.qe.training.train import Recipe, train

    losses: list[float] = []
    recipe = Recipe(frozen=0, batch=8, rate=3e-3, head_rate=3e-3, decay=1.0)

    def run() -> object:
        return train(
            _tiny(len(tokenizer.get_vocab())), tokenizer, [_words()] * 10, recipe,
            lambda step, steps, seconds, parts: losses.append(sum(parts)), device="cpu",
        )  # fmt: skip

    first, second = run(), run()
    assert losses[1] < losses[0] / 2
    for one, other in zip(first.parameters(), second.parameters(), strict=True):  # type: ignore[attr-defined]
        assert torch.equal(one, other)


def test_batches_hold_every_example_once_with_its_marks(tokenizer) -> None:
    examples = _words()
    found = list(batches(tokenizer, examples, 7, seed=1))
    assert sum(len(batch.ids) for batch in found) == len(examples)
    marked = sum(int(batch.marks[..., 0].sum()) for batch in found)
    assert marked == sum(len(example.bad or ()) for example in examples)
    # nothing is learnt from padding or from the marks between the texts
    for batch in found:
        assert not batch.weights[batch.ids < 3].any()


def test_the_manifest_names_no_place_of_this_machine(data: Path, tmp_path: Path) -> None:
    from collections import Counter

    from mtqa.qe.training.command import Plan, manifest

    text = json.dumps(manifest(Plan(data, tmp_path), {}, Counter()))
    assert str(tmp_path) not in text
