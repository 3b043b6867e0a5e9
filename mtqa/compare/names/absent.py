"""Names of which nothing is left in their segment: translated, replaced, or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ftfy.badness import is_bad

from mtqa.compare.names.cyrillic import ADJECTIVE, TELLING
from mtqa.compare.names.evidence import (
    Fault,
    Shown,
    Verdict,
    hardened,
    is_cognate,
    is_common_place,
    is_demonym,
    is_explained_by,
    is_mere_place,
    is_place,
    is_state,
    is_variant,
    sound,
    translates,
)
from mtqa.compare.names.excuses import (
    is_government,
    is_in_letters,
    is_quoted,
    is_spelled_out,
    opening_pronoun,
)
from mtqa.compare.names.extract import Part, SourceName, core, is_calendar, is_office
from mtqa.compare.names.keys import is_cyrillic, places_called, target_keys, unmarked
from mtqa.compare.names.kinds import is_medium
from mtqa.compare.names.segment import SegmentNames
from mtqa.compare.names.strangers import Gap, Stranger, gaps, is_no_name, pairs, strangers
from mtqa.compare.names.trade import OWNING
from mtqa.knowledge import people
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro import Token
from mtqa.languages.tables import letters

#: What stands before a name that is no mere attribute of the word after it.
_ADJUNCT = re.compile(r"(?:^|\b(?:by|with|from|in|at|to|for|against|near|and|of)|,) $")
#: Pronouns that stand for a name told before.
_PRONOUNS = frozenset(
    "el ea ei ele lui acesta aceasta acestuia acesteia aceștia acestea acestora acela aceea dânsul "
    "dânsa aici acolo".split()
)
#: English pronouns, of which the Romanian ones are the translation.
_ENGLISH_PRONOUNS = frozenset("he she it they him her them his hers their its this these".split())
#: What follows a name that is an argument of its own.
_ARGUMENT = re.compile(
    r"[.,;:!?)\"”]|$| (?:and|or|who|is|was|are|were|has|had|have|said|says|in|on|at|to|for|with|"
    r"from|after|before|by|as|which|that|will|would|could|can|but|when|while)\b"
)
#: What tells that a newspaper is meant by its title.
#: What may stand around a word of the source.
_EDGES = "\"'“”„’‘()[],;:!?"
_CITED = re.compile(r"(?i)(?:according to|told|reported by|quoted by|newspaper|daily) (?:the )?$")


def absent(segment: SegmentNames, judged: Sequence[Verdict]) -> Iterator[Verdict]:
    """The verdicts on the missing names of a segment.

    Args:
        segment: the segment.
        judged: what was said of its names already.
    """
    if _is_unreadable(segment):
        return
    names = [
        name
        for name, shown in segment.names
        if all(tokens is None for tokens in shown) and not _is_judged(name, judged)
    ]
    for name in tuple(names):
        token = _translated_title(segment, name) if segment.language == "en" else None
        if token:
            names.remove(name)
            yield Verdict("literal", token.start, token.end, name.text, name.start, name.end)
            judged = [*judged, Verdict("literal", token.start, token.end, None, *_span(name))]
    weights = {name: _weight(segment, core(name)) for name in names}
    replaced = set()
    found = strangers(segment)
    for stranger, gap in _replacements(segment, weights, judged, found):
        replaced.add(gap.name)
        certain = stranger.strong and gap.weight == 3
        fault = _fault(segment, stranger, gap)
        verdict = Verdict(fault, *stranger.span, _right(gap), gap.start, gap.end, certain)
        judged = [*judged, verdict]
        yield verdict
    yield from _invented(segment, judged, found)
    for name in names:
        if weights[name] == 3 and name not in replaced and _is_vital(segment, core(name)):
            other = stand_in(segment)
            token = other or segment.nearest(name)
            if token is None:
                continue
            span = _span(core(name))
            yield Verdict("lost", token.start, token.end, None, *span, False, other is not None)
    for name, shown in segment.names:
        if name not in replaced and not _is_judged(name, judged):
            yield from _without_surname(segment, name, shown)


def _is_unreadable(segment: SegmentNames) -> bool:
    """Whether the source tells nothing of what is missing: it has no capitals, or its letters came
    through the wrong encoding."""
    source = segment.article.source.text[slice(*segment.span)]
    return not any(letter.isupper() for letter in source) or is_bad(source)


def _without_surname(
    segment: SegmentNames, name: SourceName, shown: Sequence[Shown]
) -> Iterator[Verdict]:
    """A person of whom only the given name is left: "cancelarul Angela"."""
    last = name.parts[-1]
    if name.kind != "person" or len(shown) != 2 or shown[1] is not None or not shown[0]:
        return
    if (
        segment.language == "en"
        and not _sounds(segment, name)
        and not (last.acronym or last.common)
    ):
        token = shown[0][0]
        if not any(segment.is_candidate(other) for other in segment.around(token)):
            yield Verdict("lost", token.start, token.end, name.text, last.start, last.end, False)


def _fault(segment: SegmentNames, stranger: Stranger, gap: Gap) -> Fault:
    """Whether a person stands for a place or the reverse, or just another name."""
    form = segment.text[slice(*stranger.span)]
    if gap.name.kind == "person" and len(gap.parts) > 1 and is_mere_place(form):
        return "kind"
    if gap.name.kind == "place" and is_mere_place(gap.text) and people().find(form):
        return "kind"
    return "replaced"


def _invented(
    segment: SegmentNames, judged: Sequence[Verdict], found: Sequence[Stranger]
) -> Iterator[Verdict]:
    """Names of the target that stand nowhere in the article's source and replace nothing."""
    for stranger in found if segment.language == "en" else ():
        start, end = stranger.span
        if not stranger.strong or any(v.start < end and start < v.end for v in judged):
            continue
        if len(stranger.tokens) == 1 and start in segment.starts:
            continue  # its capital may be the sentence's
        if any(is_explained_by(token.text, segment.words) for token in stranger.tokens):
            continue
        if _abbreviated(segment, stranger):
            continue
        if not any(_may_be_told(segment, token.text) for token in stranger.tokens):
            left, right = segment.span
            yield Verdict("invented", start, end, None, left, right, len(stranger.tokens) > 1)


