"""Subject and predicate in the tree: number of the verb, gender of what is predicated."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.grammar.tree import agreeing, as_written, named
from mtqa.checks.grammar.tree_doubts import Claim, doubtful, rivals
from mtqa.checks.treewise import TreeCheck
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro import clauses
from mtqa.languages.ro.agreement import ANY, DIRECT, PLURAL, SINGULAR, profile, spread
from mtqa.languages.ro.clauses import Persons, Subject
from mtqa.languages.ro.inflected import verb as other_person
from mtqa.languages.ro.parse import Parse, Word
from mtqa.model import Issue

#: Words between two verbs of one subject, at most.
_SHARED = 12
#: Words before a subject among which another may be joined to it.
_JOINED = 10


def _subject_message(word: Word, subject: Subject) -> Message:
    english, romanian = named(subject.word, subject.cells)
    return Message(
        f"“{word.text}” does not agree with its subject {english}.",
        f"„{word.text}” nu se acordă cu subiectul {romanian}.",
    )


class SubjectVerb(TreeCheck):
    """A verb that is not in the number of its subject, near or far: "guvernul au anunțat".

    Silent where the plural may sum up several (o serie de oameni au), and where another noun of
    the sentence would agree and may be the subject.
    """

    name = "grammar.subject-verb"
    confidence = 0.7

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for predicate in parse.words:
            found = self._finite(parse, predicate)
            if found is None or not found[1] & clauses.THIRD:
                continue
            verb, persons = found
            heads = clauses.subjects(parse, predicate)
            clause = predicate
            if not heads:
                heads, clause = (
                    self._shared(parse, predicate, verb, persons),
                    _head(parse, predicate),
                )
            fits = PLURAL if (3, "p") in persons else SINGULAR
            if not heads or (len(heads) > 1 and any(_seen(word) & fits for word in heads)):
                continue
            subject = clauses.subject(parse, heads[0], clause)
            if subject is None or subject.persons & persons:
                continue
            bare = heads[0].upos != "PRON" and heads[0].get("Definite") != "Def"
            if (1, "s") in persons and bare:
                continue  # alt motiv nu văd
            claim = Claim(parse, heads[0], predicate, verb, fits)
            if not (fits == PLURAL and self._may_sum(claim)) and not doubtful(claim):
                yield self._report(view, verb, subject)

    @staticmethod
    def _finite(parse: Parse, predicate: Word) -> tuple[Word, Persons] | None:
        """The finite verb: that of a putea for the infinitive that has the subject."""
        found = clauses.persons(parse, predicate)
        above = _head(parse, predicate)
        if found is None and above.lemma == "putea" and predicate.deprel in ("ccomp", "xcomp"):
            own = clauses.subjects(parse, predicate) and not clauses.subjects(parse, above)
            return clauses.persons(parse, above) if own else None
        if found and clauses.lower(found[0]) == "or":
            return None  # a conjunction
        return found

    @staticmethod
    def _shared(parse: Parse, predicate: Word, verb: Word, persons: Persons) -> list[Word]:
        """The plural subject of the verb before, for a singular that is joined to it.

        A plural may have a subject that is not named: guvernul a căzut și au plecat.
        """
        above = _head(parse, predicate)
        first = clauses.persons(parse, above)
        if predicate.deprel != "conj" or first is None or (3, "p") in persons:
            return []
        if above.deprel not in ("root", "conj", "parataxis"):
            return []
        heads = [word for word in clauses.subjects(parse, above) if word.index < above.index]
        own = clauses.subject(parse, heads[0], above) if heads else None
        if own is None or not own.persons & first[1] or verb.index - above.index > _SHARED:
            return []
        earlier = parse.words[clauses.sentence(parse, verb)[0] : verb.index]
        others = [w for w in earlier if w.deprel.startswith("nsubj") and w.index != heads[0].index]
        infinitive = clauses.lower(verb) in (verb.lemma, "poate")
        infinitive |= predicate.lemma in word_set("agreement", "impersonal")
        return [] if infinitive or any(_seen(word) & SINGULAR for word in others) else heads

    @staticmethod
    def _may_sum(claim: Claim) -> bool:
        """Whether something may be joined to the subject that the parser has elsewhere."""
        parse, head = claim.parse, claim.head
        first = parse.subtree(head.index)[0] - _JOINED
        first = max(clauses.sentence(parse, head)[0], first)
        return clauses.summed(parse.words[first : max(claim.verb.index, head.index)])

    def _report(self, view: View, verb: Word, subject: Subject) -> Issue:
        number = min(subject.persons)[1]
        form = clauses.lower(verb)
        marked = form[:-1] + "ă"  # martorii confirma
        if not form.endswith("a") or (3, number) not in clauses.finite(marked):
            marked = ""
        suggestion = as_written(verb.text, marked or other_person(form, 3, number))
        message = _subject_message(verb, subject)
        return self.issue(view, verb.start, verb.end, message, suggestion)


class Predicative(TreeCheck):
    """An adjective or participle that does not agree with the subject: "ușa este deschis".

    In the passive, after a fi, a deveni, a rămâne and the like.
    """

    name = "grammar.predicative"
    confidence = 0.85

    _RAISING = frozenset("putea trebui urma părea deveni rămâne".split())

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            subject = self._clash(parse, word)
            if subject is not None:
                message = _subject_message(word, subject)
                yield self.issue(view, word.start, word.end, message, agreeing(word, subject.cells))
            yield from self._turned(view, parse, word)

    def _clash(self, parse: Parse, word: Word) -> Subject | None:
        """The subject that the word does not agree with."""
        mask = spread(clauses.adjectival(word))
        if not mask or not self._is_predicate(parse, word):
            return None
        head, clause = self._subject_of(parse, word)
        subject = head and clauses.subject(parse, head, clause)
        mask |= spread(clauses.tagged(word))
        if not head or not subject or mask & subject.cells:
            return None
        own = clauses.persons(parse, clause)
        if own and not own[1] & subject.persons:
            return None  # the verb and the word have another subject, or SubjectVerb speaks
        claim = Claim(parse, head, clause, word, mask)
        if self._sums_up(claim, subject) or self._is_noun_s(claim) or self._is_doubtful(claim):
            return None
        return subject

    @staticmethod
    def _is_predicate(parse: Parse, word: Word) -> bool:
        participle = word.upos == "VERB" and word.get("VerbForm") == "Part"
        if word.upos == "ADV":
            follows = [clauses.lower(w) for w in clauses.after(parse, word)]
            known = bool(profile(word.text).adjective)
            if not known or not follows or follows[0] in ("de", "ca", "să", "că", "din"):
                return False
        elif word.upos != "ADJ" and not participle:
            return False
        if any(w.upos == "ADP" for w in clauses.before(parse, word)):
            return False
        if word.deprel == "xcomp":
            copular = _head(parse, word).lemma in word_set("agreement", "copular")
            return word.upos == "ADJ" and copular and not clauses.persons(parse, word)
        predicate = _adverb(parse, word) if word.deprel == "amod" else word
        if predicate is None:
            return False
        found = clauses.persons(parse, predicate)
        third = found is None or bool(found[1] & clauses.THIRD)
        if participle and _last_auxiliary(parse, predicate) != "fi":
            return False
        return third and any(
            child.lemma == "fi"
            and not any(
                w.upos in ("SCONJ", "PUNCT") for w in clauses.between(parse, child, predicate)
            )
            for child in clauses.children(parse, predicate, "cop", "aux:pass")
        )

    def _subject_of(self, parse: Parse, word: Word) -> tuple[Word | None, Word]:
        """The subject, and the predicate that has it: that of a putea for its infinitive."""
        if word.deprel == "amod" or (word.deprel == "conj" and not clauses.subjects(parse, word)):
            word = _head(parse, word)
        while not (found := clauses.subjects(parse, word)):
            head = _head(parse, word)
            bound = clauses.marked(parse, word, "a", "să") and head.lemma not in ("putea", "trebui")
            if bound or word.deprel not in ("ccomp", "xcomp", "csubj") or (
                head.lemma not in self._RAISING
            ):  # fmt: skip
                return None, word
            word = head
        infinitive = clauses.marked(parse, word, "a")
        return (None if infinitive else found[-1]), word

    @staticmethod
    def _sums_up(claim: Claim, subject: Subject) -> bool:
        """Whether a plural predicate may sum up more than the parser's subject."""
        parse, head, word = claim.parse, claim.head, claim.verb
        last = parse.subtree(head.index)[-1]
        if [clauses.lower(w) for w in parse.words[last + 1 : last + 2]] == ["și"]:
            return True
        if claim.fits & SINGULAR:
            return False
        many = bool(subject.cells & PLURAL)
        first = parse.subtree(head.index)[0] if many else clauses.sentence(parse, head)[0]
        return clauses.summed(parse.words[first : word.index])

    @staticmethod
    def _is_noun_s(claim: Claim) -> bool:
        """Whether the word may belong to a noun or adjective that follows, or predicate it."""
        parse, head, word = claim.parse, claim.head, claim.verb
        own = spread(clauses.nominal(head))
        for follows in clauses.after(parse, word):
            if follows.upos in ("ADJ", "VERB") and spread(clauses.adjectival(follows)) & own:
                return True  # greșit direcționată
        if any(
            w.upos == "NOUN" and clauses.nominal(w) & claim.fits for w in _right_after(parse, word)
        ):
            return True
        if not claim.inverted:
            return False
        bare = head.get("Number") == "Sing" and head.get("Definite") != "Def"
        bare = bare and not any(clauses.children(parse, head, "det", "nummod"))
        return bare or word.lemma in word_set("agreement", "naming")

    @staticmethod
    def _is_doubtful(claim: Claim) -> bool:
        """Whether another noun of the sentence may be the subject."""
        parse, head, word = claim.parse, claim.head, claim.verb
        inside = clauses.between(parse, head, word)
        earlier = parse.words[clauses.sentence(parse, word)[0] : word.index]
        relative = any(c.lemma == "care" for c in clauses.children(parse, claim.predicate, "nsubj"))
        if (
            any(w.text in ":;" for w in inside)
            or clauses.leans(parse, head)
            or clauses.governed(parse, head)
            or (relative and head.lemma != "care")
            or head.lemma in word_set("agreement", "time")
            or clauses.lower(head) in word_set("agreement", "unsure")
            or any(clauses.lower(w).startswith(("cine", "oricine")) for w in earlier)
            or {clauses.lower(w) for w in clauses.before(parse, head, 2)} & {"și", "sau", "dintre"}
        ):
            return True
        others = [w for w in clauses.subjects(parse, claim.predicate) if w.index != head.index]
        near = [w for w in inside if _seen(w) & DIRECT and not clauses.governed(parse, w)]
        others += [w for w in near if w.upos in clauses.NOMINAL and w.deprel in _FREE]
        if word.deprel == "conj" and not clauses.subjects(parse, word):
            follows = {clauses.lower(w) for w in clauses.after(parse, word)}
            own, first = clauses.persons(parse, word), clauses.persons(parse, _head(parse, word))
            same = own is None or first is None or bool(own[1] & first[1])
            if follows & {"să", "că", "ca", "din"} or not same:
                return True
            others += [w for w in earlier if w.upos in clauses.NOMINAL and w.deprel in _FREE]
        others += () if claim.inverted else rivals(claim)
        return any(_seen(w) & claim.fits for w in others)

    def _turned(self, view: View, parse: Parse, noun: Word) -> Iterator[Issue]:
        """What is predicated opens the sentence: tipice sunt fiordurile."""
        mask = clauses.nominal(noun)
        if noun.upos != "NOUN" or not mask & DIRECT or clauses.governed(parse, noun):
            return
        links = [c.index for c in clauses.children(parse, noun, "cop") if c.lemma == "fi"]
        for word in clauses.children(parse, noun, "nsubj"):
            wanted = clauses.adjectival(word)
            opens = word.index == clauses.sentence(parse, word)[0]
            bare = not profile(word.text).adjective_definite
            if word.upos != "ADJ" or not links or not (opens and bare and wanted):
                continue
            if word.index < links[0] < noun.index and not spread(wanted) & spread(mask):
                subject = Subject(noun, frozenset(), spread(mask))
                message = _subject_message(word, subject)
                yield self.issue(view, word.start, word.end, message, agreeing(word, mask))


