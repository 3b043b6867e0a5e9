"""Letters lost to encoding: UTF-8 read as something else, letters that a character set lacked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from mtqa.checks.base import Check, Message, View
from mtqa.checks.garbled.restored import HOLE, decided, from_text, restored
from mtqa.knowledge import comma, romanian
from mtqa.languages.ro.letters import LETTER, LOWER, OPENING_QUOTES
from mtqa.languages.ro.mojibake import from_western, leads, misread, undone
from mtqa.languages.ro.web import in_address
from mtqa.model import Issue

#: From so many damaged words on a paragraph is one issue.
_MANY = 4
#: A question mark that begins or ends a word is read as a letter of a word at least so common.
_COMMON = 3.0


class Damage(NamedTuple):
    """A damaged word: its span, what it was (None if it cannot be told), whether it is certain."""

    start: int
    end: int
    right: str | None
    certain: bool


class Encoding(Check):
    """Encoding damage: "Ã®n" for "în", "BucureÈ™ti" or "Bucure?ti" for "București", "þara", "�".

    A paragraph with four such words or more is one issue, with their number.
    """

    name = "garbled.encoding"
    category = "garbled"
    severity = "major"
    confidence = 0.98

    _CONTROL = re.compile(
        r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufff9-\ufffb\ufffe\uffff]+"
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        holed = [*holed_words(view)]
        if "?" in text:
            signs = [text[one.start : one.end] for one in holed if one.certain]
            holed += last_letters(view, any("?" in sign for sign in signs))
        found = _apart([*misread_words(text), *holed, *western_words(text)])
        # once may be a slip or a foreign word; a damaged text has many
        if not any(damage.certain for damage in found) and len(found) < 2:
            found = []
        lines = groupby(found, key=lambda damage: text.count("\n", 0, damage.start))
        for _, damaged in lines:
            yield from self._paragraph(view, list(damaged))
        for match in self._CONTROL.finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                message = Message(
                    "Control or private-use character.", "Caracter de control sau privat."
                )
                yield self.issue(view, *match.span(), message, "", severity="minor")

    def _paragraph(self, view: View, found: list[Damage]) -> Iterator[Issue]:
        if len(found) < _MANY:
            for one in found:
                yield self.issue(view, one.start, one.end, _ONE, one.right)
            return
        text, start, end = view.target.text, found[0].start, found[-1].end
        message = Message(
            f"Encoding damage in {len(found)} words of this paragraph.",
            f"Codare stricată în {len(found)} cuvinte din acest paragraf.",
        )
        pieces, at = [], start
        for one in found:
            pieces += [text[at : one.start], one.right or ""]
            at = one.end
        whole = "".join(pieces) if all(one.right is not None for one in found) else None
        yield self.issue(view, start, end, message, whole)


def _apart(damaged: list[Damage]) -> list[Damage]:
    """The damaged words in order; of overlapping ones the first of the list."""
    kept: list[Damage] = []
    for one in sorted(damaged, key=lambda damage: damage.start):
        if kept and one.start < kept[-1].end:
            if damaged.index(one) < damaged.index(kept[-1]):
                kept[-1] = one
        else:
            kept.append(one)
    return kept


_ONE = Message(
    "Encoding damage: the text was decoded with the wrong character set.",
    "Codare stricată: textul a fost citit cu alt set de caractere.",
)


#: UTF-8 misread, of which signs were lost or changed on the way: nothing that a table undoes.
_RUIN = re.compile(r"Ã[\u0080-\u00bf]|Å[£ŸžŸ¢]|â€|ï»¿|ï¿½|Đ[\u0080-\u00bf]")


def misread_words(text: str) -> Iterator[Damage]:
    """The words with UTF-8 that was read as another character set."""
    if not any(lead in text for lead in leads()):
        return
    end = 0
    for match in sorted(
        [*misread().finditer(text), *_RUIN.finditer(text)], key=lambda found: found.start()
    ):
        if match.start() < end:
            continue
        start, end = _word(text, *match.span())
        word = text[start:end]
        if not _is_honest(word):
            yield Damage(start, end, _repaired(word), True)


def _is_honest(word: str) -> bool:
    """Whether it is a word of some language after all: "CAFÉ", "FÄLT", "Ăştia"."""
    return word.isalpha() and (
        word.isupper() or word.islower() or romanian().known(comma(word))
    )  # fmt: skip


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to the whole word, with the other sequences in it."""
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    while end < len(text):
        more = misread().match(text, end) or _RUIN.match(text, end)
        if more:
            end = more.end()
        elif text[end].isalnum():
            end += 1
        else:
            break
    return start, end


