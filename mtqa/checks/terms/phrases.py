"""Terms of two words in the source: one rendering within an article."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from mtqa.checks.base import Message, View
from mtqa.checks.terms.consistency import (
    OFTEN,
    Consistency,
    lemmas_of,
    nouns_of,
    synonyms,
    tokens_of,
)
from mtqa.glossary.running_words import Word, words
from mtqa.knowledge import en_ro, romanian
from mtqa.languages.ro import Token
from mtqa.model import Issue, Segment, SourceSpan

#: A Romanian term's noun and its attribute stand at most so many words apart: parc de energie.
_REACH = 3

Pair = tuple[str, str]
Place = tuple[Token, Token]


class InconsistentPhrase(Consistency):
    """A term of two words of an English source rendered now as usual, now word for word.

    "parc eolian" twice, "fermă de vânt" once for wind farm: the usual rendering stands for most of
    the term's mentions and for nothing else, the other one is made of the parts' translations.
    """

    name = "consistency.phrase"
    category = "mistranslation"
    severity = "minor"
    confidence = 0.75

    def find(self, view: View) -> Iterator[Issue]:
        if len(view.segments) < OFTEN or view.source_language != "en":
            return
        found = _phrases(view)
        everywhere: Counter[Pair] | None = None
        for phrase, places in found.items():
            if len(places) < OFTEN:
                continue
            pairs = [_pairs(view, segment) for _, segment in places]
            if everywhere is None:
                everywhere = Counter(
                    pair for segment in view.segments if segment.target
                    for pair in _pairs(view, segment)
                )  # fmt: skip
            usual = _usual(pairs, everywhere)
            if usual:
                yield from self._judge(view, phrase, places, pairs, usual)

    def _judge(
        self,
        view: View,
        phrase: Pair,
        places: Sequence[tuple[Word, Segment]],
        pairs: Sequence[dict[Pair, Place]],
        usual: Pair,
    ) -> Iterator[Issue]:
        modifier, head = (frozenset(en_ro().translations(word)) for word in phrase)
        beside = {pair for here in pairs if usual in here for pair in here}
        for (word, _), here in zip(places, pairs, strict=True):
            if usual in here:
                continue
            for pair, (first, last) in here.items():
                literal = pair[0] in head and pair[1] in modifier
                if not literal or pair in beside or _alike(pair, usual):
                    continue
                yield self._phrase_issue(view, word, (first, last), usual, phrase)
                break

    def _phrase_issue(
        self, view: View, word: Word, place: Place, usual: Pair, phrase: Pair
    ) -> Issue:
        start, end = place[0].start, place[1].end
        text, term = view.target.text[start:end], " ".join(phrase)
        message = Message(
            f"“{term}” of the source is “{' … '.join(usual)}” elsewhere in the article, "
            f"here “{text}”.",
            f"„{term}” din sursă este „{' … '.join(usual)}” în restul articolului, aici „{text}”.",
        )
        span = SourceSpan(word.start, word.end, word.text)
        return self.issue(view, start, end, message, source_span=span)


def _phrases(view: View) -> dict[Pair, list[tuple[Word, Segment]]]:
    """The pairs of adjacent words of the source whose second is a noun, with their segments."""
    source = view.article.source or ""
    found: dict[Pair, list[tuple[Word, Segment]]] = {}
    for segment in view.segments:
        for start, end in segment.source if segment.target else ():
            cut = words(source, start, end)
            for one, other in itertools.pairwise(cut):
                if len(one.text) < 4 or len(other.text) < 4 or other.start - one.end != 1:
                    continue
                if not (one.text + other.text).islower() or not lemmas_of(one.text):
                    continue
                head = lemmas_of(other.text)
                if head:
                    span = Word(one.start, other.end, source[one.start : other.end])
                    places = found.setdefault((one.text, head[0]), [])
                    if not places or places[-1][1] is not segment:
                        places.append((span, segment))
    return found


def _pairs(view: View, segment: Segment) -> dict[Pair, Place]:
    """Nouns and the nouns or adjectives just after them, by lemma."""
    tokens = tokens_of(view, segment)
    nouns = nouns_of(view, segment)
    starts = {token.start: lemma for lemma, token in nouns.items()}
    found: dict[Pair, Place] = {}
    for index, token in enumerate(tokens):
        head = starts.get(token.start) if len(token.text) > 3 else None
        for other in tokens[index + 1 : index + 1 + _REACH] if head else ():
            if not other.text[0].isalpha():
                break
            for reading in romanian().analyses(other.text.lower()):
                if head and reading.pos in ("noun", "adjective") and len(other.text) > 3:
                    found.setdefault((head, reading.lemma), (token, other))
    return found


def _usual(pairs: Sequence[dict[Pair, Place]], everywhere: Counter[Pair]) -> Pair | None:
    """The pair that most mentions of the term share and that stands nowhere else."""
    counts = Counter(pair for here in pairs for pair in here)
    fitting = [(n, pair) for pair, n in counts.items()
               if n >= 2 and 2 * n > len(pairs) and everywhere[pair] == n]  # fmt: skip
    return max(fitting)[1] if fitting else None


def _alike(one: Pair, other: Pair) -> bool:
    """Whether two renderings share a word or differ in synonyms only."""
    if set(one) & set(other):
        return True
    return all(synonyms(a, b, "") for a, b in zip(one, other, strict=True))


CHECKS = (InconsistentPhrase,)