class AuxiliaryNumber(TreeCheck):
    """A form of a fi and its participle in different numbers: "au fost anunțată"."""

    name = "grammar.auxiliary-number"
    confidence = 0.85

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            verb = self._clash(parse, word)
            if verb is not None:
                message = Message(
                    f"“{verb.text}” and “{word.text}” are not in the same number.",
                    f"„{verb.text}” și „{word.text}” nu sunt la același număr.",
                )
                yield self.issue(view, verb.start, word.end, message)

    @staticmethod
    def _clash(parse: Parse, word: Word) -> Word | None:
        """The finite verb that is in another number than the word."""
        seen, wanted = profile(word.text), clauses.adjectival(word)
        participle = word.upos == "VERB" and word.get("VerbForm") == "Part"
        found = clauses.persons(parse, word) if participle or word.upos == "ADJ" else None
        if found is None or not wanted or (seen.noun and not participle):
            return None
        verb, persons = found
        links = {
            c.index for c in clauses.children(parse, word, "cop", "aux:pass") if c.lemma == "fi"
        }
        inside = clauses.between(parse, verb, word)
        near = verb.index < word.index and bool(links & {verb.index, *(w.index for w in inside)})
        if _last_auxiliary(parse, word) != "fi":
            return None
        if not near or any(w.upos not in ("AUX", "ADV", "PART") for w in inside):
            return None
        one = persons == {(3, "s")} and not wanted & SINGULAR
        many = persons == {(3, "p")} and not wanted & PLURAL
        belongs = any(
            (clauses.nominal(w) | clauses.adjectival(w) or ANY) & wanted
            for w in _right_after(parse, word)
            if w.upos in ("NOUN", "ADJ", "PROPN")
        )
        return verb if (one or many) and not belongs else None


