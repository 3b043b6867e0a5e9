"""The verdicts on the names of one article: what became of each name of the source.

For each name the aligned target is searched for an accepted form of each of its words. Where one
is missing, what stands in its place? A word that looks like it (misspelt, truncated, swelled, with
a foreign genitive), beside the rest of the name its translation, another name, or nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from mtqa.lexicon import en_ro
from mtqa.model import Segment
from mtqa.romanian import Document, Token
from mtqa.romanian.transliteration import spelling_key
from mtqa.source_names.evidence import (
    NATIVE_ACRONYMS,
    Fault,
    Shown,
    Verdict,
    exonym,
    is_cognate,
    is_demonym,
    is_german_genitive,
    is_listed,
    is_native,
    is_place,
    is_strange,
    is_swelled,
    is_title,
    is_variant,
    is_wrong_form,
    native_marks,
    sounds_same,
    translates,
)
from mtqa.source_names.extract import Part, SourceName, SourceText, core, is_calendar, is_common, is_medium
from mtqa.source_names.forms import TargetText, accepted, institution, is_translated, known_as
from mtqa.source_names.history import must_change
from mtqa.source_names.keys import fold, is_cyrillic, source_keys, target_keys
from mtqa.source_names.likeness import Relation, relation


#: What stands before a name that is no mere attribute of the word after it.
_ADJUNCT = re.compile(r"(?:^|\b(?:by|with|from|in|at|to|for|against|near|and|of)|,) $")
_CAMEL = re.compile(r"(?!Mc|Mac)\w+[a-z][A-Z]")
_ROMAN = re.compile(r"[IVXLC]+$")
#: What tells that a newspaper is meant by its title.
_CITED = re.compile(r"(?i)(?:according to|told|reported by|quoted by|newspaper|daily) (?:the )?$")
#: Capitalised words in a row.
_RUN = re.compile(r"[^\W\d_a-zăâîșț]\w*(?:[-'’ ][^\W\d_a-zăâîșț]\w*)*")


class Judge:
    """Judges the names of one article.

    Args:
        source: the source text with its language.
        target: the Romanian text.
        segments: the alignment; segments with an empty side are passed over.
    """

    def __init__(
        self, source: SourceText, target: Document, segments: Sequence[Segment]
    ) -> None:
        self.source = source
        self.target = target
        self.segments = [s for s in segments if s.source and s.target]

    @cached_property
    def targets(self) -> list[TargetText]:
        """The words of each segment's target."""
        return [TargetText(self._tokens(segment)) for segment in self.segments]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.target.tokens]

    def _tokens(self, segment: Segment) -> Iterator[Token]:
        for span in segment.target:
            first = bisect_left(self._starts, span.start)
            yield from self.target.tokens[first : bisect_left(self._starts, span.end)]

    @cached_property
    def _capitals(self) -> frozenset[str]:
        starts = self.target.sentence_starts
        return frozenset(
            fold(t.text) for t in self.target.tokens
            if t.text[:1].isupper() and t.start not in starts
        )  # fmt: skip

    def keeps(self, word: str) -> bool:
        """Whether the target leaves the word as it is somewhere, so that it is a name."""
        return fold(word) in self._capitals

    @cached_property
    def _runs(self) -> frozenset[str]:
        return frozenset(fold(match.group()) for match in _RUN.finditer(self.target.text))

    def keeps_name(self, name: str) -> bool:
        """Whether exactly this name stands somewhere in the target as the source spells it."""
        return fold(name) in self._runs

    def source_span(self, index: int) -> tuple[int, int]:
        """The source of a segment, from its first to its last code point."""
        spans = self.segments[index].source
        return spans[0].start, spans[-1].end

    def verdicts(self) -> Iterator[Verdict]:
        """All verdicts in order of the segments."""
        for index in range(len(self.segments)):
            names = self.source.names(*self.source_span(index))
            if not any(is_cyrillic(name.text) for name in names):
                yield from _SegmentJudge(self, index, names).verdicts()


