"""Subject and predicate: "elevii au fost chemată", "Guvernul au anunțat", "Autoritățile decide"."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.grammar.agreement import agreeing
from mtqa.checks.grammar.nouns import is_adverbial
from mtqa.checks.wordwise import WordCheck
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro import determiners
from mtqa.languages.ro.agreement import ADJECTIVAL, DIRECT, PLURAL, SINGULAR, WordList, spread
from mtqa.languages.ro.reinflect import finite_in
from mtqa.model import Issue

#: Auxiliaries of the third person: their number, and the other form.
_AUXILIARIES = {
    "a": (SINGULAR, "au"),
    "va": (SINGULAR, "vor"),
    "au": (PLURAL, "a"),
    "vor": (PLURAL, "va"),
}


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
        for index in text.at(_AUXILIARIES):
            if self._is_verb(text, index):
                yield from self._auxiliary(view, text, index)
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
        wanted = "participle" if text.lower(index) in ("a", "au") else "infinitive"
        return wanted in text[after].profile.moods or text.lower(after - 1) in ("fi", "fost")

    def _auxiliary(self, view: View, text: WordList, verb: int) -> Iterator[Issue]:
        """An auxiliary of the other number: "autoritățile a evacuat", "Guvernul au anunțat"."""
        head = self._head(text, verb)
        start, mask = self._subject(text, head + 1)
        number, right = _AUXILIARIES[text.lower(verb)]
        if not mask or spread(mask) & number or text.lower(head) in self._COLLECTIVE:
            return
        if is_adverbial(text.lower(start)):
            return  # luna trecută au avut loc
        if number == PLURAL and not self._is_alone(text, start, head):
            return
        noun, written = text[head], text[verb]
        kind = ("singular", "singular") if number == SINGULAR else ("plural", "plural")
        message = Message(
            f"“{written.text}” is {kind[0]}, “{noun.text}” is not: “{noun.text} {right}”.",
            f"„{written.text}” este la {kind[1]}, „{noun.text}” nu: „{noun.text} {right}”.",
        )
        phrase = view.target.text[text[start].start : text[verb].start]
        yield self.issue(view, text[start].start, written.end, message, phrase + right)

    @staticmethod
    def _is_alone(text: WordList, start: int, head: int) -> bool:
        """Whether a singular noun is the whole subject: it opens the sentence, nothing is added."""
        first = start == 0 or text[start - 1].text in '.!?:;„"'
        return first and text[head].profile.noun & SINGULAR != 0

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
        if self._names_follow(text, after) or self._is_adverb(text, after):
            return None
        return after

    @staticmethod
    def _is_adverb(text: WordList, after: int) -> bool:
        """Whether the form describes an adjective behind it: discret supravegheate."""
        if text[after].profile.adjective & ~ADJECTIVAL["m", "s"] or not text.spaced(after + 1):
            return False
        return text.lower(after + 1) == "de" or text[after + 1].profile.only_adjectival

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


_LIGHT = frozenset("de a la în care pe din cu".split())
#: What a participle in the passive may be besides: a noun (arestatul), an adjective.
_PASSIVE = frozenset(("participle", "noun", "adjective"))


class VerbAgreement(WordCheck):
    """A verb of the other number right after its subject: "Autoritățile decide", "Guvernul decid".

    Judged only where a noun with the article opens the sentence and the verb follows it at once.
    """

    name = "grammar.verb-number"
    category = "grammar"
    confidence = 0.88

    #: Judged with what they say of the subject.
    _HELPERS = frozenset("este e era sunt erau va vor a au".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.articled:
            verb = index + 1
            if not text.spaced(verb) or not text[verb].common or text.hyphenated(verb):
                continue
            if index and text[index - 1].text not in '.!?„"':
                continue
            noun, word = text[index], text[verb]
            number = self._number(word.lower) if word.profile.only_verb else ""
            if not number or is_adverbial(noun.lower) or word.lower in self._HELPERS:
                continue
            if word.lower.endswith("ă"):
                continue  # one form for both numbers, although the dictionary may have but one
            if noun.lower in word_set("nouns", "collective"):
                continue
            said = PLURAL if number == "p" else SINGULAR
            if noun.profile.noun & said:
                continue
            yield self._report(view, text, index, number)

    def _report(self, view: View, text: WordList, index: int, number: str) -> Issue:
        noun, word = text[index], text[index + 1]
        right = finite_in(word.lower, "s" if number == "p" else "p")
        shown = f": “{noun.text} {right}”" if right else ""
        kind = ("plural", "plural") if number == "p" else ("singular", "singular")
        message = Message(
            f"“{word.text}” is {kind[0]}, its subject “{noun.text}” is not{shown}.",
            f"„{word.text}” este la {kind[1]}, subiectul „{noun.text}” "
            f"nu{shown.replace('“', '„')}.",
        )
        suggestion = f"{noun.text} {right}" if right else None
        return self.issue(view, noun.start, word.end, message, suggestion)

    @staticmethod
    def _number(verb: str) -> str:
        """The one number of a form of the third person, "" if it serves for both."""
        readings = romanian().analyses(verb)
        numbers = {a.number for a in readings if a.mood == "indicative" and a.person == 3}
        return numbers.pop() if len(numbers) == 1 else ""


class NamedPredicate(WordCheck):
    """A masculine predicate of a woman, named by a feminine title or her first name.

    So "Doamna Merkel a fost ales", "Regina s-a declarat mulțumit". Titles of men before women's
    names (ministrul Ana Pop a fost aleasă) say nothing.
    """

    name = "grammar.predicate-gender"
    category = "grammar"
    confidence = 0.88

    _LINKING = frozenset(
        "este era fost declarat arătat simțit dovedit devenit rămas considerat".split()
    )
    #: After these a clause is the subject: este sigur că, e necesar să.
    _CLAUSE = frozenset("că să dacă ca".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._LINKING):
            verb = self._verb(text, index)
            start = self._woman(text, verb) if verb > 0 else None
            said = index + 1
            while text.lower(said) in _DEGREE:
                said += 1
            if start is None or said >= len(text) or not text.spaced(said):
                continue
            word = text[said]
            if not word.common or not self._is_masculine(text, said):
                continue
            right = agreeing(word.lower, ADJECTIVAL["f", "s"] & DIRECT)
            shown = f": “{right}”" if right else ""
            subject = view.target.text[text[start].start : text[verb - 1].end]
            message = Message(
                f"“{word.text}” is masculine, its subject “{subject}” is a woman or a "
                f"feminine noun{shown}.",
                f"„{word.text}” este la masculin, subiectul „{subject}” e "
                f"feminin{shown.replace('“', '„')}.",
            )
            yield self.issue(view, word.start, word.end, message, right)

    @staticmethod
    def _verb(text: WordList, index: int) -> int:
        """The index of the first word of the predicate, -1 if the word is none."""
        if text.lower(index) in ("este", "era"):
            return index
        aux = index - 1
        if text.lower(aux) != "a":
            return -1
        before = text.lower(aux - 1)
        if text.lower(index) in ("fost", "devenit", "rămas"):
            return aux
        return aux - 1 if before == "s-" else -1

    @staticmethod
    def _woman(text: WordList, verb: int) -> int | None:
        """The index at which a feminine subject begins that opens the sentence."""
        start = verb - 1
        while (
            start > 0 and start > verb - 4 and text.spaced(start) and text[start].text[0].isupper()
        ):
            start -= 1
        if start < 0 or not text.spaced(start + 1) or not text[start].text[0].isalpha():
            return None
        before = text.lower(start - 1)
        if start and before not in ".!?:;„" and before not in ("că", "dar", "iar", "însă", "când"):
            return None
        word = text[start]
        if word.lower == "ea" and start == verb - 1:
            return start
        if start < verb - 1 and word.lower in word_set("given-names", "feminine"):
            return start
        seen = word.profile
        feminine = seen.articled and not seen.noun & ~ADJECTIVAL["f", "s"]
        return start if feminine else None

    def _is_masculine(self, text: WordList, index: int) -> bool:
        """Whether the word is an adjective in the masculine singular, and no adverb."""
        seen = text[index].profile
        bare = seen.adjective & ~seen.adjective_definite
        passive = text.lower(index - 1) == "fost" and "participle" in seen.pos
        if not seen.pos - {"adverb" if passive else ""} <= _PASSIVE or not bare:
            return False
        if spread(bare) & ~ADJECTIVAL["m", "s"] or text.lower(index + 1) in self._CLAUSE:
            return False
        return passive or not self._names_follow(text, index)

    @staticmethod
    def _names_follow(text: WordList, index: int) -> bool:
        """Whether a noun behind it is what the word describes (a fost fost ministru)."""
        after = index + 1
        if not text.spaced(after):
            return False
        return (
            bool(text[after].profile.noun & ADJECTIVAL["m", "s"])
            and text.lower(after) not in _LIGHT
        )


_DEGREE = frozenset("foarte mai atât extrem prea deja încă".split())


CHECKS = (PredicateAgreement, VerbAgreement, NamedPredicate)
