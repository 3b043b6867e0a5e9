"""Words of the source that stand in the translation as they are, or with a Romanian ending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from mtqa.align.languages import detect
from mtqa.checks.base import Check, Message, View
from mtqa.checks.coverage import article_beads
from mtqa.checks.lexical import Reading, is_bare, odd, reading
from mtqa.checks.untranslated import is_explained
from mtqa.coverage.beads import ArticleBeads, Bead
from mtqa.coverage.bridge import translations
from mtqa.coverage.grammar_words import is_grammar
from mtqa.lexicon import foreign_words, people, places, romanian
from mtqa.model import Issue, Severity, SourceSpan
from mtqa.romanian import Token
from mtqa.source_names.keys import fold, is_cyrillic

#: Names of languages for the messages.
LANGUAGES = {
    "en": ("English", "engleză"), "de": ("German", "germană"), "fr": ("French", "franceză"),
    "es": ("Spanish", "spaniolă"), "it": ("Italian", "italiană"), "hu": ("Hungarian", "maghiară"),
    "ru": ("Russian", "rusă"), "uk": ("Ukrainian", "ucraineană"),
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SHORTEST = 3
#: Zipf frequency from which a word belongs to its language, and from which no article makes a term
#: of its own of it.
_LISTED, _EVERYDAY = 2.5, 4.5
#: An odd word that stands more often than this in an article is its own term.
_OFTEN = 3
#: A word so long that one wrong letter does not hide it.
_LONG = 6
#: Endings that Romanian hangs on a foreign stem, with and without a hyphen.
_ENDINGS = tuple(
    "urilor ului elor ilor iilor urile uri ule ul ii le lui lor ei ia ia ă a e i l n".split()
)
_DETERMINER = (
    r"\b(?:[Dd](?:er|ie|as|en|em|es|iese[nmrs]?)|(?:[KkSsMm]?|[Uu]ns?|[Ii]hr)?[Ee]?ine?[nmrs]?|[Ii]hre[nmrs]?|"
    r"[Zz]u[mr]|[Ii]m|[Aa]m|[Vv]om|[Bb]eim|[Ii]ns|[Kk]eine?[nmrs]?|[Ss]eine?[nmrs]?|[Uu]nsere?[nmrs]?|"
    r"[Jj]ede[nmrs]?|[Aa]lle[nmrs]?|[Vv]iele[nr]?|[Mm]ehrere[nr]?|\d+)"
)
_UNITS = frozenset(
    "pence mile miles feet foot acre acres yard yards inch inches gallon gallons pound pounds ounce "
    "mph kph kmh rpm lbs ounces pint pints stone knot knots cent cents furlong barrel barrels pfennig bushel".split()
)


class SourceWords:
    """The ordinary words of one bead's source, by their lower-case form.

    A word is ordinary where it stands in lower case; a German noun, whose capital says nothing,
    where the language's list has it.
    """

    def __init__(self, article: ArticleBeads, bead: Bead) -> None:
        self.language = article.language
        self.spans: dict[str, tuple[int, int]] = {}
        self.capital: dict[str, tuple[int, int]] = {}
        for span in bead.source_spans:
            for match in _WORD.finditer(article.source, span.start, span.end):
                self._add(match.group(), match.start())
        self.text = article.source

    def _add(self, form: str, start: int) -> None:
        if form[-2:] in ("'s", "’s"):
            form = form[:-2]
        table = self.spans if self._is_ordinary(form) else self.capital
        table.setdefault(form.lower(), (start, start + len(form)))
        if "-" in form or "’" in form or "'" in form:
            for part in re.finditer(r"[^\W_]+", form):
                table.setdefault(part.group().lower(), (start + part.start(), start + part.end()))

    def is_determined(self, form: str) -> bool:
        """Whether a German article or pronoun stands before the noun somewhere in the source, and
        no other capitalised word behind it: it begins no name."""
        pattern = rf"{_DETERMINER} (?:[a-zäöüß]+e[nmrs]? )?{re.escape(form)}(?![\w-]| [A-ZÄÖÜ])"
        return re.search(pattern, self.text) is not None

    def _is_ordinary(self, form: str) -> bool:
        return form.islower() or (
            self.language == "de" and form[1:].islower() and not _is_name(form)
            and foreign_words().strength(form, "de") >= _LISTED
        )  # fmt: skip


@lru_cache(maxsize=50_000)
def strength(word: str, language: str) -> float:
    """Zipf frequency of the word in the source's language; one of a list we do not have counts."""
    if language in ("ru", "uk"):
        return _LISTED if is_cyrillic(word) else 0.0
    found = foreign_words().strength(word, language)
    if not found and language in ("en", "de") and translations(word, language):
        return _LISTED
    return found