def _is_written_out(segment: SegmentNames, name: SourceName) -> bool:
    """Whether a name of the target is what the source's abbreviates."""
    forms = [token.text for token in segment.target.capitals if segment.is_candidate(token)]
    text = segment.article.source.text
    short = [part.text + "." * (text[part.end : part.end + 1] == ".") for part in name.parts]
    return any(is_spelled_out([form], short) for form in forms)


def _abbreviated(segment: SegmentNames, stranger: Stranger) -> bool:
    words = segment.article.source.text[slice(*segment.span)].split()
    forms = [token.text for token in stranger.tokens]
    return is_spelled_out(forms, [word.strip(_EDGES) for word in words])


def _may_be_told(segment: SegmentNames, word: str) -> bool:
    """Whether the source may have the name after all, or it is one that goes without saying."""
    if is_common_place(word) or is_medium(word) or not re.search("[aeiouyăâî]", word.lower()):
        return True
    return not segment.article.every_word.isdisjoint(target_keys(word))


def _span(name: SourceName) -> tuple[int, int]:
    return name.start, name.end


def _is_judged(name: SourceName, judged: Sequence[Verdict]) -> bool:
    return any(v.source_start < name.end and name.start < v.source_end for v in judged)


def _replacements(
    segment: SegmentNames,
    weights: dict[SourceName, int],
    judged: Sequence[Verdict],
    found: Sequence[Stranger],
) -> Iterator[tuple[Stranger, Gap]]:
    """The strangers that took the place of missing names."""
    free = [
        item
        for item in found
        if not any(v.start < item.span[1] and item.span[0] < v.end for v in judged)
    ]
    if not free:
        return
    open_ = [
        gap
        for gap in gaps(segment, weights)
        if not any(v.source_start < gap.end and gap.start < v.source_end for v in judged)
    ]
    if segment.language != "en":  # the words of other languages are not known well enough
        free = [item for item in free if item.strong]
        free = [item for item in free if not is_state(item.tokens[-1].text)]
        if letters(segment.language).cyrillic:
            free = [item for item in free if not is_place(item.tokens[-1].text)]
        open_ = [gap for gap in open_ if _is_sure(segment, gap)]
    for stranger, gap in pairs(segment, free, open_):
        form = segment.text[slice(*stranger.span)]
        if is_in_letters(segment, gap.parts) or _abbreviated(segment, stranger):
            continue
        stems = {unmarked(part.text)[:4] for part in gap.parts}
        if any(unmarked(token.text)[:4] in stems for token in stranger.tokens):
            continue
        if any(segment.may_sound(part, t.text) for part in gap.parts for t in stranger.tokens):
            continue
        if not is_variant(gap.text, form) and not is_variant(_joined(gap.text), _joined(form)):
            yield stranger, gap


def _is_sure(segment: SegmentNames, gap: Gap) -> bool:
    """Whether the missing words can only be a name, whatever the language."""
    if gap.weight < 3 or is_cyrillic(gap.text):
        return False
    if letters(segment.language).cyrillic and any(
        ADJECTIVE.search(segment.written(part)) or len(segment.written(part)) < TELLING
        for part in gap.parts
    ):
        return False
    name = core(gap.name)  # "Sprecherin Karin Dorn" is one name to the reader of German
    return name.kind == "person" or segment.article.keeps_name(name.text)


def _joined(name: str) -> str:
    return name.replace("-", "").replace(" ", "")


def _right(gap: Gap) -> str | None:
    """What should stand in the gap, if the source's words can stay as they are."""
    curated = [entry for entry in places_called(gap.text) if entry.curated]
    if curated and not any(entry.language == "ro" for entry in curated):
        return curated[0].name
    return gap.text


