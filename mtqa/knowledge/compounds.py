"""Which words that stand in no list are still Romanian: clitics, hyphen compounds, derivations."""

from __future__ import annotations

from itertools import pairwise
from typing import Protocol

from mtqa.knowledge.analysis import Analysis
from mtqa.knowledge.handmade import word_list, word_set


class Known(Protocol):
    """The part of `mtqa.knowledge.lexicon.Words` that the rules below need."""

    def __contains__(self, form: str) -> bool:
        """Whether exactly this spelling is listed."""

    def recent(self, form: str) -> bool:
        """Whether the form comes from the lists of recent words."""

    def known(self, token: str) -> bool:
        """Whether the token, hyphens and all, is Romanian."""

    def simple(self, token: str) -> bool:
        """Whether one word without hyphens is listed, in this case or a lower one."""

    def analyses(self, form: str) -> tuple[Analysis, ...]:
        """Every reading of the form."""


#: Elided words that lean on the next one: s-a, într-o, n-am, de-a, mi-e.
_BEFORE = frozenset(
    "s m n v l i c d p ș ntr într dintr printr nu ne le se mi ți vi ni li te mă vă îi îl o"
    " de pe ce că să și fără cu la prin până după peste na a las făr cât unde cum când dacă"
    " însă ori ca cine tot".split()
)
#: Words that lean on the one before: luând-o, dă-mi, s-ar, văzutu-l-am.
_AFTER = frozenset(
    "o a l i le mă te se ne vă mi ți și ni vi li am ai au ar aș ați or oi va vor e s n"
    " lea un unu una îi îl ul ntr în nt la nu ea el".split()
)
#: Endings written after a hyphen on acronyms, figures and foreign words: ONU-ului, show-uri.
_ENDINGS = frozenset("ul ului uri urile urilor a ei i ii le lor ilor u n lea mea".split())
#: Endings that Romanian fixes to a loanword without a hyphen: podcastul, influencerilor.
_FIXED = tuple("ul ului uri urile urilor i ii ilor e ele elor le lor".split())


def is_compound(words: Known, token: str) -> bool:
    """Whether the hyphenated `token` is built as Romanian builds them from known parts."""
    parts = token.split("-")
    if not all(parts):
        return False
    stem, ending = "-".join(parts[:-1]), parts[-1]
    if ending in _ENDINGS and (_acronym(stem) or words.known(stem)):
        return True
    if token[0].isupper() and all(part[0].isupper() and words.simple(part) for part in parts):
        return True
    return _chain(words, parts)


def _chain(words: Known, parts: list[str]) -> bool:
    """Every hyphen of the token joins a clitic or a compound of a regular kind."""
    for left, right in pairwise(parts):
        small = left.lower()
        leaning = small in _BEFORE and (right in _AFTER or words.simple(right))
        enclitic = right in _AFTER and (words.simple(left) or small in _AFTER)
        if not (leaning or enclitic or _regular(words, small, right)):
            return False
    return True


def _regular(words: Known, left: str, right: str) -> bool:
    first = word_set("word-formation", "first")
    if not (words.simple(right) or right.lower() in first):
        return False
    if left in first or left.isdigit():
        return True
    # ruso-ucrainean, medico-legal: an adjective's stem with the linking vowel o
    if left.endswith("o") and len(left) > 3:
        stem = left[:-1]
        return left in words or stem in words or any(stem + e in words for e in "ăe")
    kinds = {a.pos for a in words.analyses(right.lower())}
    for reading in words.analyses(left):
        if reading.pos == "noun" and "noun" in kinds and not reading.proper:
            return True
        # bine-cunoscut: an adverb before an adjective or participle
        if reading.pos == "adverb" and kinds & {"adjective", "verb"}:
            return True
        if reading.tag.startswith("Ams3an") and "adjective" in kinds:
            return True
    return False


def _acronym(part: str) -> bool:
    letters = part.replace(".", "")
    return len(letters) > 1 and (letters.isupper() or letters.isdigit()) and letters.isalnum()


def is_derived(words: Known, form: str) -> bool:
    """Whether a productive prefix stands before a known word of five letters or more, or an
    ending after a recent word of four."""
    if any(form.endswith(e) and words.recent(form[: -len(e)]) for e in _FIXED if len(form) > 5):
        return True
    for prefix in word_list("word-formation", "prefix"):
        rest = form[len(prefix) :]
        if len(rest) > 4 and form.startswith(prefix) and rest in words and words.analyses(rest):
            return True
    return False
