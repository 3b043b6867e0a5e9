"""Words that do not agree in gender or number with the noun they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.languages.ro import determiners
from mtqa.languages.ro.agreement import ANY, DIRECT, PLURAL, SINGULAR, WordList, cells, spread
from mtqa.model import Issue

#: Longest run of adjectives between a determiner and its noun.
_LONGEST = 4


class DeterminerAgreement(WordCheck):
    """An article, a pronoun or a numeral that does not agree with its noun: "primul repriză".

    Also seen through adjectives: "un vechi casă". The noun must be nothing but a noun, and must
    stand in lower case: names, figures and words that may be verbs say nothing.
    """

    name = "grammar.determiner"
    category = "grammar"
    confidence = 0.9

    #: Prepositions before which "o" is the article and no pronoun.
    _BEFORE_ARTICLE = frozenset(
        "într- dintr- printr- cu de la pe pentru despre spre prin ca după".split()
    )
    #: Nouns without inflection, or of another gender than the dictionary says.
    _INVARIABLE = frozenset("pizza colibri crevete kamikaze graffiti okapi față".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(determiners.CELLS):
            last = self._clash(text, index)
            if last is not None:
                yield self._report(view, text, index, last)

    def _clash(self, text: WordList, index: int) -> int | None:
        """The index of the noun or adjective that clashes with the determiner at `index`."""
        mask = determiners.CELLS[text[index].lower]
        for place in range(index + 1, min(index + 2 + _LONGEST, len(text))):
            word, seen = text[place], text[place].profile
            if not text.spaced(place) or not word.common or text.hyphenated(place):
                return None
            if not seen.only_nominal and not (seen.noun and self._is_noun_here(text, index, place)):
                return None
            if seen.noun & mask or seen.adjective_definite & mask or self._in_compound(text, place):
                return None
            if seen.adjective & mask:
                mask &= seen.adjective
                continue
            if self._is_exempt(text, index, place, mask):
                return None
            return place
        return None

    def _is_noun_here(self, text: WordList, index: int, place: int) -> bool:
        """Whether what follows the determiner can be no verb, although the dictionary has one."""
        determiner = text.lower(index)
        if determiner not in determiners.BOUND and not (
            determiner == "o" and text.lower(index - 1) in self._BEFORE_ARTICLE
        ):
            return False
        return not text[place].profile.pos & _FUNCTION

    @staticmethod
    def _in_compound(text: WordList, place: int) -> bool:
        """Whether a foreign word follows, so that the two may be one loan (disc jockeys)."""
        after = place + 1
        return (
            after < len(text)
            and text.spaced(after)
            and (text[after].common and not text[after].profile.known)
        )

    def _is_exempt(self, text: WordList, index: int, place: int, mask: int) -> bool:
        """Whether a clash proves nothing: a case slip further on, or a gap of the dictionary."""
        word, seen = text[place], text[place].profile
        if place > index + 1 and spread(mask) & seen.nominal:
            return True  # ultima donată spitalului
        if (
            text.lower(index) not in determiners.BOUND
            and text.lower(index) != "o"
            and (not seen.noun & ~seen.noun_definite)
        ):
            return True  # a pronoun: pe mulți vestea i-a surprins
        return (
            word.lower in self._INVARIABLE
            or word.lower.endswith("toare")
            or (
                word.lower.endswith("ii") and seen.noun == seen.noun_definite
            )  # filosofii: listed for filosof, not filosofie
            or (seen.noun == 0 and word.lower[-1] == "i")
        )

    def _report(self, view: View, text: WordList, index: int, last: int) -> Issue:
        first, noun = text[index], text[last]
        suggestion = None
        bare = noun.profile.noun & ~noun.profile.noun_definite
        other = determiners.other_form(first.lower, bare) if bare else None
        if other and last == index + 1:
            other = other.capitalize() if first.text[0].isupper() else other
            suggestion = f"{other} {noun.text}"
        message = Message(
            f"“{first.text}” does not agree with “{noun.text}” in gender, number or case.",
            f"„{first.text}” nu se acordă cu „{noun.text}” în gen, număr sau caz.",
        )
        return self.issue(view, first.start, noun.end, message, suggestion)


_FUNCTION = frozenset(
    """
    adverb preposition conjunction particle pronoun determiner numeral other
