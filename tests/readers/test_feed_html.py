"""HTML of feeds to text: structure kept, every letter's place in the markup known."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.readers.feed_html import html_to_text, plain_text, raw_span


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Unu.</p><p>Doi.</p>", "Unu.\n\nDoi."),
        ("<p>Unu.<p>Doi.", "Unu.\n\nDoi."),
        ("<h2>Titlu</h2>Text.", "Titlu\n\nText."),
        ("Unu<br>doi<br/>trei", "Unu\ndoi\ntrei"),
        ("<ul><li>mere</li><li>pere</li></ul>", "- mere\n- pere"),
        ("<ul><li>mere<li>pere</ul>Gata.", "- mere\n- pere\n\nGata."),
        ("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", "| a | b\n| c"),
        ("<p>Un  cuvânt\n\tși   altul</p>\n\n", "Un cuvânt și altul"),
        ("a <b>b</b> <i> c</i>", "a b c"),
        ("l<b>-</b>a", "l-a"),
        ("olandez&#259; &amp; co&nbsp;!", "olandeză & co\u00a0!"),
        ("a&#32;&#x20; b", "a b"),
        ("AT&T &copy &nimic; & gata &", "AT&T © &nimic; & gata &"),
        ("<pre>a  b\n c</pre>", "a  b\n c"),
        ("<script>l -a</script><style>p{}</style>Text<svg><text>x</text></svg>.", "Text."),
        ("<script>rău", ""),
        ("Text <!-- ascuns --> gata<![CDATA[ x ]]>.", "Text gata."),
        ("<blockquote><p>Citat</p></blockquote>", "Citat"),
        (
            "<figure><img src='http://x/y.jpg' alt='z'><figcaption>Foto</figcaption></figure>",
            "Foto",
        ),
        ("5 < 6 și 7 > 3", "5 < 6 și 7 > 3"),
        ("a <b", "a <b"),
        ("a <b x='y>Text</b> și <i class='", "a Text și <i class='"),
        ("<a title='x > y'>Legătură</a>", "Legătură"),
        ("<A HREF=x>a</A><SCRIPT>x</ScRiPt>b", "ab"),
        ("<script/>Text", "Text"),
        ("<textarea><p>l -a</textarea>Text", "Text"),
        ("Text <!-- neterminat", "Text"),
        ("<?php x ?>Text<!DOCTYPE html></ >.", "Text."),
        ("", ""),
    ],
)
def test_text(markup: str, text: str) -> None:
    assert html_to_text(markup).text == text


@pytest.mark.parametrize(
    ("markup", "marked", "raw"),
    [
        ("<p>Bayern l -a luat.</p>", "l -a", "l -a"),
        ("<p>Bayern l <b>-a</b> luat.</p>", "l -a", "l <b>-a"),
        ("<p>olandez&#259;.</p>", "olandeză", "olandez&#259;"),
        ("<p>41&nbsp;500</p>", "\u00a0", "&nbsp;"),
        ("<p>un \n\t un</p>", "un un", "un \n\t un"),
        ("<ul>\n<li>mere</li></ul>", "- mere", "<li>mere"),
        ("linia\nunu\n<p>doi", "doi", "doi"),
    ],
)
def test_places(markup: str, marked: str, raw: str) -> None:
    plain = html_to_text(markup)
    start = plain.text.index(marked)
    span = raw_span(plain.pieces, start, start + len(marked))
    assert span is not None
    assert markup[span[0] : span[1]] == raw


def test_a_line_break_between_paragraphs_stands_nowhere() -> None:
    plain = html_to_text("<p>a</p><p>b</p>")
    assert raw_span(plain.pieces, 1, 3) is None


def test_content_that_is_no_html() -> None:
    plain = plain_text("  5 < 6 & gata\n")
    assert plain.text == "5 < 6 & gata"
    assert raw_span(plain.pieces, 0, 1) == (2, 3)
    assert plain_text(" \n").pieces == ()


markups = st.lists(
    st.sampled_from(
        "a ă l -a &amp; &#259; &#32; & < > <p> </p> <b> </b> <br> <li> </ul> <pre> </pre> <td> <tr> "
        "<script> </script> <!-- --> \n \r\n \t <a•href='x'> 😀 &nbsp <".replace(
            "•", "\u00b7"
        ).split(" ")
    ).map(lambda part: part.replace("\u00b7", " ") or " "),
    max_size=30,
).map("".join)


@settings(deadline=None)
@given(markups)
def test_letters_come_from_where_they_stand(markup: str) -> None:
    plain = html_to_text(markup)
    end = 0
    for piece in plain.pieces:
        assert end <= piece.start < piece.end <= len(plain.text)
        assert 0 <= piece.raw_start < piece.raw_end <= len(markup)
        end = piece.end
        text, raw = plain.text[piece.start : piece.end], markup[piece.raw_start : piece.raw_end]
        assert text.split() == raw.split() or unescape(raw) == text or raw.startswith("<")
    covered = {place for piece in plain.pieces for place in range(piece.start, piece.end)}
    assert all(plain.text[place] == "\n" for place in set(range(len(plain.text))) - covered)


@pytest.mark.parametrize(
    "part",
    ["<", "&", "<!--", "<!-- >", "<a ", "<a b='>", '<a b=">"', "<![CDATA[", "<?", "&#", "</", "<p>",
     "<script>", "<svg>", "<li>", "= '", "<a =", "&amp"],
)  # fmt: skip
def test_broken_markup_is_read_in_one_pass(part: str) -> None:
    """A hundred thousand letters each: the tokenizer of the standard library needs minutes for some."""
    html_to_text(part * (100_000 // len(part)))


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read(markup: str) -> None:
    html_to_text(markup)
