"""Case and article: the genitive that a preposition wants, an article too many, ``lui Ioana``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.checks.base import Message, View
from mtqa.checks.grammar.government import locutions
from mtqa.checks.grammar.nouns import is_adverbial
from mtqa.checks.wordwise import WordCheck
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro import determiners
from mtqa.languages.ro.agreement import (
    ADJECTIVAL,
    DIRECT,
    PLURAL,
    WordList,
    cells,
    spread,
)
from mtqa.languages.ro.months import MONTH_NAMES
from mtqa.languages.ro.reinflect import noun_in
from mtqa.model import Issue

_MONTHS = frozenset(MONTH_NAMES)


class StrayArticle(WordCheck):
    """A noun with the article where a determiner already stands: "mai multe trenurile".

    Also after un, acest, câteva, alte … Feminines in -a are left to the spelling: their article
    may be a missing mark (o perioada).
    """

    name = "grammar.stray-article"
    category = "grammar"
    confidence = 0.9

    _AFTER_MAI = frozenset("multe mulți multor puține puțini".split())
    _DETERMINERS = determiners.BARE_NOUN | _AFTER_MAI

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._DETERMINERS):
            if not text.spaced(index + 1) or not self._is_definite(text, index):
                continue
            first, noun = text[index], text[index + 1]
            more = index and text.lower(index - 1) == "mai" and text.spaced(index)
            if not more and first.lower in ("mulți", "multe", "puțini", "puține", "multor"):
                continue
            start = text[index - 1].start if more else first.start
            message = Message(
                f"No article on the noun after “{first.text}”.",
                f"După „{first.text}”, substantivul nu se articulează.",
            )
            yield self.issue(view, start, noun.end, message, self._without(view, start, noun.text))

    @staticmethod
    def _is_definite(text: WordList, index: int) -> bool:
        word, seen = text[index + 1], text[index + 1].profile
        wanted = determiners.CELLS.get(text.lower(index), PLURAL)
        return (
            word.common
            and seen.only_noun
            and seen.noun == seen.noun_definite
            and bool(seen.noun & wanted & DIRECT)
            and not word.lower.endswith(("a", "ii"))
            and not text.hyphenated(index + 1)
        )

    @staticmethod
    def _without(view: View, start: int, noun: str) -> str | None:
        """The span with the noun without its article, where the dictionary has that form."""
        bare = noun_in(noun, "direct", False)
        end = view.target.text.index(noun, start)
        return view.target.text[start:end] + bare if bare else None


class ArticleAfterPreposition(WordCheck):
    """A bare preposition and a noun with the article, and nothing more: "rămase în campionatul.".

    After a preposition the noun has the article only where something describes it (în sezonul
    trecut); "cu" is left alone (cu trenul), and so are the prepositions made of two words.
    """

    name = "grammar.article-after-preposition"
    category = "grammar"
    confidence = 0.85

    _PREPOSITIONS = frozenset("în la pe din spre sub prin către despre pentru după fără".split())
    _UNIQUE = frozenset("restul mass-media media anul dracul totul".split())
    _AFTER = frozenset(".;!?")
    #: The phrase ends before these verbs.
    _VERBS = frozenset("este sunt era erau au vor poate pot nu se".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._PREPOSITIONS):
            after = index + 2
            if after >= len(text) or not text.spaced(index + 1) or text.hyphenated(index + 1):
                continue
            if self._is_bare(text, index) and self._ends(text, after):
                noun = text[index + 1]
                message = Message(
                    "No article on a noun after a preposition unless something describes it.",
                    "După prepoziție, substantivul fără determinare nu se articulează.",
                )
                bare = noun_in(noun.lower, "direct", False)
                suggestion = f"{text[index].text} {bare}" if bare else None
                yield self.issue(view, text[index].start, noun.end, message, suggestion)

    def _is_bare(self, text: WordList, index: int) -> bool:
        word, seen = text[index + 1], text[index + 1].profile
        return (
            word.common
            and seen.only_noun
            and seen.noun == seen.noun_definite
            and bool(seen.noun & DIRECT)
            and word.lower.endswith(("ul", "urile", "ile", "ele", "a"))
            and word.lower not in self._UNIQUE
            and not is_adverbial(word.lower)
            and word.lower not in word_set("nouns", "idiom") | word_set("nouns", "uninflected")
            and word.lower not in locutions().get(text.lower(index), ())
            and not (text.lower(index) == "pe" and seen.noun & cells("m", "s"))
        )

    def _ends(self, text: WordList, after: int) -> bool:
        """Whether the phrase ends here: a comma may also join nouns that share what follows."""
        mark = text[after]
        if mark.text in self._AFTER or mark.lower in self._VERBS:
            return True
        if mark.text != "," or after + 1 >= len(text):
            return False
        following = text[after + 1]
        seen = following.profile
        return (
            following.common
            and seen.known
            and not seen.nominal
            and not (seen.pos & {"preposition", "conjunction", "determiner", "numeral"})
        )


class FeminineName(WordCheck):
    """Lui before a woman's name that Romanian inflects: "mama lui Ioana" for "mama Ioanei".

    Foreign names and surnames keep "lui" (lui Melania Trump is right beside Melaniei Trump).
    """

    name = "grammar.lui"
    category = "grammar"
    confidence = 0.85

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("lui",)):
            if not text.spaced(index + 1):
                continue
            name = text[index + 1]
            surname = text.spaced(index + 2) and text[index + 2].text[0].isupper()
            if (
                name.lower in word_set("given-names", "feminine")
                and name.text[0].isupper()
                and not surname
            ):
                message = Message(
                    f"“{name.text}” is a woman's name: the genitive is on the name itself.",
                    f"„{name.text}” este nume feminin: genitivul se marchează pe nume.",
                )
                yield self.issue(view, text[index].start, name.end, message, _genitive(name.text))


def _genitive(name: str) -> str | None:
    """The genitive of a woman's name in -a, where it is regular."""
    if name.endswith("ia"):
        return name[:-1] + "ei"
    if name.endswith(("ca", "ga", "oarea")):
        return None  # Anca: Ancăi or Anchii
    return name[:-1] + "ei"


