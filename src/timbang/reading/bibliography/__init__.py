"""Bibliographies: RIS and CSL-JSON to references, references to BibTeX, and LaTeX's ways of writing letters."""
