"""How figures are judged: schemes of rating, direction of travel, trend, how many lack for GREEN.

Each rule is said once: it judges figures and writes the formula by which a workbook judges them again. Nothing
outside this folder knows what a polarity, a floor standard or a band means.
"""
