"""The output `csv`: what the pages say as tidy tables, each field described (a Frictionless data package).

A figure and its status are two columns, so that every program reads numbers as numbers. Only what pages show stands
here: it is made of their blocks, and of nothing else.
"""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

from workbook_builder.outputs.data.package import described
from workbook_builder.outputs.data.resource import Resource
from workbook_builder.outputs.data.tables import resources
from workbook_builder.pages.publication import Publication
from workbook_builder.styles import Looks

PACKAGE = "datapackage.json"


def write(publication: Publication, looks: Looks, folder: Path) -> None:
    """Write the files into `folder`. Raises `OSError` where that cannot be."""
    made = resources(publication)
    for resource in made:
        (folder / resource.file).write_bytes(as_csv(resource).encode("utf-8"))
    package = json.dumps(described(publication, made), indent=2, ensure_ascii=False) + "\n"
    (folder / PACKAGE).write_bytes(package.encode("utf-8"))


def as_csv(resource: Resource) -> str:
    """A heading and a line for each row; what is not known is empty."""
    file = StringIO()
    lines = csv.writer(file, lineterminator="\n")
    lines.writerow(field.name for field in resource.fields)
    lines.writerows([row.get(field.name) for field in resource.fields] for row in resource.ordered)
    return file.getvalue()
