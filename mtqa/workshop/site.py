"""What MkDocs calls while it builds ``docs/`` (``make docs``): made pages, pictures and changelog
are added, and nothing may be fetched from another host."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from mtqa.workshop import pages

ROOT = Path(__file__).parent.parent.parent
#: What lies elsewhere in the repository and is shown on the site.
BROUGHT = {
    "assets/report.png": "reports/report.png",
    "assets/review.png": "reports/review.png",
    "assets/specimen.svg": "reports/specimen.svg",
    "assets/calibration.svg": "reports/calibration.svg",
    "changelog.md": "CHANGELOG.md",
    "contributing.md": "CONTRIBUTING.md",
}
#: Where the checks hang in the navigation of ``mkdocs.yml``.
_SECTION = "Checks"
_INDEX = "checks/index.md"
_ROLE = re.compile(r":(?:class|func|meth|mod|data|attr|exc):(?=<code>)")


def _inputs() -> Iterator[str]:
    """The inputs of the GitHub action, from ``action.yml``."""
    import yaml

    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    yield "| input | what |"
    yield "|---|---|"
    for name, given in action["inputs"].items():
        yield f"| `{name}` | {pages.cell(given['description'])} |"


#: Page to its marks and what is put there.
_MADE: dict[str, dict[str, Callable[[], Iterable[str]]]] = {
    _INDEX: {"<!-- every check -->": pages.index},
    "guide/ci.md": {"<!-- action -->": _inputs},
    "reference/cli.md": {"<!-- commands -->": pages.commands},
}


def on_config(config: Any) -> Any:
    """Hang a page for every check below its family in the navigation."""
    for entry in config["nav"]:
        if _SECTION in entry:
            entry[_SECTION] = [_INDEX, *({name: under} for name, under in pages.families().items())]
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add the pages of the checks, and what lies elsewhere in the repository."""
    from mkdocs.structure.files import File

    for path, text in pages.pages().items():
        files.append(File.generated(config, path, content=text))
    for path, place in BROUGHT.items():
        files.append(File.generated(config, path, abs_src_path=str(ROOT / place)))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Put what is made where its mark stands."""
    for mark, make in _MADE.get(page.file.src_uri, {}).items():
        if markdown.count(mark) != 1:
            raise ValueError(f"{page.file.src_uri}: the mark {mark} should stand there once")
        markdown = markdown.replace(mark, "\n".join(make()))
    return markdown


def on_page_content(html: str, **_: Any) -> str:
    """Roles of reStructuredText in docstrings are code, without the role's name."""
    return _ROLE.sub("", html).replace("<code>~", "<code>")


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Refuse a page that would ask another host for anything."""
    from mkdocs.exceptions import PluginError

    if fetched := pages.foreign(output):
        raise PluginError(f"{page.file.src_uri}: the page fetches {', '.join(fetched)}")
    return output
