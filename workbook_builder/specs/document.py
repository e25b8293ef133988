"""Reads YAML so that nothing in it surprises: plain data, and the line on which each value stands.

Refused, because programs differ in what they make of it: duplicate keys (most keep the last), words such as
`no` and `on` (text or false), `10:30` (text or 630), `0777` and `1_000` (text or number), aliases and tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workbook_builder.problems import NO_CONTROL, Report, has_control, quoted

Breadcrumb = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_AMBIGUOUS = re.compile(
    r"(?i:y|n|yes|no|on|off)|True|TRUE|False|FALSE|Null|NULL|~"
    r"|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|[-+]?0\d+|0[xob][\da-fA-F_]+|[-+]?\d[\d,]*_[\d_]*"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?\d+(?:\.\d*)?[eE][-+]?\d+"
)
_WORDS = {"true": True, "false": False, "null": None, "": None}
_INTEGER = re.compile(r"[-+]?\d+")
_DECIMAL = re.compile(r"[-+]?\d*\.\d+|[-+]?\d+\.")
_DEPTH = 40


@dataclass(frozen=True)
class Document:
    """A YAML file as plain data, with the line of every value by its breadcrumb.

    `refused` are the places of which a problem was reported while reading: what is meant there is not known.
    """

    name: str
    data: Any
    lines: dict[Breadcrumb, int]
    refused: frozenset[Breadcrumb] = frozenset()

    def where(self, crumb: Breadcrumb, line: int = 0) -> str:
        """`indicator_specs.yaml, line 12: indicators → SCS03 → polarity`; the line is that of the value."""
        trail = " → ".join(self._names(crumb))
        return f"{self.name}, line {line or self.line(crumb)}" + (f": {trail}" if trail else "")

    def line(self, crumb: Breadcrumb) -> int:
        """The line of a value; where it is missing, of the entry in which it should be."""
        return next(self.lines[crumb[:n]] for n in range(len(crumb), -1, -1) if crumb[:n] in self.lines)

    def _names(self, crumb: Breadcrumb) -> Iterator[str]:
        value = self.data
        for step in crumb:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                value = None
            yield quoted(_entry_name(value, step) if isinstance(step, int) else step)[1:-1]


def _entry_name(value: Any, position: int) -> str:
    if isinstance(value, dict):
        for key in ("id", "name", "indicator", "title", "term", "kind"):
            if isinstance(value.get(key), str):
                return str(value[key])
    return value if isinstance(value, str) else f"entry {position + 1}"


def read_document(path: Path, name: str, report: Report) -> Document | None:
    """The file as a document; None where it cannot be read at all. Problems go to `report`."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        report.add(name, "no such file", "a YAML file", "check the folder (option --project)")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.add(
            f"{name}, line {line}",
            "a character that is not UTF-8",
            "a text file in UTF-8",
            'save it again as "UTF-8"',
        )
    except OSError as error:
        report.add(
            name, error.strerror or str(error), "a text file in UTF-8", "check that it is a file and may be read"
        )
    else:
        return _parsed(text, name, report)
    return None


def _parsed(text: str, name: str, report: Report) -> Document | None:
    reader = _Reader(_events(text))
    try:
        data = reader.read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{name}, line {mark.line + 1}" if mark else name
        report.add(where, _broken(error), "valid YAML", "check indents, colons and quotes there")
    except yaml.YAMLError as error:
        report.add(name, str(error).splitlines()[0], "valid YAML", "remove unprintable characters")
    except _TooDeep as error:
        found = f"nesting deeper than {_DEPTH} levels"
        report.add(f"{name}, line {error}", found, "flat entries", "remove brackets or indents")
    else:
        document = Document(name, data, reader.lines, frozenset(refusal.crumb for refusal in reader.refusals))
        for r in reader.refusals:
            report.add(document.where(r.crumb, r.line), r.found, r.allowed, r.remedy)
        return document
    return None