#: Relations of what may be the subject of a predicate that is joined to another.
_FREE = ("nsubj", "nsubj:pass", "appos", "root", "dep", "parataxis")


def _head(parse: Parse, word: Word) -> Word:
    return parse.words[word.head]


def _last_auxiliary(parse: Parse, word: Word) -> str:
    """The lemma of the auxiliary nearest before a word; au recunoscut has no passive."""
    found = list(clauses.children(parse, word, "aux", "aux:pass", "cop"))
    return next((w.lemma for w in reversed(found) if w.index < word.index), "")


def _right_after(parse: Parse, word: Word) -> Iterator[Word]:
    """The two words behind, up to a preposition or a mark."""
    for follows in clauses.after(parse, word, 2):
        if follows.upos in ("ADP", "PUNCT"):
            return
        yield follows


def _seen(word: Word) -> int:
    """The cells of a noun or pronoun, whatever the case; all where it is not known."""
    return spread(clauses.standing(word)) or ANY


def _adverb(parse: Parse, word: Word) -> Word | None:
    """The noun of an adverb that the parser takes for the predicate: este în mod vădit mare."""
    head = _head(parse, word)
    adverbial = head.lemma in word_set("agreement", "adverbial") and clauses.governed(parse, head)
    return head if adverbial and word.index - head.index > 1 else None


CHECKS = (SubjectVerb, Predicative, AuxiliaryNumber)
