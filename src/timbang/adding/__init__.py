"""Adds a provider's rows to a case: which enter, which wait for a decision, which stay out, and why."""
