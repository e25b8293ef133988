"""`python -m workbook_builder.accessibility`: writes docs/accessibility.md anew, after a point has changed."""

from pathlib import Path

from workbook_builder.accessibility.manual import manual

Path("docs/accessibility.md").write_text(manual(), encoding="utf-8", newline="\n")
