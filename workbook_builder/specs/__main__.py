"""`python -m workbook_builder.specs`: writes the shipped JSON Schema anew, after the model has changed."""

from workbook_builder.specs.model import Spec
from workbook_builder.specs.schema import SHIPPED, schema_text

SHIPPED.write_text(schema_text(Spec), encoding="utf-8", newline="\n")
