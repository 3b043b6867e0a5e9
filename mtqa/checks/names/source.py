"""Names, judged against the source: none is lost, swapped, translated or mangled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from mtqa.checks.base import Check, Message, View
from mtqa.checks.once import once
from mtqa.compare.names import Verdict
from mtqa.model import Issue, Severity, SourceSpan


@once
def verdicts(view: View) -> Sequence[Verdict]:
    """What the source says of the target's names, found once per article."""
    if view.pair is None:
        return ()
    found = view.pair.names
    for segment in view.pair.name_judge.crowded:
        view.leave_out("too many names to compare them with the source", segment)
    return found


class _FromSource(Check):
    """A fault of names that the source shows. Subclasses say which one and how to put it."""

    category = "name"
    needs_source = True
    shared = staticmethod(verdicts)
    fault: ClassVar[str]
    message: ClassVar[Message]
    #: How to put it of a firm, a band, a team or a paper.
    brand: ClassVar[Message]

    def find(self, view: View) -> Iterator[Issue]:
        for verdict in verdicts(view):
            if verdict.fault == self.fault:
                yield self._issue(view, verdict)

    def _severity(self, verdict: Verdict) -> Severity | None:
        """What is critical where the verdict is certain is major where it is not."""
        return "major" if self.severity == "critical" and not verdict.certain else None

    def _issue(self, view: View, verdict: Verdict) -> Issue:
        source = view.article.source or ""
        name = source[verdict.source_start : verdict.source_end]
        text = view.article.target[verdict.start : verdict.end]
        words = {"name": name, "text": text, "right": verdict.suggestion or name}
        message = self.brand if verdict.brand else self.message
        return self.issue(
            view,
            verdict.start,
            verdict.end,
            Message(message.en.format(**words), message.ro.format(**words)),
            verdict.suggestion,
            confidence=self.confidence if verdict.certain else self.confidence * 0.8,
            source_span=SourceSpan(verdict.source_start, verdict.source_end, name),
            severity="minor" if verdict.mild else self._severity(verdict),
        )


class TranslatedName(_FromSource):
    """A part of a name of the source was translated as a word: "Jens Etapă" for Jens Stage."""

    name = "names.source-literal"
    severity = "critical"
    confidence = 0.95
    fault = "literal"
    message = Message(
        "“{text}” translates “{name}”, which is part of a name.",
        "„{text}” traduce „{name}”, care face parte dintr-un nume.",
    )
    brand = Message(
        "“{name}” is a firm, a band, a team or a paper, whose name stays; “{text}” translates it.",
        "„{name}” este o firmă, o formație, o echipă sau o publicație; „{text}” îi traduce numele.",
    )


class MisspeltName(_FromSource):
    """A name of the source is misspelt: "Bovenschule" for Bovenschulte."""

    name = "names.source-spelling"
    severity = "major"
    confidence = 0.93
    fault = "near"
    message = Message(
        "The source has “{name}”; “{text}” is a misspelling of it.",
        "Sursa are „{name}”; „{text}” este o formă greșită.",
    )


class TruncatedName(_FromSource):
    """A name of the source has lost letters: "Romcel" for Romcatel."""

    name = "names.source-truncated"
    severity = "major"
    confidence = 0.93
    fault = "truncated"
    message = Message(
        "The source has “{name}”; “{text}” lacks a part of it.",
        "Sursa are „{name}”; din „{text}” lipsește o parte.",
    )


class SwelledName(_FromSource):
    """A name of the source has grown an ending of no language: "Nadalen" for Nadal."""

    name = "names.source-swelled"
    severity = "critical"
    confidence = 0.95
    fault = "swelled"
    message = Message(
        "The source has “{name}”; “{text}” has letters that are none of it.",
        "Sursa are „{name}”; „{text}” are litere în plus.",
    )


