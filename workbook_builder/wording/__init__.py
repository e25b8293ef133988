"""Dates, figures and nouns as words of a sentence, whether a draft of the commentary or the text of a chart."""