@lru_cache(maxsize=50_000)
def stems(form: str) -> tuple[str, ...]:
    """What may stand before the Romanian ending of the form, the longest first."""
    lower = form.lower()
    found = [lower[: -len(end)] for end in _ENDINGS if lower.endswith(end)]
    return tuple(sorted({s for s in found if len(s) >= _SHORTEST}, key=len, reverse=True))


@lru_cache(maxsize=20_000)
def _is_name(form: str) -> bool:
    return places().is_place(form) or people().is_part(form)


class _Leftover(Check):
    """Shared by the checks of single words and phrases."""

    category = "untranslated"
    severity = "major"
    needs_source = True
    spares_names = True

    def _runs(self, view: View) -> Iterator[tuple[Reading, Bead, SourceWords, int, int]]:
        """Runs of odd tokens that the bead's source has as well: first and last number."""
        article = article_beads(view)
        if article is None:
            return
        text = reading(view)
        words: dict[int, SourceWords] = {}
        done = -1
        for index in text.odd:
            if index <= done:
                continue
            token = text.tokens[index]
            bead = article.at_target(token.start)
            if bead is None or not bead.source_spans:
                continue
            source = words.get(bead.number)
            if source is None:
                source = words[bead.number] = SourceWords(article, bead)
            if is_bare(token.text) and view.target.is_bare(token.start):
                continue
            if self._origin(token, source):
                done = self._last(text, index, source)
                if not is_left_sentence(article, text, token.start):
                    yield text, bead, source, self._first(text, index, source), done

    def _origin(self, token: Token, source: SourceWords) -> str:
        raise NotImplementedError

    def _last(self, text: Reading, index: int, source: SourceWords) -> int:
        return index

    def _first(self, text: Reading, index: int, source: SourceWords) -> int:
        return index


class CopiedWord(_Leftover):
    """A word of the source stands in the translation as it is: "satisfied" for mulțumit.

    It stands in lower case in the source (or is a German noun), so it is no name there; loanwords
    that Romanian papers use, titles, quoted terms and units of measure are left alone.
    """

    name = "untranslated.copied"
    confidence = 0.93

    def find(self, view: View) -> Iterator[Issue]:
        for text, _, source, first, last in self._runs(view):
            issue = self._judge(view, text, source, first, last)
            if issue is not None:
                yield issue

    def _origin(self, token: Token, source: SourceWords) -> str:
        lower = token.text.lower()
        if len(lower) < _SHORTEST or lower not in source.spans:
            return ""
        if token.text[0].isupper() and not _is_word_with_capital(token.text, source):
            return ""
        if lower.endswith("s") and romanian().known(lower[:-1]) and not romanian().known(lower):
            if romanian().recent(lower[:-1]):
                return ""  # the English plural of a loanword
        if strength(lower, source.language) < _LISTED and not _is_compound(lower, source.language):
            return ""
        return lower

    def _last(self, text: Reading, index: int, source: SourceWords) -> int:
        """The end of the run of copies: a word of both languages may stand inside."""
        last = ahead = index
        while text.joined(ahead) and ahead - last < 2:
            ahead += 1
            token = text.tokens[ahead]
            if token.text.lower() not in source.spans:
                break
            if odd(token.text) and self._origin(token, source):
                last = ahead
        return last

    def _judge(
        self, view: View, text: Reading, source: SourceWords, first: int, last: int
    ) -> Issue | None:
        start, end = text.tokens[first].start, text.tokens[last].end
        phrase = text.text[start:end]
        if _is_meant(text, first, last, source):
            return None
        words = (token.text for token in text.tokens[first : last + 1])
        if all(is_grammar(word, source.language) for word in words):
            return None
        if first == last and text.counts[phrase.lower()] > _OFTEN:
            if strength(phrase.lower(), source.language) < _EVERYDAY:
                return None
        confidence = self.confidence
        if phrase[0].isupper() or text.quoted(start, end):
            confidence = 0.75
        return _issue(self, view, source, (start, end), phrase.lower(), confidence)


