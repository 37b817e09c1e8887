"""The tree of findings, with statements in two languages."""
