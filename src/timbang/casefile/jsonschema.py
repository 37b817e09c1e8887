"""The JSON Schema of the case format, generated from the contracts and the shapes of the YAML files."""

from __future__ import annotations

from typing import Any

from timbang.reading.cellschema import cell_schema
from timbang.tables import Column, Contract, contracts

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _column(column: Column) -> dict[str, Any]:
    """The schema of a column's cells: what they mean, whether they may be empty, what they may be."""
    cell = cell_schema(column.kind, column.among)
    if column.required:
        return {
            "description": column.doc,
            "x-kind": column.kind,
            **cell,
            **({} if "enum" in cell else {"minLength": 1}),
        }
    return {"description": column.doc, "x-kind": column.kind, "anyOf": [{"const": ""}, cell]}


def _table(contract: Contract) -> dict[str, Any]:
    """A CSV file: an array of rows; unknown is the empty string; only optional columns may be absent."""
    return {
        "type": "array",
        "description": (contract.record.__doc__ or "").strip(),
        "x-key": list(contract.key),
        "items": {
            "type": "object",
            "properties": {column.header: _column(column) for column in contract.columns},
            "required": list(contract.needed),
            "additionalProperties": False,
        },
    }


def schema() -> dict[str, Any]:
    """The whole format: a case as an object of its files, each as it stands there before conversion."""
    from timbang.casefile import claimsfile, head, questionsfile

    return {
        "$schema": DRAFT,
        "title": "A timbang case, format 1",
        "description": "A folder of plain files. Scalars are strings as written; CSV rows are objects of strings.",
        "type": "object",
        "properties": {
            head.FILE: head.SHAPE.json(),
            **{file: _table(contract) for file, contract in contracts().items()},
            claimsfile.FILE: claimsfile.SHAPE.json(),
            questionsfile.FILE: questionsfile.SHAPE.json(),
        },
        "required": [head.FILE],
        "additionalProperties": False,
    }


if __name__ == "__main__":
    import json

    print(json.dumps(schema(), indent=2, ensure_ascii=False))
