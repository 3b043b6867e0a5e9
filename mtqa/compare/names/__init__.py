"""The names of a source, the forms Romanian may give them, and what became of each."""

from mtqa.compare.names.evidence import Fault, Verdict
from mtqa.compare.names.extract import Part, SourceName, SourceText
from mtqa.compare.names.judge import Judge

__all__ = ["Fault", "Judge", "Part", "SourceName", "SourceText", "Verdict"]
