"""How ratings look: the meaning of cells that each has in a style."""

from __future__ import annotations

from collections.abc import Mapping

from workbook_builder.grid import Style
from workbook_builder.pages.values import Rag

RAG_STYLES: Mapping[Rag, Style] = {
    rating: Style(f"{Style.RAG}_{rating.name.lower()}") for rating in Rag if rating is not Rag.NOT_RATED
}
