"""Names as the house writes them: the style sheet's forbidden and preferred forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.checks.base import Check, Message, View
from mtqa.glossary.entries import NameEntry
from mtqa.glossary.house import house
from mtqa.glossary.names import House, Use, inflected, suggestion
from mtqa.glossary.running_words import Word
from mtqa.knowledge import places, romanian
from mtqa.languages.ro import Token
from mtqa.languages.ro.name_cases import slot_of
from mtqa.model import Issue, Segment, SourceSpan


class ForbiddenName(Check):
    """A form of a name that the house's style sheet forbids: "Kiew" where it wants Kiev."""

    name = "names.house-forbidden"
    category = "name"
    severity = "major"
    confidence = 0.97

    def find(self, view: View) -> Iterator[Issue]:
        sheet = house(view.config.names.entry)
        if not sheet:
            return
        text = view.target.text
        uses = sheet.uses(view.target)
        whole = [use.entry for use in uses if not use.partial]
        for use in uses:
            if use.good or _is_word(use, view) or (use.partial and use.entry not in whole):
                continue
            right = suggestion(use, text)
            message = Message(
                f"The style sheet forbids “{use.form}”"
                + (f"; it wants “{use.entry.preferred}”." if use.entry.preferred else "."),
                f"Ghidul de stil interzice „{use.form}”"
                + (f"; forma dorită este „{use.entry.preferred}”." if use.entry.preferred else "."),
            )
            yield self.issue(view, use.start, use.end, message, right)


def _is_word(use: Use, view: View) -> bool:
    """Whether a single form at the beginning of a sentence may be an ordinary word."""
    if " " in use.form or use.start not in view.target.sentence_starts:
        return False
    return view.target.text[use.start : use.end].lower() in romanian()


class UnpreferredName(Check):
    """A name in a form that is right, but not the one that the house's style sheet prefers."""

    name = "names.house-preferred"
    category = "name"
    severity = "minor"
    confidence = 0.9
    needs_source = True

    def find(self, view: View) -> Iterator[Issue]:
        sheet = house(view.config.names.entry)
        source = view.article.source
        if not sheet or not source:
            return
        language = view.source_language
        uses = sheet.uses(view.target)
        marked: set[int] = set()
        for segment in view.segments:
            for word, entry in _wanted(sheet, source, segment, language):
                if any(use.entry is entry and _inside(use.start, segment) for use in uses):
                    continue
                for issue in self._judge(view, segment, word, entry, language):
                    if issue.start not in marked:
                        marked.add(issue.start)
                        yield issue

    def _judge(
        self, view: View, segment: Segment, word: Word, entry: NameEntry, language: str
    ) -> Iterator[Issue]:
        shown = _shown(view, segment, word.text, language)
        if shown is None:
            return
        start, end = shown[0].start, shown[-1].end
        text = view.target.text[start:end]
        message = Message(
            f"The style sheet prefers “{entry.preferred}” to “{text}”.",
            f"Ghidul de stil preferă „{entry.preferred}”, nu „{text}”.",
        )
        cases = tuple(
            slot_of(token.text, part, *(place.name for place in places().find(part)))
            for token, part in zip(shown, word.text.split(), strict=True)
        )
        right = inflected(entry.preferred, cases, text, text, entry)
        span = SourceSpan(word.start, word.end, word.text)
        yield self.issue(view, start, end, message, right, source_span=span)


def _wanted(
    sheet: House, source: str, segment: Segment, language: str
) -> Iterator[tuple[Word, NameEntry]]:
    """The names of the segment's source for which the sheet prefers a form."""
    for start, end in segment.source if segment.target else ():
        for word, entry in sheet.in_source(source, start, end, language):
            if entry.preferred:
                yield word, entry


def _inside(offset: int, segment: Segment) -> bool:
    return any(start <= offset < end for start, end in segment.target)


def _shown(view: View, segment: Segment, name: str, language: str) -> Sequence[Token] | None:
    """The adjacent words that stand for all parts of the source's name, in an accepted form."""
    from mtqa.compare.names.forms import TargetText, accepted

    text = TargetText(t for t in view.target.tokens if _inside(t.start, segment))
    found: list[Token] = []
    for part in name.split():
        tokens = [t for t in accepted(part, text, language) or () if _is_name(t, view)]
        fitting = [t for t in tokens if not found or t.start - found[-1].end == 1]
        if not fitting:
            return None
        found.append(fitting[0])
    return found or None


def _is_name(token: Token, view: View) -> bool:
    """Whether the word is a name, and no nationality or ordinary word."""
    if not token.text[:1].isupper():
        return False
    return token.start not in view.target.sentence_starts or token.text.lower() not in romanian()


CHECKS: tuple[type[Check], ...] = (ForbiddenName, UnpreferredName)
