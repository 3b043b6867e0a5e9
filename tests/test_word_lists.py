"""Facts stand in tables, where an editor can add to them; code keeps grammar and what it says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import mtqa

PACKAGE = Path(mtqa.__file__).parent
#: From so many words on, a constant is a list that belongs into a table.
MANY = 40
#: Longer constants of the code, by module or by room, each with the reason why it is no table.
REASONS = {
    "languages/": "what is grammar and spelling of one language, next to it",
    "compare/coverage/runs.py": "function words that open a clause, a closed class",
    "compare/figures/measures.py": "signs of units, and how units convert",
    "compare/names/cyrillic.py": "a table of letters, and case endings",
    "compare/names/keys.py": "a table of letters",
    "knowledge/compounds.py": "clitics, a closed class",
    "knowledge/translations.py": "inflexional endings",
    "checks/words/formation.py": "inflexional and derivational endings",
    "checks/layout/boilerplate.py": "names of HTML tags",
    "checks/families.py": "what the checks are called",
    "checks/models/": "what a check says",
    "judgement/judge.py": "what the judge hears",
    "scorers/llm/": "what a language model is told",
    "serve/": "what the server says",
    "cli/": "what the command line says",
    "report/": "what reports say",
    "review/phrases.py": "what the review desk says",
    "review/alike.py": "SQL",
    "review/migrations.py": "SQL",
}


def lists(module: ast.Module) -> Iterator[tuple[str, int]]:
    """The constants of a module and of its classes: name, and number of words in it."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Module | ast.ClassDef):
            continue
        for part in node.body:
            if isinstance(part, ast.Assign | ast.AnnAssign) and part.value is not None:
                target = part.targets[0] if isinstance(part, ast.Assign) else part.target
                yield ast.unparse(target), sum(map(_words, ast.walk(part.value)))


def _words(node: ast.AST) -> int:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return 0
    return sum(word.isalpha() for word in node.value.replace("|", " ").split())


def test_words_are_counted() -> None:
    code = 'A = "un o|unui".split()\nclass B:\n    C: int = {"de": 1}\ndef d():\n    e = "la cu"\n'
    assert list(lists(ast.parse(code))) == [("A", 3), ("C", 1)]


def test_lists_of_words_stand_in_tables() -> None:
    """Write them to ``mtqa/knowledge/data/handmade`` and read them with ``handmade.word_set``."""
    found = [
        f"{path}: {name} has {count} words"
        for module in sorted(PACKAGE.rglob("*.py"))
        for path in [module.relative_to(PACKAGE).as_posix()]
        if not path.startswith("workshop/")
        for name, count in lists(ast.parse(module.read_text(encoding="utf-8")))
        if count >= MANY and not path.startswith(tuple(REASONS))
    ]
    assert found == []