def _issue(
    check: Check,
    view: View,
    source: SourceWords,
    span: tuple[int, int],
    word: str,
    confidence: float,
) -> Issue:
    place = source.spans.get(word) or source.spans[word.split()[0]]
    origin = SourceSpan(*place, source.text[slice(*place)])
    english, romanian_name = LANGUAGES.get(source.language, ("the source", "limba sursei"))
    found = translations(origin.text, source.language)[:3]
    hint = f"; perhaps {', '.join(found)}" if found else ""
    advice = f"; poate {', '.join(found)}" if found else ""
    severity: Severity = "major" if confidence >= 0.8 else "minor"
    message = Message(
        f"“{origin.text}” was left in {english}{hint}.",
        f"„{origin.text}” a rămas în {romanian_name}{advice}.",
    )
    return check.issue(
        view, *span, message, severity=severity, confidence=confidence, source_span=origin
    )


def _is_compound(word: str, language: str) -> bool:
    """Whether the word is made with a hyphen of words of the language."""
    parts = word.split("-")
    return len(parts) > 1 and all(strength(p, language) >= 3 for p in parts if len(p) > 1)


def _is_meant(text: Reading, first: int, last: int, source: SourceWords) -> bool:
    """Whether the words are a title, a term, a unit, or explained."""
    tokens = text.tokens
    start, end = tokens[first].start, tokens[last].end
    if text.in_loan_phrase(first, last) or is_explained(text.text, start, end):
        return True
    if text.ending_follows(last) and romanian().known(tokens[last].text):
        return True
    if first == last and tokens[first].text.lower() in _UNITS:
        return True
    if _is_quoted_there(text.quoted(start, end), source):
        return True
    beside = [_is_strange_capital(text, place, step, source)
              for place, step in ((first, -1), (last, 1))]  # fmt: skip
    if first == last and strength(tokens[first].text.lower(), source.language) >= _EVERYDAY:
        return all(beside)
    return any(beside)


def _is_quoted_there(quotation: str, source: SourceWords) -> bool:
    """Whether the source has this quotation, or each of its few words: a term that was kept."""
    inner = quotation[1:-1].strip(" .,!?")
    words = _WORD.findall(inner)
    if 0 < len(words) <= 3 and all(word.lower() in source.spans for word in words):
        return True
    if not inner or inner not in source.text:
        return False
    return re.search(rf"[\"„“«‘']{re.escape(inner)}[.,!?]?[\"”“»’']", source.text) is not None


def _is_word_with_capital(form: str, source: SourceWords) -> bool:
    """Whether a copy with a capital is a word all the same: it begins a sentence, or is a German
    noun that no other language has as well."""
    lower = form.lower()
    if not form[1:].islower() or lower in source.capital:
        return False
    if source.language != "de":
        return True
    strengths = foreign_words().strengths(lower)
    own = strengths.get("de", 0.0)
    if own < 3.0:
        return False
    only_german = max((v for c, v in strengths.items() if c != "de"), default=0.0) < own
    return (only_german and len(form) > 5) or source.is_determined(form)


def _is_strange_capital(text: Reading, index: int, step: int, source: SourceWords) -> bool:
    """Whether a foreign word with a capital stands beside it that the source joins to it too."""
    token = text.neighbour(index, step)
    if token is None or not token.text[0].isupper() or not odd(token.text):
        return False
    if token.text.lower() in source.spans:
        return False  # a German noun
    pair = (token, text.tokens[index]) if step < 0 else (text.tokens[index], token)
    return f"{pair[0].text} {pair[1].text}" in source.text