def _weight(segment: SegmentNames, name: SourceName) -> int:
    if _must_show(segment, name):
        return 3
    if any(is_office(part.text) for part in name.parts):
        return 0
    return 2 if _may_show(segment, name) else 1


def _translated_title(segment: SegmentNames, name: SourceName) -> Token | None:
    """The capitalised word that translates the title of a newspaper, or a name of one word
    that is kept elsewhere."""
    first = name.parts[0]
    if len(name.parts) > 1 or first.initial or not first.common or is_office(first.text):
        return None
    text = segment.article.source.text
    if OWNING.match(text[name.end : name.end + 4]):
        return None
    before = text[max(0, name.start - 20) : name.start]
    cited = is_medium(name.text) and _CITED.search(before)
    kept = segment.article.keeps_name(name.text)
    for token in segment.target.capitals:
        if not segment.is_candidate(token) or token.start in segment.starts:
            continue
        titled = any(other.text == "The" for other in segment.neighbour(token, -1))
        head = any(other.text[0].isupper() for other in segment.neighbour(token, 1))
        if not (cited or titled or (kept and not head)):
            continue  # a head noun: Institutul Paul Scherrer
        if translates(name.text, token.text) or is_cognate(name.text, token.text):
            return token
    return None


def _may_show(segment: SegmentNames, name: SourceName) -> bool:
    """Whether the name is made of ordinary words, none of which is translated."""
    if any(part.acronym or part.initial for part in name.parts):
        return False
    return not any(
        is_calendar(part.text) or is_demonym(part.text) or segment.is_translated(part)
        for part in name.parts
    )


def _is_vital(segment: SegmentNames, name: SourceName) -> bool:
    """Whether nobody leaves the name out: a person in full, or an argument of the sentence that no
    neighbour tells."""
    if segment.language != "en" or name.text.startswith("Romania") or _is_lettered(segment, name):
        return False
    source = segment.article.source
    if _sounds(segment, name) or _is_stood_for(segment, name):
        return False
    if is_in_letters(segment, name.parts) or is_government(segment, name):
        return False
    if name.kind != "person" and (is_quoted(segment, name) or _is_written_out(segment, name)):
        return False
    if name.kind != "place" and source.is_short_form(name.text):
        return False
    solid = sum(not part.common for part in name.parts)
    if solid > 1 or name.kind == "place" or (name.kind == "person" and len(name.parts) > 1):
        return True
    if segment.article.keeps_name(name.text):
        return True
    before = source.text[max(0, name.start - 12) : name.start]
    after = source.text[name.end : name.end + 12]
    return solid > 0 and bool(_ADJUNCT.search(before) or _ARGUMENT.match(after))


def stand_in(segment: SegmentNames) -> Token | None:
    """The first word that may stand for a name: one for an office or a kind of place, or a pronoun
    where the source has none."""
    words = segment.article.source.source_words(*segment.span)
    pronouns = any(word.lower() in _ENGLISH_PRONOUNS for word in words)
    for token in segment.target.tokens:
        lower = token.text.lower()
        if lower in word_set("roles", "for a name") or (lower in _PRONOUNS and not pronouns):
            return token
    return opening_pronoun(segment)


def _is_stood_for(segment: SegmentNames, name: SourceName) -> bool:
    """Whether a pronoun stands for a name that the sentence before tells."""
    if len(name.parts) > 1 or stand_in(segment) is None:
        return False
    return segment.is_told_before(name)


def _is_lettered(segment: SegmentNames, name: SourceName) -> bool:
    """Whether letters may stand for the name: an acronym itself, or a body and new letters."""
    if any(part.acronym for part in name.parts):
        return True
    return any(part.common for part in name.parts) and len(name.parts) > 1 and any(
        token.text.isupper() and len(token.text) > 2 and segment.is_candidate(token)
        for token in segment.target.tokens
    )  # fmt: skip


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
    body = name.kind == "organisation"
    if any(segment.is_translated(part) for part in name.parts if part.common or body):
        return False
    return name.certain and not any(part.acronym for part in name.parts)


def _is_no_name(part: Part) -> bool:
    """Whether the part is a title or an abbreviation that need not be kept."""
    word = part.text.rstrip(".")
    return is_no_name(word) or len(word) < 3 or "." in word


def _sounds(segment: SegmentNames, name: SourceName) -> bool:
    """Whether something that sounds like the name stands in the target."""
    last = name.parts[-1].text
    stem = sound(last)[:4]
    for token in segment.target.tokens:
        if len(token.text) < 4:
            continue
        if token.text[0].isupper() and is_variant(last, token.text):
            return True
        pieces = token.text.split("-")
        lower = token.text.islower() or len(pieces) > 1
        if lower and any(sound(hardened(piece)).startswith(stem) for piece in pieces):
            return True
    return False
