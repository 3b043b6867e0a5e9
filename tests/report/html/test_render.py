"""The page as text, without a browser: what it embeds, and that nothing in it can act."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.config import Config
from mtqa.model import CATEGORIES, SEVERITIES, ArticleReport
from mtqa.report.formats import FORMATS, Run, renderer
from mtqa.report.html.data import keys, utf16
from mtqa.report.html.phrases import words
from mtqa.report.html.render import STATIC_ARTICLES, render
from mtqa.report.html.safe import json_block, visible
from mtqa.silence.fingerprints import fingerprints
from tests.report.html.made import PROBES, issue, probe, report

RUN = Run("checks:all", Config())
ASSETS = Path(__file__).parents[3] / "mtqa" / "report" / "html" / "assets"


class Blocks(HTMLParser):
    """The tags of a page, and the content of its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, dict[str, str | None], str]] = []
        self._raw: tuple[str, dict[str, str | None]] | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._raw = (tag, dict(attrs)) if tag in ("script", "style") else None

    def handle_endtag(self, tag: str) -> None:
        self._raw = None

    def handle_data(self, data: str) -> None:
        if self._raw:
            self.blocks.append((*self._raw, data))

    def json(self, id: str) -> object:
        (found,) = [text for _, attrs, text in self.blocks if attrs.get("id") == id]
        return json.loads(found)


def test_html_is_a_format_like_the_others() -> None:
    assert "html" in FORMATS
    assert renderer("html") is render


def test_the_same_run_renders_the_same_bytes(newsroom: list[ArticleReport]) -> None:
    assert render(newsroom, RUN) == render(newsroom, RUN)