class HalfTranslated(_Leftover):
    """A word of the source with a Romanian ending hung on: "unificationul" for unificarea.

    Loanwords are inflected like that, so the source must have the stem as an everyday word that
    no list of loanwords knows.
    """

    name = "untranslated.half"
    confidence = 0.88

    def find(self, view: View) -> Iterator[Issue]:
        for text, _, source, first, last in self._runs(view):
            token = text.tokens[first]
            stem = self._origin(token, source)
            if _is_meant(text, first, last, source):
                continue
            plain = strength(stem, source.language) >= _EVERYDAY or not stem.endswith(("ing", "er"))
            confidence = self.confidence if plain else 0.72
            yield _issue(self, view, source, (token.start, token.end), stem, confidence)

    def _origin(self, token: Token, source: SourceWords) -> str:
        lower = token.text.lower()
        if lower in source.spans or lower in source.capital or len(lower) < 5:
            return ""
        if token.text[0].isupper() and source.language != "de":
            return ""
        for stem in stems(lower):
            if stem in source.spans and _is_foreign_stem(stem, source.language):
                return stem
        return _misspelt(lower, source) if token.text.islower() else ""


def _misspelt(form: str, source: SourceWords) -> str:
    """The word of the source that the form is but for one letter, if it is near no Romanian one."""
    if len(form) < _LONG or not form.isalpha():
        return ""
    for word in source.spans:
        near = abs(len(word) - len(form)) < 2 and word[0] == form[0] and len(word) >= _LONG
        if near and OSA.distance(word, form, score_cutoff=1) == 1:
            if _is_foreign_stem(word, source.language) and not romanian().suggest(form, 1):
                return word
    return ""


@lru_cache(maxsize=50_000)
def _is_foreign_stem(stem: str, language: str) -> bool:
    """Whether the stem is a word of the language and none that Romanian uses."""
    if romanian().known(stem) or is_bare(stem) or len(stem) < 4:
        return False
    return strength(stem, language) >= 3.0


#: Heads of names of bodies and contests that Romanian papers translate.
_HEADS = frozenset(
    "union championship championships committee council ministry parliament government court "
    "commission party secretary minister".split()
)
_TITLE_RUN = re.compile(r"[A-Z][a-z]+(?:['’]s?)?(?: (?:(?:of|for|on|and|the) )*[A-Z][a-z]+(?:['’]s?)?)+")


class CopiedTitle(Check):
    """The name of a body or contest, made of ordinary words, was left: "Social Liberal Union".

    Its words mean something in English and the head is one that Romanian papers translate.
    """

    name = "untranslated.title"
    category = "untranslated"
    confidence = 0.75
    needs_source = True

    def find(self, view: View) -> Iterator[Issue]:
        article = article_beads(view)
        if article is None or article.language != "en":
            return
        text = reading(view)
        for match in _TITLE_RUN.finditer(view.target.text) if text.odd else ():
            start, end = match.span()
            bead = article.at_target(start)
            if bead is None or not bead.source_spans or text.quoted(start, end):
                continue
            place = article.source.find(match.group(), *bead.source)
            if place >= 0 and _is_translatable(match.group()):
                if is_left_sentence(article, text, start):
                    continue
                origin = SourceSpan(place, place + end - start, match.group())
                message = Message(
                    f"“{origin.text}” was left in English.", f"„{origin.text}” a rămas în engleză."
                )
                yield self.issue(view, start, end, message, source_span=origin)


def _is_translatable(title: str) -> bool:
    words = [re.sub(r"['’]s?$", "", word) for word in title.split()]
    if not {words[-1].lower(), words[0].lower()} & _HEADS or not any(map(odd, words)):
        return False
    return all(
        translations(word.lower(), "en") or is_grammar(word, "en") or _is_bent(word)
        for word in words
    )


def _is_bent(word: str) -> bool:
    """Whether the word is a misspelling of a head: Comitee."""
    return any(word[0].lower() == head[0] and OSA.distance(word.lower(), head) <= 2
               for head in _HEADS if len(head) > _LONG)  # fmt: skip


