"""Subject and predicate in the tree: number and person of the verb, gender of what is said."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro import clauses
from mtqa.languages.ro.agreement import ANY, PLURAL, SINGULAR, spread
from mtqa.languages.ro.clauses import Subject
from mtqa.languages.ro.parse import Parse, Word
from mtqa.model import Issue


class SubjectVerb(Check):
    """A verb that does not agree with its subject, near or far: "guvernul au anunțat"."""

    name = "grammar.subject-verb"
    category = "grammar"
    confidence = 0.8
    needs_parser = True
    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        parse = view.target.analysis
        if parse is None or view.target.orthography.bare:
            return
        for predicate in parse.words:
            found = clauses.persons(parse, predicate)
            if found is None:
                continue
            verb, persons = found
            for head in clauses.subjects(parse, predicate)[:1]:
                subject = _subject(parse, head, predicate)
                if subject and not subject.persons & persons and not _doubtful(parse, head, predicate, verb, persons):
                    message = Message(
                        f"“{verb.text}” does not agree with its subject “{subject.word.text}”.",
                        f"„{verb.text}” nu se acordă cu subiectul „{subject.word.text}”.",
                    )
                    yield self.issue(view, verb.start, verb.end, message, row=_way(parse, head, predicate, verb))


def _way(parse, head, predicate, verb):
    w = head.lemma if head.upos == "PRON" else head.upos
    return f"{w} {head.deprel} {'post' if head.index > verb.index else 'pre'} {'person' if (clauses.persons(parse, predicate) or (0,((3,),)))[1] and not any(p == 3 for p, *_ in (clauses.persons(parse, predicate) or (0,((3,),)))[1]) else ''} {'conj' if clauses.conjuncts(parse, head) else ''}"


def _doubtful(parse, head, predicate, verb, persons):
    if any(parse.words[i].text in ":;" for i in range(head.index, verb.index)):
        return True
    if clauses.leans(parse, head) or head.lemma in word_set("collectives", "time"):
        return True
    if any(c.lemma == "care" for c in clauses.children(parse, predicate, "obj", "nsubj", "obl", "iobj")) and head.lemma != "care":
        return True
    if head.lemma != "care":
        subject = spread(clauses.nominal(head))
        for child in clauses.children(parse, predicate, "obj", "expl", "iobj"):
            if clauses.weak(child) & subject:
                return True
        for rival in clauses.rivals(parse, head, predicate, verb):
            seen = clauses.nominal(rival) or clauses.pronominal(rival.text.lower()) or ANY
            if seen & (PLURAL if (3, "p") in persons else SINGULAR):
                return True
    first = parse.subtree(head.index)[0]
    many = (3, "p") in persons
    if many and clauses.summed(parse, max(clauses.sentence(parse, head)[0], first - 10), max(verb.index, head.index)):
        return True
    if verb.lemma == "fi" and verb.index != predicate.index:
        for index in range(verb.index + 1, clauses.sentence(parse, verb)[1]):
            word = parse.words[index]
            if word.upos in clauses.NOMINAL and not clauses.governed(parse, word):
                seen = clauses.nominal(word) or clauses.ANY
                if seen & (PLURAL if many else SINGULAR):
                    return True
    return False


def _subject(parse: Parse, head: Word, predicate: Word) -> Subject | None:
    if head.upos == "PRON" and head.lemma == "care":
        found = clauses.antecedents(parse, head, predicate)
        if not found or found[0].upos == "PROPN":
            return None
        mask = clauses.window(parse, found[0], head)
        if not mask:
            return None
        persons = frozenset((3, n) for n, m in (("s", SINGULAR), ("p", PLURAL)) if mask & m)
        return Subject(found[0], persons, mask, False)
    return clauses.subject(parse, head)


class Predicative(Check):
    """An adjective or participle of the predicate that does not agree with the subject: "ușa este deschis"."""

    name = "grammar.predicative"
    category = "grammar"
    confidence = 0.8
    needs_parser = True
    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        parse = view.target.analysis
        if parse is None or view.target.orthography.bare:
            return
        for predicate in parse.words:
            if not self._agreeing(parse, predicate):
                continue
            wanted = clauses.adjectival(predicate)
            if not wanted:
                continue
            head = self._subject_of(parse, predicate)
            subject = head and _subject(parse, head, predicate)
            if not subject:
                continue
            wanted = spread(wanted | clauses.tagged(predicate))
            if wanted & subject.cells:
                continue
            if any(parse.words[i].text in ":;" for i in range(head.index, predicate.index)):
                continue
            if predicate.index and parse.words[predicate.index - 1].upos == "ADP":
                continue
            if head.index > predicate.index and head.get("Number") == "Sing" and head.get("Definite") != "Def" and not any(clauses.children(parse, head, "det", "nummod")):
                continue
            if not wanted & SINGULAR and not subject.cells & PLURAL and clauses.summed(parse, clauses.sentence(parse, head)[0], predicate.index):
                continue
            if not wanted & SINGULAR and clauses.summed(parse, parse.subtree(head.index)[0], predicate.index):
                continue
            after = parse.words[predicate.index + 1: predicate.index + 3]
            if any(w.upos == "NOUN" and clauses.nominal(w) & wanted for w in after):
                continue
            message = Message(
                f"“{predicate.text}” does not agree with its subject “{subject.word.text}”.",
                f"„{predicate.text}” nu se acordă cu subiectul „{subject.word.text}”.",
            )
            yield self.issue(view, predicate.start, predicate.end, message, row=_way(parse, head, predicate, predicate) + predicate.deprel)

    @staticmethod
    def _agreeing(parse: Parse, word: Word) -> bool:
        if word.upos not in ("ADJ", "VERB") or (word.upos == "VERB" and word.get("VerbForm") != "Part"):
            return False
        if word.deprel == "xcomp":
            return word.upos == "ADJ" and parse.words[word.head].lemma in word_set("collectives", "copular") and not clauses.persons(parse, word)
        return any(c.lemma == "fi" for c in clauses.children(parse, word, "cop", "aux:pass"))

    @staticmethod
    def _subject_of(parse: Parse, word: Word) -> Word | None:
        while True:
            found = clauses.subjects(parse, word)
            if found:
                return found[0] if len(found) == 1 else None
            head = parse.words[word.head]
            if head.index == word.index or word.deprel not in ("ccomp", "xcomp", "csubj") or head.lemma not in ("putea", "trebui", "urma", "părea", "deveni", "rămâne"):
                return None
            word = head


class Control(Check):
    """Two verbs of one subject in different persons: "puteți să facă"."""

    name = "grammar.control"
    category = "grammar"
    confidence = 0.8
    needs_parser = True
    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        parse = view.target.analysis
        if parse is None or view.target.orthography.bare:
            return
        for verb in parse.words:
            head = parse.words[verb.head]
            if verb.deprel not in ("ccomp", "xcomp") or head.lemma not in word_set("collectives", "control"):
                continue
            if not any(c.text.lower() == "să" for c in clauses.children(parse, verb, "mark", "aux")):
                continue
            if clauses.subjects(parse, verb):
                continue
            if any(w.get("Reflex") == "Yes" for w in clauses.children(parse, head, "expl", "expl:pv", "expl:pass", "expl:impers", "expl:poss")):
                continue
            one, other = clauses.persons(parse, head), clauses.persons(parse, verb)
            if one and other and one[0].deprel != 'cop' and not one[1] & other[1]:
                message = Message(
                    f"“{other[0].text}” has not the subject of “{one[0].text}”.",
                    f"„{other[0].text}” nu are subiectul lui „{one[0].text}”.",
                )
                yield self.issue(view, other[0].start, other[0].end, message, row=head.lemma)


CHECKS = (SubjectVerb, Predicative, Control)
