"""The verdicts on the names of one article: what became of each name of the source.

For each name the aligned target is searched for an accepted form of each of its words. Where one
is missing, what stands in its place? A word that looks like it (misspelt, truncated, swelled, with
a foreign genitive), beside the rest of the name its translation, another name, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.compare.names.absent import absent
from mtqa.compare.names.brands import turned_into_words
from mtqa.compare.names.cyrillic import TELLING, grown
from mtqa.compare.names.evidence import (
    Fault,
    Shown,
    Verdict,
    exonym,
    is_demonym,
    is_german_genitive,
    is_listed,
    is_native,
    is_place,
    is_plain_word,
    is_strange,
    is_swelled,
    is_title,
    is_variant,
    is_wrong_form,
    native_marks,
    sounds_same,
    translates,
)
from mtqa.compare.names.exchanged import exchanged
from mtqa.compare.names.excuses import is_declined, is_inhabitant, is_same_word
from mtqa.compare.names.extract import Part, SourceName, SourceText, is_common
from mtqa.compare.names.forms import institution
from mtqa.compare.names.history import must_change
from mtqa.compare.names.institutions import word_by_word
from mtqa.compare.names.keys import is_cyrillic, source_keys, target_keys, unmarked
from mtqa.compare.names.likeness import Relation, relation
from mtqa.compare.names.persons import judge_person
from mtqa.compare.names.segment import ArticleNames, SegmentNames, forms_of
from mtqa.compare.names.slips import is_by_ear, keeps_letters
from mtqa.compare.names.source_words import POSSESSIVE
from mtqa.compare.names.towns import towns_as_words
from mtqa.knowledge import foreign_words, places, romanian
from mtqa.languages.ro import Document, Token
from mtqa.languages.tables import letters, names, words
from mtqa.model import Segment

_GENITIVES = ("s", "'s", "’s", "-s")


class Judge(ArticleNames):
    """Judges the names of one article.

    Args:
        source: the source text with its language.
        target: the Romanian text.
        segments: the alignment; segments with an empty side are passed over.

    Attributes:
        crowded: segments that were passed over as they have too many names.
    """

    def __init__(self, source: SourceText, target: Document, segments: Sequence[Segment]) -> None:
        super().__init__(source, target, segments)
        self.crowded: list[Segment] = []

    def verdicts(self) -> Iterator[Verdict]:
        """All verdicts in order of the segments."""
        judged: list[SegmentNames] = []
        for index in range(len(self.segments)):
            names = self.source.names(*self.source_span(index))
            if self.is_crowded(index, names):
                self.crowded.append(self.segments[index])
                continue
            if letters(self.source.language).cyrillic:
                names = tuple(map(self.latin.name, names))
            segment = _SegmentJudge(self, index, names)
            judged.append(segment)
            yield from segment.verdicts()
        yield from exchanged(judged)


class _SegmentJudge(SegmentNames):
    """The verdicts on one segment."""

    def verdicts(self) -> Iterator[Verdict]:
        """The verdicts on the segment's names."""
        found = list(turned_into_words(self)) if self.article.brands else []
        for name, shown in self.names:
            if any(v.brand and v.overlaps(name) for v in found):
                continue  # judged as a whole
            found += self._kept_wrongly(name, shown)
            found += self._as_a_whole(name)
            found += judge_person(self, name, shown)
            for place, part in enumerate(name.parts):
                if not self.target.with_keys(source_keys(part.text)):
                    verdict = self._misspelt(name, shown, place)
                    if shown[place] is None and not verdict:
                        verdict = self._framed(name, shown, place)
                    found += [verdict] if verdict else []
            # what else is wrong with a word says more than that it only sounds right
            judged = {(verdict.start, verdict.end) for verdict in found}
            by_ear = self._by_ear(name, shown)
            found += [v for v in by_ear if (v.start, v.end) not in judged]
        found += towns_as_words(self)
        first: dict[tuple[int, int, Fault], Verdict] = {}
        for verdict in found:  # two judges may find the same fault in a word
            first.setdefault((verdict.start, verdict.end, verdict.fault), verdict)
        found = list(first.values())
        yield from found
        yield from absent(self, found)
        yield from self._openings()

    def _kept_wrongly(self, name: SourceName, shown: Sequence[Shown]) -> Iterator[Verdict]:
        """Words that stand as in the source and should not."""
        for place, (part, tokens) in enumerate(zip(name.parts, shown, strict=True)):
            right = self._right_form(name, place)
            for token in dict.fromkeys(tokens or ()):
                fault = self._half_kept(name, place, token)
                if fault:
                    yield Verdict(fault, token.start, token.end, part.text, part.start, part.end)
                    continue
                fault = right[0] if right else "marks"
                form = right[1] if right else self._marks(part, token)
                if fault == "exonym" and self._is_in_another_name(token):
                    continue
                if form and (not right or token.text == part.text):
                    yield Verdict(fault, token.start, token.end, form, part.start, part.end)

    def _by_ear(self, name: SourceName, shown: Sequence[Shown]) -> Iterator[Verdict]:
        """Parts that only sound like the source's beside the rest of the name, or although the
        article spells them right elsewhere: "Erik Parcson"."""
        for place, (part, tokens) in enumerate(zip(name.parts, shown, strict=True)):
            if not tokens or not all(is_by_ear(part.text, token.text) for token in tokens):
                continue
            token = tokens[0]
            if self._is_slip(name, shown, place, token):
                yield Verdict("near", token.start, token.end, part.text, part.start, part.end)

    def _is_slip(self, name: SourceName, shown: Sequence[Shown], place: int, token: Token) -> bool:
        """Whether a form that sounds like a part of the name is a misspelling of it."""
        part = name.parts[place]
        if letters(self.language).cyrillic or part.acronym or not self._keeps_letters(name, place):
            return False
        if self.article.is_source_slip(part.text, token.text):
            return False
        beside = {other.start for other, _ in self._beside(shown, place)}
        if name.kind in ("person", "name") and token.start in beside:
            return True
        return name.kind == "person" and self.article.keeps(part.text)

    def _keeps_letters(self, name: SourceName, place: int) -> bool:
        return keeps_letters(name, place, self.language)

    def _is_in_another_name(self, token: Token) -> bool:
        """Whether the place is part of a longer name: Scotland Yard, Radio Free Europe."""
        return any(
            (other.text[0].isupper() and other.start not in self.starts)
            or other.text in ("for", "of", "the", "and", "[")
            for other in self.around(token)
        )

    def _marks(self, part: Part, token: Token) -> str | None:
        """The Romanian name with its marks, in a sentence that is written with marks at all."""
        return native_marks(part.text, token.text) if self.is_marked else None

    def _half_kept(self, name: SourceName, place: int, token: Token) -> Fault | None:
        """A form that only sounds like the name: "Belfasts", or its surname as a word: "Vest"."""
        part = name.parts[place]
        form = unmarked(token.text)
        if form == unmarked(part.text):
            return None
        if form == unmarked(part.text) + "s" and not self.words & {form}:
            return None if self.has_genitive(part) or self._is_plural(token) else "genitive"
        if self.language != "en" or not token.text[0].isupper():
            return None
        last = place > 0 and place == len(name.parts) - 1 and name.kind == "person"
        return "literal" if last and part.common and translates(part.text, token.text) else None

    def _is_plural(self, token: Token) -> bool:
        """Whether the form in -s is the name itself, which another language writes without."""
        if names(self.language).genitive_s:
            return False
        return foreign_words().strength(token.text.lower(), "en") > 0 or is_listed(token.text)

    def _as_a_whole(self, name: SourceName) -> Iterator[Verdict]:
        """An institution by other words than Romanian calls it by."""
        literal = word_by_word(self, name)
        if literal:
            yield literal
        else:
            yield from self._half_translated(name)

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
        if self.language == "de" and is_german_genitive(name, place, self.article.source):
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
            for token in self.target.capitals:
                if not self.words.isdisjoint(target_keys(token.text)):
                    continue  # the source has the longer word as well
                if token.text.startswith(word) and is_swelled(word, token.text):
                    yield Verdict("swelled", token.start, token.end, word, start, end)

    # a word of the target that looks like the name

    def _misspelt(self, name: SourceName, shown: Sequence[Shown], place: int) -> Verdict | None:
        part = name.parts[place]
        if is_cyrillic(part.text):
            return self._grown(part)
        translated = part.common and self.is_translated(part)
        beside = {token.start for token, _ in self._beside(shown, place)}
        best: tuple[int, Token, Relation] | None = None
        for token in self.target.capitals:
            if not self.is_candidate(token):
                continue
            framed = token.start in beside
            fault = relation(part.text, token.text, framed=framed)
            if fault is None or (translated and not framed):
                continue
            if self._is_excused(name, place, token, fault, framed):
                continue
            latin = letters(self.language).cyrillic and not is_cyrillic(self.written(part))
            if latin and (is_native(token.text) or is_listed(token.text)):
                continue
            if letters(self.language).cyrillic and not latin and not self._is_clear(part, token):
                continue
            initial = token.start in self.article.target.sentence_starts
            if is_wrong_form(token.text, fault, framed=framed, initial=initial):
                cost = abs(len(token.text) - len(part.text)) - 20 * framed
                if best is None or cost < best[0]:
                    best = cost, token, fault
        if best is None:
            return None
        return Verdict(best[2], best[1].start, best[1].end, part.text, part.start, part.end)

    def _grown(self, part: Part) -> Verdict | None:
        """A Cyrillic name that nothing else tells how to write, with a foreign ending."""
        for token in self.target.capitals:
            if not self.is_candidate(token) or is_native(token.text) or is_listed(token.text):
                continue
            base = grown(part.text, token.text)
            if base:
                fault: Fault = "genitive" if token.text[len(base) :] in _GENITIVES else "swelled"
                return Verdict(fault, token.start, token.end, base, part.start, part.end)
        return None

    def _is_clear(self, part: Part, token: Token) -> bool:
        """Whether a form is no name of its own that the Cyrillic name stands for."""
        if is_listed(token.text) or is_native(token.text):
            return False
        return self.article.keeps(part.text) or is_listed(part.text)

    def _is_excused(
        self, name: SourceName, place: int, token: Token, fault: Relation, framed: bool
    ) -> bool:
        """Whether the likeness has another reason than an error."""
        part = name.parts[place]
        if fault == "genitive":  # a brand: Burt's Bees, Sainsbury's
            if token.text[-2:].isalpha():
                return self._is_plural(token)
            return self.has_genitive(part) or any(
                other.text[0].isupper() for other in self.neighbour(token, 1)
            )
        if self.article.is_source_slip(part.text, token.text):
            return True
        if fault == "near" and not part.common and is_common(token.text, self.language):
            return True  # the source is misspelt
        other = self.language != "en" and name.kind != "person" and fault == "near"
        if other and is_common(POSSESSIVE.sub("", token.text), "en"):
            return True  # the English name that the source translates: Université, University
        known = is_listed(token.text) or is_native(token.text)
        if sounds_same(part.text, token.text) and not (framed and self._keeps_letters(name, place)):
            return True
        if part.common and known and not self.article.keeps(part.text):
            return True
        if fault == "near" and name.kind != "person" and is_same_word(part, token):
            return True
        if is_declined(part.text, token.text, self.language):
            return True
        if framed:
            return False
        if fault == "truncated" and is_inhabitant(self, part, token):
            return True
        if fault == "near" and is_native(token.text.lower()):
            return True
        if "-" in part.text or (is_demonym(part.text) and (part.common or is_place(token.text))):
            return True
        compound = words(self.language).compounds and unmarked(part.text).startswith(
            unmarked(token.text)
        )
        if self.language != "en" and (known or compound):
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
        if letters(self.language).cyrillic and (name.kind != "person" or is_cyrillic(part.text)):
            return None
        if letters(self.language).cyrillic and len(self.written(part)) < TELLING:
            return None
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
            if strange and (is_variant(part.text, token.text) or self.may_sound(part, token.text)):
                return None
            bare = name.kind == "name" and len(name.parts) == 2 and not part.common
            if (name.kind == "person" and (after or strange)) or (bare and after and not strange):
                fault: Fault = "replaced" if strange else "literal"
                last = self._run_end(token) if strange and after else token
                sure = fault == "literal" and after and is_plain_word(token.text)
                return Verdict(fault, token.start, last.end, part.text, part.start, part.end, sure)
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
        while True:
            other = next(self.neighbour(token, 1), None)
            if other is None or not (self.is_candidate(other) and is_strange(other.text)):
                return token
            token = other

    def _phrase_end(self, token: Token) -> Token:
        """The last word of a translation of two words: "Mai nou" for Neuer."""
        if token.text.lower() in ("mai", "cel", "cea"):
            for other in self.neighbour(token, 1):
                return other
        return token
