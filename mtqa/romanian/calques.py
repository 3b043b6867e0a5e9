"""Calques and wrong senses that translation through English leaves in Romanian.

The knowledge is a table (``mtqa/lexicon/data/handmade/calques.toml``); this module only matches
it. Patterns are sequences over lemmas (:mod:`mtqa.romanian.calque_patterns`), so that an entry
holds for every inflected form; a sentence without any of the rarest words of the entries costs one
set operation.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from mtqa.errors import ConfigError
from mtqa.romanian.calque_matching import Lemmatizer, Place, is_word, split_hyphens, walk
from mtqa.romanian.calque_patterns import (
    Chain,
    Item,
    Vocabulary,
    Words,
    compile_pattern,
    compile_words,
    fold,
    has_diacritics,
    modern,
)
from mtqa.romanian.paradigms import paradigm

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TABLE = Path(__file__).parent.parent / "lexicon" / "data" / "handmade" / "calques.toml"
SEVERITIES = ("minor", "major", "critical")
_BEFORE_INFINITIVE = frozenset(
    "a va vor voi vei vom veți ar aș ai am ați putea poate pot putut putem".split()
)
_NO_DIACRITICS_FROM = 6
_REMEMBERED = 50_000
_TOPIC_FROM = 3


@dataclass(frozen=True, slots=True)
class Calque:
    """One row of the table.

    ``romanian`` is what an editor would write; ``replace`` says that it can stand in the place of
    the reported words as it is. ``example`` contains the calque, ``ok`` is correct Romanian that
    looks like it. ``needs`` names topics or words one of which must turn up in the sentence (or,
    topics, in the article); ``unless*`` are words that silence the entry.
    """

    id: str
    pattern: str
    origin: str
    romanian: str
    severity: str
    example: str
    ok: str
    replace: bool = False
    folds: bool = True
    needs: str = ""
    unless: str = ""
    unless_before: str = ""
    unless_after: str = ""


@dataclass(frozen=True, slots=True)
class CalqueHit:
    """A calque in a sentence: half-open span of *word indices*, and what to write instead.

    ``suggestion`` is None where the entry's Romanian cannot stand in the place of the words.
    """

    calque: Calque
    start: int
    end: int
    suggestion: str | None


@dataclass(frozen=True, slots=True)
class _Rule:
    calque: Calque
    chain: Chain
    needs: Words | None
    topics: frozenset[str]
    unless: Words
    before: Words
    after: Words


class CalqueTable:
    """The entries of a table, compiled for matching.

    :param entries: the rows
    :param vocabulary: lemmas and word lists that their patterns name
    :param topics: name of a topic → its words, as in a pattern list
    """

    def __init__(
        self,
        entries: Iterable[Calque],
        vocabulary: Vocabulary,
        topics: Mapping[str, str] | None = None,
    ) -> None:
        self.entries = tuple(entries)
        self._vocabulary = vocabulary
        self._word_topics: dict[str, tuple[str, ...]] = {}
        self._topics = {
            name: compile_words(words, vocabulary) for name, words in (topics or {}).items()
        }
        self._rules = [rule for entry in self.entries for rule in self._compile(entry)]
        self._index = _index(self._rules)
        self._folded: dict[str, list[_Rule]] | None = None

    @classmethod
    def load(cls, path: Path = TABLE) -> CalqueTable:
        """Read a table from TOML; :class:`~mtqa.errors.ConfigError` says what is wrong in it."""
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        lemmas = {name: paradigm(modern(spec)) for name, spec in data["lemmas"].items()}
        entries = [_entry(row) for row in data["calque"]]
        ids = [entry.id for entry in entries]
        if len(set(ids)) < len(ids):
            twice = sorted({name for name in ids if ids.count(name) > 1})
            raise ConfigError(f"{path.name}: ids used twice: {', '.join(twice)}")
        return cls(entries, Vocabulary(lemmas, data["sets"]), data["topics"])

    def topics(self, words: Iterable[str]) -> frozenset[str]:
        """The topics of a whole article: those of which it has at least three different words."""
        of_topic: dict[str, set[str]] = {}
        for word in words:
            for name in self._topics_of(word):
                of_topic.setdefault(name, set()).add(modern(word.lower()))
        return frozenset(name for name, found in of_topic.items() if len(found) >= _TOPIC_FROM)

    def _topics_of(self, word: str) -> tuple[str, ...]:
        """The topics that a word speaks of, remembered: news repeats its words."""
        known = self._word_topics.get(word)
        if known is None:
            plain = modern(word.lower())
            known = tuple(name for name, topic in self._topics.items() if plain in topic)
            if len(self._word_topics) < _REMEMBERED:
                self._word_topics[word] = known
        return known

    def find(
        self,
        words: Sequence[str],
        *,
        topics: Collection[str] = (),
        lemmas: Lemmatizer | None = None,
    ) -> list[CalqueHit]:
        """The calques of one sentence, from left to right, none overlapping another.

        ``words`` are its tokens, punctuation included, in any case and with either kind of ș and
        ț; a hyphen may stand on a token or within it. ``topics`` are those of the article (see
        :meth:`topics`), ``lemmas`` gives lemmas for word forms that the table's own paradigms lack.
        """
        text = modern(" ".join(words).lower())
        present = frozenset(text.replace("-", " ").split())
        index = self._index
        if len(words) >= _NO_DIACRITICS_FROM and not has_diacritics(text):
            index = self._folded_index()
        rules = {
            form: fitting
            for form in index.keys() & present
            if (fitting := [rule for rule in index[form] if _may_fit(rule, present, lemmas)])
        }
        if not rules:
            return []
        tokens = text.split(" ")
        if len(tokens) != len(words):  # a token with a blank in it
            tokens = [modern(word.lower()) for word in words]
        forms, origin = split_hyphens(tokens)
        hits = [
            hit
            for position, form in enumerate(forms)
            for rule in rules.get(form, ())
            if (hit := self._apply(rule, forms, position, frozenset(topics), lemmas))
        ]
        return _distinct(_original(hits, origin, words)) if hits else []

    def _compile(self, entry: Calque) -> Iterator[_Rule]:
        topics = frozenset(entry.needs.split()) & self._topics.keys()
        needs = self._needs(entry.needs.split()) if entry.needs else None
        unless, before, after = (
            compile_words(source, self._vocabulary)
            for source in (entry.unless, entry.unless_before, entry.unless_after)
        )
        for chain in compile_pattern(entry.pattern, self._vocabulary):
            yield _Rule(entry, chain, needs, topics, unless, before, after)

    def _needs(self, names: Sequence[str]) -> Words:
        parts = [
            self._topics[name] if name in self._topics else compile_words(name, self._vocabulary)
            for name in names
        ]
        return Words(
            frozenset().union(*(part.forms for part in parts)),
            tuple(beginning for part in parts for beginning in part.beginnings),
            any(part.figures for part in parts),
        )

    def _folded_index(self) -> dict[str, list[_Rule]]:
        if self._folded is None:
            self._folded = _index(_folded(rule) for rule in self._rules if rule.calque.folds)
        return self._folded

    def _apply(
        self,
        rule: _Rule,
        forms: Sequence[str],
        position: int,
        topics: frozenset[str],
        lemmas: Lemmatizer | None,
    ) -> CalqueHit | None:
        items, anchor = rule.chain.items, rule.chain.anchor
        right = walk(items[anchor + 1 :], forms, position + 1, 1, lemmas)
        if right is None:
            return None
        left = walk(items[:anchor][::-1], forms, position - 1, -1, lemmas)
        if left is None:
            return None
        places = [*left[::-1], (position, position + 1), *right]
        whole = (places[0][0], places[-1][1])
        if self._silenced(rule, forms, whole, topics):
            return None
        inside = places[rule.chain.first : rule.chain.last + 1]
        suggestion = self._suggest(rule, forms, inside) if rule.calque.replace else None
        return CalqueHit(rule.calque, inside[0][0], inside[-1][1], suggestion)

    @staticmethod
    def _silenced(rule: _Rule, forms: Sequence[str], whole: Place, topics: frozenset[str]) -> bool:
        start, end = whole
        if start > 0 and forms[start - 1] in rule.before:
            return True
        if end < len(forms) and forms[end] in rule.after:
            return True
        if rule.calque.unless and any(form in rule.unless for form in forms):
            return True
        if rule.needs is None or topics & rule.topics:
            return False
        others = (*forms[:start], *forms[end:])
        return not any(form in rule.needs for form in others)

    def _suggest(self, rule: _Rule, forms: Sequence[str], places: Sequence[Place]) -> str | None:
        """The entry's Romanian in the forms found; None where a lemma has no such form."""
        items = rule.chain.items[rule.chain.first : rule.chain.last + 1]
        found = [
            (item, place)
            for item, place in zip(items, places, strict=True)
            if item.words.lemmas and place[1] > place[0]
        ]
        extra = [
            (item, forms[slice(*place)])
            for item, place in zip(items, places, strict=True)
            if item.gap or (not item.words.lemmas and (item.optional or len(item.words.forms) > 1))
        ]
        carries = "{}" in rule.calque.romanian
        if not carries and any(
            (item.gap or item.optional) and any(map(is_word, taken)) for item, taken in extra
        ):
            return None
        written: list[str] = []
        for piece in rule.calque.romanian.split():
            if piece == "{}":
                written.extend(form for _, taken in extra for form in taken)
            elif piece.startswith("<"):
                item, place = found.pop(0) if found else (None, (0, 0))
                form = item and self._same_form(item, forms, place[0], piece.strip("<>"))
                if not form:
                    return None
                written.append(form)
            else:
                written.append(piece)
        return " ".join(written)

    def _same_form(self, item: Item, forms: Sequence[str], at: int, lemma: str) -> str | None:
        """The form of ``lemma`` in the slot in which the word at ``at`` stands."""
        wanted = self._vocabulary.lemmas[lemma]
        slots = [
            slot
            for name in item.words.lemmas
            for slot, form in self._vocabulary.lemmas[name].items()
            if forms[at] in (form, fold(form)) and slot in wanted
        ]
        if "inf" in slots and at > 0 and forms[at - 1] in _BEFORE_INFINITIVE:
            return wanted["inf"]
        return wanted[slots[0]] if slots else None


