"""Made-up public tables, of children who are counted one by one, and what a second method finds out from them."""
