"""What is live in a workbook: cells that follow others, said by reference and never by address."""
