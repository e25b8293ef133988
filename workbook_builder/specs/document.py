"""Reads YAML so that nothing in it surprises: plain data, and the line on which each value stands.

Refused, because programs differ in what they make of it: duplicate keys (most keep the last), words such as
`no` and `on` (text or false), `10:30` (text or 630), `0777` and `1_000` (text or number), aliases and tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workbook_builder.problems import Report, quoted

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
    """A YAML file as plain data, with the line of every value by its breadcrumb."""

    name: str
    data: Any
    lines: dict[Breadcrumb, int]

    def where(self, crumb: Breadcrumb) -> str:
        """`indicator_specs.yaml, line 12: indicators → SCS03 → polarity`."""
        line = next(self.lines[crumb[:n]] for n in range(len(crumb), -1, -1) if crumb[:n] in self.lines)
        trail = " → ".join(self._names(crumb))
        return f"{self.name}, line {line}" + (f": {trail}" if trail else "")

    def _names(self, crumb: Breadcrumb) -> Iterator[str]:
        value = self.data
        for step in crumb:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                value = None
            yield _entry_name(value, step) if isinstance(step, int) else step


def _entry_name(value: Any, position: int) -> str:
    if isinstance(value, dict):
        for key in ("id", "name", "indicator", "title", "term", "kind"):
            if isinstance(value.get(key), str):
                return str(value[key])
    return value if isinstance(value, str) else f"entry {position + 1}"


def read_document(path: Path, name: str, report: Report) -> Document | None:
    """The file as a document; None where it cannot be read at all. Problems go to `report`."""
    try:
        root = yaml.compose(path.read_bytes().decode("utf-8-sig"), Loader=_Loader)
    except FileNotFoundError:
        report.add(name, "no such file", "a YAML file", "check the folder (option --project)")
    except (OSError, UnicodeDecodeError) as error:
        report.add(name, str(error), "a text file in UTF-8", 'save it again as "UTF-8"')
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{name}, line {mark.line + 1}" if mark else name
        report.add(where, error.problem or "broken YAML", "valid YAML", "check indents, colons and quotes there")
    except (yaml.YAMLError, RecursionError) as error:
        found = str(error).splitlines()[0]
        report.add(name, found, "valid YAML", "remove unprintable characters and deep nesting")
    else:
        lines: dict[Breadcrumb, int] = {(): 1}
        data = _Builder(name, lines, report).build(root, ()) if root else None
        return Document(name, data, lines)
    return None


class _Builder:
    """Turns YAML nodes into plain data, noting lines and refusing surprises."""

    def __init__(self, name: str, lines: dict[Breadcrumb, int], report: Report) -> None:
        self.name, self.lines, self.report = name, lines, report

    def build(self, node: yaml.Node, crumb: Breadcrumb) -> Any:
        self.lines[crumb] = node.start_mark.line + 1
        if len(crumb) > _DEPTH:
            self._refuse(node, "nesting deeper than 40 levels", "flat entries", "remove brackets or indents")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, crumb)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*crumb, n)) for n, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, crumb: Breadcrumb) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in data:
                first = self.lines[(*crumb, key)]
                found = f"the key {quoted(key)} for the second time (first on line {first})"
                self._refuse(key_node, found, "each key once", "keep one of the two")
                continue
            data[key] = self.build(value_node, (*crumb, key))
        return data

    def _scalar(self, node: yaml.Node) -> Any:
        text = str(node.value)
        if getattr(node, "style", None):
            return text
        if _AMBIGUOUS.fullmatch(text):
            allowed = f'"{text}" in quotes for the text, or true, false or a plain number'
            self._refuse(node, f"{text}, which programs read in different ways", allowed, "write what is meant")
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            return int(text[:18])
        return float(text) if _DECIMAL.fullmatch(text) else text

    def _refuse(self, node: yaml.Node, found: str, allowed: str, remedy: str) -> None:
        self.report.add(f"{self.name}, line {node.start_mark.line + 1}", found, allowed, remedy)
