"""Firms, bands, teams and papers whose name the translation has turned into words: "Roșu Electric"
for Red Electric, "Presa de Beton" for the Concrete Press."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.compare.names.evidence import Verdict, is_cognate, is_explained_by, is_native, translates
from mtqa.compare.names.keys import american, source_keys, unmarked
from mtqa.compare.names.segment import SegmentNames
from mtqa.compare.names.trade import Brand
from mtqa.knowledge import romanian
from mtqa.languages.ro import Token

#: What may stand between the words of a Romanian name, and between its words only.
_JOINTS = frozenset("de din cu la al a ai ale lui și pentru în pe cel cea cei cele mai".split())
#: A name of so many words has so many joints at most.
_LOOSE = 2


def turned_into_words(segment: SegmentNames) -> Iterator[Verdict]:
    """The names of firms, bands, teams and papers that the target translates.

    Every word of the name must be rendered within a stretch of words of which the first has a
    capital; of a name that a trade tells, one word may be rendered by any other with a capital.
    """
    taken: set[int] = set()
    for brand in segment.brands:
        if any(_is_shown(segment, word) for word in brand.words):
            continue
        stretch = _stretch(segment, brand)
        if not stretch or stretch[0].start in taken:
            continue
        taken.add(stretch[0].start)
        first, last = stretch[0], stretch[-1]
        kept = any(other.text == "The" for other in segment.neighbour(first, -1))
        right = brand.text.removeprefix("The ") if kept else brand.text
        yield Verdict("literal", first.start, last.end, right, brand.start, brand.end,
                      brand.sure, brand=True)  # fmt: skip


def _is_shown(segment: SegmentNames, word: str) -> bool:
    """Whether the word itself stands in the target with its capital."""
    return any(
        unmarked(token.text).startswith(unmarked(word)) and token.text[0].isupper()
        for token in segment.target.with_keys(source_keys(word))
    )


def _stretch(segment: SegmentNames, brand: Brand) -> list[Token]:
    """The words of the target that render the name, in a row; none if no row renders it."""
    best: list[Token] = []
    words = [word for word in (*brand.words, brand.tail) if word]
    for token in segment.target.capitals:
        if not any(renders(word, token.text) for word in words) and not (
            brand.sure and len(words) > 1 and _is_word(segment, token)
        ):
            continue
        row = _row(segment, brand, token)
        if row and _rendered(words, row) > _rendered(words, best):
            best = row
    return best


def _rendered(words: Sequence[str], row: Sequence[Token]) -> int:
    """How many words of the row render one of the name's."""
    return sum(any(renders(word, token.text) for word in words) for token in row)


def _row(segment: SegmentNames, brand: Brand, first: Token) -> list[Token]:
    """The row of words from `first` on, if it renders the name."""
    left = [*brand.words, *([brand.tail] if brand.tail else [])]
    spare = brand.sure and len(left) > 1  # one word may be rendered by any other
    other = False
    row: list[Token] = []
    pending: list[Token] = []
    for token in _onward(segment, first):
        word = next((word for word in left if word == token.text or renders(word, token.text)), "")
        if word:
            left.remove(word)
        elif spare and not other and token.text[0].isupper() and _is_word(segment, token):
            other = True
        elif token.text in _JOINTS and len(pending) < _LOOSE:
            pending.append(token)
            continue
        else:
            break
        row += [*pending, token]
        pending = []
        if len(left) == other:
            break
    missing = [word for word in left if word != brand.tail]
    return row if len(missing) <= other and _is_name(segment, brand, row) else []


def _onward(segment: SegmentNames, token: Token) -> Iterator[Token]:
    """The word and those after it, as long as only spaces divide them."""
    following: Token | None = token
    while following is not None:
        yield following
        following = next(segment.neighbour(following, 1), None)


def _is_word(segment: SegmentNames, token: Token) -> bool:
    """Whether a capitalised word is an ordinary Romanian one that nothing else explains."""
    if is_explained_by(token.text, segment.words):
        return False
    return is_native(token.text.lower()) and segment.is_candidate(token)


def _is_name(segment: SegmentNames, brand: Brand, row: Sequence[Token]) -> bool:
    """Whether the capitals of the row are a name's and not its sentence's."""
    initial = row[0].start in segment.starts
    inner = any(token.text[0].isupper() for token in row[1:])
    if not initial:
        return inner or brand.sure or len(brand.words) == 1
    return inner or brand.text.startswith("The ")


def renders(word: str, form: str) -> bool:
    """Whether the Romanian form is what a translator makes of the English word.

    >>> renders("Harbour", "Portul"), renders("Guardian", "Gardianul"), renders("Red", "Verde")
    (True, True, False)
    """
    lower = form.lower()
    if translates(word, lower) or is_cognate(word, lower):
        return True
    other = american(word.lower())
    if other != word.lower() and translates(other, lower):
        return True
    return any(translates(word, lemma) for lemma in romanian().lemmas(lower))
