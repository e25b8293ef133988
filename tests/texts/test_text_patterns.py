"""Each pattern of sentences has the sentence that is its test, and none is compiled before a text is read."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.drafts import rated_facts
from workbook_builder import texts
from workbook_builder.commentary.facts import Facts
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Number
from workbook_builder.periods import year
from workbook_builder.scorecards import Scorecard
from workbook_builder.texts import PATTERNS
from workbook_builder.texts.claims import Pattern, apply, nothing
from workbook_builder.texts.reading import read


@pytest.fixture(scope="module")
def facts(scorecard: Scorecard, inputs: Inputs) -> Facts:
    """Those of care leavers in education, employment or training, with benchmarks."""
    row = next(
        facts for facts in rated_facts(scorecard, inputs) if facts.row.indicator.id == "SCS34" and not facts.place
    )
    benchmarks = [("England", "60.0"), ("Benchmark Group", "58.0")]
    return replace(row, benchmarks=tuple((name, year(2023), Number(Decimal(n), 1)) for name, n in benchmarks))


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.example for pattern in PATTERNS])
def test_a_pattern_finds_its_example_false(pattern: Pattern, facts: Facts) -> None:
    paragraph = read(pattern.example, facts, ())
    before = PATTERNS[: PATTERNS.index(pattern)]
    without, found = (
        [each for sentence in paragraph.sentences for each in apply(some, sentence, paragraph.marked, facts)]
        for some in (before, (*before, pattern))
    )
    if pattern.judge is nothing:
        assert any(pattern.form.search(sentence.text) for sentence in paragraph.sentences)
        assert found == without == []
    else:
        assert len(found) > len(without) == 0


def test_no_two_patterns_have_the_same_example() -> None:
    assert len({pattern.example for pattern in PATTERNS}) == len(PATTERNS)


def test_importing_the_patterns_compiles_none() -> None:
    code = (
        "import re, sys\n"
        "import workbook_builder.commentary, workbook_builder.checks.rule\n"
        "made, compiled = [], re.compile\n"
        "re.compile = lambda *given: made.append(given) or compiled(*given)\n"
        "import workbook_builder.texts, workbook_builder.texts.unfinished\n"
        "assert 'workbook_builder.texts.figures' in sys.modules\n"
        "print(len(made))\n"
        "workbook_builder.texts.unfinished.unfinished('XX%')\n"
        "print(len(made))"
    )
    root = Path(texts.__file__).parents[2]
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    before, after = map(int, ran.stdout.split())
    assert before == 0
    assert after > 10
