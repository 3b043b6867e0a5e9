"""A text analysed once: tags, lemmas and heads, with offsets into the text as read."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mtqa import Article, Check, Checker, Issue, Message, View
from mtqa.config import Config, Romanian
from mtqa.errors import ConfigError
from mtqa.languages.ro import Document
from mtqa.languages.ro.parse import Parse, Word, analyse

NEWS = (
    "Guvernul a anunțat miercuri noi măsuri pentru fermieri.\n\n"
    "Premierul Marcel Ciolacu le-a spus  jurnaliștilor că legile vor fi adoptate. "
    "„Nu ne grăbim”, a adăugat el."
)


@pytest.fixture(scope="module")
def parse(core: str) -> Parse:
    found = Document(NEWS, core).analysis
    assert found is not None
    return found


def word(parse: Parse, text: str) -> Word:
    (found,) = (word for word in parse.words if word.text == text)
    return found


def test_offsets_are_code_points_of_the_text(parse: Parse) -> None:
    assert [NEWS[word.start : word.end] for word in parse.words] == [w.text for w in parse.words]
    assert [word.index for word in parse.words] == list(range(len(parse.words)))
    assert "".join(word.text for word in parse.words) == "".join(NEWS.split())


def test_sentences_are_those_of_the_document(parse: Parse) -> None:
    spans = [(parse.words[a].start, parse.words[b - 1].end) for a, b in parse.sentences]
    assert spans == list(Document(NEWS).sentences)
    for first, last in parse.sentences:
        inside = parse.words[first:last]
        assert all(first <= word.head < last for word in inside)
        assert [word.deprel for word in inside].count("root") == 1


def test_tags_features_and_lemmas(parse: Parse) -> None:
    subject = word(parse, "Guvernul")
    assert (subject.upos, subject.lemma) == ("NOUN", "guvern")
    assert (subject.get("Gender"), subject.get("Number")) == ("Masc", "Sing")
    assert subject.get("Definite") == "Def"
    assert subject.get("Tense") == ""
    assert word(parse, "legile").lemma == "lege"
    assert word(parse, "anunțat").lemma == "anunța"


def test_the_tree_can_be_walked(parse: Parse) -> None:
    verb = word(parse, "anunțat")
    subject = word(parse, "Guvernul")
    assert (subject.head, subject.deprel) == (verb.index, "nsubj")
    assert (verb.head, verb.deprel) == (verb.index, "root")
    assert subject.index in parse.children(verb.index)
    first, last = parse.sentences[0]
    assert parse.subtree(verb.index) == tuple(range(first, last))


def test_the_word_at_an_offset(parse: Parse) -> None:
    at = NEWS.index("fermieri")
    found = parse.at(at + 3)
    assert found is not None
    assert found.text == "fermieri"
    assert parse.at(at - 1) is None
    assert parse.at(len(NEWS)) is None


def test_names_have_labels(parse: Parse) -> None:
    assert "Ciolacu" in " ".join(NEWS[name.start : name.end] for name in parse.entities)


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b", "…", "a\r\n\r\nb", "🙂 Da.", "\x85\x1c."])
def test_odd_texts_are_analysed_too(text: str, core: str) -> None:
    found = analyse(text, core)
    assert found is not None
    assert all(text[word.start : word.end] == word.text for word in found.words)


def test_a_long_text_is_read_in_pieces(core: str) -> None:
    line = "Guvernul a anunțat noi măsuri pentru fermieri.\n"
    found = analyse(line * 1000, core)
    assert found is not None
    assert len(found.sentences) == 1000
    assert {word.lemma for word in found.words[::8]} == {"guvern"}
    last = found.words[-1]
    assert (last.text, last.end) == (".", len(line) * 1000 - 1)


def test_it_is_analysed_once(core: str) -> None:
    document = Document(NEWS, core)
    assert document.analysis is document.analysis


def test_without_the_pipeline_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Document(NEWS, "off").analysis is None
    monkeypatch.delenv("MTQA_PARSER")
    monkeypatch.setattr("mtqa.languages.ro.parse.find_spec", lambda name: None)
    assert Document(NEWS).analysis is None
    with pytest.raises(ConfigError, match="mtqa-ro-core is not installed"):
        Checker(Config(romanian=Romanian(parser="on")))


def test_a_folder_without_a_pipeline_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no pipeline there"):
        Checker(Config(romanian=Romanian(parser=str(tmp_path))))


def test_a_damaged_pipeline_is_named(tmp_path: Path, core: str) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 3\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="install mtqa-ro-core anew"):
        analyse("Da.", str(tmp_path))


class Roots(Check):
    """The root of every sentence."""

    name = "house.root"
    category = "grammar"
    needs_parser = True

    def find(self, view: View) -> Iterator[Issue]:
        assert view.target.analysis is not None
        for found in view.target.analysis.words:
            if found.deprel == "root":
                yield self.issue(view, found.start, found.end, Message("Root.", "Rădăcină."))


def test_checks_on_the_tree_run_with_it_only(core: str) -> None:
    def found(checker: Checker) -> list[str]:
        checker.checks = (Roots(),)
        return [issue.text for issue in checker.check(Article("a", NEWS)).issues]

    assert "anunțat" in found(Checker(Config(romanian=Romanian(parser=core))))
    assert found(Checker(Config(romanian=Romanian(parser="off")))) == []


def test_the_signature_names_it(core: str) -> None:
    version = json.loads((Path(core) / "meta.json").read_text(encoding="utf-8"))["version"]
    assert f"mtqa-ro-core-{version}" in Checker(Config(romanian=Romanian(parser=core))).signature
    assert "mtqa-ro-core" not in Checker(Config(romanian=Romanian(parser="off"))).signature


def test_nothing_is_fetched_and_spacy_comes_late(core: str) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*args, **kwargs): raise AssertionError('the network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from mtqa.languages.ro import Document\n"
        "assert 'spacy' not in sys.modules\n"
        f"print(len(Document('Da.', {core!r}).analysis.words))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.strip() == "2", done.stderr


def test_it_is_a_package_of_spacy(core: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(core).parents[1]))
    import mtqa_ro_core

    nlp = mtqa_ro_core.load(exclude=["ner"])
    assert nlp.meta["version"] == mtqa_ro_core.__version__
    doc = nlp("Legile au fost adoptate. Miniștrii tac.")
    assert [sentence.root.lemma_ for sentence in doc.sents] == ["adopta", "tăcea"]
