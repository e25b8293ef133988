"""Targets that follow a benchmark group: `= England` is what England has achieved."""

from __future__ import annotations

from collections.abc import Mapping

from workbook_builder.inputs import benchmarks, targets
from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.inputs.targets import Target


def following(
    stated: Mapping[targets.Key, Target], known: Mapping[benchmarks.Key, Benchmark]
) -> dict[targets.Key, Target]:
    """The targets, those that follow a benchmark with its figure: that of their own year, else the latest."""
    return {key: _followed(target, known) if _follows(target) else target for key, target in stated.items()}


def _follows(target: Target) -> str:
    return target.in_words.follows if target.in_words else ""


def _followed(target: Target, known: Mapping[benchmarks.Key, Benchmark]) -> Target:
    mine = [key for key in known if key[:2] == (target.indicator, _follows(target)) and key[2] in ("", target.area)]
    best = max(mine, key=lambda key: (key[3] == target.year, key[3], key[2]), default=None)
    return target.followed(known[best].value if best else None)
