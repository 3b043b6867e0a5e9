"""The names of a source, the forms Romanian may give them, and what became of each."""

from mtqa.source_names.evidence import Fault, Verdict
from mtqa.source_names.extract import Part, SourceName, SourceText
from mtqa.source_names.judge import Judge

__all__ = ["Fault", "Judge", "Part", "SourceName", "SourceText", "Verdict"]
