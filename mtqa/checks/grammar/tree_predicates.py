"""Subject and predicate in the tree: number and person of the verb, gender of what is said."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge.handmade import word_set
from mtqa.knowledge.spelling import comma
from mtqa.languages.ro import clauses
from mtqa.languages.ro.agreement import ANY, DIRECT, PLURAL, SINGULAR, profile, spread
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
            yield from self._judge(view, parse, predicate)

    def _judge(self, view, parse, predicate):
        found = clauses.persons(parse, predicate)
        heads = clauses.subjects(parse, predicate)
        above = parse.words[predicate.head]
        shared = False
        if found is None and heads and above.lemma == "putea" and predicate.deprel in ("ccomp", "xcomp"):
            found = None if clauses.subjects(parse, above) else clauses.persons(parse, above)
        if found is None:
            return
        verb, persons = found
        if not persons & clauses.EITHER or comma(verb.text.lower()) == "or":
            return
        if not heads and predicate.deprel == "conj":
            first = clauses.persons(parse, above)
            heads = [w for w in clauses.subjects(parse, above) if w.index < above.index and first]
            shared = True
            if heads:
                other = clauses.subject(parse, heads[0])
                if not other or not other.persons & first[1] or (3, "p") in persons:
                    return
                if verb.text.lower() == verb.lemma or verb.text.lower() in ("poate",):
                    return
                if any(parse.words[i].deprel.startswith("nsubj") and i != heads[0].index and (clauses.nominal(parse.words[i]) or ANY) & SINGULAR for i in range(clauses.sentence(parse, verb)[0], verb.index)):
                    return
        if shared and verb.index - above.index > 12:
            return
        if len(heads) > 1 and any((clauses.nominal(w) or ANY) & (PLURAL if (3, "p") in persons else SINGULAR) for w in heads):
            return
        for head in heads[:1]:
            subject = _subject(parse, head, above if shared else predicate)
            if subject and not subject.persons & persons and not _doubtful(parse, head, predicate, verb, persons):
                message = Message(
                    f"“{verb.text}” does not agree with its subject “{subject.word.text}”.",
                    f"„{verb.text}” nu se acordă cu subiectul „{subject.word.text}”.",
                )
                yield self.issue(view, verb.start, verb.end, message, row=_way(parse, head, predicate, verb) + (" shared "+('pl' if (3,'p') in persons else 'sg') if shared else ""))


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
    between = parse.words[verb.index:head.index]
    if any(w.upos == "SCONJ" or w.text in ",:" for w in between) or (between and verb.text.lower() == "poate"):
        return True
    if head.index > verb.index and head.deprel != "nsubj:pass" and verb.lemma not in ("fi", "exista", "urma", "apărea", "rămâne", "lipsi", "putea") and predicate.lemma not in ("exista", "urma", "apărea", "rămâne", "lipsi"):
        return True
    if verb.index > head.index and parse.words[verb.index - 1].text == "," and any(w.upos == "PROPN" for w in parse.words[verb.index + 1 : verb.index + 3]):
        return True
    near = verb.index - 1
    while near > head.index and (parse.words[near].upos in ("PART", "ADV", "AUX") or parse.words[near].get("Strength") == "Weak"):
        near -= 1
    near_word = parse.words[near]
    if near > head.index and near_word.upos in ("NOUN", "PROPN") and not clauses.governed(parse, near_word):
        seen = clauses.nominal(near_word) & DIRECT if clauses.nominal(near_word) else ANY
        if seen & (PLURAL if (3, "p") in persons else SINGULAR):
            return True
    if head.upos == "NOUN" and head.get("Definite") != "Def" and head.index < verb.index and not any(clauses.children(parse, head, "det", "nummod")):
        for word in parse.words[verb.index + 1 : clauses.sentence(parse, verb)[1]]:
            if word.upos in clauses.NOMINAL and not clauses.governed(parse, word) and (clauses.nominal(word) or ANY) & DIRECT & (PLURAL if (3, "p") in persons else SINGULAR):
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
                yield from self._turned(view, parse, predicate)
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
            found = clauses.persons(parse, predicate)
            if clauses.leans(parse, head) or (found and not found[1] & clauses.EITHER):
                continue
            if parse.words[parse.subtree(head.index)[-1] + 1].text.lower() == "și":
                continue
            if predicate.index and parse.words[predicate.index - 1].upos == "ADP":
                continue
            if head.index > predicate.index and predicate.lemma in word_set("collectives", "naming"):
                continue
            if head.index > predicate.index and head.get("Number") == "Sing" and head.get("Definite") != "Def" and not any(clauses.children(parse, head, "det", "nummod")):
                continue
            if not wanted & SINGULAR and not subject.cells & PLURAL and clauses.summed(parse, clauses.sentence(parse, head)[0], predicate.index):
                continue
            if not wanted & SINGULAR and clauses.summed(parse, parse.subtree(head.index)[0], predicate.index):
                continue
            if any(w.lemma in ("cine", "oricine", "cel") and w.upos in ("PRON", "DET") and w.deprel.startswith("nsubj") for w in parse.words[head.index - 12 if head.index > 12 else 0 : predicate.index]):
                continue
            if head.index < predicate.index and any((clauses.nominal(r) or clauses.pronominal(r.text.lower()) or ANY) & wanted for r in clauses.rivals(parse, head, predicate, predicate)):
                continue
            follow = parse.words[predicate.index + 1] if predicate.index + 1 < len(parse.words) else predicate
            if follow.upos in ("ADJ", "VERB") and spread(clauses.adjectival(follow)) & subject.cells:
                continue
            after = parse.words[predicate.index + 1: predicate.index + 3]
            if any(w.upos == "NOUN" and clauses.nominal(w) & wanted for w in after):
                continue
            message = Message(
                f"“{predicate.text}” does not agree with its subject “{subject.word.text}”.",
                f"„{predicate.text}” nu se acordă cu subiectul „{subject.word.text}”.",
            )
            yield self.issue(view, predicate.start, predicate.end, message, row=_way(parse, head, predicate, predicate) + predicate.deprel)

    def _turned(self, view, parse, noun):
        """tipic sunt fiordurile."""
        nouns = clauses.nominal(noun)
        if noun.upos != "NOUN" or not nouns & DIRECT or clauses.governed(parse, noun):
            return
        cop = [c for c in clauses.children(parse, noun, "cop") if c.lemma == "fi"]
        for word in clauses.children(parse, noun, "nsubj"):
            wanted = clauses.adjectival(word)
            if word.upos == "ADJ" and cop and word.index == clauses.sentence(parse, word)[0] and not profile(word.text).adjective_definite and word.index < cop[0].index < noun.index and wanted and not spread(wanted) & spread(nouns) and "cel" not in {c.lemma for c in clauses.children(parse, word, "det")}:
                message = Message(
                    f"“{word.text}” does not agree with its subject “{noun.text}”.",
                    f"„{word.text}” nu se acordă cu subiectul „{noun.text}”.",
                )
                yield self.issue(view, word.start, word.end, message, row="turned")

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
            if any(c.text.lower() in ("a", "să") for c in clauses.children(parse, word, "mark")) and head.lemma not in ("putea", "trebui"):
                return None
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
            if not 0 < verb.index - head.index < 6:
                continue
            one, other = clauses.persons(parse, head), clauses.persons(parse, verb)
            if one and other and one[0].deprel != 'cop' and not one[1] & other[1]:
                message = Message(
                    f"“{other[0].text}” has not the subject of “{one[0].text}”.",
                    f"„{other[0].text}” nu are subiectul lui „{one[0].text}”.",
                )
                yield self.issue(view, one[0].start, other[0].end, message, row=head.lemma)


class Address(Check):
    """Tu and voi for one reader in one sentence: "dacă vrei să mergeți"."""

    name = "grammar.address"
    category = "grammar"
    confidence = 0.7
    needs_parser = True
    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        parse = view.target.analysis
        if parse is None or view.target.orthography.bare:
            return
        for first, last in parse.sentences:
            if any(w.text in '"„”“»«' for w in parse.words[first:last]):
                continue
            seen = {"s": [], "p": []}
            for word in parse.words[first:last]:
                found = clauses.persons(parse, word)
                if found and found[1] <= {(2, "s")} and word.lemma not in ("vedea",):
                    seen["s"].append(found[0])
                elif found and found[1] <= {(2, "p")}:
                    seen["p"].append(found[0])
            if seen["s"] and seen["p"]:
                few = min(("s", "p"), key=lambda n: (len(seen[n]), -seen[n][0].index))
                other = seen["p" if few == "s" else "s"][0]
                for word in seen[few]:
                    message = Message(
                        f"“{word.text}” speaks to another person than “{other.text}”.",
                        f"„{word.text}” se adresează altei persoane decât „{other.text}”.",
                    )
                    yield self.issue(view, word.start, word.end, message)


CHECKS = (Address, SubjectVerb, Predicative, Control)
