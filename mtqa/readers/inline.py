"""Text between the codes of the original format, in segments of TMX and XLIFF."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtqa.readers.units import local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: Elements that stand for codes, or hold them; what is in them is no text.
_POINTS = frozenset(("ph", "x", "it", "ut", "bpt", "ept", "bx", "ex", "sc", "ec"))
#: Elements around text that stand for a pair of codes.
_PAIRS = frozenset(("g", "pc", "hi"))
#: Codes that stand for something of their own: a break, a picture, a value.
_ALONE = frozenset(("ph", "x", "it", "ut"))
#: What ties the two ends of a pair together, or a code of the source to that of the target.
_NAMES = ("i", "rid", "id", "x", "startRef")


class Code(NamedTuple):
    """A code, and where it stood.

    Attributes:
        key: what it is: the same in source and target.
        at: offset in the text.
        glued: whether a blank stands there in its place that the file does not have.
    """

    key: str
    at: int
    glued: bool = False


class Inline(NamedTuple):
    """A segment without its codes.

    Attributes:
        text: its text.
        codes: its codes in the order of the text.
    """

    text: str
    codes: tuple[Code, ...]


def inline(segment: Element) -> Inline:
    """The text of a segment, and the places of the codes that were in it.

    A code that stands for something between two words (``un<x/>doi``) leaves a blank, for the words
    were none. Text inside a code that is to be translated (``<sub>``) is left out.
    """
    reader = _Reader()
    reader.text(segment.text)
    # a stack of its own: files nest more deeply than functions may
    waiting = [iter(segment)]
    open_pairs: list[Element | None] = [None]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            ended = open_pairs.pop()
            if ended is not None:
                reader.end(ended)
            continue
        name = local(child.tag)
        if name in _POINTS:
            reader.point(child, name)
            reader.text(child.tail)
        elif name == "cp":
            reader.letter(child.get("hex", ""))
            reader.text(child.tail)
        else:
            reader.begin(child, name)
            waiting.append(iter(child))
            open_pairs.append(child)
    return Inline("".join(reader.parts), tuple(reader.codes))


class _Reader:
    """Collects text and codes."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.codes: list[Code] = []
        self._length = 0
        self._due = False

    def text(self, text: str | None) -> None:
        if not text:
            return
        if self._due and text[0].isalnum():
            for place in range(len(self.codes) - 1, -1, -1):
                if self.codes[place].at < self._length:
                    break
                self.codes[place] = self.codes[place]._replace(glued=True)
            self._append(" ")
        self._due = False
        self._append(text)

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)

    def point(self, element: Element, name: str) -> None:
        self._code(name, element)
        if name in _ALONE and self.parts and self.parts[-1][-1:].isalnum():
            self._due = True

    def begin(self, element: Element, name: str) -> None:
        if name in _PAIRS:
            self._code(f"{name}+", element)
        self.text(element.text)

    def end(self, element: Element) -> None:
        name = local(element.tag)
        if name in _PAIRS:
            self._code(f"{name}-", element)
        self.text(element.tail)

    def letter(self, code: str) -> None:
        """A character that XML cannot hold, by its number."""
        try:
            self.text(chr(int(code, 16)))
        except (ValueError, OverflowError):
            return

    def _code(self, name: str, element: Element) -> None:
        own = next((element.get(key) for key in _NAMES if element.get(key)), "")
        self.codes.append(Code(f"{name} {own}", self._length))
