"""The documents are true: their links lead somewhere, their commands exist, the tutorial does what it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.support.commands import runner
from tests.support.places import ROOT
from workbook_builder import cli

DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
NAMES = [path.relative_to(ROOT).as_posix() for path in DOCUMENTS]
TUTORIAL = ROOT / "docs" / "tutorial.md"
STEP = re.compile(r"<!-- (?P<what>file|run|prints)(?:: (?P<about>[^>]+?))? -->\n```\w*\n(?P<text>.*?)```\n", re.S)
OPTIONS = {name for command in cli.cli.commands.values() for one in command.params for name in one.opts}


def anchors(path: Path) -> set[str]:
    """What a link may name on a page: its headings as GitHub writes them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name: str) -> None:
    path = ROOT / name
    links = re.findall(r"\]\((?!https?:)([^)\s]+)\)", path.read_text(encoding="utf-8"))
    for link in links:
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("name", [name for name in NAMES if name != "CHANGELOG.md"])
def test_every_command_and_option_that_is_named_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = set(re.findall(r"`?workbook-builder ([a-z]+)\b(?= [-\d`A-Z{]|`)", text))
    assert commands <= set(cli.cli.commands)
    lines = [line for line in text.splitlines() if "workbook-builder " in line and "pip " not in line]
    assert {option for line in lines for option in re.findall(r" (--[a-z]+)", line)} <= OPTIONS | {"--help"}


def test_the_tutorial_does_what_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(tmp_path, capsys)
    printed, tried = "", 0
    for step in STEP.finditer(TUTORIAL.read_text(encoding="utf-8")):
        what, about, text = step["what"], step["about"], step["text"]
        if what == "file":
            path = tmp_path / about
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif what == "run":
            ran = run(*text.split()[1:])
            assert ran.code == int(about or 0), ran.err
            printed, tried = (ran.out + ran.err).replace(f"{tmp_path}/", ""), tried + 1
        else:
            assert text.strip() in printed
    assert tried == 8


@pytest.fixture
def northshire(tmp_path: Path) -> Path:
    """A copy of the example."""
    return Path(shutil.copytree(ROOT / "examples" / "northshire", tmp_path / "northshire"))


@pytest.mark.parametrize(
    ("edition", "rated"),
    [("2025-05", "7 GREEN, 10 AMBER, 4 RED"), ("2025-06", "11 GREEN, 8 AMBER, 2 RED")],
)
def test_the_example_builds_without_a_warning(
    northshire: Path, capsys: pytest.CaptureFixture[str], edition: str, rated: str
) -> None:
    run = runner(northshire, capsys)
    assert run("check", edition).out == "Warnings: none\n"
    built = run("build", edition)
    assert (built.code, built.summary["Rated"], built.summary["Missing"]) == (0, rated, "none")
    assert (northshire / "outputs" / f"Northshire_Scorecard_{edition}.xlsx").exists()


def test_the_next_month_of_the_example_can_be_begun(northshire: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = runner(northshire, capsys)("new", "2025-07")
    assert (made.code, made.summary["Based on"]) == (0, "2025-06")
