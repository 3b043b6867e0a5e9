"""Typed options: ``mtqa.toml``, or ``[tool.mtqa]`` in ``pyproject.toml``.

A misspelt key, a value of the wrong type or an unknown name stops the run and is named.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from mtqa.common.files import read_whole
from mtqa.common.language_model import LanguageModel
from mtqa.errors import ConfigError
from mtqa.glossary import NameEntry, TermEntry, load_names, load_terms
from mtqa.glossary.entries import GENDERS, KINDS
from mtqa.model import PROFILES, SEVERITIES, Profile, Severity, Ui

Percentage = Annotated[float, msgspec.Meta(ge=0, le=100)]
Probability = Annotated[float, msgspec.Meta(ge=0, le=1)]


def _require_numbers(limits: Mapping[str, float | None]) -> None:
    """Refuse a limit that nothing is above or below: everything would pass; None is no limit.

    Raises:
        ValueError: there is one.
    """
    for name, limit in limits.items():
        if limit is not None and not math.isfinite(limit):
            raise ValueError(f"{name} is {limit}; give a number")


class Gate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When an article fails.

    Attributes:
        min_quality: lowest quality that passes, 0 to 100.
        max_critical: how many critical issues an article may have and pass all the same.
        fail_on: an article with an issue of this severity or worse fails as well; ``never``
            switches the gate off.
        scores: the lowest score that passes, by metric (``chrf = 50``); ``comet`` stands for
            the COMET model in use; of ``ter`` it is the highest.
        headline_weight: what an issue in the headline counts, against one in the text below.
    """

    min_quality: Percentage = 90.0
    max_critical: Annotated[int, msgspec.Meta(ge=0)] = 0
    fail_on: Literal["neutral", "minor", "major", "critical", "never"] | None = None
    scores: dict[str, float] = {}
    headline_weight: Annotated[float, msgspec.Meta(ge=0, le=100)] = 2.0

    def __post_init__(self) -> None:
        names = ("min_quality", "headline_weight")
        limits = {name: getattr(self, name) for name in names}
        _require_numbers({**limits, **{f"scores.{k}": v for k, v in self.scores.items()}})


