"""The words of an article as the lexical checks see them: one dictionary pass, shared by all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache

from mtqa.checks.base import View
from mtqa.checks.once import once
from mtqa.common.memory import EVERY_WORD, WORDS
from mtqa.knowledge import foreign_words, media, people, places, romanian, without_marks
from mtqa.knowledge.handmade import rows
from mtqa.languages.ro import Document, Token
from mtqa.languages.ro.names import base_forms

#: What a word may stand against without being a word of the text: addresses, tags, file names.
GLUE = frozenset("@#/\\_=&\u00ad\u200b")
#: Quotation marks; the straight one opens and closes.
_QUOTED = re.compile(
    r"[„“«\"][^„”“«»\"\n]{1,160}[”“»\"]"
    r"|(?<!\w)[‘'][^’'\n]{1,80}[’'](?!\w)|(?<!\w)`[^`\n]{1,80}`"
)
_LONGEST_WORD = 40
#: More odd words than this, and a larger share of the tokens, make a text unreadable.
_MANY, _MOST = 50, 0.3
#: So many words of a borrowed phrase may stand on either side of a word.
_LONGEST = 4
#: What goes on after a word that is the beginning of an address: ".com".
_ADDRESS = re.compile(r"\.[a-z]{2,4}\b")
_MARK = re.compile("[ăâîșțşţĂÂÎȘȚŞŢ]")
#: Words that an editor's software marks by itself, so that they prove no habit.
_AUTOMATIC = frozenset(["în", "și", "şi", "într"])


@lru_cache(maxsize=EVERY_WORD)
def odd(form: str) -> bool:
    """Whether ``form`` is a word of letters that is not Romanian (a name counts as odd).

    What is longer than any word (damage, a line of letters) is left to other checks.
    """
    return (
        len(form) <= _LONGEST_WORD
        and form[:1].isalpha()
        and form[-1].isalnum()
        and not romanian().known(form)
    )


@lru_cache(maxsize=WORDS)
def is_listed_name(word: str) -> bool:
    """Whether the capitalised word is part of a listed person's, place's or medium's name."""
    return (
        people().is_part(word)
        or places().is_place(word)
        or word in _media_words()
        or not base_forms(word).isdisjoint(_media_words())
        or any(people().is_part(base) for base in base_forms(word))
    )


@lru_cache(maxsize=1)
def _media_words() -> frozenset[str]:
    """The words of media names that are no everyday English words."""
    names = (name for medium in media() for name in (medium.name, *medium.short_forms))
    words = {word for name in names for word in name.split()}
    return frozenset(word for word in words if foreign_words().strength(word, "en") < 3)


@lru_cache(maxsize=1)
def _loan_phrases() -> frozenset[str]:
    """Borrowed phrases and compounds in lower case: a text may cut them into several tokens."""
    forms = [row["form"] for row in rows("loanwords")]
    forms += [form for row in rows("recent") for form in (row["lemma"], *row["forms"].split("|"))]
    return frozenset(form.lower() for form in forms if " " in form or "-" in form)


def is_loan_phrase(phrase: str) -> bool:
    """Whether the phrase, in lower case, is borrowed as a whole: breaking news."""
    return phrase in _loan_phrases()


