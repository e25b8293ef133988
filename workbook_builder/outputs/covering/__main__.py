"""Makes the template that is shipped, with the looks of a style: `python -m workbook_builder.outputs.covering`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from docx.document import Document
from docx.shared import Cm

from workbook_builder.outputs.covering.template import SHIPPED
from workbook_builder.outputs.word.looks import new_document
from workbook_builder.outputs.word.saving import save
from workbook_builder.styles import Looks, load_style

_LINES = (("To", "to"), ("From", "sender"), ("Subject", "subject"), ("Classification", "classification"))
_PARTS = (("Introduction", "introduction"), ("Performance management framework", "framework"))


def make(looks: Looks, path: Path) -> None:
    """The template, each paragraph in a style of its own that a council may change."""
    document = new_document(looks)
    core, now = document.core_properties, datetime(2024, 1, 1)
    core.title, core.author, core.comments = "Template of a covering report", "", ""
    core.created = core.modified = now
    maker = _Maker(document)
    maker.head()
    for number, (heading, name) in enumerate(_PARTS, 1):
        maker.part(f"{number}. {heading}", name)
    maker.current()
    maker.part("4. Recommendations", "recommendations")
    maker.listed("Background documents", "background")
    maker.listed("Contact details", "contact")
    save(document, path)


class _Maker:
    """Adds paragraphs with placeholders; `{%p … %}` takes its whole paragraph away."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def add(self, text: str, style: str = "Normal") -> None:
        self.document.add_paragraph(text, self.document.styles[style])

    def head(self) -> None:
        """A draft's warning, to whom and from whom, the summary, what is recommended."""
        self.add("{%p if draft %}")
        self.add("{{ draft }}", "Draft Warning")
        self.add("{%p endif %}")
        for label, name in _LINES:
            self.add(f"{{%p if {name} %}}")
            line = self.document.add_paragraph("", self.document.styles["Normal"])
            line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(3.5), Cm(-3.5)
            line.paragraph_format.tab_stops.add_tab_stop(Cm(3.5))
            line.add_run(f"{label}:").bold = True
            line.add_run(f"\t{{{{ {name} }}}}")
            self.add("{%p endif %}")
        self.add("Summary", "Heading 1")
        self.add("{{ summary }}")
        self.add("Recommendations", "Heading 1")
        self.add("{%p for said in recommendations %}")
        self.add("{{ said.text }}")
        self.add("{%p endfor %}")

    def part(self, heading: str, name: str) -> None:
        """A part with numbered paragraphs."""
        self.add(heading, "Heading 1")
        self.paragraphs(name)

    def paragraphs(self, name: str) -> None:
        """Numbered paragraphs, drafts in a style of their own."""
        self.add(f"{{%p for said in {name} %}}")
        self.add("{%p if said.is_draft %}")
        self.said("Draft Text")
        self.add("{%p else %}")
        self.said("Numbered Text")
        self.add("{%p endif %}")
        self.add("{%p endfor %}")

    def said(self, style: str) -> None:
        """The number, the indicators that are spoken of, the text: a text need not name its indicator."""
        line = self.document.add_paragraph("{{ said.number }}\t", self.document.styles[style])
        line.add_run("{% if said.indicators %}{{ said.indicators }}: {% endif %}").bold = True
        line.add_run("{{ said.text }}")

    def current(self) -> None:
        """Current performance: the counts, then part after part."""
        self.part("3. Current performance", "counts")
        self.add("{%p for part in parts %}")
        self.add("{{ part.heading }}", "Heading 2")
        self.paragraphs("part.paragraphs")
        self.add("{%p endfor %}")

    def listed(self, heading: str, name: str) -> None:
        """A heading with lines below it, or neither."""
        self.add(f"{{%p if {name} %}}")
        self.add(heading, "Heading 1")
        self.add(f"{{%p for line in {name} %}}")
        self.add("{{ line }}")
        self.add("{%p endfor %}")
        self.add("{%p endif %}")


if __name__ == "__main__":
    make(load_style(Path(), "kent"), SHIPPED)
