"""Reports made by hand: texts that try to act, and places that are easy to get wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mtqa.model import Article, ArticleReport, Issue, Segment, SourceSpan, Span

PROBES = (
    "<script>window.pwned = 1</script>",
    "</script><script>window.pwned = 2</script>",
    "<!--<script>",
    "</style><img src=x onerror='window.pwned = 3'>",
    '"><svg onload="window.pwned = 4">',
    "javascript:window.pwned=5",
    "{{ 7 * 7 }} {% raw %} ${window.pwned = 6} \\u003c",
    "dreapta \u202ela stânga\u202c și \u2066izolat\u2069",
    "rând\u2028nou\u2029paragraf \u0085 \x00 nul \x07 clopot \x1b[31m",
    "jumătate \ud83d de pereche \udc00",
    "&lt;b&gt; &amp;#x27; <b>gros</b>",
    "#a=1&i=2",
    "\ufeff\u200bnevăzut",
)


def report(
    target: str,
    issues: Iterable[Issue] = (),
    source: str | None = None,
    segments: Sequence[Segment] | None = None,
    **more: object,
) -> ArticleReport:
    """A report of a text with these issues; without segments each line is one."""
    if segments is None:
        place, segments = 0, []
        for line in target.splitlines(keepends=True):
            if line.strip():
                segments.append(Segment((), (Span(place, place + len(line.rstrip())),)))
            place += len(line)
    facts = {"id": "test", "quality": 95.0, "verdict": "pass", "meta": {}} | more
    return ArticleReport(
        Article(str(facts["id"]), target, source, source_lang="en", meta=facts["meta"]),  # type: ignore[arg-type]
        tuple(segments),
        tuple(issues),
        len(target.split()),
        facts["quality"],  # type: ignore[arg-type]
        facts["verdict"],  # type: ignore[arg-type]
        "made",
    )


def issue(text: str, part: str, severity: str = "major", **more: object) -> Issue:
    """An issue on the first ``part`` of ``text``."""
    start = text.index(part)
    facts = {"check": "made.check", "category": "name", "message": f"“{part}” is wrong."} | more
    return Issue(start=start, end=start + len(part), text=part, severity=severity, **facts)  # type: ignore[arg-type]


def probe(number: int, text: str) -> ArticleReport:
    """A report in which ``text`` stands wherever text from outside can stand."""
    target = f"{text}\nDouă rânduri {text} aici.\n"
    start = target.index(text, 1) if target.count(text) > 1 else 0
    source = f"Two lines {text} here."
    related = issue(target, "rânduri", message=text, suggestion=text)
    found = Issue(
        f"made.{text}",
        "name",
        "critical",
        start,
        start + len(text),
        text,
        text,
        text,
        text,
        0.9,
        SourceSpan(10, 10 + len(text), text),
        (related,),
    )
    segments = (
        Segment((), (Span(0, len(text)),)),
        Segment((Span(0, len(source)),), (Span(len(text) + 1, len(target) - 1),)),
    )
    return report(
        target,
        (found,),
        source,
        segments,
        id=f"{number} {text}",
        meta={"target_path": f"{number}/{text}"},
    )
