"""A whole morning in a real browser: forty articles, two editors, hostile text, every key."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.review.desk import Running

Open = Callable[..., Any]
#: An article whose script has run, and nothing waits for an answer.
READY = "body.article.ready:not(.busy)"


@pytest.fixture
def window(desk: Running, browser: Any) -> Iterator[Open]:
    """Opens a window of an editor, each with a browser profile of its own; errors fail the test."""
    contexts = []
    problems: list[str] = []

    def make(path: str = "/", *, editor: str = "Ana", **options: Any) -> Any:
        options.setdefault("viewport", {"width": 1280, "height": 800})
        context = browser.new_context(**options)
        contexts.append(context)
        context.add_cookies([{"name": "mtqa_editor", "value": editor, "url": desk.base}])
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "console",
            lambda message: (
                problems.append(message.text)
                # a 409 is how the desk says that someone was faster
                if message.type == "error"
                and "409" not in message.text
                and "404" not in message.text
                else None
            ),
        )
        page.goto(desk.url)
        page.wait_for_url(f"{desk.base}/")
        if path != "/":
            page.goto(desk.base + path)
        return page

    yield make
    for context in contexts:
        context.close()
    assert problems == []


def open_article(page: Any, desk: Running, name: str) -> None:
    """Find an article by its name, as an editor does."""
    page.goto(f"{desk.base}/?status=all&q={name}")
    page.click(".paper a")
    page.wait_for_selector(READY)


def current(page: Any) -> Any:
    return page.locator(".card[aria-current]")


def states(page: Any) -> list[str]:
    return page.eval_on_selector_all(".card", "cards => cards.map(card => card.dataset.state)")


def press(page: Any, *keys: str) -> None:
    """Press keys one after the other, each decision waited for."""
    for key in keys:
        page.wait_for_selector(READY)
        page.keyboard.press(key)
        page.wait_for_selector(READY)


def select(page: Any, text: str) -> None:
    """Select words of the translation as a mouse would."""
    page.evaluate(
        """text => {
          for (const piece of document.querySelectorAll('.target [data-o]')) {
            const at = piece.firstChild.data.indexOf(text);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(piece.firstChild, at, piece.firstChild, at + text.length);
            return;
          }
        }""",
        text,
    )


def gold_of(page: Any, path: str) -> dict[str, str]:
    """The files of an export."""
    with page.expect_download() as download:
        page.click(f"a[href$='{path}']")
    with zipfile.ZipFile(download.value.path()) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_the_queue_shows_the_worst_first_and_filters(window: Open, desk: Running) -> None:
    page = window()
    assert page.locator("h1").inner_text() == "39 articles to review"
    assert page.locator(".paper").count() == 39
    assert "1 critical" in page.locator(".paper .tally").first.inner_text()
    page.select_option("select[name=category]", "number")
    page.wait_for_url(re.compile("category=number"))
    assert page.locator(".paper").count() == 38
    page.fill("#search", "ÎNTORS")  # neither case nor diacritics count
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q="))
    assert page.locator(".none").is_visible()
    page.click("text=Clear filters")
    page.select_option("select[name=status]", "clean")
    page.wait_for_url(re.compile("status=clean"))
    assert page.locator(".paper").all_inner_texts()[0].startswith("Un articol fără greșeli.")


def test_forty_articles_with_the_keyboard_alone(window: Open, desk: Running) -> None:
    page = window()
    page.wait_for_selector("body.ready")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_selector(READY)
    for _ in range(16):
        assert current(page).locator(".swap a").inner_text() == "l -a"
        press(page, "s", "s")  # the hyphen, the name
        press(page, "a")  # the figure: right, with no correction at hand
        assert states(page) == ["applied", "applied", "accepted"]
        assert page.locator("#left").inner_text() == "all decided"
        here = page.url.partition("#")[0]
        page.keyboard.press("Enter")  # on to the next article
        page.wait_for_url(lambda url, here=here: url.partition("#")[0] != here)
        page.wait_for_selector(READY)
    page.goto(f"{desk.base}/")
    assert page.locator("h1").inner_text() == "23 articles to review"
    assert "16 done" in page.locator(".figures").inner_text()


def test_dismiss_with_a_reason_edit_comment_and_undo(window: Open, desk: Running) -> None:
    page = window()
    open_article(page, desk, "articol-25")
    page.keyboard.press("d")
    assert page.locator("#why").is_visible()
    press(page, "4")
    assert page.locator(".card").first.locator(".state").inner_text() == "Dismissed · a quotation"
    assert current(page).locator(".swap a").inner_text() == "Vincent Compania"
    page.keyboard.press("e")
    page.fill("#form-replacement", "Vincent Kompany, antrenorul")
    page.fill("#form-comment", "numele întreg")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card[data-state=edited]")
    assert page.locator("ins.new:visible").inner_text() == "Vincent Kompany, antrenorul"
    page.keyboard.press("c")
    page.select_option("#form-severity", "critical")
    page.fill("#form-comment", "de verificat suma")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card[aria-current] .remark:not(:empty)")
    assert states(page) == ["dismissed", "edited", "open"]
    assert current(page).locator(".sev").inner_text() == "critical"
    press(page, "k")
    page.keyboard.press("e")
    assert page.locator("#form-replacement").input_value() == "Vincent Kompany, antrenorul"
    page.fill("#form-replacement", "")  # an empty correction deletes
    page.keyboard.press("Enter")
    page.wait_for_selector("ins:has-text('(delete)')")
    press(page, "k")
    page.keyboard.press("e")
    assert page.locator("#form-replacement").input_value() == ""
    page.keyboard.press("Escape")
    press(page, "u", "u", "u", "u")
    assert states(page) == ["open", "open", "open"]
    assert page.locator(".card .remark").all_text_contents() == ["", "", ""]
    press(page, "k", "k", "d", "d")  # twice the key: correct as it stands
    assert states(page)[0] == "dismissed"


def test_a_missed_error_is_marked_by_mouse_or_by_keyboard(window: Open, desk: Running) -> None:
    page = window()
    open_article(page, desk, "articol-26")
    select(page, "transferat")
    page.keyboard.press("m")
    assert page.locator("#form-text").inner_text() == "transferat"
    page.select_option("#form-category", "grammar")
    page.select_option("#form-severity", "minor")
    page.fill("#form-replacement", "cumpărat")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card[data-origin=editor]")
    assert current(page).locator(".swap").inner_text() == "transferat→cumpărat"

    page.wait_for_selector(READY)
    page.keyboard.press("m")
    page.wait_for_selector("#mark-hint:not(:empty)")
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowLeft", "Enter"):
        page.keyboard.press(key)
    assert page.locator("#form-text").inner_text() == "pe Kluivert"
    page.keyboard.press("Tab")  # category, severity: as they stand
    page.keyboard.press("Enter")
    page.wait_for_selector(":nth-match(.card[data-origin=editor], 2)")
    press(page, "u")
    page.wait_for_selector(":nth-match(.card[data-origin=editor], 2)", state="detached")
    assert page.locator(".card[data-origin=editor]").count() == 1


def test_two_windows_never_overwrite_each_other(window: Open, desk: Running) -> None:
    ana, ion = window(editor="Ana"), window(editor="Ion")
    for page in (ana, ion):
        page.route("**/changes?*", lambda route: route.abort())  # nobody is told in advance
        open_article(page, desk, "articol-27")
    press(ana, "s")
    press(ion, "d", "1")
    assert "Ana was faster: Applied" in ion.locator("#alarm").inner_text()
    assert states(ion) == ["applied", "open", "open"]
    assert current(ion).locator(".swap a").inner_text() == "l -a"
    press(ion, "d", "1")  # seen, and decided all the same
    assert states(ion) == ["dismissed", "open", "open"]
    press(ana, "u")
    assert "Ion was faster: Dismissed" in ana.locator("#alarm").inner_text()
    assert states(ana) == ["dismissed", "open", "open"]


def test_what_others_decide_shows_by_itself(window: Open, desk: Running) -> None:
    ana, ion = window(editor="Ana"), window(editor="Ion")
    for page in (ana, ion):
        open_article(page, desk, "articol-28")
    press(ion, "s")
    ana.evaluate("dispatchEvent(new Event('focus'))")
    ana.wait_for_selector(".card[data-state=applied]")
    assert ana.locator("#toast").inner_text().startswith("Ion: Applied")


def test_the_corrected_text_as_diff_and_exports(window: Open, desk: Running) -> None:
    page = window()
    open_article(page, desk, "articol-29")
    press(page, "s", "s", "a")
    page.keyboard.press("x")
    page.wait_for_selector(".proof")
    assert page.locator(".proof del").all_inner_texts() == ["l -a", "Compania"]
    assert page.locator(".proof ins").all_inner_texts() == ["l-a", "Kompany"]
    with page.expect_download() as download:
        page.click("a[href$='/export/text']")
    with Path(download.value.path()).open(encoding="utf-8", newline="") as file:
        assert file.read().startswith(
            "Bayern l-a transferat pe Kluivert.\nAntrenorul Vincent Kompany"
        )
    with page.expect_download() as download:
        page.click("a[href$='/export/html']")
    with Path(download.value.path()).open(encoding="utf-8") as file:
        assert "<h1>Bayern l-a transferat pe Kluivert.</h1>" in file.read()
    files = gold_of(page, "/export/gold")
    spans = [json.loads(line) for line in files["articol-29.gold.jsonl"].splitlines()]
    assert [(span["text"], span["category"]) for span in spans] == [
        ("l -a", "spacing"),
        ("Vincent Compania", "name"),
        ("38.5", "number"),
    ]
    text = files["articol-29.ro.txt"]
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    page.keyboard.press("x")
    page.wait_for_selector(READY)


def test_a_dismissed_name_goes_to_the_glossary_with_one_key(window: Open, desk: Running) -> None:
    page = window()
    open_article(page, desk, "articol-30")
    press(page, "j", "g")
    assert states(page) == ["open", "dismissed", "open"]
    sheet = (desk.folder / "glossary" / "names.csv").read_text(encoding="utf-8")
    assert list(csv.DictReader(io.StringIO(sheet))) == [
        {"preferred": "Vincent Compania", "source": "Vincent Kompany"}
    ]
    press(page, "u")
    sheet = (desk.folder / "glossary" / "names.csv").read_text(encoding="utf-8")
    assert list(csv.DictReader(io.StringIO(sheet))) == []


def test_check_again_keeps_what_was_decided(window: Open, desk: Running) -> None:
    page = window()
    open_article(page, desk, "articol-33")
    press(page, "s", "s", "d", "4")
    page.keyboard.press("r")
    page.wait_for_selector("#toast:has-text('Checked again')", timeout=60_000)
    assert page.locator(".earlier").inner_text() == "2 decided in an earlier version of the text"
    assert states(page) == ["dismissed"]
    assert page.locator("#text").inner_text().count("l-a transferat") == 1


LURE = """
<form method=post enctype=text/plain target=void action="{base}/api/issues/{issue}">
  <input name='{{"action":"accept","version":0,"x":"' value='"}}'></form>
