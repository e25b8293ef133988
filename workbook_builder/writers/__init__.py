"""The sixth stage: a file for each form of output, called by the word users type (`xlsx`)."""
