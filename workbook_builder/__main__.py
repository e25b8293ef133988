"""`python -m workbook_builder`: the command line."""

from workbook_builder.cli import main

main()
