"""Train ``mtqa-ro-core``: ``python -m mtqa.workshop.syntax.train OUT``.

Reads ``MTQA_DATA`` (the treebank and RONEC), writes the pipeline's folder. On one core of 2020's
make it takes about an hour; ``--names`` and ``--core`` take what an earlier run left.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.languages.ro.lemmas import Lemmas
from mtqa.workshop.syntax import corpus
from mtqa.workshop.syntax.tags import by_table
from mtqa.workshop.syntax.treebank import msd

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).parent
VERSION = "0.1.0"
_LICENCE = "CC-BY-SA-4.0"
_SOURCES = [
    {
        "name": "UD Romanian RRT",
        "url": "https://github.com/UniversalDependencies/UD_Romanian-RRT",
        "license": "CC BY-SA 4.0",
        "author": "Barbu Mititelu, Verginica; Irimia, Elena; Perez, Cenel-Augusto; Ion, Radu; "
        "Simionescu, Radu; Popel, Martin",
    },
    {
        "name": "RONEC",
        "url": "https://github.com/dumitrescustefan/ronec",
        "license": "MIT",
        "author": "Dumitrescu, Stefan Daniel; Avram, Andrei-Marius",
    },
]


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--work", default="build/syntax", type=click.Path(path_type=Path), help="For files.")
@click.option("--core", type=click.Path(path_type=Path, exists=True), help="Trained before.")
@click.option("--names", type=click.Path(path_type=Path, exists=True), help="Trained before.")
@click.option("--steps", type=int, help="How many steps, for a trial.")
def main(out: Path, work: Path, core: Path | None, names: Path | None, steps: int | None) -> None:
    """Train the pipeline and write it to the folder OUT."""
    folder = Path(os.environ.get("MTQA_DATA", "../shared/data"))
    work.mkdir(parents=True, exist_ok=True)
    if core is None or names is None:
        prepare(folder, work)
    core = core or _trained(HERE / "config.cfg", work / "core", work, "trees", steps)
    names = names or _trained(HERE / "names.cfg", work / "names", work, "names", steps)
    nlp = assembled(core, names, lemmas(folder))
    nlp.to_disk(out)
    click.echo(f"written: {out}")


def prepare(folder: Path, work: Path) -> None:
    """Write what is learnt from, and what chooses the weights, for spaCy.

    Raises:
        MtqaError: the data is not there.
    """
    data = corpus.read(folder)
    parts: dict[str, tuple[Iterable[Any], tuple[str, ...]]] = {
        "trees-train": (data.trees, ("tags", "tree")),
        "trees-dev": (data.choosing, ("tags", "tree")),
        "names-train": (data.names, ("names",)),
        "names-dev": (data.names_choosing, ("names",)),
    }
    for name, (sentences, wanted) in parts.items():
        corpus.write(sentences, work / f"{name}.spacy", wanted)


def _trained(config: Path, out: Path, work: Path, data: str, steps: int | None) -> Path:
    """The folder of the best weights of a training."""
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train
    from spacy.util import load_config

    import mtqa.languages.ro.spacy_parts  # noqa: F401 - what the configuration names

    overrides: dict[str, Any] = {
        "paths.train": str(work / f"{data}-train.spacy"),
        "paths.dev": str(work / f"{data}-dev.spacy"),
    }
    if steps:
        overrides |= {"training.max_steps": steps, "training.eval_frequency": max(steps // 4, 1)}
    out.mkdir(parents=True, exist_ok=True)
    train(init_nlp(load_config(config, overrides=overrides, interpolate=False)), out)
    return out / "model-best"


def lemmas(folder: Path) -> Lemmas:
    """What the treebank's training part teaches of lemmas."""
    tagged = map(by_table, msd(folder / "ud-ro-rrt" / "train-msd.tsv"))
    return Lemmas.learn(corpus.words(tagged))


def assembled(core: Path, names: Path, learnt: Lemmas) -> Language:
    """One pipeline of what was trained apart."""
    from spacy.util import load_model_from_path

    import mtqa.languages.ro.spacy_parts  # noqa: F401

    nlp = load_model_from_path(core)
    nlp.add_pipe("mtqa_sentences", first=True)
    lemmatizer: Any = nlp.add_pipe("mtqa_lemmatizer")
    lemmatizer.lemmas = learnt
    nlp.add_pipe("ner", source=load_model_from_path(names))
    nlp.meta.update(
        name="core",
        version=VERSION,
        description="Romanian: tags, trees, lemmas and names, cut into words by mtqa",
        author="The mtqa authors",
        license=_LICENCE,
        sources=_SOURCES,
        performance={},
    )
    return nlp


if __name__ == "__main__":
    main()
