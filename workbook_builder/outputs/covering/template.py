"""Fills in a template of a covering report, and says what is wrong with one that cannot be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from workbook_builder.problems import Problem, ProblemsFound, listed, nearest, quoted

if TYPE_CHECKING:
    from docx.document import Document

SHIPPED = Path(__file__).with_name("covering_report.docx")
NEEDED = ("subject", "counts", "parts")
"""What no report may leave out: what it is about, the counts, and what is said of each indicator."""


def filled_in(template: Path, report: Mapping[str, object]) -> Document:
    """The document that a template makes of a report. Raises `ProblemsFound` with what is wrong with the template."""
    try:
        opened = DocxTemplate(template)
        named = opened.get_undeclared_template_variables(_environment())
        if problems := list(_misnamed(template.name, named, report)):
            raise ProblemsFound(problems)
        opened.render(dict(report), _environment(), autoescape=True)
    except (OpcError, BadZipFile, OSError, KeyError, ValueError) as error:
        found = f"it cannot be read ({type(error).__name__})"
        raise ProblemsFound([_problem(template.name, found, "save it anew in Word as .docx")]) from error
    except TemplateError as error:
        line = f", near line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        found = f"a placeholder that cannot be filled in ({error.message}{line})"
        raise ProblemsFound(
            [_problem(template.name, found, "compare it with the template that is shipped")]
        ) from error
    document: Document = opened.docx
    return document


def _environment() -> SandboxedEnvironment:
    """Where placeholders are worked out: text stays text, nothing may be called, a misspelt name is told."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _misnamed(file: str, named: set[str], report: Mapping[str, object]) -> Iterator[Problem]:
    for name in sorted(named - set(report)):
        remedy = nearest(name, report, f"use one of these: {listed(report, limit=20)}")
        yield _problem(file, f"the placeholder {quoted(name)}, which nothing fills in", remedy)
    for name in NEEDED:
        if name not in named:
            yield _problem(file, f"no placeholder {quoted(name)}", f"add it as in {SHIPPED.name}, which is shipped")


def _problem(file: str, found: str, remedy: str) -> Problem:
    return Problem(f"the template {file}", found, "a Word document with placeholders as docs/outputs.md says", remedy)
