"""The names of a source, the forms Romanian may give them, and what became of each."""

from mtqa.source_names.extract import Part, SourceName, SourceText
from mtqa.source_names.judge import Fault, Judge, Verdict

__all__ = ["Fault", "Judge", "Part", "SourceName", "SourceText", "Verdict"]
