"""Verb forms that do not go together: "să merge", "va trebuie", "pentru a găsit"."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.model import Issue
from mtqa.romanian.agreement import WordList

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
                message = Message(
                    f"“{verb.text}” is no subjunctive.", f"„{verb.text}” nu este la conjunctiv."
                )
                yield self.issue(view, text[index].start, verb.end, message)


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


class ThatAfterMight(WordCheck):
    """S-ar putea că for "s-ar putea ca … să"."""

    name = "grammar.might-that"
    category = "grammar"
    confidence = 0.93

    _BETWEEN = frozenset(", de asemenea foarte bine chiar totuși deci".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("putea",)):
            if text.lower(index - 1) != "ar":
                continue
            place = index + 1
            while place < min(index + 7, len(text)) and text.lower(place) in self._BETWEEN:
                place += 1
            if text.lower(place) == "că":
                that = text[place]
                message = Message(
                    "“S-ar putea” is followed by “să” or “ca … să”.",
                    "După „s-ar putea” urmează „să” sau „ca … să”.",
                )
                yield self.issue(view, that.start, that.end, message, "ca")


class AccuseTo(WordCheck):
    """A acuza with a subjunctive: "l-a acuzat pe Putin să răspândească" for "că răspândește"."""

    name = "grammar.accuse"
    category = "grammar"
    confidence = 0.85

    _FORMS = frozenset(
        """
        acuz acuzi acuză acuzăm acuzați acuzat acuzau acuza acuzând acuzase
    """.split()
    )
    _SPAN = 12
    _STOP = frozenset("că de și pentru care fără când dacă iar dar ca ce cum unde".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._FORMS):
            if "pe" not in (text.lower(index + 1), text.lower(index + 2)):
                continue
            for place in range(index + 1, min(index + self._SPAN, len(text) - 1)):
                if text.lower(place) == "să":
                    end = self._verb(text, place)
                    message = Message(
                        "“A acuza” takes “că” and the indicative, or “de”.",
                        "„A acuza” cere „că” cu indicativul sau „de”.",
                    )
                    yield self.issue(view, text[place].start, end, message)
                    break
                word = text[place]
                if word.lower in self._STOP or word.text in ".,;:!?" or word.profile.only_verb:
                    break

    @staticmethod
    def _verb(text: WordList, place: int) -> int:
        """Where the verb after "să" ends."""
        after = place + 1
        while after < len(text) - 1 and text.lower(after) in _CLITICS:
            after += 1
        return text[after].end


class MissingClitic(WordCheck):
    """Pe care as the object without its pronoun: "soldații pe care a trimis" for "i-a trimis".

    Judged on verbs whose object is no place, in the compound past, where nothing that could be
    the object follows the verb (site-ul pe care a găsit fotografia is right).
    """

    name = "grammar.clitic"
    category = "grammar"
    confidence = 0.85

    _VERBS = frozenset(
        """
            trimis ucis omorât arestat acuzat numit invitat demis concediat întâlnit
            cunoscut citat învins salvat rănit capturat eliberat condamnat iubit
            cumpărat vândut primit descoperit inventat pierdut câștigat promis
            propus cerut menționat criticat respins distrus furat considerat
            susținut aprobat adoptat ales dorit folosit utilizat ascultat întrebat
            apărat
        """.split()
    )
    _AUXILIARIES = frozenset("a au am ai ați".split())
    _AFTER = frozenset("în la din pentru după de anul săptămâna luna ieri".split())
    _CLITICS = _CLITICS - {"a", "nu", "mai", "tot", "și", "cam", "prea", "încă"}

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("pe",)):
            if text.lower(index + 1) != "care":
                continue
            verb = self._verb(text, index + 2)
            if verb is not None:
                message = Message(
                    "The object “pe care” is repeated by a pronoun before the verb: îl, o, îi, le.",
                    "Complementul „pe care” se reia prin pronume înaintea verbului: îl, o, îi, le.",
                )
                yield self.issue(view, text[index].start, text[verb].end, message)

    def _verb(self, text: WordList, start: int) -> int | None:
        """The index of a participle that lacks its pronoun."""
        for place in range(start, min(start + 5, len(text) - 1)):
            word = text[place]
            if word.lower in self._AUXILIARIES and text.spaced(place + 1):
                verb = place + 1
                lacks = text.lower(verb) in self._VERBS and not text.hyphenated(verb)
                return verb if lacks and self._nothing_follows(text, verb + 1) else None
            if word.lower in self._CLITICS or not word.text[0].isalpha() or word.profile.finite:
                return None
        return None

    def _nothing_follows(self, text: WordList, place: int) -> bool:
        return (
            place >= len(text) or text[place].text in ".,;!?)”" or text.lower(place) in self._AFTER
        )


CHECKS = (Subjunctive, Auxiliary, Infinitive, ThatAfterMight, AccuseTo, MissingClitic)
