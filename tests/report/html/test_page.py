"""The page in a real Chromium, as an editor works through it. ``visit`` fails on any noise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.model import ArticleReport, Segment, Span
from mtqa.silence.fingerprints import fingerprints
from mtqa.workshop.benches.page import made
from tests.report.html.made import PROBES, issue, report

Visit = Callable[..., Any]
Write = Callable[..., Path]


def titles(page: Any) -> list[str]:
    """The articles that the overview lists."""
    return [text.split()[0] for text in page.locator("[data-article]").all_inner_texts()]


def chosen(page: Any) -> str:
    """The words of the chosen card."""
    return str(page.locator(".card[aria-current] [data-issue]").inner_text())


# the overview


def test_the_overview_says_what_matters_first(visit: Visit, run_page: Path) -> None:
    page = visit(run_page)
    assert page.locator("h1").inner_text() == "3 of 4 articles fail"
    assert titles(page)[-1] == "Muzeul", "the worst come first, the clean one last"
    assert page.locator("[data-article]").count() == 4


def test_search_filters_as_the_editor_types_and_looks_past_diacritics(
    visit: Visit, run_page: Path
) -> None:
    page = visit(run_page)
    page.fill("#search", "coreea")
    assert titles(page) == ["Moscova"]
    page.fill("#search", "CASTIGA")
    assert titles(page) == ["Werder"]
    page.fill("#search", "nimic de felul acesta")
    assert page.locator(".none").inner_text() == "No article matches the filters."
    page.click("#clear")
    assert len(titles(page)) == 4


def test_filters_by_verdict_category_and_severity(visit: Visit, run_page: Path) -> None:
    page = visit(run_page)
    page.select_option("#verdict", "pass")
    assert titles(page) == ["Muzeul"]
    page.select_option("#verdict", "")
    page.select_option("#category", "boilerplate")
    assert titles(page) == ["Moscova"]
    assert page.locator("#count").inner_text() == "1 of 4 articles"
    page.select_option("#severity", "critical")
    assert titles(page) == [], "no boilerplate issue is critical"
    page.click("#clear")
    page.click("[data-category=boilerplate]")
    assert titles(page) == ["Moscova"]
    page.click("[data-category=boilerplate]")
    assert len(titles(page)) == 4


def test_every_column_sorts_both_ways(visit: Visit, run_page: Path) -> None:
    page = visit(run_page)
    names = ("title", "critical", "major", "minor", "issues", "words", "verdict", "quality")
    for name in names:
        page.click(f"[data-sort={name}]")
        first = titles(page)
        head = page.locator(f"th:has([data-sort={name}])")
        direction = head.get_attribute("aria-sort")
        page.click(f"[data-sort={name}]")
        assert head.get_attribute("aria-sort") != direction
        assert sorted(titles(page)) == sorted(first)
    page.click("[data-sort=title]")
    assert titles(page) == ["Bayern", "Moscova", "Muzeul", "Werder"]
    page.click("[data-sort=words]")
    assert titles(page)[0] == "Moscova", "the longest first"


def test_charts_have_words_for_those_who_do_not_see_them(visit: Visit, run_page: Path) -> None:
    page = visit(run_page)
    label = page.locator("svg[role=img]").first.get_attribute("aria-label")
    assert "1 article" in label
    label = page.locator("[data-category=boilerplate]").get_attribute("aria-label")
    assert label == "boilerplate: 1 issue (1 minor)"


# the article


def test_the_translation_is_all_there_beside_its_source(
    visit: Visit, pair_page: Path, newsroom: list[ArticleReport]
) -> None:
    page = visit(pair_page)
    article = newsroom[1].article
    for selector, text in ((".target", article.target), (".source", article.source or "")):
        cells = page.locator(f".row {selector}").evaluate_all(
            "cells => cells.map(cell => cell.textContent)"
        )
        assert " ".join(" ".join(cells).split()) == " ".join(text.split())
    for left, right in page.locator(".row").evaluate_all(
        "rows => rows.map(row => [...row.children].map(cell => cell.getBoundingClientRect().top))"
    ):
        assert left == right, "a bead stands in one row"


def test_issues_are_marked_by_severity_and_explained(
    visit: Visit, pair_page: Path, newsroom: list[ArticleReport]
) -> None:
    page = visit(pair_page)
    found = newsroom[1].issues
    marks = page.locator(".mark")
    assert marks.count() == len(found)
    for n, one in enumerate(found):
        assert one.severity in marks.nth(n).get_attribute("class").split()
        assert marks.nth(n).inner_text().startswith(one.text)
    page.locator(".mark", has_text="Newcastle").click()
    card = page.locator(".card[aria-current]")
    text = card.inner_text()
    for part in (
        "critical",
        "Bournemouth",
        "The source has “Bournemouth” here",
        "names.source-replaced",
        "Accuracy/Mistranslation/Entity",
    ):
        assert part in text
    assert page.locator(".told").inner_text() == "Bournemouth"
    chief = next(one for one in found if one.related)
    marks.nth(found.index(chief)).click()
    assert chief.related[0].check in page.locator(".card[aria-current] .also").inner_text()


def test_unknown_and_empty_suggestions_differ(visit: Visit, write: Write) -> None:
    text = "Un un om și altul."
    issues = [
        issue(text, "Un un", suggestion="Un"),
        issue(text, "om", suggestion=None),
        issue(text, " și altul", suggestion="", category="spacing"),
    ]
    page = visit(write("suggestions", [report(text, issues)]))
    cards = page.locator(".card")
    assert cards.nth(0).locator("ins").inner_text() == "Un"
    assert cards.nth(1).locator("ins").count() == 0
    assert cards.nth(2).locator("ins").inner_text() == "delete it"
    assert cards.nth(2).locator("[data-issue]").inner_text() == "␣și␣altul"
    cards.nth(1).locator("[data-issue]").click()
    assert "no suggestion" in cards.nth(1).inner_text()


def test_spans_after_emoji_and_across_lines(visit: Visit, write: Write) -> None:
    text = "🙂 Titlu 🚀 greșit\r\nPrima frază. A doua\r\nrămâne.\r\n\r\n  Sfârșit 🙂"
    parts = ["Titlu", "greșit\r\nPrima", "doua\r\nrămâne", "Sfârșit"]
    sentences = ["🙂 Titlu 🚀 greșit", "Prima frază.", "A doua\r\nrămâne.", "Sfârșit 🙂"]
    starts = [text.index(sentence) for sentence in sentences]
    segments = [
        Segment((), (Span(start, start + len(sentence)),))
        for start, sentence in zip(starts, sentences, strict=True)
    ]
    page = visit(write("emoji", [report(text, [issue(text, p) for p in parts], segments=segments)]))
    pieces: dict[str, str] = {}
    for mark in page.locator(".mark").all():
        name = mark.get_attribute("data-n")
        pieces[name] = pieces.get(name, "") + mark.inner_text()
    assert [" ".join(words.split()) for words in pieces.values()] == [
        "Titlu",
        "greșit Prima",
        "doua rămâne",
        "Sfârșit",
    ]
    page.locator(".mark", has_text="Prima").click()
    assert page.locator(".mark.on").count() == 2, "both halves are chosen"


def test_issues_can_be_filtered_in_the_article(
    visit: Visit, pair_page: Path, newsroom: list[ArticleReport]
) -> None:
    found = newsroom[1].issues
    critical = sum(issue.severity == "critical" for issue in found)
    page = visit(pair_page)
    page.click("#sift summary")
    page.select_option("#issue-severity", "critical")
    assert page.locator("#issue-count").inner_text() == f"{critical} of {len(found)} issues"
    assert page.locator(".card").count() == critical > 0
    assert page.locator(".mark:not(.faded)").count() == critical
    page.fill("#issue-search", "kompany")
    assert page.locator(".card").count() == 1
    page.locator(".mark", has_text="un un").click()
    assert chosen(page) == "un un", "choosing what is filtered out lifts the filter"
    assert page.locator(".card").count() == len(found)


# addresses


def test_deep_link_to_an_issue(visit: Visit, run_page: Path, newsroom: list[ArticleReport]) -> None:
    one = newsroom[0]
    key = fingerprints(one.article.target, one.issues)[20]
    page = visit(run_page, f"#a=specimen&i={key}")
    assert one.issues[20].text.split()[0] in chosen(page)
    mark = page.locator(".mark.on").first
    top = mark.evaluate("mark => mark.getBoundingClientRect().top")
    assert 0 < top < 800, "the reader sees the place at once"


def test_the_address_follows_and_back_goes_back(
    visit: Visit, run_page: Path, newsroom: list[ArticleReport]
) -> None:
    page = visit(run_page)
    page.locator("[data-article]", has_text="Bayern").click()
    assert page.url.endswith("#a=articles/02")
    page.keyboard.press("j")
    keys = fingerprints(newsroom[1].article.target, newsroom[1].issues)
    assert page.url.endswith(f"#a=articles/02&i={keys[0]}")
    page.go_back()
    assert page.locator("#overview").is_visible()
    page.go_forward()
    assert page.locator(".card[aria-current]").count() == 1


def test_unknown_addresses_lead_to_the_overview(visit: Visit, run_page: Path) -> None:
    page = visit(run_page, "#a=gone&i=1")
    assert page.locator("#overview").is_visible()
    for hash in ("#%E0%A4%A", "#a=__proto__", "#i=5"):
        page.evaluate("hash => { location.hash = hash; }", hash)
        assert page.locator("#overview").is_visible()


def test_an_unknown_issue_leads_to_its_article(visit: Visit, run_page: Path) -> None:
    page = visit(run_page, "#a=specimen&i=0123456789abcdef")
    assert page.locator("#reading").is_visible()
    assert page.locator(".card[aria-current]").count() == 0


# the keyboard alone


def test_a_whole_shift_by_keyboard(visit: Visit, run_page: Path) -> None:
    page = visit(run_page)
    press = page.keyboard.press
    first, second = titles(page)[:2]
    press("j")
    assert page.evaluate("document.activeElement.innerText").startswith(first)
    press("j")
    assert page.evaluate("document.activeElement.innerText").startswith(second)
    press("k")
    press("Enter")
    assert page.locator("#reading h1").inner_text().startswith(first)
    press("j")
    one = chosen(page)
    press("j")
    assert chosen(page) != one
    press("k")
    assert chosen(page) == one
    press("k")
    assert page.locator("#status").inner_text() == "This is the first issue."
    press("n")
    assert page.locator("#reading h1").inner_text().startswith(second)
    press("p")
    assert page.locator("#reading h1").inner_text().startswith(first)
    press("p")
    assert page.locator("#status").inner_text() == "This is the first article."
    press("Escape")
    assert page.locator("#overview").is_visible()
    assert page.evaluate("document.activeElement.innerText").startswith(first)


def test_filter_search_and_help_keys(visit: Visit, run_page: Path) -> None:
    page = visit(run_page)
    press = page.keyboard.press
    press("f")
    assert page.evaluate("document.activeElement.id") == "verdict"
    press("Escape")
    press("/")
    page.keyboard.type("jnp?f Kluivert")
    assert page.input_value("#search") == "jnp?f Kluivert", "letters in a field are letters"
    page.fill("#search", "Kluivert")
    press("Enter")
    assert page.evaluate("document.activeElement.innerText").startswith("Bayern")
    press("Enter")
    press("f")
    assert page.evaluate("document.activeElement.id") == "issue-severity"
    press("Escape")
    press("/")
    assert page.evaluate("document.activeElement.id") == "issue-search"
    press("Escape")
    press("?")
    assert page.locator("#help").is_visible()
    press("j")
    assert page.locator(".card[aria-current]").count() == 0, "the dialog keeps the keys"
    press("Escape")
    assert not page.locator("#help").is_visible()
    assert page.locator("#reading").is_visible(), "Escape closed the help and nothing else"


def test_shortcuts_can_be_switched_off(visit: Visit, pair_page: Path) -> None:
    page = visit(pair_page)
    page.keyboard.press("?")
    page.locator("#help input").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator(".card[aria-current]").count() == 0


def test_tab_reaches_everything(visit: Visit, pair_page: Path) -> None:
    page = visit(pair_page)
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {"skip", "brand", "theme", "help-open", "back", "source-toggle", "next-issue"} <= seen
    assert {"mark minor", "mark critical", "isolate"} <= seen


# languages, looks, paper


def test_romanian_and_back(visit: Visit, run_page: Path, newsroom: list[ArticleReport]) -> None:
    page = visit(run_page)
    page.click("[data-ui=ro]")
    assert page.locator("h1").inner_text() == "3 din 4 articole respinse"
    assert page.locator("html").get_attribute("lang") == "ro"
    page.locator("[data-article]", has_text="Moscova").click()
    assert f"{len(newsroom[0].issues)} de probleme" in page.locator("#issue-count").inner_text()
    assert "Titlul este repetat" in page.locator(".card").first.inner_text()
    page.reload()
    assert "Titlul este repetat" in page.locator(".card").first.inner_text(), "the address keeps it"
    page.keyboard.press("l")
    assert "The headline is repeated" in page.locator(".card").first.inner_text()


def test_the_run_decides_the_first_language(
    visit: Visit, write: Write, newsroom: list[ArticleReport]
) -> None:
    page = visit(write("romanian", newsroom, "ro"))
    assert page.locator("h1").inner_text() == "3 din 4 articole respinse"
    page.click("[data-ui=en]")
    assert page.locator("h1").inner_text() == "3 of 4 articles fail"


def test_otherwise_the_browser_does(visit: Visit, run_page: Path) -> None:
    assert visit(run_page, locale="ro-RO").locator("h1").inner_text() == "3 din 4 articole respinse"
    assert visit(run_page, locale="de-DE").locator("h1").inner_text() == "3 of 4 articles fail"


def luminance(page: Any) -> float:
    """How light the page's ground is, 0 to 255."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    parts = [float(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    return sum(parts) / 3


