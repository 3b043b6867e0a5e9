"""What clients send, read: LanguageTool's form fields, and the JSON of our own requests."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import parse_qsl

import msgspec
from starlette.exceptions import HTTPException

from mtqa.serve.jobs import CheckJob, FeedJob, LanguageToolJob
from mtqa.serve.limits import Limits
from mtqa.serve.offsets import Part

#: Fields that a form may have; LanguageTool knows two dozen.
_FIELDS = 100
_CLOSE = {"Connection": "close"}

AJob = TypeVar("AJob", CheckJob, FeedJob)


class _Annotation(msgspec.Struct):
    """A stretch of an annotated text."""

    text: str | None = None
    markup: str | None = None
    interpret_as: str = msgspec.field(default="", name="interpretAs")


class _Data(msgspec.Struct):
    annotation: list[_Annotation]


def fields(query: str, content: bytes) -> dict[str, str]:
    """The fields of a form, from the address and from the body; the body's count.

    Raises:
        HTTPException: it is no form.
    """
    found: dict[str, str] = {}
    for text in (query, content.decode("utf-8", "replace")):
        try:
            pairs = parse_qsl(
                text, keep_blank_values=True, max_num_fields=_FIELDS, errors="replace"
            )
        except ValueError:
            raise HTTPException(400, f"more than {_FIELDS} fields") from None
        found.update(pairs)
    return found


def languagetool(form: dict[str, str], limits: Limits, docs: str) -> LanguageToolJob:
    """A request of LanguageTool's protocol.

    Args:
        form: its fields.
        limits: the bounds.
        docs: address below which the pages of the checks are.

    Raises:
        HTTPException: a field is missing, or says what cannot be; the text is too long.
    """
    job = LanguageToolJob(
        _parts(form, limits.chars),
        _language(form.get("language", "")),
        _level(form.get("level", "default")),
        enabled=_names(form, "enabledRules"),
        disabled=_names(form, "disabledRules"),
        enabled_categories=_names(form, "enabledCategories"),
        disabled_categories=_names(form, "disabledCategories"),
        only=form.get("enabledOnly", "").lower() in ("true", "yes"),
        docs=docs,
    )
    if job.only and (job.disabled or job.disabled_categories):
        raise HTTPException(
            400, "You cannot specify disabled rules or categories using enabledOnly=true"
        )
    if job.only and not (job.enabled or job.enabled_categories):
        raise HTTPException(
            400, "You must specify enabled rules or categories when using enabledOnly=true"
        )
    return job


def _names(form: dict[str, str], name: str) -> frozenset[str]:
    return frozenset(filter(None, (word.strip() for word in form.get(name, "").split(","))))


def _language(given: str) -> str:
    """The primary tag of the language that is asked for."""
    if not given:
        raise HTTPException(400, "Missing 'language' parameter, e.g. 'language=ro' or 'auto'")
    tag = given.strip().replace("_", "-").partition("-")[0].lower()
    if tag not in ("ro", "auto"):
        raise HTTPException(
            400, f"'{given[:20]}' is not a language that is checked here; use ro, ro-RO or auto"
        )
    return tag


def _level(given: str) -> bool:
    """Whether everything worth a look is asked for."""
    level = given.strip().lower()
    if level not in ("default", "picky", ""):
        raise HTTPException(400, "'level' is 'default' or 'picky'")
    return level == "picky"


def _parts(form: dict[str, str], most: int) -> tuple[Part, ...]:
    """The text of a form, of at most so many code points with its mark-up."""
    parts = _sent(form)
    # what mark-up stands for is checked as well, and costs as much as what is sent
    length = sum(max(len(part.sent), len(part.read)) for part in parts)
    if length > most:
        raise HTTPException(
            413,
            f"Your text exceeds the limit of {most} characters (it's {length} characters). "
            "Please submit a shorter text.",
            _CLOSE,
        )
    return parts


def _sent(form: dict[str, str]) -> tuple[Part, ...]:
    """The text of a form, plain or annotated."""
    if ("text" in form) == ("data" in form):
        raise HTTPException(400, "Set either 'text' or 'data', not both and not neither")
    if "text" in form:
        return (Part(form["text"], form["text"]),)
    try:
        data = msgspec.json.decode(form["data"], type=_Data)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as problem:
        raise HTTPException(400, f"'data' is no annotated text ({problem})") from None
    parts = []
    for one in data.annotation:
        if (one.text is None) == (one.markup is None):
            raise HTTPException(400, "'data': an annotation has either 'text' or 'markup'")
        if one.text is not None:
            parts.append(Part(one.text, one.text))
        else:
            parts.append(Part(one.markup or "", one.interpret_as, markup=True))
    return tuple(parts)


def own(content: bytes, kind: type[AJob], limits: Limits) -> AJob:
    """A request of our own protocol.

    Raises:
        HTTPException: it is no such request, or one of its texts is too long.
    """
    try:
        job: AJob = msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as problem:
        raise HTTPException(400, f"not what is expected: {problem}".replace("`", "")) from None
    most = limits.chars if isinstance(job, CheckJob) else limits.feed
    for name in ("target", "source", "reference"):
        text = getattr(job, name, None) or ""
        if len(text) > most:
            raise HTTPException(
                413, f"{name} has {len(text):,} characters; at most {most:,} are taken", _CLOSE
            )
    return job
