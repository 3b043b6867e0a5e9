"""The page of a check: what a client's link on an issue opens."""

from __future__ import annotations

import re
from html import escape

from mtqa.checks.registry import all_checks
from mtqa.judgement.measured import measured
from mtqa.model import MQM

#: Nothing but the page's own style; no script.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_ROLE = re.compile(r":(?:class|func|meth|mod|data|attr|exc):`~?([^`]+)`")
_CODE = re.compile(r"``?([^`]+)``?")
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}"
    "code{background:#8882;padding:.1em .3em;border-radius:.2em}:root{color-scheme:light dark}"
)


def page(name: str) -> str | None:
    """The page of a check as HTML; None if there is no such check."""
    check = all_checks().get(name)
    if check is None:
        return None
    paragraphs = "\n".join(f"<p>{_marked(text)}</p>" for text in check.description().split("\n\n"))
    seen = measured(name)
    right = ""
    if seen and seen.issues:
        right = (
            f"<p>On annotated translations {seen.true} of its {seen.issues} issues were right.</p>"
        )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(name)} – mtqa</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
        f"<h1>{escape(name)}</h1>\n{paragraphs}\n"
        f"<p>{escape(check.category)} ({escape(MQM[check.category])}), {escape(check.severity)}"
        f"{', needs the source' if check.needs_source else ''}.</p>\n{right}\n</html>\n"
    )


def _marked(text: str) -> str:
    """A paragraph of a docstring; names in it become code."""
    return _CODE.sub(r"<code>\1</code>", escape(_ROLE.sub(r"`\1`", text)))