def test_dark_follows_the_system_and_the_switch(visit: Visit, run_page: Path) -> None:
    assert luminance(visit(run_page)) > 200
    page = visit(run_page, color_scheme="dark")
    assert luminance(page) < 60
    page.click("#theme")
    assert luminance(page) > 200
    page.reload()
    assert luminance(page) > 200, "the address keeps it"
    page.keyboard.press("t")
    assert luminance(page) < 60


@pytest.mark.parametrize("width", [360, 768])
def test_narrow_screens_never_scroll_sideways(
    visit: Visit, run_page: Path, hostile_page: Path, width: int
) -> None:
    fits = "document.documentElement.scrollWidth <= innerWidth"
    for file in (run_page, hostile_page):
        page = visit(file, viewport={"width": width, "height": 740})
        assert page.evaluate(fits)
        page.keyboard.press("?")
        assert page.evaluate(fits)
        page.keyboard.press("Escape")
        page.locator("[data-article]").first.click()
        page.keyboard.press("j")
        assert page.evaluate(fits)


def test_on_a_phone_the_chosen_issue_and_its_place_are_both_seen(
    visit: Visit, pair_page: Path
) -> None:
    page = visit(pair_page, viewport={"width": 360, "height": 740})
    assert not page.locator(".source").first.is_visible(), "the translation has the room"
    for _ in range(4):
        page.click("#next-issue")
        mark = page.locator(".mark.on").last.bounding_box()
        panel = page.locator(".issues").bounding_box()
        assert mark["y"] >= 0 and mark["y"] + mark["height"] <= panel["y"]
        assert page.locator(".card:visible").count() == 1
    assert page.locator(".row.current .source").is_visible()
    page.click("#source-toggle")
    assert page.locator(".source").first.is_visible()