<iframe name=void></iframe><iframe id=frame src="{base}/"></iframe>
<p id=said></p>
"""
#: A form, a fetch of every kind, and an attempt to read; says what came of it.
ATTACK = """async ([base, issue]) => {
  document.forms[0].submit();
  const body = JSON.stringify({action: "accept", version: 0});
  const tries = [
    {mode: "no-cors", method: "POST", body},
    {mode: "cors", method: "POST", body, headers: {"Content-Type": "application/json"}},
  ];
  for (const one of tries) {
    await fetch(`${base}/api/issues/${issue}`, {credentials: "include", ...one}).catch(() => 0);
  }
  return fetch(`${base}/articles/1`, {credentials: "include"}).then((r) => r.text()).catch(() => "");
}"""


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:9"])
def test_another_page_in_the_same_browser_can_do_nothing(
    desk: Running, browser: Any, origin: str
) -> None:
    """A port of this machine is the same site to cookies, so the cookie alone protects nothing."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(desk.url)
    page.wait_for_url(f"{desk.base}/")
    open_article(page, desk, "articol-35")
    issue = current(page).get_attribute("data-id")
    lure = LURE.format(base=desk.base, issue=issue)
    context.route(f"{origin}/", lambda route: route.fulfill(body=lure, content_type="text/html"))
    evil = context.new_page()
    evil.goto(f"{origin}/")
    assert evil.evaluate(ATTACK, [desk.base, issue]) == ""
    framed = evil.frame_locator("#frame").locator(".paper")
    assert framed.count() == 0
    page.reload()
    page.wait_for_selector(READY)
    assert states(page) == ["open", "open", "open"]
    context.close()


