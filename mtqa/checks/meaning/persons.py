"""Persons, judged against the source: a pronoun of the other gender, a verb of another person."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.checks.meaning.source import FromPairs
from mtqa.compare.meaning.pronouns import wrong_gender, wrong_person
from mtqa.model import Issue


class PronounGender(FromPairs):
    """A pronoun of the other gender than the source's: "el a vorbit" for "she spoke".

    Judged where the source has one named person and pronouns of one gender; nouns that are of one
    gender whoever is meant (victima, copilul) say nothing.
    """

    name = "meaning.pronoun-gender"
    severity = "major"
    confidence = 0.88
    message = Message(
        "The source says “{said}”: here “{right}”, not “{text}”.",
        "Sursa spune „{said}”: aici „{right}”, nu „{text}”.",
    )

    def find(self, view: View) -> Iterator[Issue]:
        before = None
        for pair in view.pair.words if view.pair else ():
            for verdict in wrong_gender(pair, before):
                yield self._issue(view, verdict, sure=True)
            before = pair


class VerbPerson(FromPairs):
    """A verb that addresses the reader, as the source does not: "ai întâlnit" for "I met"."""

    name = "meaning.verb-person"
    severity = "major"
    confidence = 0.85
    judge = staticmethod(wrong_person)
    message = Message(
        "“{text}” addresses somebody; the source speaks of “{said}”.",
        "„{text}” se adresează cuiva; sursa vorbește despre „{said}”.",
    )


CHECKS: tuple[type[Check], ...] = (PronounGender, VerbPerson)
