"""Web addresses, file names and brands with a full stop inside: no space is missing there."""

from __future__ import annotations

#: Top-level domains met in news and file name extensions (IANA root zone; common usage).
_ENDINGS = frozenset(
    """
    com org net edu gov mil int info biz name pro mobi travel jobs tel museum aero coop app
    dev blog news online site store shop tech media live today world agency club cloud digital
    email events expert global group health life network photo press social
    space studio team video web website wiki work xyz art bank build city company design
    eco games guide host ink love market money rocks run sale school
    science show soccer solutions support systems tips tools town tours university zone
    ro md uk us eu de fr it es pt nl be at ch hu bg ua ru by pl cz sk si hr rs me ba mk al gr tr
    cy il ae sa in cn jp kr tw hk sg au nz ca mx br ar cl co pe ve za ng ke eg ma ie is no se dk fi
    ee lv lt lu mt li mc sm va tv fm io ai gg ly am gl im to ws cc su html htm php asp aspx jsp pdf
    doc docx xls xlsx ppt pptx odt txt csv xml json jpg jpeg png gif svg webp mp3 mp4 avi mov zip
    rar exe apk js py css ini log bak
    """.split()
)

_CAPITAL_ENDINGS = frozenset("Com Ro Net Org Eu Md".split())


#: How far the word around an offset is followed; no address in an article is longer.
_REACH = 200


def in_address(text: str, offset: int) -> bool:
    """Whether ``offset`` lies inside a web address, an e-mail address or a path."""
    word = _word_around(text, offset, offset)
    return "/" in word or "@" in word or word.lower().startswith("www.")


def looks_like_address(text: str, start: int, end: int) -> bool:
    """Whether the word around ``text[start:end]`` is an address, a file name or a user name."""
    word = _word_around(text, start, end)
    if "/" in word or "@" in word or word.lower().startswith("www."):
        return True
    head, _, tail = word.rpartition(".")
    ending = tail.partition("-")[0]
    if ending[:1].isupper() and not ending.isupper():
        # "Booking.Com" is an address in capitals, "oraș.De la" is not
        return ending in _CAPITAL_ENDINGS and head[:1].isupper() and "." not in head
    return ending.lower() in _ENDINGS


def _word_around(text: str, start: int, end: int) -> str:
    """The stretch without white space around ``text[start:end]``, without outer punctuation."""
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    head = before.split()[-1] if before and not before[-1].isspace() else ""
    tail = after.split()[0] if after and not after[0].isspace() else ""
    return f"{head}{text[start:end]}{tail}".strip("„”“\"'’»«()[],;:!?.")
