"""What happens to files on their way: bytes lost, doubled, swapped, and letters nobody expects."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

#: No damaged file is larger, in bytes; nor a text, in code points.
LONGEST = 100_000
Value = TypeVar("Value")

#: Marks that open or close something in one format or another.
MARKS = (
    '"', "'", "<", ">", "&", "{", "}", "[", "]", "(", ")", "„", "”", "«", "»", "|", "#", ";", ",",
    "\t", "\n", "\r", "\r\n", "\n\n", "=", ":", "/", "\\", "<!--", "-->", "<![CDATA[", "]]>", "<?",
    "?>", "<!DOCTYPE a>", '<!ENTITY a "b">', "&a;", "&#0;", "&#xD800;", "&#1114112;", "&nbsp;",
    "<tu>", "</tu>", "<item>", "</item>", "</rss>", "<x/>", "```", "**", "[a](b", "<b>", "</p>",
    "\\ud800", "\\u0000", "%s", "{0}", "=1+1", "null", "true", "---", "__", "~~", "$", "`",
)  # fmt: skip
#: Letters that are lost, doubled or misread between two programs.
ODD = (
    "\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1f", "\x7f", "\x85", "\xa0",
    "\xad", "\u0301", "\u0308\u0308", "\u200b", "\u200d", "\u2028", "\u2029", "\u202e", "\u2066",
    "\ufeff", "\ufffd", "\uffff", "\U0001f600", "\U0001f468\u200d\U0001f469", "\U0010ffff",
    "\u0130", "ß", "ſ", "ﬁ", "ţ", "Ã®", "а", "𝐚", "٣", "²", "Ⅷ", "½", "㎏", "🇷🇴", "\u0345",
)  # fmt: skip
#: Sentences of other languages.
FOREIGN = (
    "Москва заявила о новых санкциях.", "Das Gericht hat gestern entschieden.", "北京时间周二上午",
    "قال الرئيس إن المفاوضات مستمرة", "ראש הממשלה אמר", "Η κυβέρνηση ανακοίνωσε μέτρα.", "สวัสดีครับ",
    "Hükümet dün yeni önlemler açıkladı.", "A kormány tegnap bejelentette.", "Le président a dit.",
    "The president said on Tuesday that talks went on.", "뉴스 속보", "नई दिल्ली", "Lorem ipsum.",
)  # fmt: skip
#: Pieces of news that the checks look for.
PIECES = (
    "l -a", "  ", ". ", ".", "„", "”", "(", ")", "-", "–", "de de", "Choe, fiul Hui", "41,500 de ",
    "38.5 milioane", "5% ", "€5 ", "10 lei ", "Trump's", "Zelenski", "Kommentare (0)", "&amp;",
    "<unk>", "▁", "si", "a b a b a b", "aaaaaaaa", "11 - 13 iulie", "http://a.ro/x", "@nume ",
    "#eticheta", "Tass.invitație", "%50", "$5 de dolari", "07/25/2025", "U.R.S.S.", "NATO",
    "Ana-Maria", "1.000.000", "nu ", "doi ", "<!-- mtqa: ignore -->", "**", "[text](http://a)",
    "<!-- mtqa: ignore spacing -- motiv -->", "<b>", "</b>", "ş", "într-", "-l", "10:30", "3/4",
)  # fmt: skip
NUMBERS = ("9" * 400, "1e999", "-1", "0", "NaN", "Infinity", "1" + "0" * 30, "0x10", "1_0", "-0.0",
           "9" * 5000, "1e-400", "18446744073709551616")  # fmt: skip
NESTED = (
    "[",
    "{",
    '{"a":',
    "<a>",
    "(",
    "<div>",
    "<g id='1'>",
    "„",
    "[[",
    "<!--",
    "<b><i>",
    "a.",
    '"',
)
_NUMBER = re.compile(rb"\d+")

_ANY = st.text(st.characters(), max_size=60)
#: Texts of anything at all, and of pieces that checks look for.
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.one_of(st.sampled_from((*PIECES, *ODD, *MARKS)), st.just(" "), _ANY), max_size=30
    ).map("".join),
)
#: Values of JSON, of every kind.
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=True)
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def drawn(strategy: st.SearchStrategy[Value], number: int) -> Value:
    """A value that hypothesis makes; the same for the same number."""
    found: list[Any] = []

    @seed(number)
    @settings(
        max_examples=6,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def take(value: Any) -> None:
        found.append(value)

    take()
    last: Value = found[-1]
    return last


def damaged(data: bytes, chance: Random) -> bytes:
    """Bytes after a few accidents, now and then after none; at most :data:`LONGEST`."""
    for _ in range(chance.choice((0, 1, 1, 1, 2, 2, 3, 4))):
        data = chance.choice(_ACCIDENTS)(data, chance)[:LONGEST]
    return data


def bitten(data: bytes, chance: Random) -> bytes:
    """Bytes of a format with a fixed layout after accidents that leave most of it in its place."""
    out = bytearray(data)
    for _ in range(chance.choice((0, 1, 1, 2, 8))):
        start, end = _cut(data, chance, chance.choice((1, 4, 100, 4_096)))
        filled = chance.choice((b"\x00", b"\xff", b"a", None))
        out[start:end] = filled * (end - start) if filled else chance.randbytes(end - start)
    return bytes(out) if chance.random() < 0.8 else _end(bytes(out), chance)


def reworded(text: str, chance: Random) -> str:
    """A text after the same accidents; what is no UTF-8 is a lone surrogate, or a replacement."""
    data = damaged(text.encode("utf-8", "surrogatepass"), chance)
    return data.decode("utf-8", chance.choice(("replace", "replace", "surrogateescape", "ignore")))


def _cut(data: bytes, chance: Random, longest: int = 2_000) -> tuple[int, int]:
    """A stretch of the data."""
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.randint(0, min(longest, len(data) + 1)))


def _put(data: bytes, piece: bytes, chance: Random) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + piece + data[place:]


def _flip(data: bytes, chance: Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 8) if data else 0):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _end(data: bytes, chance: Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _begin(data: bytes, chance: Random) -> bytes:
    return data[chance.randint(0, len(data)) :]


def _drop(data: bytes, chance: Random) -> bytes:
    start, end = _cut(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: Random) -> bytes:
    start, end = _cut(data, chance)
    return _put(data, data[start:end] * chance.choice((1, 1, 2, 10)), chance)


def _swap(data: bytes, chance: Random) -> bytes:
    a, b = _cut(data, chance)
    c, d = _cut(data[b:], chance)
    return data[:a] + data[b + c : b + d] + data[b : b + c] + data[a:b] + data[b + d :]


def _mark(data: bytes, chance: Random) -> bytes:
    return _put(data, chance.choice(MARKS).encode() * chance.choice((1, 1, 1, 2, 50)), chance)


def _odd(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        data = _put(data, chance.choice(ODD).encode() * chance.choice((1, 1, 1, 3, 300)), chance)
    return data


def _foreign(data: bytes, chance: Random) -> bytes:
    return _put(data, chance.choice(FOREIGN).encode() * chance.choice((1, 1, 20)), chance)


def _piece(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        data = _put(data, chance.choice(PIECES).encode() * chance.choice((1, 1, 1, 30)), chance)
    return data


def _number(data: bytes, chance: Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    new = chance.choice(NUMBERS).encode()
    if not found:
        return _put(data, new, chance)
    old = chance.choice(found)
    return data[: old.start()] + new + data[old.end() :]


def _nest(data: bytes, chance: Random) -> bytes:
    return _put(data, chance.choice(NESTED).encode() * chance.choice((20, 300, 5_000)), chance)


def _long(data: bytes, chance: Random) -> bytes:
    start, end = _cut(data, chance, 40)
    piece = data[start:end].replace(b"\n", b" ") or b"a"
    return _put(data, piece * (chance.choice((2_000, 20_000)) // len(piece)), chance)


def _surrogate(data: bytes, chance: Random) -> bytes:
    bad = chance.choice(
        (b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xff", b"\xc3", b"\xf4\x90\x80\x80", b"\x80")
    )
    return _put(data, bad, chance)


def _mark_of_order(data: bytes, chance: Random) -> bytes:
    return (
        chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", b"+/v8"))
        + data
    )


def _encoded(data: bytes, chance: Random) -> bytes:
    codec = chance.choice(
        (
            "utf-16",
            "utf-16-le",
            "utf-32",
            "cp1250",
            "iso8859-2",
            "cp1252",
            "utf-7",
            "utf-8-sig",
            "cp852",
        )
    )
    return data.decode("utf-8", "replace").encode(codec, "replace")


def _misread(data: bytes, chance: Random) -> bytes:
    codec = chance.choice(("cp1252", "latin-1", "cp1250"))
    return data.decode(codec, "replace").encode("utf-8")


def _line_ends(data: bytes, chance: Random) -> bytes:
    new = chance.choice((b"\r\n", b"\r", b"\n\n", b"\xe2\x80\xa8", b"\x0b", b"", b" \n", b"\n\r"))
    return data.replace(b"\n", new)


def _case(data: bytes, chance: Random) -> bytes:
    start, end = _cut(data, chance)
    return data[:start] + data[start:end].swapcase() + data[end:]


def _hypothesis(data: bytes, chance: Random) -> bytes:
    return _put(data, drawn(TEXTS, chance.getrandbits(32)).encode("utf-8", "surrogatepass"), chance)


_ACCIDENTS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flip, _end, _begin, _drop, _double, _swap, _mark, _mark, _odd, _foreign, _piece, _number,
    _nest, _long, _surrogate, _mark_of_order, _encoded, _misread, _line_ends, _case, _hypothesis,
)  # fmt: skip