class _SegmentJudge:
    """One segment: its names, the words that stand for them and the words left over."""

    def __init__(self, article: Judge, index: int, names: Sequence[SourceName]) -> None:
        self.article = article
        self.index = index
        self.text = article.target.text
        self.language = article.source.language
        self.target = article.targets[index]
        self.span = article.source_span(index)
        self.names = [(name, self._shown(name)) for name in names]

    @cached_property
    def words(self) -> frozenset[str]:
        """Keys of all words of the segment's source."""
        words = self.article.source.source_words(*self.span)
        return frozenset(key for word in words for key in source_keys(word))

    @cached_property
    def used(self) -> frozenset[int]:
        """Where the words begin that stand for a name."""
        return frozenset(
            token.start for _, shown in self.names for tokens in shown if tokens
            for token in tokens
        )  # fmt: skip

    def _shown(self, name: SourceName) -> list[Shown]:
        for item in institution(name.text):
            for form in (item.romanian, item.romanian_acronym, item.english_acronym):
                tokens = self.target.phrase(form) if form else None
                if tokens:
                    return [tokens] * len(name.parts)
        for form in known_as(name.text):
            tokens = self.target.phrase(form)
            if tokens:
                return [tokens] * len(name.parts)
        return [self._part_shown(part) for part in name.parts]

    def _part_shown(self, part: Part) -> Shown:
        found = accepted(part.text, self.target, self.language)
        if found is None and self._has_genitive(part):
            found = self.target.with_keys(source_keys(f"{part.text}'s")) or None
        return found

    def verdicts(self) -> Iterator[Verdict]:
        """The verdicts on the segment's names."""
        absent = []
        for name, shown in self.names:
            found = False
            yield from self._kept_wrongly(name, shown)
            yield from self._half_translated(name)
            for place, part in enumerate(name.parts):
                if not self.target.with_keys(source_keys(part.text)):
                    verdict = self._misspelt(name, shown, place)
                    if shown[place] is None and not verdict:
                        verdict = self._framed(name, shown, place)
                    if verdict:
                        found = True
                        yield verdict
            if not found and all(tokens is None for tokens in shown):
                absent.append(name)
        yield from self._absent(absent)
        yield from self._openings()

    def _kept_wrongly(self, name: SourceName, shown: Sequence[Shown]) -> Iterator[Verdict]:
        """Words that stand as in the source and should not."""
        for place, (part, tokens) in enumerate(zip(name.parts, shown, strict=True)):
            right = self._right_form(name, place)
            for token in dict.fromkeys(tokens or ()):
                fault: Fault = right[0] if right else "marks"
                form = right[1] if right else native_marks(part.text, token.text)
                if form and (not right or token.text == part.text):
                    yield Verdict(fault, token.start, token.end, form, part.start, part.end)

    def _half_translated(self, name: SourceName) -> Iterator[Verdict]:
        """An institution of which the target has one word only: "campioni" for Liga Campionilor."""
        items = institution(name.text)
        if len(name.parts) < 2 or not items:
            return
        if any(self.target.phrase(form) for item in items for form in (item.romanian, item.romanian_acronym, item.english_acronym) if form):
            return
        found = [part for part in name.parts if is_translated(part.text, self.target)]
        if len(found) == 1 and not any(self.target.with_keys(source_keys(p.text))
                                       for p in name.parts):  # fmt: skip
            for token in self.target.tokens:
                if translates(found[0].text, token.text) and token.text.islower():
                    yield Verdict("literal", token.start, token.end, items[0].romanian,
                                  name.start, name.end, False)  # fmt: skip
                    return

    def _right_form(self, name: SourceName, place: int) -> tuple[Fault, str] | None:
        """What Romanian has for the part, and why it must not stand as in the source."""
        part = name.parts[place]
        if self.language == "de" and is_german_genitive(name, place):
            return "genitive", part.text[:-1]
        if len(name.parts) > 1:
            return None
        form = must_change(part.text) or exonym(part.text, self.language)
        return ("exonym", form) if form else None

    def _openings(self) -> Iterator[Verdict]:
        """Words at the beginning of a sentence, ordinary ones for all we know, with an ending of
        no language: Friendsen for Friends."""
        known = {part.start for name, _ in self.names for part in name.parts}
        for start, end, word in self.article.source.capitals(*self.span):
            if start in known or len(word) < 5 or self.language != "en":
                continue
            for token in self.target.tokens:
                if token.text.startswith(word) and is_swelled(word, token.text):
                    yield Verdict("swelled", token.start, token.end, word, start, end)

    # a word of the target that looks like the name

    def _misspelt(self, name: SourceName, shown: Sequence[Shown], place: int) -> Verdict | None:
        part = name.parts[place]
        translated = part.common and is_translated(part.text, self.target)
        beside = {token.start for token, _ in self._beside(shown, place)}
        best: tuple[int, Token, Relation] | None = None
        for token in self.target.tokens:
            if not self._is_candidate(token):
                continue
            framed = token.start in beside
            fault = relation(part.text, token.text, framed=framed)
            if fault is None or (translated and not framed):
                continue
            if self._is_excused(part, token, fault, framed):
                continue
            initial = token.start in self.article.target.sentence_starts
            if is_wrong_form(token.text, fault, framed=framed, initial=initial):
                cost = abs(len(token.text) - len(part.text)) - 20 * framed
                if best is None or cost < best[0]:
                    best = cost, token, fault
        if best is None:
            return None
        return Verdict(best[2], best[1].start, best[1].end, part.text, part.start, part.end)

    def _is_candidate(self, token: Token) -> bool:
        """Whether a capitalised word stands for nothing else of the source."""
        return (
            token.text[0].isupper()
            and len(token.text) > 1
            and not _ROMAN.match(token.text)
            and not _CAMEL.match(token.text)
            and token.start not in self.used
            and self.words.isdisjoint(target_keys(token.text))
        )

    def _is_excused(self, part: Part, token: Token, fault: Relation, framed: bool) -> bool:
        """Whether the likeness has another reason than an error."""
        if fault == "genitive":  # a brand: Burt's Bees
            return self._has_genitive(part)
        if fault == "near" and not part.common and is_common(token.text, self.language):
            return True  # the source is misspelt
        known = is_listed(token.text) or is_native(token.text)
        if sounds_same(part.text, token.text):
            return True
        if part.common and known and not self.article.keeps(part.text):
            return True
        if framed:
            return False
        if fault == "near" and is_native(token.text.lower()):
            return True
        if "-" in part.text or (is_demonym(part.text) and (part.common or is_place(token.text))):
            return True
        if self.language != "en" and (known or fold(part.text).startswith(fold(token.text))):
            return True  # Titicacasee, Belfaster
        if known and any(t.text[0].isupper() and t.start not in self.starts
                         for t in self._around(token)):  # fmt: skip
            return True  # part of another name
        return False

    def _has_genitive(self, part: Part) -> bool:
        return self.article.source.text[part.end : part.end + 2] in ("'s", "’s")

    def _around(self, token: Token) -> Iterator[Token]:
        yield from self._neighbour(token, -1)
        yield from self._neighbour(token, 1)

    # the word beside the rest of the name

    def _beside(self, shown: Sequence[Shown], place: int) -> Iterator[tuple[Token, bool]]:
        """The words where the missing part must stand; whether they follow the rest."""
        for token in (shown[place - 1] or ()) if place else ():
            yield from ((other, True) for other in self._neighbour(token, 1))
        for token in (shown[place + 1] or ()) if place + 1 < len(shown) else ():
            yield from ((other, False) for other in self._neighbour(token, -1))

    def _neighbour(self, token: Token, step: int) -> Iterator[Token]:
        tokens = self.target.tokens
        at = bisect_left(tokens, token.start, key=lambda other: other.start) + step
        if 0 <= at < len(tokens):
            other = tokens[at]
            left, right = (token, other) if step > 0 else (other, token)
            if self.text[left.end : right.start] in (" ", "\u00a0"):
                yield other

    def _framed(self, name: SourceName, shown: Sequence[Shown], place: int) -> Verdict | None:
        """A translated part, or another name's, beside the rest of the name."""
        part = name.parts[place]
        for token, after in self._beside(shown, place):
            if not self._is_candidate(token) or len(token.text) < 3:
                continue
            if not after and (
                is_title(token.text) or token.start in self.article.target.sentence_starts
            ):
                continue
            last = self._phrase_end(token)
            phrase = self.text[token.start : last.end]
            if any(translates(part.text, word) for word in phrase.split()):
                return Verdict(
                    "literal", token.start, last.end, part.text, part.start, part.end
                )
            strange = is_strange(token.text)
            if name.kind == "person" and (after or strange):
                fault: Fault = "replaced" if strange else "literal"
                last = self._run_end(token) if strange and after else token
                return Verdict(
                    fault, token.start, last.end, part.text, part.start, part.end, False
                )
        return None

    def _run_end(self, token: Token) -> Token:
        """The last of the strangers in a row that the word begins."""
        for other in self._neighbour(token, 1):
            if self._is_candidate(other) and is_strange(other.text):
                return self._run_end(other)
        return token

    def _phrase_end(self, token: Token) -> Token:
        """The last word of a translation of two words: "Mai nou" for Neuer."""
        if token.text.lower() in ("mai", "cel", "cea"):
            for other in self._neighbour(token, 1):
                return other
        return token

    # nothing of the name is left

    def _absent(self, names: Sequence[SourceName]) -> Iterator[Verdict]:
        if self.language != "en":
            return  # the words of other languages are not known well enough
        extras, weak = self._extras()
        names = list(names)
        for name in tuple(names):
            token = self._translated_title(name)
            if token:
                names.remove(name)
                yield Verdict(
                    "literal", token.start, token.end, name.text, name.start, name.end
                )
        candidates = [core(name) for name in names]
        missing = [name for name in candidates if self._must_show(name)]
        likely = missing or [name for name in candidates if self._may_show(name)]
        extras = extras or (weak if missing else [])
        if not missing:
            extras = [run for run in extras if not any(is_native(t.text.lower()) for t in run)]
        if extras and len(extras) == len(likely):
            for name, run in zip(likely, extras, strict=True):
                if is_variant(name.text, self.text[run[0].start : run[-1].end]):
                    continue
                yield Verdict(
                    "replaced", run[0].start, run[-1].end, name.text, name.start, name.end
                )
            return
        for name in missing:
            if self._is_vital(name):
                token = self._nearest(name)
                yield Verdict("lost", token.start, token.end, None, name.start, name.end, False)

    def _translated_title(self, name: SourceName) -> Token | None:
        """The capitalised word that translates the title of a newspaper, or a name of one word
        that is kept elsewhere."""
        if len(name.parts) > 1 or name.parts[0].initial or not name.parts[0].common:
            return None
        before = self.article.source.text[max(0, name.start - 20) : name.start]
        cited = is_medium(name.text) and _CITED.search(before)
        if not cited and not self.article.keeps_name(name.text):
            return None
        for token in self.target.tokens:
            if self._is_candidate(token) and token.start not in self.starts:
                if translates(name.text, token.text) or is_cognate(name.text, token.text):
                    return token
        return None

    def _may_show(self, name: SourceName) -> bool:
        """Whether the name is made of ordinary words, none of which is translated."""
        if any(part.acronym or part.initial for part in name.parts):
            return False
        return not any(
            is_calendar(part.text) or is_demonym(part.text) or is_translated(part.text, self.target)
            for part in name.parts
        )

    def _is_vital(self, name: SourceName) -> bool:
        """Whether nobody leaves the name out: it is kept elsewhere, or certainly a name."""
        if self.article.source.is_short_form(name.text) or self._sounds(name):
            return False
        solid = sum(not part.common for part in name.parts)
        if solid > 1 or name.kind == "place" or self.article.keeps_name(name.text):
            return True
        before = self.article.source.text[max(0, name.start - 12) : name.start]
        return solid > 0 and _ADJUNCT.search(before) is not None

    def _must_show(self, name: SourceName) -> bool:
        """Whether a translation cannot do without the name."""
        kept = self.article.keeps_name(name.text)
        for part in name.parts:
            if is_calendar(part.text) or (is_demonym(part.text) and (part.common or not kept)):
                return False
        if kept:
            return True
        if any(is_translated(part.text, self.target) for part in name.parts if part.common):
            return False
        return name.certain and not any(part.acronym for part in name.parts)

    def _extras(self) -> tuple[list[list[Token]], list[list[Token]]]:
        """Runs of capitalised words that nothing in the segment's source explains: with a word
        that is no Romanian one, and without."""
        strong, weak = [], []
        for run in self._runs():
            if any(map(self._is_stranger, run)):
                strong.append(run)
            elif not any(map(self._is_explained, run)):
                weak.append(run)
        return strong, weak

    def _runs(self) -> Iterator[list[Token]]:
        run: list[Token] = []
        for token in self.target.tokens:
            if run and self.text[run[-1].end : token.start] != " ":
                yield run
                run = []
            if self._is_candidate(token) and (
                run or token.start not in self.starts or not is_native(token.text.lower())
            ):
                run.append(token)
            elif run:
                yield run
                run = []
        if run:
            yield run

    @property
    def starts(self) -> frozenset[int]:
        """Where the target's sentences begin."""
        return self.article.target.sentence_starts

    def _is_stranger(self, token: Token) -> bool:
        """Whether the word is a name that the segment's source does not have."""
        word = token.text
        if len(word) < 3 or word in NATIVE_ACRONYMS:
            return False
        if token.start in self.starts and is_native(word.lower()):
            return False
        stem = fold(word)[:4]
        if any(key.startswith(stem) for key in self.words):
            return False
        return is_strange(word) or self.article.source.has_name(word)

    def _is_explained(self, token: Token) -> bool:
        """Whether the Romanian word is a translation or a cognate of a word of the source."""
        word = token.text
        if len(word) < 3 or word in NATIVE_ACRONYMS:
            return True
        stem = fold(word)[:4]
        senses = en_ro().english(word.lower())
        return any(key.startswith(stem) for key in self.words) or any(
            fold(sense) in self.words for sense in senses
        )

    def _sounds(self, name: SourceName) -> bool:
        """Whether something that sounds like the name stands in the target."""
        stem = spelling_key(name.parts[-1].text)[:4]
        return any(
            is_variant(name.parts[-1].text, token.text) if token.text[0].isupper()
            else len(name.parts) == 1 and spelling_key(token.text).startswith(stem)
            for token in self.target.tokens if len(token.text) > 3
        )  # fmt: skip

    def _nearest(self, name: SourceName) -> Token:
        """The word of the target nearest to where the name should stand."""
        tokens = self.target.tokens
        share = (name.start - self.span[0]) / max(1, self.span[1] - self.span[0])
        return tokens[min(len(tokens) - 1, round(share * (len(tokens) - 1)))]
