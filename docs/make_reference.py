"""Makes the pages of `docs/reference/` anew from the program itself: `python docs/make_reference.py`.

What they say stands once, beside the code that it is about: help texts of commands, descriptions of keys, meanings of
columns, reasons of rules. `tests/house/test_reference.py` says whether they are current.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from workbook_builder.audit.comparisons import COMPARISONS
from workbook_builder.checks.rules import RULES
from workbook_builder.cli import DONE, OUR_BUG, USER_CAN_FIX, cli
from workbook_builder.commands.explain import parts
from workbook_builder.commentary.placeholders import PLACEHOLDERS
from workbook_builder.inputs import benchmarks, commentary, observations, sources, targets
from workbook_builder.inputs.edition import EditionFile
from workbook_builder.inputs.tables import FOR_READING_ONLY
from workbook_builder.pages import KINDS as PAGE_KINDS
from workbook_builder.pages.columns import KINDS as COLUMN_KINDS
from workbook_builder.specs.model import Spec
from workbook_builder.specs.schema import json_schema
from workbook_builder.styles import Looks

FOLDER = Path(__file__).with_name("reference")
MADE = "<!-- Made by `python docs/make_reference.py`: change the program, not this page. -->"
FORMS = (observations.FORM, targets.FORM, benchmarks.FORM, sources.FORM, commentary.FORM)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown, and the empty line after it."""
    yield f"| {' | '.join(headings)} |"
    yield f"|{'---|' * len(headings)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def commands() -> Iterator[str]:
    """Every command with its arguments, options and help."""
    yield "# Commands"
    yield ""
    yield "`workbook-builder COMMAND --help` says the same."
    yield ""
    for name, command in sorted(cli.commands.items()):
        yield f"## workbook-builder {name}"
        yield ""
        yield f"`workbook-builder {name} {' '.join(_usage(command))}`"
        yield ""
        yield re.sub(r"\s*\n\s*\n\s*", "\n\n", re.sub(r"(?<!\n)\n[ ]*(?!\n| )", " ", (command.help or "").strip()))
        yield ""
        options = [one for one in command.params if isinstance(one, click.Option)]
        yield from table(["option", "meaning"], [(_option(one), one.help or "") for one in options])
    yield "## Exit codes"
    yield ""
    codes = {
        DONE: "done",
        USER_CAN_FIX: "something that you can mend: the report says what. Nothing was written",
        OUR_BUG: "a fault of workbook-builder, of which it leaves a log in the folder for temporary files: without "
        "figures, texts or names, to be sent with a report",
    }
    yield from table(["code", "meaning"], [(str(code), meaning) for code, meaning in codes.items()])


def _usage(command: click.Command) -> Iterator[str]:
    for one in command.params:
        if isinstance(one, click.Argument):
            name = (
                one.make_metavar() if "ctx" not in one.make_metavar.__code__.co_varnames else _metavar(command, one)
            )
            yield name
        elif one.required:
            yield f"{one.opts[0]} {one.metavar or ''}".strip()
    yield "[OPTIONS]"


def _metavar(command: click.Command, one: click.Argument) -> str:
    """As click 8.2 makes it."""
    made: Callable[..., str] = one.make_metavar
    return made(click.Context(command))


def _option(one: click.Option) -> str:
    word = "" if one.is_flag else f" {one.metavar or one.type.name.upper()}"
    return ", ".join(f"`{name}{word}`" for name in reversed(one.opts))


def inputs() -> Iterator[str]:
    """The files of an edition's folder."""
    yield "# Inputs: what stands in `inputs/YYYY-MM/`"
    yield ""
    yield "Five tables, as CSV files of these names or as sheets of one `inputs.xlsx`, and `edition.yaml`. Columns"
    yield f"{' and '.join(f'`{name}`' for name in FOR_READING_ONLY)} are there to be read and are ignored. How names,"
    yield "dates and periods are read: [how inputs are read](../explanation/inputs.md)."
    yield ""
    for form in FORMS:
        yield f"## {form.name}: {form.holds}"
        yield ""
        rows = zip(form.columns, form.meanings, strict=True)
        needed = form.columns[: form.needed]
        marked = [(f"`{name}`", "yes" if name in needed else "", meaning) for name, meaning in rows]
        yield from table(["column", "must be there", "meaning"], marked)
    yield "## edition.yaml"
    yield ""
    yield from _keys(json_schema(EditionFile))


def spec() -> Iterator[str]:
    """The keys of the spec, part by part."""
    yield "# The spec: keys of `indicator_specs.yaml`"
    yield ""
    yield "An editor that knows JSON Schema shows the same while you type. Column kinds and page kinds have"
    yield "[pages of their own](columns-and-pages.md)."
    yield ""
    yield from _keys(json_schema(Spec))


def style() -> Iterator[str]:
    """The keys of a style file."""
    yield "# Styles: keys of `styles/NAME.yaml`"
    yield ""
    yield "Every key may be left out: it is then as in the shipped style. [How to write a style](../how-to/style.md)."
    yield "Each entry of `cells` is one of these meanings: " + _words(list(_meanings())) + "."
    yield ""
    yield from _keys(json_schema(Looks), all_optional=True)


def _meanings() -> Iterator[str]:
    return iter(json_schema(Looks)["$defs"]["Style"]["enum"])


