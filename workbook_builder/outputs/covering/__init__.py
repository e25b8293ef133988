"""The output `covering`: the covering report of a committee as a Word document, made from a template (docxtpl)."""

from __future__ import annotations

from pathlib import Path

from workbook_builder.outputs.covering.content import comments_of, report_of
from workbook_builder.outputs.covering.template import SHIPPED, filled_in
from workbook_builder.outputs.word.saving import describe, save
from workbook_builder.outputs.word.xml import keep_numbers_whole
from workbook_builder.pages.publication import Publication
from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.styles import Looks


def write(publication: Publication, looks: Looks, path: Path) -> None:
    """The report, by the style's template or the one that is shipped.

    Raises `ProblemsFound` where no page has commentary, or with what is wrong with the template.
    """
    if publication.covering is None or not any(comments_of(publication)):
        found = "no page of commentary" + ("" if publication.pages else ", nor any other")
        remedy = "build it for all areas, of a scorecard with a page of kind commentary, or leave out covering"
        raise ProblemsFound([Problem("--to covering", found, "texts on rated indicators", remedy)])
    report = report_of(publication, publication.covering)
    template = Path(looks.covering_template) if looks.covering_template else SHIPPED
    document = filled_in(template, report)
    keep_numbers_whole(document.element.body)
    describe(document, publication, str(report["subject"]))
    save(document, path)
