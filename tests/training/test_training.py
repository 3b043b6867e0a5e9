"""The model made from end to end on a handful of sentences: it learns, ships and repeats itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa.scorers.qe.estimator import Estimator
from mtqa.workshop.training.examples import Example, batches
from tests.training.conftest import EN, RO


def test_what_is_trained_ships_and_says_the_same(data: Path, tmp_path: Path, few: None) -> None:
    import torch

    from mtqa.scorers.qe.encode import encode, tables
    from mtqa.workshop.training import body, command
    from mtqa.workshop.training.distil import Plan, distil
    from mtqa.workshop.training.network import Estimator as Network
    from mtqa.workshop.training.restore import restored

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

    # what ships becomes a network again: the same but for the 8 bits of its matrices
    again = restored(plan.out, tmp_path / "again").eval()
    for name, value in network.state_dict().items():
        step = float(value.abs().max()) / 127
        assert torch.allclose(again.state_dict()[name], value, atol=0.51 * step), name

    # and learns what it and another say together
    other = Plan(plan.out, (plan.out,), data, tmp_path / "taught", limit=16)
    distil(other, said.append)
    assert "16 of 16 pairs read by 2 teachers" in said[-2]
    taught = Estimator(other.out)
    assert taught.manifest["distilled"]["examples"] == 16
    for before, after in zip(shipped, taught.estimate(texts), strict=True):
        # it was its own teacher, so that it says what it said
        assert after.scores == pytest.approx(before.scores, abs=0.3)


def test_the_better_teacher_counts_more() -> None:
    import numpy as np

    from mtqa.workshop.training.distil import shares_of

    rng = np.random.default_rng(5)
    wanted = rng.normal(size=400)
    good, poor = (wanted + noise * rng.normal(size=400) for noise in (0.5, 1.0))
    first, second = shares_of(np.array([poor, good]), wanted)
    assert first + second == pytest.approx(1)
    assert 0 < first < second
    useless = rng.normal(size=400)
    assert shares_of(np.array([good, useless]), wanted)[0] > 0.9


def test_a_text_between_two_has_the_words_of_one_or_the_other() -> None:
    import random

    from mtqa.workshop.training.distil import between

    translation = "The mayor said that the bridge was closing down on Monday."
    edited = "The mayor announced that the bridge would close on Monday."
    found = {between(translation, edited, random.Random(seed)) for seed in range(20)}
    assert found == {
        translation,
        edited,
        "The mayor announced that the bridge was closing down on Monday.",
        "The mayor said that the bridge would close on Monday.",
    }


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
    from mtqa.workshop.training.vocabulary import tokenizer_of

    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    return tokenizer_of([*pieces, *((f"▁{w}", -1.0) for w in "un bun rău om vine a man".split())])


def test_the_network_learns_which_words_are_wrong_and_repeats_itself(tokenizer) -> None:
    import torch

    from mtqa.workshop.training.network import Estimator as Network
    from mtqa.workshop.training.train import Recipe, train

    losses: list[float] = []
    recipe = Recipe(frozen=0, batch=8, rate=3e-3, head_rate=3e-3, decay=1.0)

    def run() -> Network:
        torch.manual_seed(5)
        network = Network(_tiny(len(tokenizer.get_vocab())))
        train(
            network, tokenizer, [_words()] * 10, recipe, "cpu",
            lambda step, steps, seconds, parts: losses.append(sum(parts)),
        )  # fmt: skip
        return network

    first, second = run(), run()
    assert losses[1] < losses[0] / 2
    for one, other in zip(first.parameters(), second.parameters(), strict=True):
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

    from mtqa.workshop.training.command import Plan, manifest

    text = json.dumps(manifest(Plan(data, tmp_path), {}, Counter()))
    assert str(tmp_path) not in text


def _pairs() -> list[Example]:
    """Target and source say the same; which word stands in the target only the source tells."""
    return [
        Example(f"un {word} om vine", f"a {word} man") for word in ("bun", "rău") for _ in range(32)
    ]


def _replacer(tokenizer):
    from mtqa.workshop.training.pretrain import Guesser, Replacer

    return Replacer(Guesser(_tiny(len(tokenizer.get_vocab()))), tokenizer, "cpu")


def test_the_language_model_learns_from_the_source_what_is_hidden(tokenizer) -> None:
    import torch

    from mtqa.scorers.qe.encode import encode, tables
    from mtqa.workshop.training.pretrain import Stage, learn_to_guess

    replacer = _replacer(tokenizer)
    learn_to_guess(replacer, tokenizer, _pairs(), Stage(200, 16, 5e-3), lambda _: None)
    for word in ("bun", "rău"):
        (pair,) = encode(tokenizer, [(f"un {word} om vine", f"a {word} man")])
        ids = torch.from_numpy(tables([pair])[0])
        masked = torch.zeros_like(ids, dtype=torch.bool)
        masked[0, 2] = True
        replacer.guesser.eval()
        guessed = replacer.guesser(ids, masked, torch.ones_like(ids))
        assert int(guessed.argmax()) == tokenizer.token_to_id(f"▁{word}")


def test_what_is_replaced_is_marked_and_the_rest_is_as_it_was(tokenizer) -> None:
    import torch

    from mtqa.workshop.training.pretrain import on

    torch.manual_seed(1)
    replacer = _replacer(tokenizer)
    (batch,) = batches(tokenizer, _pairs(), 64, seed=1)
    ids, sides = on("cpu", batch)
    changed = 0
    for _ in range(5):
        replaced, right = replacer.replace(ids, sides)
        assert torch.equal(right.bool(), replaced != ids)  # every word here is one piece
        assert not (right.bool() & (sides != 1)).any()
        assert (replaced[right.bool()] >= 4).all()
        changed += int(right.sum())
    assert changed


def test_without_a_source_the_target_stays_whole(tokenizer) -> None:
    import torch

    from mtqa.workshop.training.pretrain import on, without_source

    (batch,) = batches(tokenizer, _pairs(), 64, seed=1)
    ids, sides = on("cpu", batch)
    hidden, left = without_source(ids, sides, 1.0)
    assert torch.equal(hidden[sides == 1], ids[sides == 1])
    assert (left != 2).all()
    assert (hidden[sides == 2] == 1).all()
    assert [t.tolist() for t in without_source(ids, sides, 0.0)] == [ids.tolist(), sides.tolist()]


def test_all_stages_follow_each_other_and_two_runs_are_averaged(tokenizer) -> None:
    import torch

    from mtqa.workshop.training.pretrain import Stage
    from mtqa.workshop.training.stages import Stages, run
    from mtqa.workshop.training.train import Recipe

    said: list[str] = []
    recipe = Recipe(frozen=0, batch=16, replaced=0.5)
    stages = Stages(recipe, 2, again=1, guessing=Stage(4, 16, 1e-3), spotting=Stage(4, 16, 1e-3))
    size = len(tokenizer.get_vocab())
    model = run(
        stages, lambda: _tiny(size), tokenizer, [_words()] * 2, _pairs(), "cpu", said.append
    )
    assert [line.partition(":")[0] for line in said] == ["language model", "replaced words"]
    start = _tiny(size)
    table = "embeddings.word_embeddings.weight"
    assert torch.equal(model.body.state_dict()[table], start.state_dict()[table])
    layer = "encoder.layer.0.output.dense.weight"
    assert not torch.equal(model.body.state_dict()[layer], start.state_dict()[layer])


def test_likeness_is_said_of_pairs_with_a_source_only(tokenizer) -> None:
    from mtqa.workshop.training.likeness import with_likeness

    examples = [Example("un om vine", "un om vine"), Example("un om vine", None)]
    body = _tiny(len(tokenizer.get_vocab()))
    ((same, alone),) = with_likeness([examples], body, tokenizer, "cpu")
    assert same.alike == pytest.approx(3.0)  # the cosine is 1
    assert alone.alike is None
    assert same.scores()[1] == (same.alike, 1.0)
    assert alone.scores()[1] == (0.0, 0.0)


def test_a_text_that_stands_in_several_pairs_is_read_once(
    tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mtqa.workshop.training import likeness

    read: list[int] = []
    vectors = likeness._vectors

    def counted(rows, body, device):
        read.append(len(rows))
        return vectors(rows, body, device)

    monkeypatch.setattr(likeness, "_vectors", counted)
    examples = [Example("un om vine", "a man"), Example("un bun om vine", "a man")] * 3
    body = _tiny(len(tokenizer.get_vocab()))
    (found,) = likeness.with_likeness([examples], body, tokenizer, "cpu")
    assert sum(read) == 3
    assert [e.alike for e in found[:2]] == [e.alike for e in found[2:4]]
    assert found[0].alike != found[1].alike
