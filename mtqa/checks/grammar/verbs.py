"""Verb forms that do not go together: "să merge", "va trebuie", "pentru a găsit"."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.languages.ro.agreement import WordList
from mtqa.languages.ro.reinflect import finite_in
from mtqa.model import Issue

#: What may stand between a particle or an auxiliary and its verb.
_CLITICS = frozenset(
    """
        mă te se ne vă îl îi le o îmi îți își ni vi li i l nu mai tot și cam prea încă
        -l -i -o -și -mi -ți -ne -le -vă -te -se m- te- s- ne- v- l- i- le- și- mi- ți-
        ni- vi- n-
    """.split()
)


class Subjunctive(WordCheck):
    """Să and a verb that is no subjunctive: "să merge" for "să meargă".

    Judged only on verbs that can be nothing else; "să fi plecat" is the perfect subjunctive.
    """

    name = "grammar.subjunctive"
    category = "grammar"
    confidence = 0.9

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("să",)):
            place = index + 1
            while place < len(text) and place < index + 6 and text.lower(place) in _CLITICS:
                place += 1
            if place >= len(text):
                continue
            verb, moods = text[place], text[place].profile.moods
            if (
                verb.common
                and verb.profile.only_verb
                and "subjunctive" not in moods
                and "participle" not in moods
                and verb.lower not in ("fi", "sunteți", "suntem", "sunt")
                and not verb.lower.startswith(("îți", "iți"))
            ):
                right = finite_in(verb.lower, mood="subjunctive")
                shown = f": “{right}”" if right else ""
                message = Message(
                    f"“{verb.text}” is no subjunctive{shown}.",
                    f"„{verb.text}” nu este la conjunctiv{shown.replace('“', '„')}.",
                )
                start = text[index].start
                written = view.target.text[start : verb.start]
                suggestion = written + right if right else None
                yield self.issue(view, start, verb.end, message, suggestion)


class Auxiliary(WordCheck):
    """An auxiliary and a verb that cannot follow it: "va trebuie", "au scriu", "a anunță"."""

    name = "grammar.auxiliary"
    category = "grammar"
    confidence = 0.9

    _PAST = frozenset("am ai a ați au".split())
    _FUTURE = frozenset("vei va vom veți vor aș ar".split())
    _AUXILIARIES = _PAST | _FUTURE
    #: Participles that the dictionary lacks.
    _PARTICIPLES = frozenset(["constat", "dispărut"])

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._AUXILIARIES):
            if not text[index].common or not text.spaced(index + 1):
                continue
            auxiliary, verb = text[index].lower, text[index + 1]
            if not verb.common or not verb.profile.only_verb or text.hyphenated(index + 1):
                continue
            if self._fits(auxiliary, verb.lower, verb.profile.moods):
                continue
            if text.lower(index - 1) in _SUBJUNCTIVES:
                continue  # să vă spun, typed without its marks
            if verb.lower in ("este", "sunt"):
                continue  # beneficiul pe care îl ai este mic: a verb, and the clause ends
            message = Message(
                f"“{verb.text}” cannot follow the auxiliary “{auxiliary}”.",
                f"„{verb.text}” nu poate urma după auxiliarul „{auxiliary}”.",
            )
            yield self.issue(view, text[index].start, verb.end, message)

    def _fits(self, auxiliary: str, verb: str, moods: frozenset[str]) -> bool:
        if "infinitive" in moods or verb.endswith("ea"):
            return auxiliary in self._FUTURE or auxiliary in ("a", "ai", "ați", "am")
        if auxiliary in self._PAST:
            return "participle" in moods or verb in self._PARTICIPLES
        return "participle" in moods


_SUBJUNCTIVES = frozenset(("să", "sa", "nu"))


class Infinitive(WordCheck):
    """Pentru a without its infinitive: "pentru a văzut martori"."""

    name = "grammar.infinitive"
    category = "grammar"
    confidence = 0.9

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("pentru", "fără")):
            if text.lower(index + 1) != "a" or not text.spaced(index + 2):
                continue
            verb, seen = text[index + 2], text[index + 2].profile
            if (
                verb.common
                and not seen.moods.isdisjoint(("participle", "indicative"))
                and "infinitive" not in seen.moods
                and not seen.pos & {"adverb", "pronoun", "determiner", "numeral", "preposition"}
                and not verb.lower.endswith("a")
                and not text.hyphenated(index + 2)
            ):
                message = Message(
                    f"“{verb.text}” is no infinitive.", f"„{verb.text}” nu este la infinitiv."
                )
                yield self.issue(view, text[index].start, verb.end, message)


CHECKS = (Subjunctive, Auxiliary, Infinitive)
