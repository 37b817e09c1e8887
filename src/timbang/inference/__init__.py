"""From claims and rows to verdicts and beliefs: pure functions."""
