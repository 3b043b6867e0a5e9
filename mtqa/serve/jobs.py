"""What the front hands to a worker, and what it gets back; both travel between processes."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

import msgspec

from mtqa.model import Profile, Ui
from mtqa.serve.offsets import Part

Form = Literal["json", "sarif", "html"]


class LanguageToolJob(NamedTuple):
    """A text to check for a client of LanguageTool.

    Attributes:
        parts: the text as sent.
        language: the primary tag that was asked for, ``ro`` or ``auto``.
        picky: whether everything worth a look is wanted.
        enabled, disabled: names of checks, our own or any other.
        enabled_categories, disabled_categories: names of categories.
        only: whether nothing but what is enabled is wanted.
        docs: address below which the pages of the checks are, with its slash.
    """

    parts: tuple[Part, ...]
    language: str = "ro"
    picky: bool = False
    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    only: bool = False
    docs: str = ""


class _Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a check and a feed have in common."""

    source_lang: str | None = None
    target_lang: Literal["ro", "ro-RO"] = "ro"
    profile: Profile | None = None
    format: Form = "json"
    ui: Ui | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    force: bool = False


class CheckJob(_Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article to check, as ``POST /v1/check`` sends it.

    Attributes:
        target: the Romanian text.
        source: what it was translated from.
        reference: a human translation, for metrics.
        id: what the report calls it, and by which a baseline and suppressions know it.
        aligned: line for line the translation of the source.
        source_lang: ISO 639-1 code.
        target_lang: Romanian.
        profile: how much is shown; the server's if not given.
        format: of the answer.
        ui: language of the reasons; the server's if not given.
        select, ignore: checks or families, as on the command line.
        force: check what does not look Romanian, or like a translation, all the same.
    """

    target: str
    source: str | None = None
    reference: str | None = None
    id: str = "article"
    aligned: bool = False


class FeedJob(_Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A feed to check, as ``POST /v1/feed`` sends it: RSS or Atom as text.

    Attributes:
        target: the feed with the translations.
        source: the feed with what they were translated from.
        pairs: guid or link of a target entry and of its source entry, where neither says itself.
    """

    target: str
    source: str | None = None
    pairs: tuple[tuple[str, str], ...] = ()


Job: TypeAlias = "LanguageToolJob | CheckJob | FeedJob"


class Answer(NamedTuple):
    """What a client is answered.

    Attributes:
        status: of HTTP.
        media: the type of the body.
        body: the body.
        issues: how many issues it tells of.
    """

    status: int
    media: str
    body: bytes
    issues: int = 0


def length(job: Job) -> int:
    """The code points of a job's texts: what it costs, by and large."""
    if isinstance(job, LanguageToolJob):
        return sum(len(part.read) for part in job.parts)
    reference = job.reference if isinstance(job, CheckJob) else None
    return sum(len(text or "") for text in (job.target, job.source, reference))