def is_left_sentence(article: ArticleBeads, text: Reading, offset: int) -> bool:
    """Whether the sentence at the offset was left in another language as a whole."""
    span = _sentence_at(article, offset)
    return span is not None and bool(_language_of_sentence(text.text[slice(*span)]))


def _sentence_at(article: ArticleBeads, offset: int) -> tuple[int, int] | None:
    from bisect import bisect_right

    sentences = article.target.sentences
    place = bisect_right(sentences, (offset, len(article.target.text) + 1)) - 1
    return sentences[place] if place >= 0 and sentences[place][1] > offset else None


@lru_cache(maxsize=2_000)
def _language_of_sentence(sentence: str) -> str:
    """The language that most words of a sentence of some length are in, if it is not Romanian."""
    words = [w for w in _WORD.findall(sentence)]
    lower = [w for w in words if w.islower()]
    strange = sum(map(odd, lower))
    if len(lower) < 3 or strange < 2 or strange * 3 < len(lower):
        return ""
    if sum(map(is_cyrillic, words)) * 2 > len(words):
        return detect(sentence) or "ru"
    counts = {
        code: sum(foreign_words().strength(w, code) >= 3 for w in lower)
        for code in ("en", "de", "fr", "es", "it", "hu")
    }
    best = max(counts, key=lambda code: counts[code])
    own = sum(map(romanian().known, lower))
    return best if counts[best] * 4 >= len(lower) * 3 and counts[best] > own else ""


class _LeftSentence(Check):
    """Shared by the checks of whole sentences."""

    category = "untranslated"
    severity = "critical"
    needs_source = True

    def _sentences(self, view: View) -> Iterator[tuple[int, int, str, ArticleBeads]]:
        article = article_beads(view)
        if article is None:
            return
        text = reading(view)
        done = -1
        for index in text.odd:
            start = text.tokens[index].start
            if start < done:
                continue
            span = _sentence_at(article, start)
            if span is None:
                continue
            done = span[1]
            language = _language_of_sentence(text.text[slice(*span)])
            if language:
                yield *span, language, article


class LeftSentence(_LeftSentence):
    """A whole sentence was left in the language of the source."""

    name = "untranslated.sentence"
    confidence = 0.96

    def find(self, view: View) -> Iterator[Issue]:
        for start, end, language, article in self._sentences(view):
            sentence = view.target.text[start:end]
            copied = _share_copied(article, start, sentence)
            if copied >= 0.6 and language == article.language:
                names = LANGUAGES[language]
                bead = article.at_target(start)
                span = bead.source if bead is not None else None
                yield self.issue(
                    view, start, end,
                    Message(f"The sentence was left in {names[0]}.",
                            f"Propoziția a rămas în {names[1]}."),
                    source_span=SourceSpan(*span, article.source[slice(*span)]) if span else None,
                )  # fmt: skip


class ThirdLanguage(_LeftSentence):
    """A sentence in a language that is neither Romanian nor the source's."""

    name = "untranslated.third-language"
    confidence = 0.9

    def find(self, view: View) -> Iterator[Issue]:
        for start, end, language, article in self._sentences(view):
            sentence = view.target.text[start:end]
            if language == article.language or _share_copied(article, start, sentence) >= 0.5:
                continue
            names = LANGUAGES[language]
            yield self.issue(
                view, start, end,
                Message(f"The sentence is in {names[0]}.", f"Propoziția este în {names[1]}."),
            )  # fmt: skip


def _share_copied(article: ArticleBeads, offset: int, sentence: str) -> float:
    """The share of the sentence's words that the source of its bead has as well."""
    bead = article.at_target(offset)
    spans = bead.source_spans if bead is not None else ()
    theirs = {fold(w) for s in spans for w in _WORD.findall(article.source[s.start : s.end])}
    ours = _WORD.findall(sentence)
    return sum(fold(word) in theirs for word in ours) / max(1, len(ours))


CHECKS = (CopiedWord, HalfTranslated, CopiedTitle, LeftSentence, ThirdLanguage)
