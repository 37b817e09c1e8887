"""Arguments that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

CaseWord = Annotated[str, typer.Argument(metavar="CASE", help="A shipped case (sco), or a folder (./mine).")]
Lang = Annotated[str | None, typer.Option("--lang", metavar="en|id", help="Language: en or id.")]
Json = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
Ocr = Annotated[bool, typer.Option("--ocr", help="Recognize pages that hold no text (needs tesseract).")]
Book = Annotated[str, typer.Option("--codebook", metavar="NAME", help="The codebook; see `timbang list codebooks`.")]
Engine = Annotated[str, typer.Option("--engine", metavar="duckdb|spark|spark://...", help="What computes: DuckDB here, "
                                     "Spark here, or a cluster.")]  # fmt: skip