def _events(text: str) -> Iterator[Any]:
    """What the parser finds in the text. Nesting is judged here (_TooDeep) where the parser gives up first.

    A parser reads up to 1,024 characters further than what it hands on, and libyaml as of PyYAML 6.0.4 gives up at
    1,000 levels, in words of its own. PyYAML's parser in Python has no such limit: it reads what stands before the
    error anew.
    """
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        end = error.problem_mark.index if error.problem_mark else None
        with suppress(yaml.YAMLError):
            _Reader(yaml.parse(text[:end], Loader=yaml.SafeLoader)).read()
        raise


def _broken(error: yaml.MarkedYAMLError) -> str:
    """What the parser says, and where that began which it could not finish."""
    mark = error.context_mark
    began = f" ({error.context}, begun on line {mark.line + 1})" if mark else ""
    return (error.problem or "broken YAML") + began


class _TooDeep(Exception):
    """Raised with the line on which nesting becomes absurd."""


@dataclass(frozen=True)
class _Refusal:
    crumb: Breadcrumb
    line: int
    found: str
    allowed: str
    remedy: str


class _Reader:
    """Turns YAML's events into plain data, noting lines and refusing surprises."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.lines: dict[Breadcrumb, int] = {(): 1}
        self.refusals: list[_Refusal] = []

    def read(self) -> Any:
        """The data of the file's only document; None where it holds none."""
        starts = (event for event in self.events if isinstance(event, yaml.DocumentStartEvent))
        if next(starts, None) is None:
            return None
        data = self._value(next(self.events), ())
        if second := next(starts, None):
            self._refuse(second, (), "a second document, after ---", "one document", "remove the line ---")
        return data

    def _value(self, event: Any, crumb: Breadcrumb) -> Any:
        self.lines.setdefault(crumb, self._line(event))
        if len(crumb) > _DEPTH:
            raise _TooDeep(self._line(event))
        if event.anchor or getattr(event, "tag", None):
            self._refuse(
                event, crumb, "an anchor, alias or tag (&, * or !)", "plain values", "write the value itself"
            )
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(crumb)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(crumb)
        return None if isinstance(event, yaml.AliasEvent) else self._scalar(event, crumb)

    def _sequence(self, crumb: Breadcrumb) -> list[Any]:
        data: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            data.append(self._value(event, (*crumb, len(data))))
        return data

    def _mapping(self, crumb: Breadcrumb) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(
                    event, crumb, "a key that is not a word", "`key: value` lines", "write the key as a word"
                )
                self._skip(event, (*crumb, ""))
                self._skip(next(self.events), (*crumb, ""))
                continue
            key, line = str(event.value), self._line(event)
            place = (*crumb, key)
            if key in data:
                found = f"the key {quoted(key)} for the second time (first on line {self.lines[place]})"
                self._refuse(event, place, found, "each key once", "keep one of the two")
                self._skip(next(self.events), place)
            else:
                self.lines[place] = line
                data[key] = self._value(next(self.events), place)
        return data

    def _skip(self, event: Any, crumb: Breadcrumb) -> None:
        """Read past a value."""
        _Reader(self.events)._value(event, crumb)

    def _scalar(self, event: Any, crumb: Breadcrumb) -> Any:
        text = str(event.value)
        if has_control(text):
            self._refuse(event, crumb, quoted(text), *NO_CONTROL)
            return quoted(text)[1:-1]
        if event.style:
            return text
        if _AMBIGUOUS.fullmatch(text):
            allowed = f'"{text}" in quotes for the text, or true, false or a plain number'
            self._refuse(
                event, crumb, f"{text}, which programs read in different ways", allowed, "write what is meant"
            )
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            return int(text[:18])
        return float(text) if _DECIMAL.fullmatch(text) else text

    def _refuse(self, event: Any, crumb: Breadcrumb, found: str, allowed: str, remedy: str) -> None:
        self.refusals.append(_Refusal(crumb, self._line(event), found, allowed, remedy))

    @staticmethod
    def _line(event: Any) -> int:
        return int(event.start_mark.line) + 1