def test_the_policy_names_exactly_the_script_and_the_style() -> None:
    page = Blocks(render([report("Ana are mere.")], RUN))
    (policy,) = [
        attrs["content"]
        for _, attrs in page.tags
        if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy and "unsafe" not in policy and "http" not in policy
    for wanted in ("default-src 'none'", "base-uri 'none'", "form-action 'none'"):
        assert wanted in policy
    acting = [text for tag, attrs, text in page.blocks if tag == "style" or "type" not in attrs]
    assert len(acting) == 2
    for text in acting:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_nothing_is_fetched_and_no_attribute_acts(newsroom: list[ArticleReport]) -> None:
    page = Blocks(render(newsroom, RUN))
    for tag, attrs in page.tags:
        assert not any(name.startswith("on") or name in ("style", "src") for name in attrs), tag
        for name in ("href", "action"):
            value = attrs.get(name) or "#"
            assert value.startswith(("#", "data:image/svg+xml,"))


@pytest.mark.parametrize("text", PROBES)
def test_texts_from_outside_open_no_tag(text: str) -> None:
    plain = Blocks(render([report("Ana are mere.")], RUN))
    page = render([probe(1, text)], RUN)
    page.encode("utf-8")  # no half of a surrogate pair is left
    assert not re.search("[\x00\u202a-\u202e\u2066-\u2069]", page)
    parsed = Blocks(page)
    known = {tag for tag, _ in plain.tags} | {"table", "thead", "tbody", "tr", "th", "td", "bdi"}
    assert {tag for tag, _ in parsed.tags} <= known
    for tag in ("script", "style", "svg", "a"):
        assert [one for one, _ in parsed.tags].count(tag) == [one for one, _ in plain.tags].count(
            tag
        )
    assert not any(name.startswith("on") for _, attrs in parsed.tags for name in attrs)
    assert text in parsed.json("article-0")["target"]  # type: ignore[index]


def test_texts_survive_the_embedding_unchanged() -> None:
    text = "".join(PROBES) + "\r\n\r \u2028 🙂"
    assert json.loads(json_block([text])) == [text]
    assert not set(json_block([text])) & set("<>&\u2028\u2029\u202e\ud83d")


def test_acting_characters_are_spelt_out() -> None:
    assert visible("a\u202eb\x00\ud800") == "a⟦U+202E⟧b⟦U+0000⟧⟦U+D800⟧"
    assert visible("Țară, 👩\u200d🚒\n\tși") == "Țară, 👩\u200d🚒\n\tși"


@given(st.text(alphabet=st.sampled_from("aș🙂👩\ud800\udc00\n"), max_size=20), st.data())
def test_offsets_become_utf16(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = utf16(text)
    units = text.encode("utf-16-le", "surrogatepass")
    cut = units[2 * place(start) : 2 * place(end)]
    assert cut == text[start:end].encode("utf-16-le", "surrogatepass")


def test_spans_after_an_emoji_cut_the_right_words() -> None:
    text = "🙂🙂 Choe, fiul Hui a vorbit."
    page = Blocks(render([report(text, [issue(text, "Choe, fiul Hui")])], RUN))
    data = page.json("article-0")
    found = data["issues"][0]  # type: ignore[index]
    units = text.encode("utf-16-le")
    assert units[2 * found[3] : 2 * found[4]].decode("utf-16-le") == "Choe, fiul Hui"


def test_every_issue_can_be_linked_to(newsroom: list[ArticleReport]) -> None:
    page = Blocks(render(newsroom, RUN))
    for number, one in enumerate(newsroom):
        data = page.json(f"article-{number}")
        linked = [found[-1] for found in data["issues"]]  # type: ignore[index]
        assert tuple(linked) == fingerprints(one.article.target, one.issues)


def test_keys_of_articles_are_readable_unique_and_safe() -> None:
    names = ["feed/a.ro.txt", "feed/a.ro.txt", "<b>", "x\ud800", "a&i=1"]
    found = keys([report("Ana.", id=name) for name in names])
    assert found[0] == "feed/a.ro.txt"
    assert len(set(found)) == len(names)
    assert all(re.fullmatch(r"[\w./ -]+", key) for key in found)


def test_reasons_are_kept_once_for_the_run() -> None:
    text = "Moscova și Moscova."
    same = [issue(text, "Moscova", message="Wrong.", message_ro="Greșit.")]
    page = Blocks(render([report(text, same, id=str(n)) for n in range(50)], RUN))
    assert page.json("messages") == [["Wrong.", "Greșit."]]


def test_without_scripts_a_small_run_is_a_table(newsroom: list[ArticleReport]) -> None:
    page = render(newsroom, Run("s", Config(ui="ro")))
    static = page[page.index("<noscript>") : page.index("</noscript>")]
    assert static.count("<table") == sum(bool(one.issues) for one in newsroom)
    assert "Choe Son Hui" in static and "se șterge" in static and "gravitate" in static
    many = [report("Ana are mere.", id=str(n)) for n in range(STATIC_ARTICLES + 1)]
    assert "<table" not in render(many, RUN)


def test_an_empty_run_and_an_empty_article_render() -> None:
    assert "<html" in render([], RUN)
    assert Blocks(render([report("")], RUN)).json("article-0")["rows"] == []  # type: ignore[index]


def test_every_phrase_is_used_and_every_used_phrase_exists() -> None:
    script = "".join(path.read_text(encoding="utf-8") for path in ASSETS.glob("*.js"))
    template = (ASSETS.parent / "templates" / "page.html.j2").read_text(encoding="utf-8")
    for key in re.findall(r'\bt\("([\w-]+)"', script) + re.findall(r'word\("([\w-]+)"', template):
        assert key in words()
    named = {*CATEGORIES, *SEVERITIES, *(f"{name}-means" for name in SEVERITIES)}
    counted = {"articles", "issues", "words"}  # the script adds the s
    assert [
        key for key in words() if f'"{key}"' not in script + template and key not in named | counted
    ] == []
    for english, romanian in words().values():
        assert english and romanian
        assert re.findall(r"\{\d\}", english) == re.findall(r"\{\d\}", romanian)
        assert not set(romanian) & set("ŞşŢţ")


def test_the_script_never_parses_text_as_html() -> None:
    for path in ASSETS.glob("*.js"):
        script = path.read_text(encoding="utf-8")
        for banned in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "localStorage",
            "fetch(",
            "</script",
        ):
            assert banned not in script, path.name
