"""How much a process remembers of the texts that it has read.

News repeats its words, so what a check finds out about a word is kept for the next sentence. But a
corpus never runs out of new words, and some hundred functions that each keep what they have seen
would fill any machine: a worker that reads for a day may need no more memory than one that reads
for an hour. An answer that was forgotten is found out again; what mtqa says does not depend on it.
"""

from __future__ import annotations

#: Answers that a function keeps that is asked about every word of both texts. With fewer it would
#: forget what comes again where sources in several languages take turns; with 40,000 a worker that
#: has the model too would come to some 600 MB after 20,000 pairs.
EVERY_WORD = 24_000
#: Those of a function that is asked about words of one language, or of one kind.
WORDS = 10_000
#: Those about what is rarer: names, strange words, pairs of words that are held against each other.
NAMES = 5_000
#: Those about whole sentences: a long article's, which several checks read one after the other.
SENTENCES = 500