class PossessiveArticle(WordCheck):
    """The possessive article does not agree with what is possessed: "portrete al profesoarei".

    Silent if any noun before it in the sentence could be what is possessed.
    """

    name = "grammar.possessive-article"
    category = "grammar"
    confidence = 0.8

    _CELLS: ClassVar[dict[str, int]] = {
        "al": ADJECTIVAL["m", "s"],
        "a": ADJECTIVAL["f", "s"],
        "ai": ADJECTIVAL["m", "p"],
        "ale": ADJECTIVAL["f", "p"],
    }
    _OWNERS = frozenset("lui său sa săi sale lor unui unei acestui acestei acestor".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._CELLS):
            if index == 0 or not text.spaced(index) or not text.spaced(index + 1):
                continue
            noun, owner = text[index - 1], text[index + 1]
            if noun.lower in _MONTHS:
                continue  # luna lies behind it: în aprilie a acestui an
            first = index == 1 or text[index - 2].text in ".!?"  # a capital there is no name
            if not ((noun.common or first) and noun.profile.only_noun):
                continue
            if not self._is_owner(text, index + 1):
                continue
            wanted = self._CELLS[text.lower(index)]
            if not spread(self._possessed(text, index)) & wanted:
                right = [
                    form for form, mask in self._CELLS.items() if spread(noun.profile.noun) & mask
                ]
                message = Message(
                    f"“{text[index].text}” does not agree with “{noun.text}”.",
                    f"„{text[index].text}” nu se acordă cu „{noun.text}”.",
                )
                suggestion = f"{noun.text} {right[0]} {owner.text}" if len(right) == 1 else None
                yield self.issue(view, noun.start, owner.end, message, suggestion)

    def _is_owner(self, text: WordList, index: int) -> bool:
        word, seen = text[index], text[index].profile
        if word.lower in self._OWNERS:
            return True
        return (
            word.common and seen.only_noun and seen.noun == seen.noun_definite
            and not seen.noun & DIRECT
        )  # fmt: skip

    @staticmethod
    def _possessed(text: WordList, index: int) -> int:
        noun = text[index - 1].profile.noun & ~text[index - 1].profile.noun_definite
        article = text.lower(index - 2)
        if article in ("un", "o") and text.spaced(index - 1) and noun & determiners.CELLS[article]:
            return noun  # un prieten al lui: the noun is new, and what is said next is of it
        mask = 0
        self_contained = "," not in {text[place].text for place in range(max(0, index - 26), index)}
        for place in range(index - 1, max(-1, index - 26), -1):
            word = text[place]
            if word.text in ".;!?":
                break
            if self_contained and word.profile.finite and word.profile.only_verb:
                break  # what is possessed stands on the same side of the verb
            name = word.text[0].isupper() and place > 0 and text[place - 1].text[0].isalnum()
            if name or (word.text[0].isalpha() and not word.profile.known):
                return cells()
            if len(word.text) > 1:  # "o" is also the letter
                mask |= word.profile.nominal
        return mask


CHECKS = (
    StrayArticle,
    ArticleAfterPreposition,
    FeminineName,
    PossessiveArticle,
)
