"""`datapackage.json`: what each file and field is, in the words of Frictionless (specs.frictionlessdata.io)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from workbook_builder.outputs.data.resource import Resource, edition_of
from workbook_builder.pages.publication import DRAFT, Publication

_HASH = "SHA-256 of "
_READ_ME = (
    "Numbers are as displayed. A figure and its status are two fields, and a missing number is an empty cell. Before "
    "a text that begins with =, +, - or @ stands an apostrophe, so that Excel makes no formula of it."
)
_ALIKE = {"encoding": "utf-8", "format": "csv", "mediatype": "text/csv", "profile": "tabular-data-resource"}


def described(publication: Publication, resources: Iterable[Resource]) -> dict[str, Any]:
    """The package; it is dated by its publication, so that the same edition gives the same file."""
    draft = f"{DRAFT}. " if publication.is_draft else ""
    licence = publication.licence
    terms = [{"name": licence.name, "path": licence.path, "title": licence.title}] if licence else []
    return {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9]+", "-", publication.title.lower()).strip("-"),
        "title": publication.title,
        "description": f"{draft}{publication.subject}. {_READ_ME}",
        "version": edition_of(publication),
        "created": f"{publication.published.isoformat()}T00:00:00Z",
        "contributors": [{"title": publication.author, "role": "publisher"}],
        **({"licenses": terms} if terms else {}),
        "sources": list(_sources(publication)),
        "resources": [_resource(resource) for resource in resources],
    }


def _sources(publication: Publication) -> Iterable[dict[str, str]]:
    """The files that the edition was made from."""
    for name, said in publication.properties:
        if name.startswith(_HASH):
            yield {"title": name.removeprefix(_HASH), "path": name.removeprefix(_HASH), "hash": f"sha256:{said}"}


def _resource(resource: Resource) -> dict[str, Any]:
    fields = [{"name": field.name, "type": field.type, "description": field.description} for field in resource.fields]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if resource.key:
        schema["primaryKey"] = list(resource.key)
    return {"name": resource.name, "path": resource.file, "title": resource.title, **_ALIKE, "schema": schema}
