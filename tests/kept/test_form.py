"""Frozen data is read as it was written, and nothing but data is."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook_builder.figures import Missing, Number
from workbook_builder.inputs import Inputs
from workbook_builder.kept.form import read, written
from workbook_builder.periods import Frequency, Period
from workbook_builder.rating.schemes import SCHEMES
from workbook_builder.specs.model import Spec
from workbook_builder.styles import Looks

numbers = st.builds(Number, st.decimals(allow_nan=False), st.integers(0, 6), st.none() | st.integers(), st.booleans())
periods = st.builds(Period, st.integers(1900, 2100), st.integers(1, 12), st.sampled_from(Frequency), st.just(0))
plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
keys = st.text() | st.integers() | periods | st.tuples(st.text(), periods)
things = st.one_of(plain, numbers, periods, st.sampled_from(Missing), st.dates(), st.decimals(allow_nan=False))
data = st.recursive(
    things,
    lambda inner: st.one_of(
        st.lists(inner),
        st.lists(inner).map(tuple),
        st.dictionaries(keys, inner),
        st.frozensets(st.text(), max_size=1),
    ),
    max_leaves=12,
)


def exactly(value: Any) -> Any:
    """A value by its kind as well, since True is 1, and 1.0 is; with what no comparison sees."""
    return repr(value)


@given(data)
def test_what_is_read_is_what_was_written(value: Any) -> None:
    assert exactly(read(written(value))) == exactly(value)


def test_the_shipped_project_is_read_as_it_was_written(spec: Spec, looks: Looks, inputs: Inputs) -> None:
    assert read(written(spec)) == spec
    assert read(written(looks)) == looks
    for folder in inputs.folders:
        for table, statements in folder.statements.items():
            known = read(written(statements))
            assert exactly(known) == exactly(statements), table
            assert list(known) == list(statements), table


def test_a_scheme_is_the_one_that_is_listed() -> None:
    for scheme in SCHEMES.values():
        assert read(written(scheme)) is scheme


def test_what_stands_twice_stands_once() -> None:
    number = Number(Decimal("1.5"), 1)
    one, other = read(written((number, Number(Decimal("1.5"), 1))))
    assert one is other
    assert read(written((Number(Decimal("1.5"), 1), Number(Decimal("1.50"), 1))))[1].value.as_tuple().exponent == -2


def test_what_may_change_is_never_shared() -> None:
    one, other = read(written(([1], [1])))
    assert one is not other


@pytest.mark.parametrize("value", [lambda: 1, object(), Decimal, 1j, b"bytes", date, Exception("x")])
def test_what_is_no_data_is_not_written(value: Any) -> None:
    with pytest.raises(TypeError):
        written(value)


@pytest.mark.parametrize("kind", ["fault_log.write_log", "problems.ProblemsFound", "files.os", "kept.form.read"])
def test_what_is_no_data_is_not_made(kind: str) -> None:
    with pytest.raises((TypeError, AttributeError, ImportError)):
        read(json.dumps([[kind], [0, [0]]]).encode())


@pytest.mark.parametrize("kind", ["os.system", "..os.system", "json.loads"])
def test_nothing_outside_the_package_is_made(kind: str) -> None:
    with pytest.raises((TypeError, AttributeError, ImportError, ValueError)):
        read(json.dumps([[kind], [0, "true", [0, 1]]]).encode())
