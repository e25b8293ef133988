"""The page, made once, and a browser that has it open, for all tests of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.browser import MISSING, available
from tests.support.desk import NO_NPM, Desk, can_be_made, made, offline
from tests.support.places import ROOT


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as a file."""
    if not can_be_made():
        pytest.skip(NO_NPM)
    return made(tmp_path_factory.mktemp("page") / "workbook_builder.html")


@pytest.fixture(scope="module")
def ready(page_file: Path) -> Iterator[Desk]:
    """The page, open and ready."""
    if not available():
        pytest.skip(MISSING)
    with offline() as context:
        yield Desk(context, page_file).wait_until_ready()


@pytest.fixture
def desk(ready: Desk) -> Iterator[Desk]:
    """The page at which a test works; whatever it reports as an error fails the test."""
    ready.faults.clear()
    yield ready
    assert ready.faults == []


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the shipped project: what a folder on a file share holds."""
    folder = tmp_path / "kent"
    for name in ("inputs", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "indicator_specs.yaml", folder)
    return folder
