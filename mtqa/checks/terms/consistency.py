"""One source term or name, one rendering within an article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.common.memory import NAMES, WORDS
from mtqa.compare.names.extract import SourceText, is_common
from mtqa.compare.names.forms import TargetText, accepted
from mtqa.glossary.running_words import Word, words
from mtqa.knowledge import en_ro, foreign_words, places, romanian
from mtqa.languages.ro import Token
from mtqa.languages.ro.name_cases import in_slot, slot_of
from mtqa.languages.ro.names import base_forms
from mtqa.languages.ro.reinflect import features, form_of
from mtqa.languages.ro.transliteration import strip_accents
from mtqa.model import Issue, Segment, SourceSpan

#: A term or name must come in so many segments for its renderings to be compared.
OFTEN = 3
#: Zipf frequency from which an English noun is too ordinary to be a term.
_ORDINARY = 4.6
_SHORTEST_NAME, _SHORTEST_TERM = 4, 5


@dataclass(frozen=True, slots=True)
class Rendering:
    """How one segment renders a word of the source.

    Attributes:
        word: it in the source.
        form: what is compared: a lemma, the base of a name.
        token: it in the target.
    """

    word: Word
    form: str
    token: Token


def _occurrences(view: View, wanted: set[str]) -> dict[str, list[tuple[Word, Segment]]]:
    """The segments with each of the source's words, those with both sides, the first of each."""
    source = view.article.source or ""
    found: dict[str, list[tuple[Word, Segment]]] = {}
    for segment in view.segments:
        here: set[str] = set()
        for start, end in segment.source if segment.target else ():
            for word in words(source, start, end):
                key = _plain(word.text)
                if key in wanted and key not in here:
                    here.add(key)
                    found.setdefault(key, []).append((word, segment))
    return found


