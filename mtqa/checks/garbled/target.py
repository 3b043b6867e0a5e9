"""Damaged text: escaped characters, tokens of the translation model, loops, mixed scripts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.checks.layout.markup import is_from_source
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.letters import LETTER
from mtqa.languages.ro.mojibake import from_cyrillic
from mtqa.languages.ro.quotations import in_quotes
from mtqa.languages.ro.repetition import Repetition
from mtqa.model import Issue


class Entity(Check):
    """An escaped character left as code: "&amp;", "&#39;", "&nbsp;", "\\u0103", "%20"."""

    name = "garbled.entity"
    category = "garbled"
    confidence = 0.97

    _ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
    _ESCAPE = re.compile(
        r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[nrt](?![\w\\])|(?<![\w/])\\n(?=[A-ZĂÂÎȘȚ])"
    )
    #: "& quot ;", "& # 39 ;": entities that a tokeniser took apart.
    _BROKEN = re.compile(
        r"&(?: (?:quot|apos|amp|nbsp|lt|gt|# ?\d{2,5}) ?| ?(?:quot|apos|amp|nbsp|lt|gt|#\d{2,5}) );"
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if "&" in text:
            for pattern in (self._ENTITY, self._BROKEN):
                for match in pattern.finditer(text):
                    plain = html.unescape(match.group().replace(" ", ""))
                    if plain != match.group().replace(" ", "") and not is_from_source(
                        view, *match.span()
                    ):
                        yield self._issue(view, match, plain)
        if "\\" in text:
            for match in self._ESCAPE.finditer(text):
                code = match.group()[2:]
                yield self._issue(view, match, chr(int(code, 16)) if code else " ")

    def _issue(self, view: View, match: re.Match[str], plain: str) -> Issue:
        message = Message(
            f"Escaped character; should read “{plain}”.",
            f"Caracter rămas sub formă de cod; corect „{plain}”.",
        )
        return self.issue(view, *match.span(), message, plain)


class LeakedToken(Check):
    """A token of the translation model left in the text: "<unk>", "▁", "</s>", "@@", ">>ron<<"."""

    name = "garbled.token"
    category = "garbled"
    severity = "major"
    confidence = 0.98

    _TOKEN = re.compile(
        r"</?(?:s|unk|pad|bos|eos|mask|sep|cls|sos|eot|eop|extra_id_\d+|2\w{2,3}|0x[0-9A-Fa-f]{2})>"
        r"|<\|[\w.-]{1,40}\|>|\[(?:UNK|PAD|CLS|SEP|MASK|BOS|EOS|INST|/INST)\]|▁+|⁇|｟[^｠\n]{0,40}｠"
        r"|__[a-z]{2,3}(?:_[A-Za-z]{2,4})?__|>>[a-z]{2,3}(?:_[A-Za-z]{2,4})?<<"
        r"|(?<=\w)@@(?=\s|$)|￭|(?<![\w_])[a-z]{3}_(?:Latn|Cyrl|Arab|Hans|Hant)(?![\w])"
        r"|(?<!\w)##[a-zăâîșț]{2,}",
        re.IGNORECASE,
    )

    _MARKS = "<[▁⁇｟_>@￭#"

    def find(self, view: View) -> Iterator[Issue]:
        if not any(mark in view.target.text for mark in self._MARKS):
            return
        for match in self._TOKEN.finditer(view.target.text):
            message = Message(
                f"Token of the translation model left in the text: “{match.group()}”.",
                f"Simbol intern al traducătorului rămas în text: „{match.group()}”.",
            )
            yield self.issue(view, *match.span(), message, "")


def _cries() -> frozenset[str]:
    """What people say three times and more: ha ha ha, hai, hai, hai."""
    return word_set("doubled", "cried")


class Loop(Check):
    """The translation got stuck: a letter, word, phrase or sentence three times or more."""

    name = "garbled.loop"
    category = "garbled"
    severity = "critical"
    confidence = 0.95

    _LETTERS = re.compile(rf"({LETTER})\1{{5,}}")
    #: More words than that nobody chants.
    _SLOGAN = 10
    _SYLLABLE = re.compile(rf"(?<![^\W\d_])({LETTER}{{2,4}})\1{{3,}}")

    def find(self, view: View) -> Iterator[Issue]:
        loops = [run for run in view.loops if run.times >= 3]
        loops += [
            run
            for run in view.repetitions
            if run.times >= 3 and not any(a.start < run.end and run.start < a.end for a in loops)
        ]
        for run in loops:
            if not self._is_cry(view.target.text, run):
                yield self._issue(view, run.start, run.end, run.once)
        for token in view.target.tokens:
            word = token.text
            # few different letters: only then are the patterns worth trying
            if len(word) > 6 and 2 * len(set(word)) < len(word):
                match = self._LETTERS.search(word) or self._SYLLABLE.search(word)
                if match and match[1].lower() not in _cries() | {"w", "x", "i"}:
                    if match[1].lower() in "aeiouăâî":
                        continue  # a drawn-out cry: "Goool", "nuuu"
                    yield self._issue(view, token.start, token.end, None)

    def _is_cry(self, text: str, run: Repetition) -> bool:
        """Whether people say it three times: a cry, a chant, a slogan, a refrain."""
        if run.period > self._SLOGAN:
            return False
        if "!" in text[run.start : run.end + 1]:
            return True
        words = [word for word in run.once.lower().split() if word[0].isalpha()]
        if all(word.strip(",!") in _cries() for word in words):
            return True
        listed = "," in text[run.start : run.end]
        return in_quotes(text, run.start) if len(words) > 1 else listed

    def _issue(self, view: View, start: int, end: int, once: str | None) -> Issue:
        message = Message(
            "The translation got stuck and repeats itself.",
            "Traducerea s-a blocat și se repetă.",
        )
        return self.issue(view, start, end, message, once)


class MixedScript(Check):
    """A word with letters of two scripts: a Cyrillic "а" inside a Latin word."""

    name = "garbled.script"
    category = "garbled"
    severity = "major"
    confidence = 0.97

    _LATIN = r"A-Za-z\u00c0-\u024f"
    _OTHER = r"\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af"
    _FOREIGN = re.compile(f"[{_OTHER}]")
    _MIXED = re.compile(rf"\w*(?:[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}])\w*")
    _TWINS = str.maketrans("аеорсухіАВЕКМНОРСТХІ", "aeopcyxiABEKMHOPCTXI")
    #: Greek letters belong to units and terms: µm, Ωm, α-tocoferol, βcell.
    _GREEK = re.compile(r"[\u0370-\u03ff]")

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if not self._FOREIGN.search(text):
            return
        for match in self._MIXED.finditer(text):
            word = match.group()
            if len(word) < 3 or len(self._GREEK.findall(word)) == 1:
                continue
            plain = word.translate(self._TWINS)
            message = Message(
                "Letters of two scripts in one word.", "Litere din două alfabete în același cuvânt."
            )
            fixed = plain if not re.search(f"[{self._OTHER}]", plain) else None
            read = from_cyrillic(word)
            # Moldovan texts: the Central European character set read as the Cyrillic one
            if read and romanian().known(read) and not (fixed and romanian().known(fixed)):
                fixed = read
            yield self.issue(view, *match.span(), message, fixed)


CHECKS = (Entity, LeakedToken, Loop, MixedScript)
