"""From bytes to passages: one file per document format."""
