"""Numbers spelt in words, composed from their parts."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.compare.figures.patterns import half_behind
from mtqa.compare.figures.quantity import Kind, Quantity
from mtqa.compare.figures.roles import Role
from mtqa.compare.figures.signs import Mark
from mtqa.knowledge import romanian
from mtqa.languages.tables import numerals
from mtqa.languages.tables import words as words_of

#: Numbers in words up to this one are often no figures at all.
_WEAK = 3


@lru_cache(maxsize=16)
def _gaps(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What may stand between two parts: nothing but a space, a joint, a half behind."""
    table = numerals(language)
    joints = "|".join((*table.conjunctions.split(), *table.joints.split())) or "(?!)"
    return (
        re.compile(r"[ \u00a0]?[-‑ \u00a0]?"),
        re.compile(rf"[ \u00a0-](?:{joints})[ \u00a0-]"),
        half_behind(language),
    )


class _Sum:
    """A number in the making."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current = 0.0
        self.scale = 1.0
        self.empty = True

    @property
    def value(self) -> float:
        return self.total + self.current

    def add(self, value: float, language: str) -> bool:
        """Take a unit, a ten or a ready-made hundred in; false if it begins another number."""
        rest = self.current % 100
        french = numerals(language).by_twenties
        if french and rest == 4 and value == 20:
            self.current += 76
        elif (
            self.empty
            or (self.current and rest == 0 and value < 100)
            or not self.current
            or (rest >= 20 and rest % 10 == 0 and value < 10)
        ) or (
            (french and rest in (60, 80) and 10 <= value < 20)
            or (french and rest in (70, 90) and 6 < value < 10)
        ):
            self.current += value
        else:
            return False
        self.empty = False
        return True

    def multiply(self, value: float) -> bool:
        """Take a multiplier in; false if it begins another number."""
        if value == 100:
            if self.current >= 100:
                return False
            self.current = (self.current or 1) * 100
        elif self.total and value > self.scale:
            self.total, self.current = (self.total + self.current) * value, 0
            self.scale *= value
        elif self.total and not self.current:
            return False
        else:
            self.total += (self.current or 1) * value
            self.current, self.scale = 0, value
        self.empty = False
        return True


def spelled(text: str, found: list[Mark], at: int, language: str) -> tuple[Quantity | None, int]:
    """The number that begins with the word at ``at``, and where to go on; ``None`` if none does."""
    first = found[at]
    alone = first.has("vfw")
    if alone and not first.has("no"):
        return _alone(text, found, at, alone, language)
    if first.has("nox") is None:
        return None, at + 1
    number, last, kind, unit, parts = _Sum(), at, "number", None, 0
    while last < len(found):
        mark = found[last]
        role = _fitting(mark, parts)
        if role is None or (parts and not _adjacent(text, found[last - 1], mark, number, role,
                                                    language)):  # fmt: skip
            break
        taken = (
            number.multiply(role.value) if role.role == "x" else number.add(role.value, language)
        )
        if not taken:
            break
        last, parts, unit = last + 1, parts + 1, role.unit or unit
        if role.role == "o":
            kind = "ordinal"
            if role.value % 10 or role.value < 20:
                break
    if not parts:
        return None, at + 1
    quantity = _made(text, found, at, last, number, kind, unit, language)
    return _continued(text, found, last, quantity)


def _continued(text: str, found: list[Mark], last: int, quantity: Quantity) -> tuple[Quantity, int]:
    """The number with a fraction or, after "and a half", a multiplier behind it."""
    while last < len(found) and found[last].start < quantity.end:
        last += 1
    following = found[last] if last < len(found) else None
    if following is None or text[quantity.end : following.start] not in (" ", "-", "\u00a0"):
        return quantity, last
    part, scale = following.has("f"), following.has("x")
    if part and quantity.kind == "number" and quantity.value < 20 and part.value < 0.5:
        end = following.end
        return quantity.but(value=quantity.value * part.value, end=end, core_end=end,
                            weak=True), last + 1  # fmt: skip
    if scale and quantity.value % 1:
        end = following.end
        return quantity.but(value=quantity.value * scale.value, scale=scale.value, end=end,
                            core_end=end), last + 1  # fmt: skip
    return quantity, last


def _fitting(mark: Mark, parts: int) -> Role | None:
    """The reading with which a word takes part in a number."""
    if mark.role != "a":
        return None
    return mark.has("n") or mark.has("x") or mark.has("o")


def _adjacent(text: str, before: Mark, mark: Mark, number: _Sum, role: Role, language: str) -> bool:
    """Whether nothing stands between two parts but what the language puts inside a number."""
    plain, joint, _ = _gaps(language)
    gap = text[before.end : mark.start]
    if plain.fullmatch(gap):
        return True
    if not joint.fullmatch(gap):
        return False
    table = numerals(language)
    joins = gap.strip(" -\u00a0") in table.conjunctions.split()
    if role.role == "x" or not joins:
        return role.role == "x" and not joins
    rest = number.current % 100
    if table.and_everywhere and number.value >= 100 and rest == 0:
        return role.value < (100 if number.current else 1000)
    if table.and_after_hundreds:
        return number.value >= 100 and rest == 0 and role.value < 100
    if table.by_twenties:
        return rest >= 20 and role.value in (1, 11)
    return rest >= 20 and rest % 10 == 0 and role.value < 10


def _made(
    text: str, found: list[Mark], at: int, last: int, number: _Sum, kind: str, unit: str | None,
    language: str,
) -> Quantity:  # fmt: skip
    """The quantity of a finished sum."""
    start, end = found[at].start, found[last - 1].end
    value = number.value
    half = _gaps(language)[2].match(text, end)
    if half:
        value, end = value + max(1.0, number.scale) / 2, half.end()
    role = found[at].has("nox") or Role("n", 0)
    single = last == at + 1
    bare = role.role == "x" and number.scale < 1e4 * role.value
    vague = (
        bare and _is_plural(found[at].text, language) and value in (role.value, number.scale, 1e5)
    )
    made: Kind = "ordinal" if kind == "ordinal" else "vague" if vague else "number"
    return Quantity(
        made,
        start,
        end,
        value,
        core_end=end,
        unit=unit,
        scale=number.scale,
        written=True,
        weak=value <= _WEAK or vague or (single and _is_doubtful(text, role, end, language)),
    )


_COUNTED = re.compile(r"[ \u00a0]([^\W\d_]+)")


def _is_doubtful(text: str, role: Role, end: int, language: str) -> bool:
    """Whether a word alone, which ends at `end`, may be no number: a multiplier, or one that is
    another word as well and counts nothing here: "nouă persoane" counts, "ne-a dat nouă" not."""
    counted = _COUNTED.match(text, end)
    if role.role == "x" or not role.doubtful or counted is None:
        return role.role == "x" or role.doubtful
    if words_of(language).capital_nouns:
        return not counted[1][0].isupper()
    return not (language == "ro" and _is_plural_noun(counted[1].lower()))


def _is_plural_noun(form: str) -> bool:
    return any(
        reading.pos == "noun" and reading.number == "p" and not reading.definite
        for reading in romanian().analyses(form)
    )


@lru_cache(maxsize=16)
def _plurals(language: str) -> re.Pattern[str]:
    """Multipliers that stand alone in the plural are an uncertain many."""
    return re.compile(f"(?i)(?:{numerals(language).plurals or '(?!)'})")


def _is_plural(word: str, language: str) -> bool:
    return _plurals(language).fullmatch(word) is not None


def _alone(
    text: str, found: list[Mark], at: int, role: Role, language: str
) -> tuple[Quantity | None, int]:
    """A fraction, an uncertain many or a word that may stand for a number."""
    mark = found[at]
    kind: Kind = "vague" if role.role == "v" else "number"
    value, end, last = role.value, mark.end, at + 1
    while role.role == "v" and last < len(found):
        following = found[last].has("xv")
        gap = text[end : found[last].start]
        if following is None or not re.fullmatch(r"[ \u00a0](?:(?:of|de|di|von) )?", gap):
            break
        value, end, last = value * following.value, found[last].end, last + 1
    quantity = Quantity(kind, mark.start, end, value, core_end=end, written=True, weak=True,
                        loose=kind != "vague")  # fmt: skip
    return quantity, last
