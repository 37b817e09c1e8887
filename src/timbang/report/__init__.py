"""Exporters: they draw findings and know nothing of how these were inferred. One file each."""