class GenitiveName(_FromSource):
    """A name keeps the genitive of the source's language: "lui Eugen Polanskis"."""

    name = "names.source-genitive"
    severity = "minor"
    confidence = 0.95
    fault = "genitive"
    message = Message(
        "“{text}” keeps the foreign genitive; the name is “{right}”.",
        "„{text}” păstrează genitivul străin; numele este „{right}”.",
    )


class ReplacedName(_FromSource):
    """Another name stands in the place of the source's: "Newcastle" for Bournemouth."""

    name = "names.source-replaced"
    severity = "critical"
    confidence = 0.85
    fault = "replaced"
    message = Message(
        "The source has “{name}” here, not “{text}”.",
        "Sursa are aici „{name}”, nu „{text}”.",
    )


class LostName(_FromSource):
    """A name of the source is missing in the translation; minor where a pronoun or a word for an
    office may stand for it."""

    name = "names.source-lost"
    severity = "major"
    confidence = 0.8
    fault = "lost"
    message = Message(
        "The name “{name}” of the source is missing around here.",
        "Numele „{name}” din sursă lipsește în acest loc.",
    )


class ForeignName(_FromSource):
    """A name stands in its foreign form where Romanian has its own: "Strabo" for Strabon."""

    name = "names.source-exonym"
    severity = "minor"
    confidence = 0.9
    fault = "exonym"
    message = Message(
        "Foreign form of a name; Romanian “{right}”.",
        "Formă străină a unui nume; în română „{right}”.",
    )


class LostMarks(_FromSource):
    """A Romanian name has lost its diacritics: "Costica" for Costică."""

    name = "names.source-marks"
    severity = "minor"
    confidence = 0.6  # of a judged sample of alarms on human text one in five was right
    needs_diacritics = True
    fault = "marks"
    message = Message(
        "The Romanian name is written “{right}”.",
        "Numele românesc se scrie „{right}”.",
    )


class InventedName(_FromSource):
    """A name stands in the translation that the source does not have anywhere."""

    name = "names.source-invented"
    severity = "major"
    confidence = 0.8
    fault = "invented"
    message = Message(
        "“{text}” is a name that the source does not have.",
        "„{text}” este un nume pe care sursa nu îl are.",
    )


class OtherKind(_FromSource):
    """A place stands where the source has a person, or the reverse."""

    name = "names.source-kind"
    severity = "critical"
    confidence = 0.85
    fault = "kind"
    message = Message(
        "The source has “{name}” here; “{text}” is a name of another kind (person or place).",
        "Sursa are aici „{name}”; „{text}” este alt fel de nume (de persoană sau de loc).",
    )


class DisorderedName(_FromSource):
    """Given name and surname are in the wrong order or torn apart: "Trump Donald"."""

    name = "names.source-order"
    severity = "major"
    confidence = 0.85
    fault = "order"
    message = Message(
        "The source has “{name}” in this order and in one piece.",
        "Sursa are „{name}”, în această ordine și într-o singură bucată.",
    )


class WrongGender(_FromSource):
    """The word before a person's name has the wrong gender: "actorul Emma Thompson"."""

    name = "names.source-gender"
    severity = "major"
    confidence = 0.85
    fault = "gender"
    message = Message(
        "The source tells that “{name}” is of the other gender: “{right}”.",
        "Sursa arată că „{name}” este de celălalt gen: „{right}”.",
    )


class LiteralInstitution(_FromSource):
    """An institution is translated word by word though Romanian has its own name for it."""

    name = "names.source-institution"
    severity = "major"
    confidence = 0.85
    fault = "institution"
    message = Message(
        "“{name}” is called “{right}” in Romanian.",
        "„{name}” se numește în română „{right}”.",
    )


CHECKS: tuple[type[Check], ...] = (
    TranslatedName,
    MisspeltName,
    TruncatedName,
    SwelledName,
    GenitiveName,
    ReplacedName,
    LostName,
    ForeignName,
    LostMarks,
    InventedName,
    OtherKind,
    DisorderedName,
    WrongGender,
    LiteralInstitution,
)
