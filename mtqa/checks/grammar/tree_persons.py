"""Persons of verbs in the tree: verbs of one subject, and how the reader is spoken to."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.treewise import TreeCheck
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro import clauses
from mtqa.languages.ro.inflected import verb as other_person
from mtqa.languages.ro.parse import Parse, Word
from mtqa.model import Issue

#: Words from a verb to that after să, at most.
_NEAR = 5


class Control(TreeCheck):
    """Two verbs of one subject in different persons: "puteți să plătească"."""

    name = "grammar.control"
    confidence = 0.75

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            head = parse.words[word.head]
            if not self._is_controlled(parse, word, head):
                continue
            one, other = clauses.persons(parse, head), clauses.persons(parse, word)
            if not one or not other or one[0].deprel == "cop" or one[1] & other[1]:
                continue
            first, second = one[0], other[0]
            if clauses.lower(first) == "poate":  # an adverb, too
                continue
            message = Message(
                f"“{first.text}” and “{second.text}” have one subject but not one person.",
                f"„{first.text}” și „{second.text}” au același subiect, dar nu aceeași persoană.",
            )
            form = other_person(clauses.lower(second), *min(one[1]))
            whole = form and view.target.text[first.start : second.start] + form
            yield self.issue(view, first.start, second.end, message, whole)

    @staticmethod
    def _is_controlled(parse: Parse, word: Word, head: Word) -> bool:
        return (
            word.deprel in ("ccomp", "xcomp")
            and head.lemma in word_set("agreement", "control")
            and 0 < word.index - head.index <= _NEAR
            and clauses.marked(parse, word, "să")
            and not clauses.subjects(parse, word)
            # s-ar putea să, se poate să have no subject
            and not any(
                w.get("Reflex") == "Yes"
                for w in map(parse.words.__getitem__, parse.children(head.index))
            )
        )


CHECKS = (Control,)
