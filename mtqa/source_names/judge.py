"""The verdicts on the names of one article: what became of each name of the source.

For each name the aligned target is searched for an accepted form of each of its words. Where one
is missing, what stands in its place? A word that looks like it (misspelt, truncated, swelled, with
a foreign genitive), beside the rest of the name its translation, another name, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtqa.lexicon import places, romanian
from mtqa.romanian import Token
from mtqa.romanian.transliteration import spelling_key
from mtqa.source_names.evidence import (
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
from mtqa.source_names.extract import Part, SourceName, core, is_calendar, is_common, is_medium
from mtqa.source_names.forms import institution, is_translated
from mtqa.source_names.history import must_change
from mtqa.source_names.keys import fold, is_cyrillic, source_keys
from mtqa.source_names.likeness import Relation, relation
from mtqa.source_names.segment import ArticleNames, SegmentNames, forms_of

#: What stands before a name that is no mere attribute of the word after it.
_ADJUNCT = re.compile(r"(?:^|\b(?:by|with|from|in|at|to|for|against|near|and|of)|,) $")
#: What tells that a newspaper is meant by its title.
_CITED = re.compile(r"(?i)(?:according to|told|reported by|quoted by|newspaper|daily) (?:the )?$")


class Judge(ArticleNames):
    """Judges the names of one article.

    Args:
        source: the source text with its language.
        target: the Romanian text.
        segments: the alignment; segments with an empty side are passed over.
    """

    def verdicts(self) -> Iterator[Verdict]:
        """All verdicts in order of the segments."""
        for index in range(len(self.segments)):
            names = self.source.names(*self.source_span(index))
            if not any(is_cyrillic(name.text) for name in names):
                yield from _SegmentJudge(self, index, names).verdicts()


class _SegmentJudge(SegmentNames):
    """The verdicts on one segment."""

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
        if len(name.parts) < 2 or not items or name.parts[-1].text == "Party":
            return
        if any(self.target.phrase(form) for item in items for form in forms_of(item)):
            return
        words = items[0].romanian.lower().split()
        lemmas = {lemma for word in words for lemma in romanian().lemmas(word)}
        found = [token for token in self.target.tokens
                 if not lemmas.isdisjoint(romanian().lemmas(token.text.lower()))]  # fmt: skip
        kept = any(self.target.with_keys(source_keys(part.text)) for part in name.parts)
        if len(found) == 1 and not kept and found[0].text.islower() and len(found[0].text) > 3:
            token = found[0]
            if not self.article.target.is_bare(token.start):
                yield Verdict("literal", token.start, token.end, items[0].romanian,
                              name.start, name.end, False)  # fmt: skip

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
            if not self.is_candidate(token):
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

    def _is_excused(self, part: Part, token: Token, fault: Relation, framed: bool) -> bool:
        """Whether the likeness has another reason than an error."""
        if fault == "genitive":  # a brand: Burt's Bees
            return self.has_genitive(part)
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
        around = (t for t in self.around(token) if t.start not in self.starts)
        return known and any(t.text[0].isupper() for t in around)  # part of another name

    # the word beside the rest of the name

    def _beside(self, shown: Sequence[Shown], place: int) -> Iterator[tuple[Token, bool]]:
        """The words where the missing part must stand; whether they follow the rest."""
        for token in (shown[place - 1] or ()) if place else ():
            yield from ((other, True) for other in self.neighbour(token, 1))
        for token in (shown[place + 1] or ()) if place + 1 < len(shown) else ():
            yield from ((other, False) for other in self.neighbour(token, -1))

    def _framed(self, name: SourceName, shown: Sequence[Shown], place: int) -> Verdict | None:
        """A translated part, or another name's, beside the rest of the name."""
        part = name.parts[place]
        for token, after in self._beside(shown, place):
            if not self.is_candidate(token) or len(token.text) < 3:
                continue
            if not after and not self._may_precede(name, token):
                continue
            last = self._phrase_end(token)
            phrase = self.text[token.start : last.end]
            if any(translates(part.text, word) for word in phrase.split()):
                return Verdict("literal", token.start, last.end, part.text, part.start, part.end)
            strange = is_strange(token.text)
            bare = name.kind == "name" and len(name.parts) == 2 and not part.common
            if (name.kind == "person" and (after or strange)) or (bare and after and not strange):
                fault: Fault = "replaced" if strange else "literal"
                last = self._run_end(token) if strange and after else token
                return Verdict(fault, token.start, last.end, part.text, part.start, part.end, False)
        return None

    def _may_precede(self, name: SourceName, token: Token) -> bool:
        """Whether a word before the rest of the name can be a translated part of it, and not what
        Romanian puts before names: a title, "Curtea de Apel București", "Tribunalul București"."""
        if is_title(token.text) or token.start in self.starts:
            return False
        if name.kind == "person":
            return True
        lower = token.text.lower()
        before = self.text[max(0, token.start - 4) : token.start]
        if name.kind == "place" and places().romanian_name(name.text) != name.text:
            return False
        return lower in romanian().lemmas(lower) and before[-3:] != "de "

    def _run_end(self, token: Token) -> Token:
        """The last of the strangers in a row that the word begins."""
        for other in self.neighbour(token, 1):
            if self.is_candidate(other) and is_strange(other.text):
                return self._run_end(other)
        return token

    def _phrase_end(self, token: Token) -> Token:
        """The last word of a translation of two words: "Mai nou" for Neuer."""
        if token.text.lower() in ("mai", "cel", "cea"):
            for other in self.neighbour(token, 1):
                return other
        return token

    # nothing of the name is left

    def _absent(self, names: Sequence[SourceName]) -> Iterator[Verdict]:
        if self.language != "en":
            return  # the words of other languages are not known well enough
        extras, weak = self.extras()
        names = list(names)
        for name in tuple(names):
            token = self._translated_title(name)
            if token:
                names.remove(name)
                yield Verdict("literal", token.start, token.end, name.text, name.start, name.end)
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
                token = self.nearest(name)
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
            if not self.is_candidate(token) or token.start in self.starts:
                continue
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

    def _sounds(self, name: SourceName) -> bool:
        """Whether something that sounds like the name stands in the target."""
        stem = spelling_key(name.parts[-1].text)[:4]
        return any(
            is_variant(name.parts[-1].text, token.text, 75) if token.text[0].isupper()
            else len(name.parts) == 1 and spelling_key(token.text).startswith(stem)
            for token in self.target.tokens if len(token.text) > 3
        )  # fmt: skip