""".split()
)


class AdjectiveAgreement(WordCheck):
    """An adjective that does not agree with the noun before it: "prețuri scăzută".

    Silent where any word of the phrase before it could be what the adjective describes (agenția de
    știri rusă), and where the adjective has the form of an adverb (zonele fervent catolice).
    """

    name = "grammar.adjective"
    category = "grammar"
    confidence = 0.8

    #: Nouns of adverbial phrases (de obicei, din păcate, în continuare), and "e" for "este".
    _ADVERBIAL = frozenset(
        "e obicei păcate continuare totul timp timpul fapt general special parte rest".split()
    )
    #: Adjectives without inflection that the dictionary lists as inflecting.
    _INVARIABLE = ("antitanc", "antirachetă", "antigripal", "graffiti")
    #: Words that begin another clause.
    _BOUNDARIES = frozenset(
        """
            care ce că să când dacă cum unde sau dar însă iar precum decât deși
            deoarece căci
        """.split()
    )

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.adjectival:
            if index and self._clashes(text, index):
                noun, adjective = text[index - 1], text[index]
                message = Message(
                    f"“{adjective.text}” does not agree with “{noun.text}” in gender or number.",
                    f"„{adjective.text}” nu se acordă cu „{noun.text}” în gen sau număr.",
                )
                yield self.issue(view, noun.start, adjective.end, message)

    def _clashes(self, text: WordList, index: int) -> bool:
        noun, adjective = text[index - 1], text[index]
        wanted = adjective.profile.adjective
        if (
            not noun.profile.only_noun
            or not text.spaced(index)
            or not (noun.common and adjective.common)
            or noun.lower in self._ADVERBIAL
            or adjective.lower in self._INVARIABLE
            or wanted == adjective.profile.adjective_definite
            or wanted & _MASCULINE_SINGULAR
            or spread(noun.profile.noun) & wanted
            or noun.lower.endswith("toare")
        ):
            return False
        if not wanted & SINGULAR & DIRECT and self._is_coordinated(text, index):
            return False
        return (
            not self._belongs_right(text, index) and not spread(self._heads(text, index)) & wanted
        )

    @staticmethod
    def _is_coordinated(text: WordList, index: int) -> bool:
        """Whether a plural adjective may sum up two nouns: un scaun sau o masă așezate."""
        return any(
            text.lower(place) in ("și", "sau", "ori", "nici") for place in range(index - 7, index)
        )

    @staticmethod
    def _belongs_right(text: WordList, index: int) -> bool:
        """Whether the adjective may stand before its noun (în prezent noua lege)."""
        if index + 1 >= len(text) or not text.spaced(index + 1):
            return text.hyphenated(index)
        following = text[index + 1]
        if not following.text[0].isalpha():
            return following.text[0].isdigit()
        if not following.profile.known or not following.common:
            return True
        return following.lower not in _LIGHT and bool(
            spread(following.profile.nominal) & text[index].profile.adjective
        )

    def _heads(self, text: WordList, index: int) -> int:
        """The cells of all that the adjective could belong to, back to the clause's beginning."""
        mask = 0
        for place in range(index - 1, max(-1, index - 26), -1):
            word, seen = text[place], text[place].profile
            if not word.text[0].isalnum():
                if word.text in '„“”"«»(),-%':
                    continue
                break
            if word.text[0].isdigit():
                mask |= PLURAL
            elif not seen.known or (
                not word.common and place and text[place - 1].text[0].isalnum()
            ):
                return ANY
            if word.lower in self._BOUNDARIES or (seen.finite and not seen.nominal):
                break
            mask |= seen.nominal
        return mask


_LIGHT = frozenset("de a la în care pe din cu".split())
_MASCULINE_SINGULAR = cells("m", "s")


