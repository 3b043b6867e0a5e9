"""Where the parser may be wrong about a subject, so that a check says nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro import clauses
from mtqa.languages.ro.agreement import ANY, DIRECT, spread
from mtqa.languages.ro.parse import Parse, Word


class Claim(NamedTuple):
    """What the parser says and a check would build on.

    Attributes:
        parse: the tree.
        head: the subject.
        predicate: the word that it is the subject of.
        verb: the finite form.
        fits: the cells that would agree with the verb or predicate.
    """

    parse: Parse
    head: Word
    predicate: Word
    verb: Word
    fits: int

    @property
    def inverted(self) -> bool:
        """Whether the subject stands behind the verb."""
        return self.head.index > self.verb.index


def doubtful(claim: Claim) -> bool:
    """Whether another subject is as likely as the parser's."""
    return any(doubt(claim) for doubt in _DOUBTS)


def rivals(claim: Claim) -> Iterator[Word]:
    """The words before a verb that may be its subject if the parser is wrong about it."""
    parse, head, predicate = claim.parse, claim.head, claim.predicate
    for word in parse.words[clauses.sentence(parse, claim.verb)[0] : claim.verb.index]:
        if word.index == head.index or word.upos not in clauses.NOMINAL:
            continue
        taken = word.deprel in _TAKEN and word.head != predicate.index
        inside = word.deprel in ("nmod", "det") and word.head == head.index
        inside |= word.get("Strength") == "Weak" or word.deprel.startswith("expl")
        if taken or inside or word.lemma in ("care", "ce") or clauses.governed(parse, word):
            continue
        if clauses.standing(word) & DIRECT or word.upos == "PROPN":
            yield word


_TAKEN = ("nsubj", "nsubj:pass", "obj", "iobj", "xcomp", "expl", "obl")


def _breaks_off(claim: Claim) -> bool:
    """A mark between the two, or a subject that is half a word or an adverb of time."""
    words = clauses.between(claim.parse, claim.head, claim.verb)
    return (
        any(word.text in ":;" for word in words)
        or clauses.leans(claim.parse, claim.head)
        or clauses.lower(claim.head) in word_set("agreement", "unsure")
        or claim.head.lemma in word_set("agreement", "time")
    )


def _is_called(claim: Claim) -> bool:
    """Dragi prieteni, îmi pare rău: a comma between the noun and the verb, as after a vocative."""
    last = claim.parse.subtree(claim.head.index)[-1]
    apart = claim.parse.words[last + 1 : claim.verb.index]
    return claim.head.lemma != "care" and any(word.text == "," for word in apart)


def _is_of_another_clause(claim: Claim) -> bool:
    """Țara pe care o veți vizita: the relative clause has a subject of its own."""
    found = clauses.children(claim.parse, claim.predicate, "obj", "nsubj", "obl", "iobj")
    return claim.head.lemma != "care" and any(word.lemma == "care" for word in found)


def _is_object(claim: Claim) -> bool:
    """Obiectivul l-au constituit țările: a pronoun before the verb takes it up."""
    mask = spread(clauses.nominal(claim.head))
    return claim.head.lemma != "care" and any(
        clauses.weak(word) & mask
        for word in clauses.children(claim.parse, claim.predicate, "obj", "expl", "iobj")
    )


def _has_rival(claim: Claim) -> bool:
    if claim.head.lemma == "care":
        return False
    return any((clauses.standing(word) or ANY) & claim.fits for word in rivals(claim))


def _is_behind(claim: Claim) -> bool:
    """What stands behind an active verb is its object more often than its subject."""
    if not claim.inverted:
        return False
    existing = word_set("agreement", "existing")
    passive = claim.head.deprel == "nsubj:pass" and any(
        clauses.children(claim.parse, claim.predicate, "aux:pass", "expl:pass")
    )
    words = (claim.verb, *clauses.between(claim.parse, claim.verb, claim.head))
    return (
        not passive and claim.verb.lemma not in existing and claim.predicate.lemma not in existing
    ) or any(word.upos == "SCONJ" or word.text in ",:" for word in words)


def _is_put_in(claim: Claim) -> bool:
    """Americanii, spune Spieth, simt: the verb of another."""
    parse, verb = claim.parse, claim.verb
    if claim.inverted or [word.text for word in clauses.before(parse, verb)] != [","]:
        return False
    name = any(word.upos == "PROPN" for word in clauses.after(parse, verb, 2))
    return name or _follows(claim, _NEAR)


def _has_nearer(claim: Claim) -> bool:
    """A noun that would agree stands right before the verb."""
    parse, place = claim.parse, claim.verb.index - 1
    while place > claim.head.index:
        word = parse.words[place]
        if word.upos in ("PART", "ADV", "AUX") or word.get("Strength") == "Weak":
            place -= 1
            continue
        if word.upos not in ("NOUN", "PROPN") or clauses.governed(parse, word):
            return False
        seen = clauses.nominal(word)
        return bool((seen & DIRECT if seen else ANY) & claim.fits)
    return False


def _is_predicated(claim: Claim) -> bool:
    """Prioritate vor avea producătorii: a bare noun before the verb, another behind it."""
    parse, head = claim.parse, claim.head
    if claim.inverted or head.upos != "NOUN" or head.get("Definite") == "Def":
        return False
    bare = not any(clauses.children(parse, head, "det", "nummod"))
    return _follows(claim) if bare else _follows(claim, _NEAR, "Def")


def _is_turned(claim: Claim) -> bool:
    """Cauza sunt drumurile: the verb agrees with what is predicated."""
    return (
        claim.verb.lemma == "fi"
        and claim.verb.index != claim.predicate.index
        and _follows(claim)
    )  # fmt: skip


#: Words behind a verb among which an inverted subject stands.
_NEAR = 4


def _follows(claim: Claim, many: int = 1000, definite: str = "") -> bool:
    """Whether a noun that would agree stands among so many words behind the verb."""
    parse, verb = claim.parse, claim.verb
    return any(
        word.upos in clauses.NOMINAL
        and not clauses.governed(parse, word)
        and (clauses.nominal(word) & DIRECT if clauses.nominal(word) else ANY) & claim.fits
        and definite in ("", word.get("Definite"))
        for word in clauses.after(parse, verb, many)
    )


_DOUBTS: tuple[Callable[[Claim], bool], ...] = (
    _breaks_off, _is_called, _is_of_another_clause, _is_object, _has_rival, _is_behind, _is_put_in,
    _has_nearer, _is_predicated, _is_turned,
)  # fmt: skip