class Reading:
    """One text, read with the dictionary in hand.

    Attributes:
        tokens: the tokens of the text.
        odd: indices of the tokens that are words but not Romanian ones.
    """

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.tokens = document.tokens
        self._lines = document.lines
        self._starts = document.sentence_starts
        self.odd = tuple(self._odd())

    def _odd(self) -> Iterator[int]:
        text, length = self.text, len(self.text)
        for index, token in enumerate(self.tokens):
            word = token.text
            if len(word) > 1 and odd(word):
                start, end = token.start, token.end
                if (start and text[start - 1] in GLUE) or (end < length and text[end] in GLUE):
                    continue
                if "." in word or "@" in word or _ADDRESS.match(text, end):
                    continue
                yield index

    @property
    def unreadable(self) -> bool:
        """Whether so many words are odd that the text is not Romanian, or not text at all."""
        return len(self.odd) > _MANY and len(self.odd) > len(self.tokens) * _MOST

    @cached_property
    def names(self) -> tuple[int, ...]:
        """Indices of the words with a capital and lower-case letters after it."""
        return tuple(
            index
            for index, token in enumerate(self.tokens)
            if len(token.text) > 2 and token.text[0].isupper() and token.text[1].islower()
        )

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each odd form occurs, in lower case."""
        return Counter(self.tokens[index].text.lower() for index in self.odd)

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        return [match.span() for match in _QUOTED.finditer(self.text)]

    def quoted(self, start: int, end: int) -> str:
        """The quotation that ``[start, end)`` lies in, marks included, or ``""``."""
        place = bisect_right(self._quotes, (start, len(self.text)))
        if place:
            left, right = self._quotes[place - 1]
            if left <= start and end <= right:
                return self.text[left:right]
        return ""

    def is_term(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` is quoted by itself, as words of a dialect or trade are."""
        quotation = self.quoted(start, end)
        return bool(quotation) and len(quotation.split()) < 4

    def initial(self, index: int) -> bool:
        """Whether the token begins a sentence."""
        return self.tokens[index].start in self._starts

    def joined(self, index: int) -> bool:
        """Whether only one space stands between the token and the next one."""
        following = index + 1
        return following < len(self.tokens) and (
            self.text[self.tokens[index].end : self.tokens[following].start] in {" ", "\u00a0"}
        )

    def neighbour(self, index: int, step: int) -> Token | None:
        """The token before (-1) or after (1) if only a space divides them, else None."""
        other = index + step
        if other < 0 or other >= len(self.tokens):
            return None
        return self.tokens[other] if self.joined(min(index, other)) else None

    def name_beside(self, index: int, step: int) -> bool:
        """Whether a capitalised word stands beside the token, other than a Romanian word that
        begins the sentence."""
        token = self.neighbour(index, step)
        if token is None or not token.text[0].isupper():
            return False
        return token.start not in self._starts or odd(token.text)

    def ending_follows(self, index: int) -> bool:
        """Whether a Romanian ending is hyphened to the token: ``show`` ``-ul``."""
        following = index + 1
        return (
            following < len(self.tokens)
            and self.tokens[following].start == self.tokens[index].end
            and self.tokens[following].text.startswith("-")
        )

    def in_loan_phrase(self, first: int, last: int) -> bool:
        """Whether the tokens are part of a borrowed phrase: sine qua non, e-book."""
        tokens, phrases = self.tokens, _loan_phrases()
        for left in range(max(0, first - _LONGEST), first + 1):
            for right in range(last, min(len(tokens) - 1, last + _LONGEST) + 1):
                phrase = self.text[tokens[left].start : tokens[right].end]
                if right > left and phrase.lower() in phrases:
                    return True
        return False

    def is_marked(self, index: int) -> bool:
        """Whether the line of the token is written with diacritics in earnest."""
        number = bisect_right(self._line_starts, self.tokens[index].start) - 1
        return number < 0 or self._line_is_marked(number)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self._lines]

    def _line_is_marked(self, number: int) -> bool:
        answer = self._marked.get(number)
        if answer is None:
            words = self._lines[number].text.lower().split()
            marked = sum(1 for w in words if _MARK.search(w) and w.strip("-,.") not in _AUTOMATIC)
            bare = sum(1 for w in words if is_bare(w.strip('.,:;!?()„”"-')))
            answer = self._marked[number] = marked >= 2 * bare
        return answer

    @cached_property
    def _marked(self) -> dict[int, bool]:
        return {}


@lru_cache(maxsize=WORDS)
def is_bare(form: str) -> bool:
    """Whether the form is no word as it stands, but one once it gets its diacritics."""
    return (
        form.isalpha()
        and without_marks(form) == form
        and odd(form)
        and bool(romanian().folded(form))
    )


def cased(word: str, form: str) -> str:
    """The word with the capitals of the form in whose place it goes."""
    if form.isupper() and len(form) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if form[:1].isupper() else word


@once
def reading(view: View) -> Reading:
    """The reading of the view's target, made once."""
    return Reading(view.target)
