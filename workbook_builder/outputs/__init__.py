"""The last stage: pages of blocks shown in a form of output, a file or folder each. No output knows a rule."""
