"""The only place that names an engine."""