def _plain(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def tokens_of(view: View, segment: Segment) -> Sequence[Token]:
    """The words of the segment's target."""
    tokens = view.target.tokens
    start, end = segment.target[0].start, segment.target[-1].end
    first = bisect_left(tokens, start, key=lambda token: token.start)
    return tokens[first : bisect_left(tokens, end, key=lambda token: token.start)]


def _rare(renderings: Sequence[Rendering]) -> tuple[str, list[Rendering]]:
    """The usual form and the renderings in a rarer one; none where no form is usual."""
    counts = Counter(one.form for one in renderings)
    (usual, often), *others = counts.most_common()
    if not others or often < 2 or others[0][1] == often:
        return usual, []
    return usual, [one for one in renderings if one.form != usual]


class Consistency(Check):
    """Subclasses compare the renderings of one kind of thing."""

    needs_source = True

    def _yield(
        self, view: View, rare: Rendering, right: str | None, usual: str, name: str
    ) -> Issue:
        text = rare.token.text
        if right and text[:1].isupper():
            right = right[:1].upper() + right[1:]
        message = Message(
            f"“{name}” of the source is “{usual}” elsewhere in the article, here “{text}”.",
            f"„{name}” din sursă este „{usual}” în restul articolului, aici „{text}”.",
        )
        span = SourceSpan(rare.word.start, rare.word.end, rare.word.text)
        return self.issue(view, rare.token.start, rare.token.end, message, right, source_span=span)


class InconsistentName(Consistency):
    """One name of the source in two accepted forms within the article: "Kiev" and "Kyiv"."""

    name = "consistency.name"
    category = "name"
    severity = "minor"
    confidence = 0.8

    def find(self, view: View) -> Iterator[Issue]:
        if len(view.segments) < OFTEN:
            return
        text = view.article.source or ""
        language = view.source_language
        counts = Counter(_plain(w.text) for w in words(text) if w.text[0].isupper())
        often = {w for w, n in counts.items() if n >= OFTEN and len(w) >= _SHORTEST_NAME}
        often = {word for word in often if not word.isupper() and _is_proper(word, language)}
        if not often:
            return
        source = SourceText(text, language)
        names = {word for word in often if source.has_name(word)}
        for word, found in _occurrences(view, names).items():
            if len(found) >= OFTEN:
                yield from self._judge(view, word, self._renderings(view, found, language))

    def _renderings(
        self, view: View, found: Sequence[tuple[Word, Segment]], language: str
    ) -> list[Rendering]:
        renderings: list[Rendering] = []
        for word, segment in found:
            tokens = accepted(_plain(word.text), TargetText(tokens_of(view, segment)), language)
            named = [t for t in tokens or () if self._is_name(view, t)]
            forms = {token.text for token in named}
            if len(forms) != 1 or len(named) != len(tokens or ()):
                continue
            if not self._is_in_foreign_name(view, word, named[0]):
                form = self._base(named[0].text, renderings)
                renderings.append(Rendering(word, form, named[0]))
        return renderings

    def _is_in_foreign_name(self, view: View, word: Word, token: Token) -> bool:
        """Whether the word before is the source's too: "National Trust for Scotland"."""
        before = view.target.text[: token.start].split()[-1:]
        return before != [] and before == (view.article.source or "")[: word.start].split()[-1:]

    def _is_name(self, view: View, token: Token) -> bool:
        if not token.text[0].isupper() or "-" in token.text:
            return False
        initial = token.start in view.target.sentence_starts
        return not initial or token.text.lower() not in romanian()

    def _base(self, form: str, renderings: Sequence[Rendering]) -> str:
        """The form of an earlier rendering of which this is a case form, else the form itself."""
        bases = base_forms(form)
        for one in renderings:
            if bases & base_forms(one.form) or strip_accents(one.form) == strip_accents(form):
                return one.form
        return form

    def _judge(self, view: View, name: str, renderings: Sequence[Rendering]) -> Iterator[Issue]:
        if len(renderings) < OFTEN:
            return
        usual, rare = _rare(renderings)
        right = _nominative([one.token.text for one in renderings if one.form == usual])
        text = view.article.source or ""
        company = {w for one in renderings if one.form == usual for w in _beside(text, one.word)}
        for one in rare:
            own = _beside(text, one.word)
            if own and company.isdisjoint(own):
                continue  # Queen Elizabeth and Elizabeth Warren
            if not _same_stem(one.form, usual):
                slot = slot_of(one.token.text, name)
                form = in_slot(right, slot, like=one.token.text)
                yield self._yield(view, one, form, right, name)


def _beside(text: str, word: Word) -> set[str]:
    """The capitalised words just before and after a word, parts of a longer name."""
    before = text[: word.start].rpartition("\n")[2].split(" ")[-2:-1]
    after = text[word.start + len(_plain(word.text)) :].partition("\n")[0].split(" ")[:2]
    beside = before + (after[1:] if after[:1] == [""] else [])
    return {w.strip('.,;:!?"”)') for w in beside if w[:1].isupper()}


def _nominative(forms: Sequence[str]) -> str:
    """The form that the others are case forms of, else the shortest."""
    return min(forms, key=lambda form: (sum(form not in base_forms(f) for f in forms), len(form)))


def _is_proper(word: str, language: str) -> bool:
    return not is_common(word, language) or bool(places().find(word))


def _same_stem(one: str, other: str) -> bool:
    """Whether two forms differ in their ending only."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short[: max(3, len(short) - 1)]) and len(long) - len(short) <= 4


class InconsistentTerm(Consistency):
    """One rare noun of an English source in two senses within the article: "navetă", "suveică".

    The two renderings are both in the lexicon for it and are no synonyms of each other.
    """

    name = "consistency.term"
    category = "mistranslation"
    severity = "minor"
    confidence = 0.75

    def find(self, view: View) -> Iterator[Issue]:
        if len(view.segments) < OFTEN or view.source_language != "en":
            return
        source = view.article.source or ""
        forms = Counter(w.text for w in words(source) if w.text.islower())
        lemmas = {form: _noun(form) for form in forms}
        counts: Counter[str] = Counter()
        for form, n in forms.items():
            counts[lemmas[form]] += n
        often = {lemma for lemma, n in counts.items() if n >= OFTEN and lemma}
        wanted = {word for word, lemma in lemmas.items() if lemma in often}
        by_lemma: dict[str, list[tuple[Word, Segment]]] = {}
        for word, found in _occurrences(view, wanted).items() if wanted else ():
            by_lemma.setdefault(lemmas[word], []).extend(found)
        for lemma, found in by_lemma.items():
            yield from self._judge(view, lemma, found)

    def _judge(
        self, view: View, lemma: str, found: Sequence[tuple[Word, Segment]]
    ) -> Iterator[Issue]:
        if len({segment for _, segment in found}) < OFTEN:
            return
        ranked = en_ro().translations(lemma, "n")
        senses = frozenset(ranked)
        nouns = [(word, segment, nouns_of(view, segment)) for word, segment in found]
        usual = _usual(view, senses, [here for _, _, here in nouns])
        if not usual:
            return
        if usual not in senses and any(
            _explained(view, segment, form, lemma)
            for _, segment, here in nouns
            if usual in here
            for form in (usual, here[usual].text.lower())
        ):
            return
        beside = {form for _, _, here in nouns if usual in here for form in here}
        if usual not in senses:
            beside |= set(ranked[:1])  # the first sense of all is seldom the wrong one
        for word, segment, here in nouns:
            listed = [form for form in here if form in senses]
            if usual in here or len(listed) != 1 or listed[0] in beside:
                continue
            one = Rendering(word, listed[0], here[listed[0]])
            if synonyms(usual, one.form, lemma) or _explained(view, segment, one.form, lemma):
                continue
            slot = features(one.token.text, one.form)
            yield self._yield(view, one, form_of(usual, slot) if slot else None, usual, lemma)


def nouns_of(view: View, segment: Segment) -> dict[str, Token]:
    """The nouns of the segment's target by lemma."""
    return {
        reading.lemma: token
        for token in tokens_of(view, segment)
        for reading in romanian().analyses(token.text.lower())
        if reading.pos == "noun"
    }


def _usual(view: View, senses: frozenset[str], nouns: Sequence[dict[str, Token]]) -> str:
    """The noun that most segments with the term share: one that the lexicon has for it, or one
    that the article has nowhere else. Nothing if fewer than two segments share it, or not most."""
    counts = Counter(form for here in nouns for form in here)
    fitting = [
        (n, form in senses, form)
        for form, n in counts.items()
        if n >= 2 and 2 * n > len(nouns) and (form in senses or _is_nowhere_else(view, form, nouns))
    ]
    return max(fitting)[2] if fitting else ""


def _is_nowhere_else(view: View, form: str, nouns: Sequence[dict[str, Token]]) -> bool:
    """Whether a noun that is rare itself stands in these segments only."""
    if romanian().frequency(form) > _ORDINARY:
        return False
    stem = form[: max(3, len(form) - 2)]
    here = {token.start for tokens in nouns for lemma, token in tokens.items() if lemma == form}
    return all(
        token.start in here or form not in romanian().lemmas(token.text.lower())
        for token in view.target.tokens
        if token.text.lower().startswith(stem)
    )


@lru_cache(maxsize=WORDS)
def _noun(word: str) -> str:
    """The lemma of an English word that is a rare noun and nothing else, or nothing."""
    if len(word) < _SHORTEST_TERM or foreign_words().strength(word, "en") > _ORDINARY:
        return ""
    nouns = [lemma for lemma in en_ro().lemmas(word) if en_ro().translations(lemma, "n")]
    return nouns[0] if len(nouns) == 1 else ""


@lru_cache(maxsize=NAMES)
def synonyms(one: str, other: str, lemma: str) -> bool:
    """Whether two Romanian nouns share an English one besides the lemma, or look alike."""
    shared = set(en_ro().english(one, "n")) & set(en_ro().english(other, "n")) - {lemma}
    return bool(shared) or one[:4] == other[:4]


def _explained(view: View, segment: Segment, form: str, lemma: str) -> bool:
    """Whether another word of the segment's source may be what the Romanian noun stands for."""
    source = view.article.source or ""
    others = {w.text.lower() for a, b in segment.source for w in words(source, a, b)}
    return any(form in en_ro().translations(w) for w in others if lemma not in lemmas_of(w))


@lru_cache(maxsize=WORDS)
def lemmas_of(word: str) -> tuple[str, ...]:
    """The English lemmas of a word that the lexicon has."""
    return en_ro().lemmas(word)


CHECKS: tuple[type[Check], ...] = (InconsistentName, InconsistentTerm)
