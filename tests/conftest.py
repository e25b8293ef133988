"""What many tests share: the shipped November 2024 scorecard at each stage, and a small project to spoil."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.laying_out import lay_out
from tests.support.no_skips import pytest_sessionfinish, pytest_terminal_summary  # noqa: F401
from tests.support.places import ROOT
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.disclosure import Disclosed, disclose
from workbook_builder.grid import Workbook
from workbook_builder.inputs import read_inputs
from workbook_builder.periods import month
from workbook_builder.scorecards import Scorecard, find_scorecard, make_scorecard
from workbook_builder.specs import load_spec
from workbook_builder.specs.model import Spec
from workbook_builder.styles import Looks, load_style

os.environ.setdefault("WORKBOOK_BUILDER_KEPT", "off")  # what is kept of a run must not hide what a test is about


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout: the shipped project."""
    return ROOT


@pytest.fixture(scope="session")
def spec() -> Spec:
    """The shipped spec."""
    return load_spec(ROOT)


@pytest.fixture(scope="session")
def looks() -> Looks:
    """The shipped style."""
    return load_style(ROOT, "kent")


@pytest.fixture(scope="session")
def inputs(spec: Spec) -> Disclosed:
    """Everything stated up to November 2024."""
    return disclose(spec, read_inputs(spec, ROOT, month(2024, 11)))


@pytest.fixture(scope="session")
def scorecard(spec: Spec, inputs: Disclosed) -> Scorecard:
    """The November 2024 edition."""
    return make_scorecard(spec, inputs, find_scorecard(spec))


@pytest.fixture(scope="session")
def workbook(scorecard: Scorecard, looks: Looks) -> Workbook:
    """The November 2024 edition, laid out."""
    return lay_out(scorecard, looks)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The November 2024 workbook as a file."""
    file = tmp_path_factory.mktemp("built") / "scorecard.xlsx"
    return build(Order(ROOT, "2024-11", output=file)).file


@pytest.fixture
def small(tmp_path: Path) -> SmallProject:
    """A project of two areas, a team and three indicators, which builds, and which a test may spoil."""
    return SmallProject(tmp_path / "project")