_FIELDS = frozenset(Calque.__dataclass_fields__)


def _entry(row: Mapping[str, Any]) -> Calque:
    name = row.get("id", "an entry without id")
    if unknown := row.keys() - _FIELDS:
        raise ConfigError(f"{name}: unknown fields {', '.join(sorted(unknown))}")
    if row.get("severity") not in SEVERITIES:
        raise ConfigError(f"{name}: severity must be one of {', '.join(SEVERITIES)}")
    try:
        return Calque(**row)
    except TypeError as problem:
        raise ConfigError(f"{name}: {problem}") from problem


def _index(rules: Iterable[_Rule]) -> dict[str, list[_Rule]]:
    index: dict[str, list[_Rule]] = {}
    for rule in rules:
        for form in rule.chain.items[rule.chain.anchor].words.forms:
            index.setdefault(form, []).append(rule)
    return index


def _may_fit(rule: _Rule, present: frozenset[str], lemmas: Lemmatizer | None) -> bool:
    """Whether the rule's second word is there too; with a lemmatizer that is not known so early."""
    second = rule.chain.second
    return second is None or lemmas is not None or not second.isdisjoint(present)


def _folded(rule: _Rule) -> _Rule:
    return replace(
        rule,
        chain=rule.chain.folded(),
        needs=rule.needs and rule.needs.folded(),
        unless=rule.unless.folded(),
        before=rule.before.folded(),
        after=rule.after.folded(),
    )