def _repaired(word: str) -> str | None:
    fixed = undone(word)
    if fixed == word or _RUIN.search(fixed) or "\ufffd" in fixed:
        import ftfy

        fixed = ftfy.fix_encoding(word)
        if fixed == word or "\ufffd" in fixed or _RUIN.search(fixed):
            return None
    return comma(fixed)


_WESTERN = re.compile(rf"(?:{LETTER}|[ºª])*[þÞºªãÃ](?:{LETTER}|[ºª])*")
_WESTERN_SIGN = re.compile(rf"[þÞãÃ]|[ºª](?={LETTER})|(?<={LETTER})[ºª]")


def western_words(text: str) -> Iterator[Damage]:
    """The words whose Central European letters were read as Western ones: "þara", "sã", "ºi".

    Certain where the dictionary has the word that results.
    """
    if not _WESTERN_SIGN.search(text):
        return
    for match in _WESTERN.finditer(text):
        word = match.group()
        if len(word) < 2 or in_address(text, match.start()):
            continue
        fixed = from_western(word)
        if romanian().known(fixed):
            yield Damage(*match.span(), fixed, True)
        elif re.search("[þÞºª]", word):
            yield Damage(*match.span(), fixed, False)


_HOLED = re.compile(rf"(?:{LETTER}|-|{HOLE})*{HOLE}(?:{LETTER}|-|{HOLE})*")
_SURE_HOLE = re.compile("[\ufffd\u25a1\u25af\u25fb]")
#: A word before a question mark that the sentence does not end with.
_LAST = re.compile(rf"(?<![\w?]){LETTER}+\?(?= [{LOWER}]|[,;])")
_BEFORE = frozenset(" \u00a0\t\n\r([-" + OPENING_QUOTES)


def holed_words(view: View) -> Iterator[Damage]:
    """The words of which a letter became a question mark, a box or U+FFFD."""
    text = view.target.text
    if not any(sign in text for sign in "?\ufffd\u25a1\u25af\u25fb"):
        return
    for match in _HOLED.finditer(text):
        start, end = _trimmed(text, *match.span())
        word = text[start:end]
        if not any(map(str.isalpha, word)):
            if "\ufffd" in match.group():
                yield Damage(*match.span(), None, True)
            continue
        if in_address(text, start) or (start and text[start - 1] not in _BEFORE):
            continue
        found = _holed(view, start, word)
        if found is not None:
            yield Damage(start, end, *found)


def last_letters(view: View, damaged: bool) -> Iterator[Damage]:
    """The words that seem to end in a question mark: "a spus c? vine".

    In a text that is not damaged otherwise, what is left must be no word: "De ce? a întrebat".
    """
    for match in _LAST.finditer(view.target.text):
        right = decided(match.group())
        left = match.group()[:-1]
        word = len(left) > 1 and romanian().known(left)
        if right is not None and _is_common(right) and (damaged or not word):
            yield Damage(*match.span(), right, True)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without question marks that are ones: at the end of the sentence, or "(?)"."""
    after = text[end : end + 2]
    goes_on = (after[:1] == " " and after[1:].islower()) or after[:1] in {",", ";", ".", ")"}
    while end > start and text[end - 1] in "?-":
        if text[end - 1] == "?" and goes_on and "?" in text[start : end - 1]:
            break
        end -= 1
    while start < end and text[start] in "?-" and text[start : start + 2] in ("??", "?-", "--"):
        start += 1
    return start, end


def _holed(view: View, start: int, word: str) -> tuple[str | None, bool] | None:
    """What a word with holes was and whether that is certain; None if its marks mean questions."""
    if not re.search(HOLE, word):
        return None
    right = _meant(view, start, word)
    if _SURE_HOLE.search(word):
        return right, True
    inner = word.strip("?")
    if "?" not in inner:
        return (right, True) if any(map(_is_common, restored(word))) else None
    if not (re.search(rf"\?[{LOWER}]", inner) or inner.replace("?", "").isupper()):
        return None  # "Vine?Nu": a space is missing
    if right or restored(word):
        return right, True
    known = [romanian().known(part) for part in inner.split("?") if part]
    if all(known):
        return None
    name = word[:1].isupper() and not inner.partition("?")[0].isupper()
    return None, not any(known) or name


def _is_common(word: str) -> bool:
    """Whether a question mark may be read as a letter of the word, though sentences end there."""
    return "-" in word or romanian().frequency(word) >= _COMMON


def _meant(view: View, start: int, word: str) -> str | None:
    """The word that lost its letters, as the source, the article or the dictionary has it."""
    source = view.article.source
    beside = source and word[:1].isupper() and from_text(word, source)
    if beside:
        return beside
    initial = view.target.is_sentence_start(start) or view.target.is_sentence_start(start + 1)
    return decided(word, initial=initial) or (
        from_text(word, view.target.text) if word[:1].isupper() else None
    )


CHECKS = (Encoding,)