def test_single_keys_can_be_switched_off_and_the_source_hidden(window: Open, desk: Running) -> None:
    page = window()
    open_article(page, desk, "articol-34")
    assert page.locator(".source").first.is_visible()
    press(page, "V")  # Caps Lock does not matter
    assert not page.locator(".source").first.is_visible()
    page.keyboard.press("?")
    page.uncheck("#shortcuts")
    page.keyboard.press("Escape")
    press(page, "s")
    assert states(page) == ["open", "open", "open"]
    press(page, "ArrowDown")  # not a letter: nobody says it by accident
    assert current(page).locator(".swap a").inner_text() == "Vincent Compania"


def test_article_text_never_acts(window: Open, desk: Running) -> None:
    page = window()
    page.on("dialog", lambda dialog: pytest.fail("a dialog"))
    open_article(page, desk, "ostil")
    assert "owned" not in page.title().replace('"owned"', "")
    assert "<script>" in page.locator(".card").first.inner_text()
    assert page.locator("#text script, #text img, #issues img, .about img").count() == 0
    assert "⟦U+202E⟧" in page.locator("#text").inner_text()
    press(page, "s", "s")  # hostile suggestions, drawn by the script
    assert "<script>1</script>" in page.locator("ins.new:visible").last.inner_text()
    page.keyboard.press("x")
    page.wait_for_selector(".proof")
    assert page.locator("main script:not([type='application/json']), main img").count() == 0
    assert page.evaluate("document.title").count("<script>") == 1  # as text


