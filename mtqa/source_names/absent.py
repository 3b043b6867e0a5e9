"""Names of which nothing is left in their segment: translated, replaced, or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtqa.lexicon import places
from mtqa.romanian import Token
from mtqa.romanian.transliteration import spelling_key
from mtqa.source_names.evidence import (
    Verdict,
    is_cognate,
    is_demonym,
    is_state,
    is_variant,
    translates,
)
from mtqa.source_names.extract import ROLES, Part, SourceName, core, is_calendar, is_medium
from mtqa.source_names.forms import is_translated
from mtqa.source_names.segment import SegmentNames
from mtqa.source_names.strangers import NO_NAMES, Gap, Stranger, gaps, pairs, strangers

#: What stands before a name that is no mere attribute of the word after it.
_ADJUNCT = re.compile(r"(?:^|\b(?:by|with|from|in|at|to|for|against|near|and|of)|,) $")
#: What tells that a newspaper is meant by its title.
_CITED = re.compile(r"(?i)(?:according to|told|reported by|quoted by|newspaper|daily) (?:the )?$")


def absent(segment: SegmentNames, judged: Sequence[Verdict]) -> Iterator[Verdict]:
    """The verdicts on the missing names of a segment.

    Args:
        segment: the segment.
        judged: what was said of its names already.
    """
    names = [name for name, shown in segment.names
             if all(tokens is None for tokens in shown) and not _is_judged(name, judged)]  # fmt: skip
    for name in tuple(names):
        token = _translated_title(segment, name) if segment.language == "en" else None
        if token:
            names.remove(name)
            yield Verdict("literal", token.start, token.end, name.text, name.start, name.end)
            judged = [*judged, Verdict("literal", token.start, token.end, None, *_span(name))]
    weights = {name: _weight(segment, core(name)) for name in names}
    replaced = set()
    for stranger, gap in _replacements(segment, weights, judged):
        replaced.add(gap.name)
        certain = stranger.strong and gap.weight == 3
        yield Verdict("replaced", *stranger.span, _right(gap), gap.start, gap.end, certain)
    for name in names:
        if weights[name] == 3 and name not in replaced and _is_vital(segment, core(name)):
            token = segment.nearest(name)
            yield Verdict("lost", token.start, token.end, None, *_span(core(name)), False)


def _span(name: SourceName) -> tuple[int, int]:
    return name.start, name.end


def _is_judged(name: SourceName, judged: Sequence[Verdict]) -> bool:
    return any(v.source_start < name.end and name.start < v.source_end for v in judged)


def _replacements(
    segment: SegmentNames, weights: dict[SourceName, int], judged: Sequence[Verdict]
) -> Iterator[tuple[Stranger, Gap]]:
    free = [item for item in strangers(segment)
            if not any(v.start < item.span[1] and item.span[0] < v.end for v in judged)]  # fmt: skip
    if not free:
        return
    open_ = [gap for gap in gaps(segment, weights)
             if not any(v.source_start < gap.end and gap.start < v.source_end for v in judged)]  # fmt: skip
    if segment.language != "en":  # the words of other languages are not known well enough
        free = [item for item in free if item.strong]
        free = [item for item in free if not is_state(item.tokens[-1].text)]
        open_ = [gap for gap in open_ if _is_sure(segment, gap)]
    for stranger, gap in pairs(segment, free, open_):
        form = segment.text[slice(*stranger.span)]
        if not is_variant(gap.text, form) and not is_variant(_joined(gap.text), _joined(form)):
            yield stranger, gap


def _is_sure(segment: SegmentNames, gap: Gap) -> bool:
    """Whether the missing words can only be a name, whatever the language."""
    if gap.weight < 3:
        return False
    return gap.name.kind == "person" or segment.article.keeps_name(core(gap.name).text)


def _joined(name: str) -> str:
    return name.replace("-", "").replace(" ", "")


def _right(gap: Gap) -> str | None:
    """What should stand in the gap, if the source's words can stay as they are."""
    curated = [entry for entry in places().find(gap.text) if entry.curated]
    if curated and not any(entry.language == "ro" for entry in curated):
        return curated[0].name
    return gap.text


def _weight(segment: SegmentNames, name: SourceName) -> int:
    if _must_show(segment, name):
        return 3
    if any(part.text in ROLES for part in name.parts):
        return 0
    return 2 if _may_show(segment, name) else 1


def _translated_title(segment: SegmentNames, name: SourceName) -> Token | None:
    """The capitalised word that translates the title of a newspaper, or a name of one word
    that is kept elsewhere."""
    if len(name.parts) > 1 or name.parts[0].initial or not name.parts[0].common:
        return None
    before = segment.article.source.text[max(0, name.start - 20) : name.start]
    cited = is_medium(name.text) and _CITED.search(before)
    kept = segment.article.keeps_name(name.text)
    for token in segment.target.tokens:
        if not segment.is_candidate(token) or token.start in segment.starts:
            continue
        titled = any(other.text == "The" for other in segment.neighbour(token, -1))
        if not (cited or kept or titled):
            continue
        if translates(name.text, token.text) or is_cognate(name.text, token.text):
            return token
    return None


def _may_show(segment: SegmentNames, name: SourceName) -> bool:
    """Whether the name is made of ordinary words, none of which is translated."""
    if any(part.acronym or part.initial for part in name.parts):
        return False
    return not any(
        is_calendar(part.text) or is_demonym(part.text) or is_translated(part.text, segment.target)
        for part in name.parts
    )


def _is_vital(segment: SegmentNames, name: SourceName) -> bool:
    """Whether nobody leaves the name out: it is kept elsewhere, or certainly a name."""
    if segment.language != "en":
        return False
    source = segment.article.source
    if source.is_short_form(name.text) or _sounds(segment, name):
        return False
    solid = sum(not part.common for part in name.parts)
    if solid > 1 or name.kind == "place" or segment.article.keeps_name(name.text):
        return True
    before = source.text[max(0, name.start - 12) : name.start]
    return solid > 0 and _ADJUNCT.search(before) is not None


def _must_show(segment: SegmentNames, name: SourceName) -> bool:
    """Whether a translation cannot do without the name."""
    kept = segment.article.keeps_name(name.text)
    person = name.kind == "person" and len(name.parts) > 1
    for part in name.parts if not person else ():
        if is_calendar(part.text) or (is_demonym(part.text) and (part.common or not kept)):
            return False
    if any(_is_no_name(part) for part in name.parts):
        return False
    if kept or person:
        return True
    if any(is_translated(part.text, segment.target) for part in name.parts if part.common):
        return False
    return name.certain and not any(part.acronym for part in name.parts)


def _is_no_name(part: Part) -> bool:
    """Whether the part is a title or an abbreviation that need not be kept."""
    word = part.text.rstrip(".")
    return word.lower() in NO_NAMES or len(word) < 3 or "." in word


def _sounds(segment: SegmentNames, name: SourceName) -> bool:
    """Whether something that sounds like the name stands in the target."""
    stem = spelling_key(name.parts[-1].text)[:4]
    return any(
        is_variant(name.parts[-1].text, token.text) if token.text[0].isupper()
        else len(name.parts) == 1 and spelling_key(token.text).startswith(stem)
        for token in segment.target.tokens if len(token.text) > 3
    )  # fmt: skip
