"""The desk in a real browser: write in the text, widen, decide all alike, take, look back, two windows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.review.desk import Running, kluivert, record, written
from tests.review.test_morning import READY, current, press, select, states

Open = Callable[..., Any]
ROW = ".row:first-of-type .target"
SAVED = "#toast:has-text('Saved and checked')"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A desk with articles of three issues each, one after the other for each test."""
    folder = tmp_path_factory.mktemp("page")
    articles = [kluivert(f"articol-{n:02}") for n in range(9)]
    choice = record(
        "alegere",
        "El l -a chemat.\n",
        [{"text": "l -a", "suggestion": "l-a", "alternatives": ["le-a"]}],
    )
    desk = Running(written(folder / "report.jsonl", [*articles, choice]), "--editor", "Ana")
    yield desk
    desk.stop()


@pytest.fixture
def window(running: Running, browser: Any) -> Iterator[Open]:
    """Opens an article in a window of its own; errors on the page fail the test."""
    contexts = []
    problems: list[str] = []

    def make(article: int, **options: Any) -> Any:
        options.setdefault("viewport", {"width": 1280, "height": 800})
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(25_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(running.url)
        page.wait_for_url(f"{running.base}/")
        page.goto(f"{running.base}/articles/{article}")
        page.wait_for_selector(READY)
        return page

    yield make
    for context in contexts:
        context.close()
    assert problems == []


def type_at(page: Any, text: str, keys: str) -> None:
    """Put the caret behind some words, as a click would, and type; wait until it is checked."""
    page.evaluate(
        """text => {
          for (const piece of document.querySelectorAll('.target [data-o]')) {
            const at = piece.textContent.indexOf(text);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(piece.firstChild, at + text.length);
            const box = range.getBoundingClientRect();
            window.place = [box.left, box.top + box.height / 2];
            return;
          }
        }""",
        text,
    )
    page.mouse.click(*page.evaluate("window.place"))
    page.wait_for_selector(".target.writing")
    page.keyboard.type(keys)
    page.wait_for_selector(SAVED)
    page.wait_for_selector(READY)


def test_writing_is_checked_as_one_writes_and_undone_as_in_any_field(window: Open) -> None:
    page = window(1)
    type_at(page, "transferat", " pe pe")
    page.wait_for_selector(".card:has-text('pe pe pe')")
    box = page.locator(".target.writing")
    assert box.get_attribute("role") == "textbox"
    assert box.evaluate("box => document.activeElement === box")  # the caret stays where it was
    assert page.evaluate("CSS.highlights.size") > 0
    page.keyboard.press("s")  # a letter, no command
    assert states(page)[0] == "open"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.keyboard.press("Escape")
    page.wait_for_selector(".target.writing", state="detached")
    page.wait_for_selector(READY)
    page.wait_for_selector("#text:not(:has-text('pe pe pe'))")
    assert current(page).count() == 1


def test_write_with_the_keyboard_alone_and_take_it_back(window: Open, running: Running) -> None:
    page = window(2)
    press(page, "s", "k", "w")
    page.wait_for_selector(".target.writing")
    page.keyboard.press("Home")
    page.keyboard.type("Clubul ")
    page.keyboard.press("Enter")
    page.wait_for_selector(".target.writing", state="detached")
    page.wait_for_selector(READY)
    page.wait_for_selector("#text .row.headline .target:has-text('Clubul')")
    page.goto(f"{running.base}/articles/2/diff")
    assert "Clubul" in page.locator(".proof ins").first.inner_text()
    page.goto(f"{running.base}/articles/2")
    page.wait_for_selector(READY)
    press(page, "u")
    page.wait_for_selector("#text .row.headline .target:has-text('Bayern')")


def test_two_windows_write_in_one_article(window: Open) -> None:
    ana, ion = window(3), window(3)
    type_at(ana, "cere", " azi")
    ana.keyboard.press("Escape")
    ana.wait_for_selector(READY)
    type_at(ion, "transferat", " definitiv")  # another sentence: both stand
    ion.wait_for_selector("#text:has-text('cere azi')")


def test_other_words_for_an_issue(window: Open) -> None:
    page = window(4)
    press(page, "j")
    assert current(page).locator(".swap a").inner_text() == "Vincent Compania"
    page.keyboard.press("b")
    page.wait_for_selector("body.marking")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector("body:not(.marking)")
    page.wait_for_selector(READY)
    assert current(page).locator(".swap a").inner_text() == "Vincent Compania cere"
    assert "Vincent Kompany cere" in current(page).locator(".proposal").inner_text()
    select(page, "Antrenorul")
    press(page, "b")
    assert current(page).locator(".swap a").inner_text() == "Antrenorul"
    press(page, "u", "u")
    assert current(page).locator(".swap a").inner_text() == "Vincent Compania"


def test_all_like_this_one(window: Open, running: Running) -> None:
    page = window(5)
    press(page, "j", "j")
    page.keyboard.press("e")
    page.locator("#form-replacement").fill("38,5")
    page.keyboard.press("Enter")
    page.wait_for_selector(READY)
    page.locator(".card", has_text="38.5").click()
    page.keyboard.press("l")
    page.wait_for_selector("#alike[open]")
    assert page.locator("#alike [value=here]").is_hidden()
    page.click("#alike [value=everywhere]")
    page.wait_for_selector("#toast:has-text('Decided:')")
    page.goto(f"{running.base}/articles/9")
    page.wait_for_selector(READY)
    assert "edited" in states(page)
    # what was decided on these words before stands beside the issue
    page.locator(".card", has_text="38.5").click()
    assert "38,5 ×" in current(page).locator(".memory").inner_text()


def test_a_second_correction_by_its_number(window: Open) -> None:
    page = window(10)
    assert "2 le-a" in " ".join(current(page).locator(".choices").inner_text().split())
    press(page, "2")
    assert "El le-a" in page.evaluate(
        "[...document.querySelectorAll('.target :is(ins.new, span:not(.old))')].map(n => n.textContent).join('')"
    ).replace("  ", " ")


def test_putting_away_with_open_issues_asks(window: Open) -> None:
    page = window(6)
    page.keyboard.press("f")
    page.wait_for_selector("#leave[open]")
    assert "Undecided issues: " in page.locator("#leave").inner_text()
    page.keyboard.press("Escape")
    page.wait_for_selector("#leave:not([open])", state="attached")
    page.wait_for_selector(READY)
    assert "Done" in page.locator("#finish").inner_text()
    page.keyboard.press("f")
    page.wait_for_selector("#leave[open]")
    page.keyboard.press("f")
    page.wait_for_selector("#finish:has-text('Reopen')")


def test_the_correction_is_asked_for_first_and_a_confirmed_error_is_warned_of(
    window: Open, running: Running
) -> None:
    page = window(7)
    select(page, "Antrenorul")
    page.keyboard.press("m")
    page.wait_for_selector("#form[open]")
    assert page.evaluate("document.activeElement.id") == "form-replacement"
    page.keyboard.press("Escape")
    page.wait_for_selector(READY)
    press(page, "a")
    assert "Confirmed, not corrected" in page.locator("#toast").inner_text()
    page.goto(f"{running.base}/articles/7/diff")
    assert "not corrected in this text: l -a" in page.locator(".warning").inner_text()


def test_taken_ordered_and_looked_back_upon(window: Open, running: Running) -> None:
    page = window(8)
    press(page, "s")
    page.keyboard.press("t")
    page.wait_for_selector("#assign[open]")
    page.keyboard.type("Ion Pop")
    page.keyboard.press("Enter")
    page.wait_for_selector("#assigned:has-text('Ion Pop')")
    page.keyboard.press("h")
    page.wait_for_selector("#history")
    lines = page.locator("#history li").all_inner_texts()
    assert "Ana assigned Ion Pop" in lines[0] and "suggestion applied" in lines[1]
    page.goto(f"{running.base}/?status=all")
    page.select_option("select[name=sort]", "assigned")
    page.wait_for_url(re.compile("sort=assigned"))
    page.goto(f"{running.base}/?status=all")  # kept for the next visit
    assert page.locator("select[name=sort]").input_value() == "assigned"
    page.select_option("select[name=assigned]", "Ion Pop")
    page.wait_for_url(re.compile("assigned=Ion"))
    assert page.locator(".paper").count() == 1


def test_in_the_language_of_the_browser_on_a_phone_and_without_barriers(window: Open) -> None:
    page = window(9, locale="ro-RO", viewport={"width": 390, "height": 780}, has_touch=True)
    assert page.evaluate("document.documentElement.lang") == "ro"
    assert page.get_attribute("#help-open", "aria-label") == "Scurtături de la tastatură"
    press(page, "w")
    page.wait_for_selector(".target.writing")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [one["id"] for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
