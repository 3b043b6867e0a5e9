"""What a translation says against what its source says: negations, directions, senses, roles.

Pure: words in, verdicts out. A verdict names the place on both sides and what should stand there;
how it is put to an editor is the business of the checks.
"""

from mtqa.compare.meaning.pair import Pair, pairs
from mtqa.compare.meaning.verdict import Verdict

__all__ = ["Pair", "Verdict", "pairs"]
