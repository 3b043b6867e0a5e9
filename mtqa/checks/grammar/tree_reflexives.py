"""Verbs without the reflexive pronoun that they need, or with one that they never have."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.treewise import TreeCheck
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.parse import Parse, Word
from mtqa.languages.ro.tree import dependents, is_finite, lower, neighbour
from mtqa.model import Issue

_PRONOUNS = frozenset(
    """
        se s s- -se mă m- -mă te t- te- -te ne ne- -ne vă v- -vă își și- -și l- îl o i- îi le le-
        -l -o -i -le
    """.split()
)
#: What a verb acts on, and what tells that it is passive.
_OBJECTS = frozenset(
    """
        obj iobj ccomp xcomp csubj aux:pass nsubj:pass expl expl:pass expl:pv expl:poss
    """.split()
)


class LostReflexive(TreeCheck):
    """A verb that acts on nothing, without its "se": "armata a evacuat din oraș".

    English verbs are often both (the army evacuated, evacuated the town); Romanian ones need the
    pronoun. Judged where a preposition follows at once, and of verbs that always have it.
    """

    name = "grammar.lost-reflexive"
    confidence = 0.75
    category = "grammar"

    #: After these an object may stand: a muta pe cineva, o parte de.
    _MAY_BE_OBJECT = frozenset(("pe", "de", "ca"))

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        always, often = word_set("frames", "always reflexive"), word_set("frames", "reflexive")
        for verb in parse.words:
            if verb.lemma not in always | often or verb.upos != "VERB":
                continue
            after = neighbour(parse, verb)
            before_place = (
                after is not None
                and after.upos == "ADP"
                and lower(after) not in self._MAY_BE_OBJECT
            )
            if not (before_place or verb.lemma in always) or not self._is_active(parse, verb):
                continue
            near = parse.words[max(0, verb.index - 7) : verb.index + 4]
            if any(lower(one) in _PRONOUNS for one in near) or self._has_object(parse, verb):
                continue
            message = Message(
                f"“{verb.text}” acts on nothing here: it wants the reflexive (a se {verb.lemma}).",
                f"„{verb.text}” nu are aici complement direct: este reflexiv (a se {verb.lemma}).",
            )
            yield self.issue(view, verb.start, verb.end, message)

    @staticmethod
    def _is_active(parse: Parse, verb: Word) -> bool:
        """Whether the verb is finite, an infinitive or a gerund, and no bare participle."""
        form = verb.get("VerbForm")
        if form == "Fin":
            moods = {a.mood for a in romanian().analyses(lower(verb))}
            return "participle" not in moods
        if form == "Part":
            return any(dependents(parse, verb, "aux"))
        return form in ("Inf", "Ger") or is_finite(parse, verb)

    @staticmethod
    def _has_object(parse: Parse, verb: Word) -> bool:
        """Whether it acts on something, shared with another verb or not, or is passive."""
        head = parse.words[verb.head]
        joined = [verb, *dependents(parse, verb, "conj")]
        if verb.deprel == "conj":
            joined.append(head)
        if any(child.deprel in _OBJECTS for one in joined for child in dependents(parse, one)):
            return True
        before = parse.words[max(0, verb.index - 9) : verb.index]
        return any(
            lower(one) == "ce"
            or (lower(one) == "care" and lower(neighbour(parse, one, -1)) == "pe")
            for one in before
        )


CHECKS = (LostReflexive,)