def test_on_paper_everything_is_said_and_nothing_is_a_button(
    visit: Visit, pair_page: Path, run_page: Path, newsroom: list[ArticleReport]
) -> None:
    page = visit(pair_page, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert luminance(page) == 255
    assert page.locator(".card .detail:visible").count() == len(newsroom[1].issues)
    assert page.locator("button:visible, select:visible").count() == 0
    assert page.locator(".card .stamp").first.is_visible()
    page = visit(run_page)
    page.emulate_media(media="print")
    assert page.locator("[data-article]:visible").count() == 4
    assert page.locator(".filters").is_hidden()


# texts that try to act


def test_texts_from_outside_never_act(visit: Visit, hostile_page: Path) -> None:
    page = visit(hostile_page)
    assert page.locator("[data-article]").count() == len(PROBES)
    acting = (
        "main :is(script, style, img, iframe, [onload], [onerror], [style]), a:not([href^='#'])"
    )
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    for _ in PROBES:
        page.keyboard.press("j")
        page.locator(".mark.on").first.click()
        assert page.locator(acting).count() == 0
        page.keyboard.press("l")
        page.keyboard.press("n")
    assert page.locator("#status").inner_text() == "Acesta a fost ultimul articol."


def test_direction_overrides_are_shown_not_obeyed(visit: Visit, hostile_page: Path) -> None:
    page = visit(hostile_page)
    page.locator("[data-article]", has_text="dreapta").click()
    assert page.locator(".target .chip").first.inner_text() == "⟦U+202E⟧"
    everything = page.evaluate("document.getElementById('reading').textContent + document.title")
    assert not set(everything) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\x00\x07\u2028")


def test_the_policy_stops_what_still_gets_in(browser: Any, run_page: Path) -> None:
    page = browser.new_page()
    page.goto(run_page.as_uri())
    stopped = page.evaluate(
        """() => new Promise((done) => {
            const stopped = [];
            addEventListener("securitypolicyviolation", (event) => {
                stopped.push(event.violatedDirective);
                if (stopped.length === 3) done(stopped);
            });
            const script = document.createElement("script");
            try { script.text = "window.pwned = 1"; document.body.append(script); } catch {}
            try { document.body.innerHTML = "<p onclick='window.pwned = 1'>"; } catch {}
            const image = new Image();
            image.src = "https://example.org/x.png";
            document.body.append(image);
        })"""
    )
    assert sorted(stopped) == ["img-src", "require-trusted-types-for", "require-trusted-types-for"]
    assert page.evaluate("window.pwned") is None
    page.close()


def test_without_scripts_the_table_is_there(browser: Any, run_page: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(run_page.as_uri())
    assert page.locator("table.plain").count() == 3
    assert page.locator("table.plain", has_text="Choe Son Hui").is_visible()
    context.close()


# a thousand articles


def test_a_thousand_articles_stay_light(visit: Visit, write: Write) -> None:
    page = visit(write("thousand", made(1000)))
    assert page.locator("[data-article]").count() == 100, "rows come as they are needed"
    assert page.evaluate("document.querySelectorAll('*').length") < 5000
    page.fill("#search", "00777")
    assert page.locator("[data-article]").count() == 1
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator(".card").count() == 20
    page.keyboard.press("Escape")
    page.click("#clear")
    page.locator("#more").scroll_into_view_if_needed()
    page.locator("[data-article]").nth(100).wait_for()
    for _ in range(3):
        page.keyboard.press("j")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-article]").count() == 1000, "paper gets all of them"


# accessible


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_axe_finds_nothing(
    visit: Visit, run_page: Path, pair_page: Path, scheme: str, width: int
) -> None:
    axe_module = pytest.importorskip("axe_playwright_python.sync_playwright")

    def clean(page: Any) -> None:
        found = axe_module.Axe().run(page)
        assert found.violations_count == 0, found.generate_report()

    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    page = visit(run_page, **options)
    clean(page)
    page.keyboard.press("j")
    page.select_option("#severity", "critical")
    clean(page)
    page.keyboard.press("Escape")
    page.click("#help-open")
    clean(page)
    page = visit(pair_page, **options)
    clean(page)
    for _ in range(4):
        page.keyboard.press("j")
    page.keyboard.press("f")
    clean(page)
