"""The reference says what the program says, is current, and leaves nothing out."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from docs import make_reference
from workbook_builder import cli
from workbook_builder.checks.rules import RULES
from workbook_builder.commentary.placeholders import PLACEHOLDERS
from workbook_builder.inputs.tables import FOR_READING_ONLY, TableForm
from workbook_builder.pages import KINDS as PAGES
from workbook_builder.pages.columns import KINDS as COLUMNS
from workbook_builder.specs.model import Spec
from workbook_builder.specs.schema import json_schema
from workbook_builder.styles import Looks


def page(root: Path, name: str) -> str:
    """A page of the reference."""
    return (root / "docs" / "reference" / f"{name}.md").read_text(encoding="utf-8")


def first_cells(text: str) -> list[str]:
    """What stands in code in the first column of its tables."""
    return re.findall(r"^\| `(.+?)` \|", text, re.M)


@pytest.mark.parametrize("name", make_reference.PAGES)
def test_a_page_is_current(root: Path, name: str) -> None:
    """`python docs/make_reference.py` makes it so."""
    assert page(root, name) == make_reference.page(name)


def test_there_is_no_page_that_is_not_made(root: Path) -> None:
    assert {path.stem for path in (root / "docs" / "reference").glob("*")} == set(make_reference.PAGES)


@pytest.mark.parametrize("name", sorted(cli.cli.commands))
def test_every_command_and_option_is_explained(root: Path, name: str) -> None:
    text = page(root, "commands").partition(f"## workbook-builder {name}\n")[2].partition("\n## ")[0]
    command = cli.cli.commands[name]
    assert (command.help or "").split("\n")[0] in text
    for option in (one for one in command.params if isinstance(one, click.Option)):
        assert option.help, option.name
        assert option.help in text
        assert all(f"`{opt}" in text for opt in option.opts)


@pytest.mark.parametrize("form", make_reference.FORMS, ids=lambda form: form.name)
def test_every_input_column_is_explained(root: Path, form: TableForm) -> None:
    text = page(root, "inputs").partition(f"## {form.name}: {form.holds}\n")[2].partition("\n## ")[0]
    assert first_cells(text) == list(form.columns)
    assert all(form.meanings)


def test_the_columns_for_reading_only_are_named(root: Path) -> None:
    assert all(f"`{column}`" in page(root, "inputs") for column in FOR_READING_ONLY)


@pytest.mark.parametrize(("name", "model"), [("spec", Spec), ("style", Looks)])
def test_every_key_is_listed(root: Path, name: str, model: type[object]) -> None:
    parts = [json_schema(model), *json_schema(model)["$defs"].values()]
    assert {key for part in parts for key in part.get("properties", {})} == set(first_cells(page(root, name)))


def test_every_rule_is_told_with_its_reason_example_and_remedy(root: Path) -> None:
    text = page(root, "rules")
    assert first_cells(text) == [rule.id for rule in RULES]
    for rule in RULES:
        section = text.partition(f"## {rule.id}\n")[2].partition("\n## ")[0]
        assert all(part in section for part in (rule.finds, rule.reason, rule.example, rule.remedy))


def test_every_kind_of_column_and_page_is_listed(root: Path) -> None:
    assert first_cells(page(root, "columns-and-pages")) == [*COLUMNS, *PAGES]


def test_every_place_of_a_commentary_is_listed(root: Path) -> None:
    assert first_cells(page(root, "placeholders")) == [f"{{{name}}}" for name in PLACEHOLDERS]
