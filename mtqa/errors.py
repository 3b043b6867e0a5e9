"""One error tree: everything here is something the user can put right."""

from __future__ import annotations

from typing import Any


class MtqaError(Exception):
    """Something the user can put right; its text is one line that says how.

    It travels between processes, whatever arguments it was made with.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[MtqaError], said: tuple[object, ...], known: dict[str, Any]) -> MtqaError:
    """An error as it was in the process that it comes from."""
    problem = kind.__new__(kind, *said)
    problem.__dict__.update(known)
    return problem


class InputError(MtqaError):
    """A file that cannot be read as an article."""

    def __init__(self, place: str, problem: str, cure: str) -> None:
        self.place, self.problem, self.cure = place, problem, cure
        super().__init__(f"{place}: {problem}; {cure}")


class ConfigError(MtqaError):
    """A configuration file or option that means nothing."""


class PatternError(MtqaError):
    """A pattern of a table that means nothing."""


class TableError(MtqaError):
    """A row of a table that cannot be used."""

    def __init__(self, place: str, problem: str, cure: str) -> None:
        self.place, self.problem, self.cure = place, problem, cure
        super().__init__(f"{place}: {problem}; {cure}")


class MissingExtra(MtqaError):
    """Something was asked for that needs a package which is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(
            f'the package {package} is not installed; run: pip install "mtqa[{extra}]"'
        )


class UnknownCheck(ConfigError):
    """A check was asked for that nobody registered."""

    def __init__(self, asked: str, known: list[str]) -> None:
        from difflib import get_close_matches

        near = get_close_matches(asked, known, n=3)
        hint = f"did you mean {', '.join(near)}?" if near else "`mtqa checks` lists them"
        super().__init__(f"unknown check {asked!r}; {hint}")


class CheckError(MtqaError):
    """A check broke its contract (a third-party check, most likely)."""