class Suppress(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Issues that stay quiet, and why. What is given must hold; what is not, holds for all.

    Attributes:
        reason: why, for whoever reads the file next.
        path: shell pattern of the article's path as given on the command line, of its file name
            or of its id; ``*`` stands for ``/`` as well.
        check: a check, a family or a pattern.
        text: the marked words; white space does not count.
        expires: the last day it holds.
    """

    reason: Annotated[str, msgspec.Meta(pattern=r"\S")]
    path: str = "*"
    check: str = "*"
    text: str | None = None
    expires: date | None = None


class Checks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which checks run and how much they weigh.

    Attributes:
        select: names, families or patterns; empty means all.
        ignore: names, families or patterns to leave out.
        min_confidence: issues below this confidence are not reported; ``None`` leaves it to the
            profile.
        severity: severity by check name, instead of the check's own.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Probability | None = None
    severity: dict[str, Severity] = {}

    def __post_init__(self) -> None:
        _require_numbers({"min_confidence": self.min_confidence})


class Names(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The house's own spelling of names.

    Attributes:
        accepted: names and words that no check may touch.
        entry: the style sheet, name by name.
        glossary: CSV files with more of it, relative to the configuration file.
        source_spacy_model: an installed spaCy pipeline of the source's language that finds the
            source's names, e.g. en_core_web_lg.
    """

    accepted: tuple[str, ...] = ()
    entry: tuple[NameEntry, ...] = ()
    glossary: tuple[str, ...] = ()
    source_spacy_model: str = ""


class Terms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The house's own terminology.

    Attributes:
        entry: the terms, one by one.
        glossary: CSV and TBX files with more of them, relative to the configuration file.
    """

    entry: tuple[TermEntry, ...] = ()
    glossary: tuple[str, ...] = ()


class Romanian(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the Romanian text is read.

    Attributes:
        spacy_model: an installed spaCy pipeline whose names are believed, e.g. ro_core_news_lg.
        parser: what tags and parses it: ``auto`` uses ``mtqa-ro-core`` where it is installed,
            ``on`` insists, ``off`` does without it and without the checks on the tree; or the
            folder of another pipeline with the same labels.
    """

    spacy_model: str = ""
    parser: str = "auto"


class Align(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How source and target sentences are paired.

    Attributes:
        encoder: ``auto``, ``e5``, ``lexical``, ``labse``, or name or path of a model.
    """

    encoder: str = "auto"


class Metrics(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which further scores a report has.

    Attributes:
        use: ``bleu``, ``chrf``, ``ter``, ``length``, ``cosine``, ``comet:MODEL``.
        comet: a COMET model by hub name or path: the same as ``comet:MODEL`` in ``use``.
        gpus: graphics processors for COMET.
        qe: mtqa's own model: ``auto`` uses it where ``mtqa-qe-ro`` is installed, ``on`` insists,
            ``off`` does without; or the folder of another model.
    """

    use: tuple[str, ...] = ()
    comet: str = ""
    qe: str = "auto"
    gpus: Annotated[int, msgspec.Meta(ge=0)] = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all metrics in use, each once."""
        comet = (f"comet:{self.comet}",) if self.comet else ()
        return tuple(dict.fromkeys((*self.use, *comet)))


class Judge(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who has a say in how probable an issue is.

    Attributes:
        model: a language model that is asked, if its ``url`` is set.
        fitted: what ``mtqa judge fit`` has written, from the configuration file's folder.
    """

    model: LanguageModel = LanguageModel()
    fitted: str = ""


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything a user can set.

    Attributes:
        ui: language of messages, ``en`` or ``ro``.
        profile: how much is shown: ``quiet``, ``balanced`` or ``thorough``.
        gate: when an article fails.
        checks: which checks run.
        names: the house's own names.
        terms: the house's own terminology.
        align: how source and target sentences are paired.
        romanian: how the Romanian text is read.
        metrics: which further scores a report has.
        judge: who has a say in how probable an issue is.
        baseline: file with the known issues, from the configuration file's folder.
        suppress: issues that stay quiet.
    """

    ui: Ui = "en"
    profile: Profile = "balanced"
    gate: Gate = Gate()
    checks: Checks = Checks()
    names: Names = Names()
    terms: Terms = Terms()
    align: Align = Align()
    romanian: Romanian = Romanian()
    metrics: Metrics = Metrics()
    judge: Judge = Judge()
    baseline: str = ""
    suppress: tuple[Suppress, ...] = ()


#: The rules without mtqa's own model, whether or not it is installed: what is measured of them, and
#: what must come out the same on every processor.
RULES_ALONE = Config(metrics=Metrics(qe="off"))


def parse(table: dict[str, Any], place: str) -> Config:
    """The options of a parsed TOML table.

    Args:
        table: the table.
        place: what the error message calls it (a file, a section).

    Raises:
        ConfigError: a key is unknown or a value has the wrong type or range.
    """
    _gone(table, place)
    _suppressions(table.get("suppress", ()), place)
    try:
        return msgspec.convert(table, Config)
    except msgspec.ValidationError as problem:
        raise ConfigError(f"{place}: {_explain(str(problem))}") from None


def _gone(table: dict[str, Any], place: str) -> None:
    """Say what replaces a key that earlier versions had.

    Raises:
        ConfigError: the table sets it.
    """
    gate = table.get("gate")
    if isinstance(gate, dict) and "critical_confidence" in gate:
        raise ConfigError(
            f"{place}: 'gate.critical_confidence' is gone: every issue that is shown as critical "
            "fails the article, and an unsure one is shown as major; delete the line, and use "
            "gate.max_critical to allow critical issues, or profile and checks.min_confidence to "
            "show fewer"
        )


def _suppressions(entries: Any, place: str) -> None:
    """Look at each ``[[suppress]]`` by itself, so that the message can say which one is wrong.

    Raises:
        ConfigError: an entry has no reason, or something in it is unknown or of the wrong type.
    """
    if not isinstance(entries, list):
        return
    for number, entry in enumerate(entries, 1):
        try:
            msgspec.convert(entry, Suppress)
        except msgspec.ValidationError as problem:
            text = str(problem)
            if "reason" in text:
                text = 'no reason; say why these issues stay quiet: reason = "…"'
            elif "unknown field" in text:
                known = ", ".join(Suppress.__struct_fields__)
                text = f"unknown key {text.rpartition('unknown field ')[2]}; known here: {known}"
            raise ConfigError(f"{place}: [[suppress]] {number}: {text.replace('`', '')}") from None


def _explain(problem: str) -> str:
    """msgspec's message with the TOML key in front: ``gate.min_quality: Expected `float` …``."""
    text, _, path = problem.partition(" - at `$.")
    key = path.rstrip("`")
    if text.startswith("Object contains unknown field"):
        name = text.rpartition("unknown field ")[2].strip("`")
        known = ", ".join(_fields(key.split(".") if key else []))
        return f"unknown key '{'.'.join(filter(None, [key, name]))}'; known here: {known}"
    if text.startswith("Invalid enum value"):
        text += f"; use one of {', '.join(_allowed(key))}"
    return f"'{key}': {text[:1].lower()}{text[1:]}".replace("`", "")


def _allowed(key: str) -> tuple[str, ...]:
    """The values that a key with a choice takes."""
    if key.startswith("names.entry"):
        return tuple(filter(None, KINDS if key.endswith("type") else GENDERS))
    if key == "gate.fail_on":
        return (*SEVERITIES, "never")
    if key == "profile":
        return PROFILES
    if key == "judge.model.answers":
        return ("auto", "schema", "json", "text")
    return SEVERITIES if key.startswith("checks.severity") else ("en", "ro")


_ENTRIES = {"names.entry": NameEntry, "terms.entry": TermEntry}


def _fields(path: list[str]) -> tuple[str, ...]:
    section: Any = Config()
    entry = _ENTRIES.get(".".join(path).partition("[")[0])
    if entry is not None:
        return entry.__struct_fields__
    for name in path:
        section = getattr(section, name)
    return tuple(section.__struct_fields__)


def with_glossaries(config: Config) -> Config:
    """The configuration with the entries of its glossary files among its own.

    Raises:
        ConfigError: a file cannot be read, or entries contradict each other.
    """
    names, terms = config.names, config.terms
    if not (names.entry or names.glossary or terms.entry or terms.glossary):
        return config
    replace = msgspec.structs.replace
    return replace(
        config,
        names=replace(names, entry=load_names(names.entry, names.glossary), glossary=()),
        terms=replace(terms, entry=load_terms(terms.entry, terms.glossary), glossary=()),
    )


def _beside(config: Config, folder: Path) -> Config:
    """The configuration with the paths in it taken from the folder it lies in."""
    replace = msgspec.structs.replace
    sections: dict[str, Any] = {}
    if config.baseline:
        sections["baseline"] = str(folder / config.baseline)
    for name in ("names", "terms"):
        section = getattr(config, name)
        if section.glossary:
            paths = tuple(str(folder / path) for path in section.glossary)
            sections[name] = replace(section, glossary=paths)
    if config.judge.fitted:
        sections["judge"] = replace(config.judge, fitted=str(folder / config.judge.fitted))
    return replace(config, **sections) if sections else config


def read(path: Path) -> Config:
    """The options in a file: a ``pyproject.toml``'s ``[tool.mtqa]``, any other file as a whole.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or sets something unknown.
    """
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        table = tomllib.loads(read_whole(path).decode("utf-8-sig"))
    except OSError as problem:
        raise ConfigError(f"{path}: cannot be read ({problem.strerror}); check the path") from None
    except UnicodeDecodeError as problem:
        raise ConfigError(f"{path}: not UTF-8 at byte {problem.start}; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(f"{path}: not valid TOML: {problem}; correct that line") from None
    except RecursionError:
        raise ConfigError(f"{path}: nested too deeply; is it a configuration?") from None
    except ValueError as problem:  # a path with a NUL, a number of thousands of digits
        raise ConfigError(f"{path}: cannot be read ({problem}); correct it") from None
    if path.name == "pyproject.toml":
        tool = table.get("tool", {})
        own = tool.get("mtqa", {}) if isinstance(tool, dict) else {}
        return _beside(parse(own, f"{path} [tool.mtqa]"), path.parent)
    return _beside(parse(table, str(path)), path.parent)


def discover(folder: Path) -> Config:
    """The options that hold in ``folder``: the nearest ``mtqa.toml`` or ``[tool.mtqa]`` upwards.

    Raises:
        ConfigError: the file found is broken.
    """
    for place in (folder, *folder.parents):
        own = place / "mtqa.toml"
        if own.is_file():
            return read(own)
        project = place / "pyproject.toml"
        if project.is_file() and b"mtqa" in project.read_bytes():
            return read(project)
    return Config()
