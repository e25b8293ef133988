"""README tells the truth: its commands, options, columns, keys, rules and exit codes are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from workbook_builder import cli
from workbook_builder.checks.rules import RULES
from workbook_builder.inputs import benchmarks, commentary, observations, sources, targets
from workbook_builder.inputs.tables import FOR_READING_ONLY, TableForm
from workbook_builder.specs.model import Spec
from workbook_builder.specs.schema import json_schema

COMMANDS = sorted(cli.cli.commands)
FORMS = [observations.FORM, targets.FORM, benchmarks.FORM, sources.FORM, commentary.FORM]


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    """The text."""
    return (root / "README.md").read_text(encoding="utf-8")


def marked(readme: str, mark: str) -> str:
    """The one line in the code block after a comment."""
    found = re.search(rf"<!-- {mark} -->\n```sh\n(.+)\n```\n", readme)
    assert found, f"no `{mark}` in README"
    return found[1]


def options(command: str) -> set[str]:
    """The long options of a command."""
    return {name for o in cli.cli.commands[command].params for name in o.opts if name.startswith("--")}


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


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_described(readme: str, command: str) -> None:
    assert f"workbook-builder {command}" in readme
    undescribed = [option for option in options(command) if f"`{option}" not in readme]
    assert undescribed == []


def test_no_option_is_described_that_does_not_exist(readme: str) -> None:
    described = set(re.findall(r"(?<![\w-])--[a-z]+", readme))
    known = {option for command in COMMANDS for option in options(command)}
    assert described <= known


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_input_column_is_explained(readme: str, form: TableForm) -> None:
    table = re.search(rf"\*\*{form.name}\*\*.*?\n\n((?:\|.*\n)+)", readme)
    assert table, f"no table of {form.name}"
    explained = re.findall(r"`(\w+)`", "\n".join(line.split("|")[1] for line in table[1].splitlines()))
    assert sorted(explained) == sorted(form.columns)


def test_the_columns_for_reading_only_are_named(readme: str) -> None:
    assert all(f"`{column}`" in readme for column in FOR_READING_ONLY)


def test_every_key_of_the_spec_is_named(readme: str) -> None:
    keys = {
        key
        for part in [json_schema(Spec), *json_schema(Spec)["$defs"].values()]
        for key in part.get("properties", {})
    }
    guidance = {"paragraphs", "terms", "term", "meaning", "drawn_as", "footnote"}
    assert sorted(key for key in keys - guidance if f"`{key}`" not in readme) == []


def test_every_rule_is_listed(readme: str) -> None:
    listed = re.findall(
        r"^\| `(\w+)` \|", readme[readme.index("| rule |") : readme.index("A warning that stands")], re.M
    )
    assert listed == [rule.id for rule in RULES]


def test_the_exit_codes_are_those_of_the_program(readme: str) -> None:
    assert f"**{cli.DONE}** done" in readme
    assert f"**{cli.USER_CAN_FIX}** something the user can mend" in readme
    assert f"**{cli.OUR_BUG}** a fault of workbook-builder" in readme


def test_every_file_it_points_to_exists(readme: str, root: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", readme)
    assert links
    assert [link for link in links if not (root / link).exists()] == []


def test_help_names_every_command() -> None:
    text = click.Context(cli.cli).command.get_help(click.Context(cli.cli, info_name="workbook-builder"))
    assert all(command in text for command in COMMANDS)
