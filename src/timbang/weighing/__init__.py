"""Puts a case's evidence to its questions: motives, conduct, types, stability."""