def _distinct(hits: list[CalqueHit]) -> list[CalqueHit]:
    """The hits from left to right; of two that overlap the longer one, then the first found."""
    chosen: list[CalqueHit] = []
    for hit in sorted(hits, key=lambda hit: hit.start - hit.end):
        if all(hit.end <= other.start or other.end <= hit.start for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def _original(
    hits: Iterable[CalqueHit], origin: Sequence[int], words: Sequence[str]
) -> list[CalqueHit]:
    """The hits with indices and capitals of ``words`` as given, not as cut at hyphens."""
    found = []
    for hit in hits:
        start, suggestion = origin[hit.start], hit.suggestion
        if suggestion and words[start][:1].isupper():
            suggestion = suggestion[0].upper() + suggestion[1:]
        end = origin[hit.end - 1] + 1
        found.append(replace(hit, start=start, end=end, suggestion=suggestion))
    return found


@lru_cache(maxsize=1)
def default_table() -> CalqueTable:
    """The table that comes with the package, loaded once."""
    return CalqueTable.load()


def find_calques(
    words: Sequence[str], *, topics: Collection[str] = (), lemmas: Lemmatizer | None = None
) -> list[CalqueHit]:
    """The calques of one sentence by the package's own table; see :meth:`CalqueTable.find`.

    >>> [hit.suggestion for hit in find_calques("Fabrica merge în jurul ceasului .".split())]
    ['non-stop']
    """
    return default_table().find(words, topics=topics, lemmas=lemmas)