class PredicateAgreement(WordCheck):
    """A predicate that does not agree with the subject before it: "elevii au fost chemată".

    Judged only where the subject opens the clause and the verb follows it at once.
    """

    name = "grammar.predicate"
    category = "grammar"
    confidence = 0.85

    _SINGULAR = frozenset("este e era fusese".split())
    _PLURAL = frozenset("sunt erau fuseseră".split())
    _VERBS = _SINGULAR | _PLURAL | {"fost"}
    _OPENERS = frozenset("că dacă iar dar când însă deși deoarece întrucât fiindcă".split())
    _DEGREE = frozenset(
        "foarte mai atât extrem astfel cel destul prea deja acum încă și nu".split()
    )
    #: Collective subjects, with which the plural and the members' gender are normal; and "posibil
    #: să", which has its own subject.
    _COLLECTIVE = frozenset(
        """
            majoritatea restul jumătate jumătatea partea parte mulțimea numărul
            seria grupul sute
        """.split()
    )

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("a", "va")):
            if self._is_verb(text, index):
                yield from self._singular(view, text, index)
        for index in text.at(self._VERBS):
            verb = index
            if text.lower(index) == "fost":
                verb = index - 1
                if text.lower(verb) not in ("a", "au"):
                    continue
            last = self._clash(text, verb, index + 1)
            if last is not None:
                start = self._subject(text, verb)[0]
                subject, predicate = text[verb - 1], text[last]
                message = Message(
                    f"“{predicate.text}” does not agree with the subject “{subject.text}”.",
                    f"„{predicate.text}” nu se acordă cu subiectul „{subject.text}”.",
                )
                yield self.issue(view, text[start].start, predicate.end, message)

    @staticmethod
    def _is_verb(text: WordList, index: int) -> bool:
        """Whether the word is an auxiliary: a participle or infinitive of its own follows it."""
        after = index + 1
        while text.lower(after) in ("mai", "și", "tot", "fi", "fost"):
            after += 1
        if after >= len(text) or not text.spaced(after) or not text[after].common:
            return False
        wanted = "participle" if text.lower(index) == "a" else "infinitive"
        return wanted in text[after].profile.moods or text.lower(after - 1) in ("fi", "fost")

    def _singular(self, view: View, text: WordList, verb: int) -> Iterator[Issue]:
        """A singular auxiliary after a plural subject: "autoritățile a evacuat"."""
        head = self._head(text, verb)
        start, mask = self._subject(text, head + 1)
        if not mask or spread(mask) & ~PLURAL or text.lower(head) in self._COLLECTIVE:
            return
        message = Message(
            f"“{text[verb].text}” is singular, “{text[head].text}” is not.",
            f"„{text[verb].text}” este la singular, „{text[head].text}” nu.",
        )
        yield self.issue(view, text[start].start, text[verb].end, message)

    @staticmethod
    def _head(text: WordList, verb: int) -> int:
        """The noun of the subject, before an adjective (trupele rusești) or owner (ministrului)."""
        head = verb - 1
        if head > 0 and text.spaced(verb) and text.spaced(head) and text[head].common:
            word, noun = text[head].profile, text[head - 1].profile
            owner = word.only_noun and word.noun == word.noun_definite and not word.noun & DIRECT
            fits = (
                word.only_adjectival and not word.adjective_definite and noun.noun & word.adjective
            )
            if noun.only_noun and (owner or fits):
                return head - 1
        return head

    def _clash(self, text: WordList, verb: int, after: int) -> int | None:
        """The index of the word that clashes with the subject before `verb`."""
        _, mask = self._subject(text, verb)
        if not mask or text.lower(verb - 1) in self._COLLECTIVE:
            return None
        while text.lower(after) in self._DEGREE:
            after += 1
        if text.lower(after) in ("posibil", "probabil", "nevoie", "vorba"):
            return None
        if text.lower(verb) in self._SINGULAR and not spread(mask) & ~PLURAL:
            return verb
        if text.lower(verb) in self._PLURAL and not spread(mask) & PLURAL:
            return None if "," in text.text[: text[verb].start].rpartition(".")[2] else verb
        if after >= len(text) or not text[after].common:
            return None
        seen = text[after].profile
        bare = seen.adjective & ~seen.adjective_definite
        passive = text.lower(after - 1) == "fost" and "participle" in seen.pos <= _PASSIVE
        if not (seen.only_adjectival or passive) or not bare or spread(mask) & spread(bare):
            return None
        return None if self._names_follow(text, after) else after

    @staticmethod
    def _names_follow(text: WordList, after: int) -> bool:
        """Whether the adjective may belong to a noun behind it (este mare nevoie)."""
        if after + 1 >= len(text):
            return False
        seen = text[after + 1].profile
        if text.lower(after + 1) in _LIGHT:
            return False
        return bool(seen.noun) and bool(spread(seen.nominal) & text[after].profile.adjective)

    def _subject(self, text: WordList, verb: int) -> tuple[int, int]:
        """Where the noun phrase right before `verb` begins; its cells, 0 if it is no subject."""
        head = verb - 1
        if head < 0 or not text.spaced(verb) or not text[head].profile.only_noun:
            return 0, 0
        mask, start, determined = text[head].profile.noun, head, False
        while start and text.spaced(start):
            before = text[start - 1]
            if before.lower in determiners.CELLS:
                mask, determined = mask & determiners.CELLS[before.lower], True
            elif before.profile.only_adjectival:
                mask &= before.profile.adjective
            else:
                break
            start -= 1
        mask &= DIRECT if determined else text[head].profile.noun_definite & DIRECT
        opens = (
            start == 0
            or text.lower(start - 1) in self._OPENERS
            or (text[start - 1].text in '.!?:;,„"')
        )
        capital = text[head].common or (head == start and opens)
        return (start, mask) if opens and capital else (start, 0)


#: What a participle in the passive may be besides: a noun (arestatul), an adjective.
_PASSIVE = frozenset(("participle", "noun", "adjective"))


CHECKS = (DeterminerAgreement, AdjectiveAgreement, PredicateAgreement)