def test_the_interface_in_romanian_dark_and_on_a_phone(window: Open, desk: Running) -> None:
    page = window(
        viewport={"width": 390, "height": 844}, color_scheme="dark", has_touch=True, is_mobile=True
    )
    page.click("[data-ui=ro]")
    page.wait_for_selector("html[lang=ro]")
    assert page.locator("h1").inner_text().endswith("articole de revizuit")
    open_article(page, desk, "articol-31")
    assert current(page).locator(".reason").inner_text() == "Spațiu lângă cratimă."
    assert page.locator(".act.accept").inner_text().strip() == "Confirmă eroarea"
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    page.tap(".act.apply")
    page.wait_for_selector(".card[data-state=applied]", state="attached")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(19, 21, 24)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(window: Open, desk: Running, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = window(color_scheme=scheme)
    places = [
        lambda: page.goto(f"{desk.base}/?status=all"),
        lambda: open_article(page, desk, "articol-32"),
        lambda: press(page, "s", "d"),
        lambda: (press(page, "4"), page.keyboard.press("e")),
        lambda: (page.keyboard.press("Escape"), page.keyboard.press("?")),
        lambda: (page.keyboard.press("Escape"), open_article(page, desk, "curat")),
        lambda: (open_article(page, desk, "articol-29"), page.keyboard.press("x"), page.wait_for_selector(".proof")),
    ]  # fmt: skip
    for place in places[1:4] if scheme == "dark" else places:
        place()
        found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]] == []
