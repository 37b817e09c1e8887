"""What maps know of states, without their outlines: Natural Earth's countries, CShapes' spells of borders."""

from __future__ import annotations

from pathlib import Path

from timbang.errors import stop
from timbang.registry import DataTable, Peek, Source
from timbang.sources._cshapes import is_cshapes, read_spells
from timbang.sources._json import parsed
from timbang.sources._table import Read, Rows, of_cells
from timbang.sources._table_file import text_of
from timbang.state_table import by_code
from timbang.text import Text

OWN_CODES = {"KOS": "XKX"}
BIBTEX = """@misc{naturalearth,
  author = {{Natural Earth}},
  title  = {Admin 0 -- Countries, 1:110m},
  url    = {https://www.naturalearthdata.com},
}

@article{schvitz2022cshapes,
  author  = {Schvitz, Guy and R{\\"u}egger, Seraina and Girardin, Luc and Cederman, Lars-Erik and Weidmann, Nils and Gleditsch, Kristian Skrede},
  title   = {Mapping The International System, 1886-2017: The CShapes 2.0 Dataset},
  journal = {Journal of Conflict Resolution},
  year    = {2022},
  volume  = {66},
  number  = {1},
  pages   = {144--161},
}
"""  # noqa: E501


def read_countries(path: Path) -> Read:
    """One row a country of the map: its code there, timbang's (null where that has none), its name."""
    import pyarrow as pa

    found = parsed(text_of(path), path.name)
    shapes = found.get("features") if isinstance(found, dict) else None
    if not shapes or any("iso3" not in shape.get("properties", {}) for shape in shapes):
        raise stop("this is not Natural Earth's map of countries", file=path.name, expected="features with iso3, name")
    cells = [[str(shape["properties"].get(name) or "") for name in ("iso3", "name")] for shape in shapes]
    rows = Rows(of_cells(["iso3", "name"], cells, [1] * len(cells)), path.name)
    codes = [OWN_CODES.get(code, code) for code, _ in cells]
    state = pa.array([code if by_code(code) else None for code in codes], pa.string())
    return rows.read({"iso3": rows.text("iso3", ("",)), "state": state, "name": rows.text("name")})


def _is_countries(peek: Peek) -> bool:
    return b'"FeatureCollection"' in peek.head[:2000] and b'"iso3"' in peek.head[:4000]


SOURCE = Source(
    name="maps",
    label=Text("Natural Earth and CShapes", "Natural Earth dan CShapes"),
    citation="Natural Earth, Admin 0 - Countries, 1:110m; Schvitz, Guy, Rüegger, Seraina, Girardin, Luc, Cederman, "
    "Lars-Erik, Weidmann, Nils & Gleditsch, Kristian Skrede. 2022. Mapping The International System, 1886-2017: The "
    "CShapes 2.0 Dataset. Journal of Conflict Resolution 66(1): 144-161.",
    bibtex=BIBTEX,
    licence="Natural Earth: public domain. CShapes 2.0: CC BY-NC-SA 4.0. timbang ships neither.",
    tables=(
        DataTable(
            name="natural_earth",
            label=Text("Countries on Natural Earth's map", "Negara di peta Natural Earth"),
            file="ne_110m_admin_0_countries.geojson",
            needed=(),
            unread=("*",),
            recognizes=_is_countries,
            read=read_countries,
            columns={"iso3": "string", "state": "string", "name": "string"},
            key=("iso3",),
            coverage=(2019, 2019),
            version="1:110m, names as of 2019 (North Macedonia, eSwatini)",
            rows=177,
            holes={"small states": "at 1:110m many have no outline", "CYN, SOL": "no states in timbang's table"},
        ),
        DataTable(
            name="cshapes",
            label=Text("Spells of borders since 1886", "Masa berlaku batas negara sejak 1886"),
            file="CShapes-2.0 (here cshapes_2_gw.topojson.xz)",
            needed=(),
            unread=("*",),
            recognizes=is_cshapes,
            read=read_spells,
            columns={
                "shape": "int", "gw": "int", "state": "string", "start": "date", "end": "date", "name": "string",
                "status": "string", "owner": "int", "capital": "string", "lat": "float", "lon": "float",
            },
            key=("shape",),
            coverage=(1886, 2019),
            version="2.0, Gleditsch-Ward",
            rows=710,
            ranges={"lat": (-90, 90), "lon": (-180, 180)},
            holes={"end": "empty where the spell outlasts the edition (2019-12-31)"},
        ),
    ),
)  # fmt: skip
