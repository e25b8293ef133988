"""Looks past the faults of a document, so that one report also names what its sound parts disagree on.

Every fault is mended with a made-up value, twice and differently. A disagreement that is found both times, away
from all that was made up, does not stem from the mending.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

from workbook_builder.problems import Problem, Report
from workbook_builder.specs.checker import MADE_UP_NAMES
from workbook_builder.specs.document import Breadcrumb, Document
from workbook_builder.specs.model import Spec
from workbook_builder.specs.references import check_references
from workbook_builder.specs.schema import json_schema, node_at
from workbook_builder.specs.validation import Fault, checked

_ROUNDS = 5  # a mended part may turn out to have faults of its own


def check_despite_faults(document: Document, report: Report) -> None:
    """Every disagreement that is there whatever the faulty values should be goes to `report`."""
    first, second = (_disagreements(document, choice) for choice in (0, -1))
    report.problems += [problem for problem in first if problem in second]


def _disagreements(document: Document, choice: int) -> list[Problem]:
    mended = _Mended(document, choice)
    spec, report = mended.spec(), Report()
    if spec:
        check_references(spec, document, report, mended.places)
    return report.problems


class _Mended:
    """A document's data with something valid in place of every fault: of several words the first or the last."""

    def __init__(self, document: Document, choice: int) -> None:
        self.document, self.choice = replace(document, data=deepcopy(document.data)), choice
        self.schema = json_schema(Spec)
        self.places: set[Breadcrumb] = set(document.refused)
        for place in document.refused:
            self._add_made_up_entry(place)

    def spec(self) -> Spec | None:
        """The mended spec; None where the file is no mapping at all."""
        for _ in range(_ROUNDS if isinstance(self.document.data, dict) else 0):
            spec, faults = checked(self.document, Spec)
            if spec:
                return spec
            for fault in faults:
                self._mend(fault)
        return None

    def _mend(self, fault: Fault) -> None:
        holder, key = self._at(fault.place[:-1]), fault.place[-1]
        if not fault.is_unknown_key:
            self.places.add(fault.place)
            holder[key] = self._made_up(self._node(fault.place))
            return
        value, meant = holder.pop(key), fault.meant
        if meant[-1] and meant[-1] not in holder:
            self.places.add(meant)
            holder[meant[-1]] = value

    def _add_made_up_entry(self, place: Breadcrumb) -> None:
        """A list that is given twice may hold names in the part that was not read."""
        held, node = self._at(place), self._node(place)  # no node: an unknown key
        if isinstance(held, list) and isinstance(made := self._made_up(node) if node else None, list):
            held += made

    def _at(self, place: Breadcrumb) -> Any:
        value = self.document.data
        for step in place:
            value = value[step]
        return value

    def _node(self, place: Breadcrumb) -> dict[str, Any]:
        return node_at(self.schema, place, self.document.data)[0]

    def _made_up(self, node: dict[str, Any]) -> Any:
        """Something valid for a part of the schema."""
        if reference := node.get("$ref"):
            return self._made_up(self.schema["$defs"][reference.rsplit("/", 1)[-1]])
        if alternatives := node.get("oneOf") or node.get("anyOf"):
            return self._made_up(alternatives[self.choice])
        if "const" in node or "enum" in node:
            return node["const"] if "const" in node else node["enum"][self.choice]
        if node["type"] == "object":
            return {key: self._made_up(node["properties"][key]) for key in node.get("required", ())}
        if node["type"] == "array":
            return [self._made_up(node["items"])]
        name = sorted(MADE_UP_NAMES)[self.choice]
        least = node.get("minimum")
        return {"string": name, "integer": least, "number": least, "boolean": False, "null": None}[node["type"]]