def _keys(schema: Mapping[str, Any], all_optional: bool = False) -> Iterator[str]:
    """The keys of the whole, then of each of its parts that has keys, or words to choose from."""
    for name, part in {"": schema, **schema.get("$defs", {})}.items():
        if "properties" in part:
            if name:
                yield f"## {_spaced(name)}"
                yield ""
            yield from _plain(part.get("description", ""))
            needed = [] if all_optional else part.get("required", [])
            rows = [
                (f"`{key}`", "yes" if key in needed else "", _shape(value, schema), _said(value))
                for key, value in part["properties"].items()
            ]
            yield from table(["key", "must be there", "is", "meaning"], rows)
        elif "enum" in part and name != "Style":
            yield f"## {_spaced(name)}"
            yield ""
            yield from _plain(part.get("description", ""))
            yield f"One of {_words(part['enum'])}."
            yield ""


def _plain(text: str) -> Iterator[str]:
    if text:
        yield " ".join(text.split())
        yield ""


def _spaced(name: str) -> str:
    """`BenchmarkGroup` as `Benchmark group`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _words(words: Iterable[object]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _said(value: Mapping[str, Any]) -> str:
    default = value.get("default")
    left_out = f" Left out: `{str(default).lower() if isinstance(default, bool) else default}`." if default else ""
    return " ".join(str(value.get("description", "")).split()) + left_out


def _shape(value: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """`text`, `a number`, `a list of [Area](#area)` ... of one key."""
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[-1]
        return f"[{_spaced(name)}](#{_spaced(name).lower().replace(' ', '-')})" if name != "Style" else "a meaning"
    if "const" in value or "enum" in value:
        return _words(value.get("enum", [value.get("const")]))
    if value.get("type") == "array":
        items = value.get("items") or {}
        return f"a list of {_shape(items, schema)}" if items else "a list"
    for several in ("anyOf", "oneOf"):
        if several in value:
            shapes = [_shape(one, schema) for one in value[several] if one.get("type") != "null"]
            return " or ".join(dict.fromkeys(shapes))
    if "additionalProperties" in value and isinstance(value["additionalProperties"], Mapping):
        return f"entries of {_shape(value['additionalProperties'], schema)}"
    words = {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "`true` or `false`"}
    return "a date" if value.get("format") == "date" else words.get(str(value.get("type")), "")


def rules() -> Iterator[str]:
    """Every rule of `check`."""
    yield "# Rules of `check`"
    yield ""
    yield "`workbook-builder check --explain RULE` says the same. [How a warning is accepted](../how-to/check.md)."
    yield ""
    yield from table(["rule", "finds", "severity"], [(f"`{r.id}`", r.finds, r.severity.value) for r in RULES])
    for rule in RULES:
        yield f"## {rule.id}"
        yield ""
        yield from (f"- **{name}**: {text}" for name, text in parts(rule))
        yield ""


def findings() -> Iterator[str]:
    """Every finding of `audit`."""
    yield "# Findings of `audit`"
    yield ""
    yield "What is printed is judged by what is printed, and compared with the inputs."
    yield ""
    for one in COMPARISONS:
        yield f"## {one.id}"
        yield ""
        yield f"{one.reason} Example: {one.example}"
        yield ""


def columns_and_pages() -> Iterator[str]:
    """The kinds of columns and pages that a spec may use."""
    yield "# Column kinds and page kinds"
    yield ""
    schema = json_schema(Spec)
    for title, kinds, where in (
        ("Columns", COLUMN_KINDS, ("ColumnSet", "columns")),
        ("Pages", PAGE_KINDS, ("ScorecardSpec", "pages")),
    ):
        mapping = schema["$defs"][where[0]]["properties"][where[1]]["items"]["discriminator"]["mapping"]
        yield f"## {title}"
        yield ""
        yield from table(
            ["kind", "says", "keys"], [_kind(name, kinds[name], schema, mapping[name]) for name in kinds]
        )


def _kind(name: str, made: Callable[..., Any], schema: Mapping[str, Any], reference: str) -> tuple[str, str, str]:
    """A row: the kind, the first line of its file, and its keys."""
    module: ModuleType = __import__(made.__module__, fromlist=["_"])
    part = reference.rsplit("/", 1)[-1]
    keys = [key for key in schema["$defs"][part]["properties"] if key != "kind"]
    says = " ".join((module.__doc__ or "").split("\n\n")[0].split()).partition(": ")[2]
    return f"`{name}`", says, f"[{_words(keys)}](spec.md#{_spaced(part).lower().replace(' ', '-')})" if keys else ""


def placeholders() -> Iterator[str]:
    """The places that a commentary may leave for figures."""
    yield "# Places for figures in a commentary"
    yield ""
    yield '`{value} were in time, {change} since {previous_period}` is printed as "61.5% were in time, +1.5'
    yield 'percentage points since October 2024". Figures bring their units and signs with them.'
    yield ""
    yield from table(["place", "is filled with"], [(f"`{{{name}}}`", p.meaning) for name, p in PLACEHOLDERS.items()])


PAGES: Mapping[str, Callable[[], Iterator[str]]] = {
    "commands": commands,
    "inputs": inputs,
    "spec": spec,
    "columns-and-pages": columns_and_pages,
    "style": style,
    "rules": rules,
    "audit-findings": findings,
    "placeholders": placeholders,
}


def page(name: str) -> str:
    """The text of one page."""
    return "\n".join([MADE, "", *PAGES[name]()]).rstrip("\n") + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in PAGES:
        (FOLDER / f"{name}.md").write_text(page(name), encoding="utf-8", newline="\n")
