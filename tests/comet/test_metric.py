"""COMET models really loaded and run: three classes, tiny and with random weights."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import pytest

from mtqa.scorers.comet import CometMetric, ModelMissing
from mtqa.scorers.protocol import MissingText, Sample

SAMPLES = [
    Sample(
        "Trump l -a acuzat pe Putin că  mută frontul, a anunțat marți Casa Albă, „fără dovezi”.",
        "Trump accused Putin of moving the front line, the White House said on Tuesday.",
        "Trump l-a acuzat pe Putin că mută linia frontului, a anunțat marți Casa Albă.",
    ),
    Sample("Da.", "Yes.", "Da!"),
    Sample(
        "Președintele a spus că vine mâine la București.",
        "The president said he would come to Bucharest tomorrow.",
        "Președintele a declarat că va veni mâine la București.",
    ),
    Sample(
        "🙂 Ţara arde 🔥 și lumea se uită.",
        "The country is burning 🔥 and people watch.",
        "Țara arde.",
    ),
]
#: What each kind of model asks for: source, reference, and whether it looks at one that is there.
NEEDS = {
    "reference-based": (True, True, True),
    "reference-free": (True, False, False),
    "unified": (True, False, False),
    "unified-three": (True, False, True),
    "target-only": (False, False, False),
}


@pytest.mark.parametrize("kind", NEEDS)
def test_each_class_is_loaded_and_says_what_it_needs(model, kind):
    metric = CometMetric(str(model(kind)))
    needs = (metric.needs_source, metric.needs_reference, metric.takes_reference)
    assert needs == NEEDS[kind]
    assert metric.name == f"comet:{kind}"  # the folder's name, not where it lies
    assert "|class:" in metric.signature
    assert "|version:2." in metric.signature


@pytest.mark.parametrize("kind", NEEDS)
def test_scores_are_finite_and_the_same_each_time(model, kind):
    first = CometMetric(str(model(kind))).score(SAMPLES)
    second = CometMetric(str(model(kind))).score(SAMPLES)
    assert first == second
    assert all(map(math.isfinite, first.segments))
    assert len(set(first.segments)) == len(SAMPLES)
    assert first.corpus == pytest.approx(sum(first.segments) / len(SAMPLES))


@pytest.mark.parametrize("kind", ["reference-based", "unified-three"])
def test_batches_by_length_keep_the_order(model, kind):
    metric = CometMetric(str(model(kind)), batch_size=2)
    together = metric.score(SAMPLES)
    backwards = metric.score(SAMPLES[::-1])
    alone = [metric.score([sample]) for sample in SAMPLES]
    assert together.segments == pytest.approx(backwards.segments[::-1], abs=1e-4)
    assert together.segments == pytest.approx([one.segments[0] for one in alone], abs=1e-4)
    assert [len(spans) for spans in together.spans] == [len(one.spans[0]) for one in alone]


def test_a_reference_is_used_where_there_is_one_also_in_a_mixed_lot(model):
    metric = CometMetric(str(model("unified-three")))
    bare = [Sample(sample.target, sample.source) for sample in SAMPLES]
    with_reference, without = metric.score(SAMPLES).segments, metric.score(bare).segments
    mixed = metric.score([SAMPLES[0], *bare[1:3], SAMPLES[3]]).segments
    expected = [with_reference[0], *without[1:3], with_reference[3]]
    assert mixed == pytest.approx(expected, abs=1e-4)
    assert with_reference != pytest.approx(without, abs=1e-4)


@pytest.mark.parametrize("kind", ["unified", "unified-three", "target-only"])
def test_unified_models_mark_spans_that_lie_in_the_text(model, kind):
    found = CometMetric(str(model(kind))).score(SAMPLES)
    assert sum(map(len, found.spans)) > 0
    for sample, spans in zip(SAMPLES, found.spans, strict=True):
        for span in spans:
            marked = sample.target[span.start : span.end]
            assert 0 <= span.start < span.end <= len(sample.target)
            assert marked == marked.strip() != ""
            assert span.severity in ("minor", "major", "critical")
            assert 0 <= span.confidence <= 1


def test_a_model_without_word_level_training_marks_nothing(model):
    found = CometMetric(str(model("reference-free"))).score(SAMPLES)
    assert found.spans == ((),) * len(SAMPLES)


@pytest.mark.parametrize(
    ("kind", "sample", "lacks"),
    [
        ("reference-based", Sample("Da.", "Yes."), "reference"),
        ("reference-based", Sample("Da.", None, "Da."), "source"),
        ("reference-free", Sample("Da."), "source"),
        ("unified", Sample("Da.", ""), "source"),
    ],
)
def test_unequal_inputs_are_refused_and_the_segment_is_named(model, kind, sample, lacks):
    metric = CometMetric(str(model(kind)))
    with pytest.raises(MissingText, match=f"segment 2 has no {lacks}, which comet:{kind} needs"):
        metric.score([SAMPLES[0], sample])


def test_nothing_to_score(model):
    assert CometMetric(str(model("reference-free"))).score([]).segments == ()


def test_the_checkpoint_itself_may_be_named(model):
    folder = model("reference-free")
    by_file = CometMetric(str(folder / "checkpoints" / "model.ckpt"))
    assert by_file.name == "comet:reference-free"
    assert by_file.score(SAMPLES) == CometMetric(str(folder)).score(SAMPLES)


def test_a_model_that_is_not_there_is_explained(tmp_path):
    with pytest.raises(ModelMissing, match="no COMET checkpoint there"):
        CometMetric(str(tmp_path))


def test_a_hub_name_without_a_network_is_explained():
    with pytest.raises(ModelMissing, match="neither on this machine nor to be had from the hub"):
        CometMetric("mtqa-tests/no-such-model")


def test_a_checkpoint_without_its_estimator_is_refused(model, tmp_path):
    # COMET itself loads it silently and then gives other random scores each time
    import torch

    broken = tmp_path / "broken"
    shutil.copytree(model("reference-free"), broken)
    path = broken / "checkpoints" / "model.ckpt"
    checkpoint = torch.load(path, weights_only=False)
    state = checkpoint["state_dict"]
    checkpoint["state_dict"] = {k: v for k, v in state.items() if not k.startswith("estimator")}
    torch.save(checkpoint, path)
    with pytest.raises(ModelMissing, match="no COMET model that can be loaded"):
        CometMetric(str(broken))


def test_a_checkpoint_without_its_hparams_is_refused(model, tmp_path):
    bare = tmp_path / "bare"
    shutil.copytree(model("reference-free"), bare)
    (bare / "hparams.yaml").unlink()
    with pytest.raises(ModelMissing, match=r"needs hparams\.yaml"):
        CometMetric(str(bare))


def test_a_damaged_model_gives_no_score(model, tmp_path):
    import torch

    from mtqa.errors import MtqaError

    broken = Path(shutil.copytree(model("reference-free"), tmp_path / "nan"))
    path = broken / "checkpoints" / "model.ckpt"
    checkpoint = torch.load(path, weights_only=False)
    for name, weights in checkpoint["state_dict"].items():
        if name.startswith("estimator"):
            weights.fill_(math.nan)
    torch.save(checkpoint, path)
    with pytest.raises(MtqaError, match="its checkpoint is damaged"):
        CometMetric(str(broken)).score(SAMPLES)


def test_more_graphics_processors_than_there_are(model):
    import torch

    from mtqa.errors import MtqaError

    here = torch.cuda.device_count()
    with pytest.raises(MtqaError, match=f"use --gpus {here}"):
        CometMetric(str(model("reference-free")), gpus=here + 1)
