"""A judgement as text for a person, and as data for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbook_builder.accessibility.judging import Found, Judged, Judgement
from workbook_builder.accessibility.point import Verdict

_FEW = 5
_PASS, _LOOK, _FAIL = "pass", "look", "FAIL"
_WORDS = {Verdict.PASS: _PASS, Verdict.LOOK: _LOOK, Verdict.FAIL: _FAIL}
_GROUPS = {True: "Essential", False: "Desirable"}


def in_words(judgement: Judgement) -> str:
    """Every point on a line, the essential ones first, with what was found below it; then how many came to what."""
    parts = [line for is_essential in _GROUPS for line in _group(judgement, is_essential)]
    counts = [f"{name + ':':<11}{counted(judgement, is_essential)}" for is_essential, name in _GROUPS.items()]
    return "\n".join([*parts, *counts])


def counted(judgement: Judgement, is_essential: bool) -> str:
    """`31 pass, 1 fail, 2 for a person to look at`."""
    words = {Verdict.PASS: "pass", Verdict.FAIL: "fail", Verdict.LOOK: "for a person to look at"}
    return ", ".join(f"{judgement.count(verdict, is_essential)} {word}" for verdict, word in words.items())


def _group(judgement: Judgement, is_essential: bool) -> Iterator[str]:
    yield f"{_GROUPS[is_essential]} points of {judgement.file}"
    for one in judgement.points:
        if one.point.is_essential is is_essential:
            yield f"  {_WORDS[one.verdict]}  {one.point.id}: {one.point.rule}"
            yield from (f"        {line}" for line in _found(one))
    yield ""


def _found(judged: Judged) -> Iterator[str]:
    worst_first = sorted(judged.found, key=lambda found: found.verdict is not Verdict.FAIL)
    for found in worst_first[:_FEW]:
        place = where(found, _FEW)
        said = "a person must look: " if found.verdict is Verdict.LOOK else ""
        yield f"{place}: {said}{found.found}" if place else f"{said}{found.found}"
    if len(worst_first) > _FEW:
        yield f"… and {len(worst_first) - _FEW} more (all of them with --json or --xlsx)"


def where(found: Found, most: int) -> str:
    """`Data A1:C5, E7`; of many places the first."""
    more = f" and {len(found.cells) - most} more places" if len(found.cells) > most else ""
    return f"{found.sheet} {', '.join(found.cells[:most])}".strip() + more


def as_data(judgement: Judgement) -> dict[str, Any]:
    """The judgement in dictionaries and lists, everything that was found in full."""
    return {
        "file": judgement.file,
        "passes": judgement.passes,
        "points": [
            {
                "id": one.point.id,
                "essential": one.point.is_essential,
                "source": one.point.source.value,
                "rule": one.point.rule,
                "verdict": one.verdict.value,
                "found": [
                    {
                        "sheet": found.sheet,
                        "cells": list(found.cells),
                        "found": found.found,
                        "verdict": found.verdict.value,
                    }
                    for found in one.found
                ],
            }
            for one in judgement.points
        ],
    }
