"""The words of an article as the lexical checks see them: one dictionary pass, shared by all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache

from mtqa.checks.base import View
from mtqa.checks.once import once
from mtqa.common.memory import EVERY_WORD, NAMES, WORDS
from mtqa.knowledge import comma, foreign_words, media, people, places, romanian, without_marks
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
#: Endings that Romanian hangs on foreign words and names.
ENDINGS = tuple(
    "ul ului uri urile urilor ii iilor ilor i a ei e ele elor le lor lui l ă "
    "ist istă iști iste".split()
)


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


#: Prefixes that make words which no dictionary lists in full.
_PREFIX = re.compile(
    r"(?:ne|re|pre|de|des|dez|co|sub|supra|bi|tri|anti|post|auto|super|inter|atot)(?=.{4})"
)
#: Romanian letters that an ending or a suffix brings along: they do not make the stem native.
_SUFFIX = re.compile(
    r"(?:ă|ată|ați|ate|ește|ească|ești|ească|iți|iții|ție|ții|ția|ției|țiile|țiilor|țiune|țiuni|ații|"
    r"ări|ării|ările|ărilor|ându|ând|ează|eață|ință|ințe|anță|ență|iști|iștii|iștilor|uță|uța|"
    r"ăți|ății|ețe|îi|ăm|ași|iași|ăț|aș|eș|ică|[țș](?:i|ii|ilor)|[țș]ion(?:al|ali|ist|iz|ar)\w*)$"
)


@lru_cache(maxsize=WORDS)
def is_coinage(form: str) -> bool:
    """Whether the form is a foreign word or name with a Romanian ending, or has a prefix.

    ``retailerului``, ``refuncționalizare``, ``iohannist``; so is a plural in -ători with its
    article, which the dictionary lists for the masculine only (``trecătorile``).
    """
    if form.capitalize() in romanian() or form.removesuffix("le").endswith("ători"):
        return True
    for cut in ENDINGS:
        if form.endswith(cut) and len(form) - len(cut) >= 3:
            stem = form[: len(form) - len(cut)]
            if foreign_words().strengths(stem) or stem.capitalize() in romanian():
                return True
    match = _PREFIX.match(form)
    return match is not None and romanian().known(form[match.end() :])


#: Diminutives, and adjectives of what can be done, each with the stem before it.
_DIMINUTIVE = re.compile(
    r"(?P<stem>\w{3,}?)(?:[ui]?șor|[ui]?șoar|uț|uleț|eluș)"
    r"(?:ul|ului|ă|a|e|ei|ele|elor|i|ii|ilor|uri|urile|urilor)?$"
)
_SHORT_DIMINUTIVE = re.compile(r"(?P<stem>\w{4,})(?:el|eț|ică)$")
_POSSIBLE = re.compile(r"(?:ne)?(?P<stem>\w{4,})bil(?:ă|i|e|ul|a|ii|ele)?$")
#: Endings that a noun may have lost before the suffix, and how its last sound changed.
_LOST = ("", "ă", "e", "ie", "u", "iu")
_SOUNDS = (("j", "z"), ("ș", "s"), ("ț", "t"), ("z", "d"), ("", ""))


@lru_cache(maxsize=NAMES)
def is_formed(form: str) -> bool:
    """Whether the word is regularly made from a listed one, as many that no dictionary lists.

    Diminutives (``remorcuță``, ``chioșculeț``), adjectives in -bil of verbs (``depășibil``), and
    the short forms of verbs that have -ește too (``croncăne``, ``mărșăluie``).
    """
    words = romanian()
    match = _POSSIBLE.match(form)
    if match and any(words.analyses(match["stem"] + end) for end in ("", "ta", "re")):
        return True
    if form.endswith("e") and any(f"{form[:-1]}{end}" in words for end in ("ște", "ește", "iește")):
        return True
    match = _SHORT_DIMINUTIVE.match(form)
    if match and any(r.pos == "noun" and r.number == "s" for r in words.analyses(match["stem"])):
        return True
    match = _DIMINUTIVE.match(form)
    return match is not None and any(
        "noun" in {reading.pos for reading in words.analyses(stem + end)}
        for stem in _stems(match["stem"])
        for end in _LOST
    )


def _stems(stem: str) -> Iterator[str]:
    """The stem, also before its last sound (mânjișor: mânz) or vowel (găscuță: gâscă) changed."""
    for new, old in _SOUNDS:
        if stem.endswith(new):
            changed = stem.removesuffix(new) + old
            yield changed
            yield changed.replace("ă", "â", 1)


@lru_cache(maxsize=WORDS)
def has_native_letter(form: str) -> bool:
    """Whether the stem has one of ă â î ș ț.

    International terms have none outside of their suffix, and the native stock of words stands in
    the dictionary: an unknown word with such a stem is hardly a word.
    """
    stem = _SUFFIX.sub("", comma(form))
    return without_marks(stem) != stem


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

    def is_foreign_company(self, index: int) -> bool:
        """Whether a word of another language stands beside the token."""
        for step in (-1, 1):
            token = self.neighbour(index, step)
            if token is None or len(token.text) < 2 or not token.text[0].isalpha():
                continue
            if odd(token.text) and not is_bare(token.text.lower()):
                return True
        return False

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


@once
def reading(view: View) -> Reading:
    """The reading of the view's target, made once."""
    return Reading(view.target)
