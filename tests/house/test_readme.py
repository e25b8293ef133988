"""README is short and true: two commands that do all their set-up, and where to read on."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from workbook_builder import __version__, cli

COMMANDS = sorted(cli.cli.commands)


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    """The text."""
    return (root / "README.md").read_text(encoding="utf-8")


def marked(readme: str, mark: str) -> str:
    """The one line in the code block after a comment."""
    found = re.search(rf"<!-- {mark} -->\n```sh\n(.+)\n```\n", readme)
    assert found, f"no `{mark}` in README"
    return found[1]


def test_it_is_at_most_120_lines_long(readme: str) -> None:
    assert len(readme.splitlines()) <= 120


def test_each_command_is_one_line_that_does_all_its_set_up(readme: str) -> None:
    build, test = marked(readme, "build command"), marked(readme, "test command")
    assert build.endswith("workbook-builder build 2024-11")
    assert test.endswith("python -m pytest -n auto")
    for line in (build, test):
        assert line.startswith("python3 -m venv .venv && .venv/bin/pip install -q -c .ci/constraints.txt -e ")


def test_the_windows_form_does_the_same(readme: str) -> None:
    for mark in ("build command", "test command"):
        windows = marked(readme, mark).replace("python3", "py").replace(".venv/bin/", ".venv\\Scripts\\")
        assert windows in readme


def test_the_exit_codes_are_those_of_the_program(readme: str) -> None:
    assert f"**{cli.DONE}** done" in readme
    assert f"**{cli.USER_CAN_FIX}** something the user can mend" in readme
    assert f"**{cli.OUR_BUG}** a fault of workbook-builder" in readme


def test_every_page_of_the_documents_is_reached_from_it(root: Path) -> None:
    reached, found = set(), [root / "README.md"]
    while found:
        page = found.pop()
        reached.add(page)
        links = re.findall(r"\]\((?!https?:)([^)\s#]+\.md)", page.read_text(encoding="utf-8"))
        found += [target for link in links if (target := (page.parent / link).resolve()) not in reached]
    assert sorted(page.name for page in set((root / "docs").rglob("*.md")) - reached) == []


def test_help_names_every_command() -> None:
    text = click.Context(cli.cli).command.get_help(click.Context(cli.cli, info_name="workbook-builder"))
    assert all(command in text for command in COMMANDS)


def test_the_changelog_begins_with_this_version(root: Path) -> None:
    headings = re.findall(r"^## (\S+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert headings[0] == __version__
