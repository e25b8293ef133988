"""The tags of a PDF, by which programs that read aloud find their way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pikepdf


def tagged(document: pikepdf.Pdf) -> tuple[Counter[str], Counter[str]]:
    """How many tags there are of each kind, and of each scope of a heading of a table."""
    elements = list(_elements(document.Root.StructTreeRoot))
    scopes = (str(attribute.Scope) for one in elements for attribute in _attributes(one) if "/Scope" in attribute)
    return Counter(str(one.S) for one in elements), Counter(scopes)


def _elements(root: pikepdf.Object) -> Iterator[pikepdf.Object]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                waiting.append(node.K)


def _attributes(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = element.get("/A")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]
