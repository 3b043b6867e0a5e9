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


def looks_like_address(text: str, start: int, end: int) -> bool:
    """Whether the word around ``text[start:end]`` is an address, a file name or a user name."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    word = text[start:end].strip("„”“\"'’»«()[],;:!?.")
    if "/" in word or "@" in word or word.lower().startswith("www."):
        return True
    head, _, tail = word.rpartition(".")
    ending = tail.partition("-")[0]
    if ending[:1].isupper() and not ending.isupper():
        # "Booking.Com" is an address in capitals, "oraș.De la" is not
        return ending in _CAPITAL_ENDINGS and head[:1].isupper() and "." not in head
    return ending.lower() in _ENDINGS
