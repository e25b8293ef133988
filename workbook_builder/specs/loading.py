"""Reads and validates a spec, where it is not known from before."""

from __future__ import annotations

from pathlib import Path

from workbook_builder.problems import Report
from workbook_builder.specs.document import read_document
from workbook_builder.specs.model import Spec
from workbook_builder.specs.present import as_areas_are_spelt
from workbook_builder.specs.references import check_references
from workbook_builder.specs.repair import check_despite_faults
from workbook_builder.specs.validation import validate


def read_spec(project: Path, file: str) -> Spec:
    """The spec in a file, as seen from the project. Raises `ProblemsFound` with everything that is wrong in it."""
    report = Report()
    document = read_document(project / file, file, report)
    spec = validate(document, Spec, report) if document else None
    if document and spec and not document.refused:
        spec = as_areas_are_spelt(spec)
        check_references(spec, document, report)
    elif document:
        check_despite_faults(document, report)
    report.raise_if_any()
    assert spec is not None
    return spec
