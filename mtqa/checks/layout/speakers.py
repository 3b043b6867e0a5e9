"""Who says a quotation: the speaker beside it in the source and in the target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from mtqa.align.quotes import Quote
from mtqa.checks.base import Check, Message, View
from mtqa.checks.layout.quotes import paired
from mtqa.compare.names import SourceText
from mtqa.compare.names.evidence import is_demonym
from mtqa.compare.names.extract import SourceName
from mtqa.compare.names.forms import TargetText, accepted
from mtqa.knowledge.handmade import word_list
from mtqa.languages.ro import Token
from mtqa.model import Issue, Segment, SourceSpan

#: What may stand between a verb of saying and the speaker, or between speaker and quotation.
_REST = r"[^.\n\"“”„«»]{0,40}?"
_CLOSING = '”"“»'
#: A name so many code points from the verb on is no longer the speaker's.
_REACH = 60


@lru_cache(maxsize=1)
def _says() -> str:
    """The verbs of saying of the sources that are read, as a pattern."""
    return f"(?:{'|'.join(word_list('attribution', 'speaker'))})"


@lru_cache(maxsize=1)
def _after_verb() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?:a |ont |hat )?{_says()}\b\s*(?={_REST}[A-ZÄÖÜÉ])")


@lru_cache(maxsize=1)
def _after_name() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?=[A-ZÄÖÜÉ]{_REST}\b{_says()}\b)")


@lru_cache(maxsize=1)
def _romanian_after() -> re.Pattern[str]:
    """A Romanian verb of saying behind a quotation, before the speaker."""
    participles = "|".join(word_list("attribution", "participle", "ro"))
    verbs = "|".join(word_list("attribution", "finite", "ro"))
    said = rf"(?:(?:a|au) (?:mai )?(?:{participles})|{verbs})"
    return re.compile(rf"[\s,”\"]*{said}\s+(?={_REST}[A-ZĂÂÎȘȚ])")


#: After these no subject follows.
_NOT_SUBJECT = frozenset(", despre lui pentru al a ai ale din de la pe cu".split())


class SwappedSpeaker(Check):
    """Another speaker stands beside a quotation than in the source."""

    name = "quotes.attribution"
    category = "mistranslation"
    severity = "critical"
    confidence = 0.85
    needs_source = True
    shared = staticmethod(paired)

    def find(self, view: View) -> Iterator[Issue]:
        source = SourceText(view.article.source or "", view.source_language)
        for segment, listed in paired(view):
            if len(listed) != 1:
                continue
            names = source.names(segment.source[0].start, segment.source[-1].end)
            people = [name for name in names if _may_speak(name)]
            speaker = _speaker(source.text, listed[0], people) if len(people) > 1 else None
            if speaker is None or speaker.kind not in ("person", "name"):
                continue  # nobody, or a German noun
            others = [n for n in people if not _share(n, speaker)]
            issue = self._judge(view, segment, source, speaker, others)
            if issue is not None:
                yield issue

    def _judge(
        self,
        view: View,
        segment: Segment,
        source: SourceText,
        speaker: SourceName,
        others: Sequence[SourceName],
    ) -> Issue | None:
        run = _romanian_speaker(view, segment)
        if not run:
            return None
        words = TargetText(run)
        if _shows(speaker, words, source.language):
            return None
        wrong = next((name for name in others if _shows(name, words, source.language)), None)
        if wrong is None:
            return None
        start, end = run[0].start, run[-1].end
        text = view.target.text[start:end]
        message = Message(
            f"In the source “{speaker.text}” says this, not “{text}”.",
            f"În sursă o spune „{speaker.text}”, nu „{text}”.",
        )
        span = SourceSpan(speaker.start, speaker.end, speaker.text)
        return self.issue(view, start, end, message, speaker.text, source_span=span)


def _may_speak(name: SourceName) -> bool:
    """Whether the name may be a person's: "Danish" in "the Danish minister" is none."""
    return name.kind not in ("place", "acronym") and not all(
        is_demonym(part.text) for part in name.parts
    )


def _share(one: SourceName, other: SourceName) -> bool:
    """Whether two mentions may be one person's."""
    return any(a.text == b.text for a, b in product(one.parts, other.parts))


def _speaker(text: str, quote: Quote, people: Sequence[SourceName]) -> SourceName | None:
    """The person who says the quotation, by the verb beside it; none if two may."""
    after = text[quote.end : quote.end + 2 * _REACH]
    match = _after_verb().match(after) or _after_name().match(after)
    if match is None:
        return None
    place = quote.end + match.end()
    near = [name for name in people if place <= name.start < place + _REACH]
    if not near:
        return None
    between = text[place : near[0].start]
    return None if re.search(r"[,;]| (?:of|to|by|von|de|über|about) ", f" {between}") else near[0]


def _romanian_speaker(view: View, segment: Segment) -> list[Token]:
    """The capitalised words of the name after the verb of saying behind a closing mark."""
    text = view.target.text
    begin, stop = segment.target[0].start, segment.target[-1].end
    for at in range(begin, stop):
        if text[at] not in _CLOSING:
            continue
        match = _romanian_after().match(text, at + 1, stop)
        if match is None:
            continue
        following = [t for t in view.target.tokens if match.end() <= t.start < stop]
        return _first_name(following, text, match.end())
    return []


def _first_name(tokens: Sequence[Token], text: str, place: int) -> list[Token]:
    run: list[Token] = []
    for token in tokens:
        if token.text[:1].isupper():
            if run and text[run[-1].end : token.start] != " ":
                break
            run.append(token)
        elif run or token.start - place > _REACH:
            break
        elif token.text in _NOT_SUBJECT:
            return []
    return run


def _shows(name: SourceName, words: TargetText, language: str) -> bool:
    return any(accepted(part.text, words, language) for part in name.parts)


CHECKS: tuple[type[Check], ...] = (SwappedSpeaker,)
