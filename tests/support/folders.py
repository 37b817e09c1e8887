"""A small case on disk, for tests of reading: two sources, three exercises, every kind of cell."""

from __future__ import annotations

from pathlib import Path

from timbang.casefile import check_case
from timbang.errors import Problem

FILES = {
    "case.yml": """\
format: 1
title: {en: Test, id: Uji}
organization: TST
period: {from: 2001, to: 2010}
outside_powers: [USA]
groups: {steppe: {en: Steppe, id: Stepa, states: [KAZ, KGZ]}}
resolution: {prefer: [one]}
""",
    "references.bib": """\
@book{one,
  title = {One},
  year = {2001}
}
@article{two, title = {Two}, author = {B}}
""",
    "memberships.csv": """\
organization,state,role,start,end,source,locator
TST,KAZ,member,2001-06-15,,one,p. 1
TST,RUS,member,2001-06-15,,one,p. 1
TST,UZB,member,2001-06-15,2005,one,p. 1
TST,UZB,observer,2005,,one,p. 1
""",
    "exercises.csv": """\
id,source,locator,name_en,name_id,series,framework,start,end,date_as_given,place,lat,lon,precision,hosts,purpose_stated,\
purpose_attributed,attributed_by,domains,agencies,troops,qualifier,equipment,roster,note_en,note_id
alpha,one,"Table 1, row 1",Alpha,Alfa,al,TST,2003-08-06,2003-08-12,,KAZ: Almaty|RUS: Omsk,43.25|54.9924,76.95|73.3686,\
town|town,KAZ|RUS,counter-terrorism,show-of-force,two,land|air,armed-forces,1300,over,aircraft=10|tanks,complete,Big,Besar
alpha,two,p. 2,Alpha,Alfa,al,,2003-08,2003-08,,,,,,,,,,,,1200,about,,open,,
beta,one,"Table 1, row 2",Beta,Beta,,,2005-05~,2005-06,,KAZ: Aktau,,,,KAZ,,,,,,800,,,complete,"a ""quoted"" note",
gamma,two,p. 3,Gamma,Gamma,,,2007,,,,,,,,,,,,,,,,,,
""",
    "participants.csv": """\
exercise,state,source,locator,role,certain,troops,qualifier
alpha,KAZ,one,"Table 1, row 1",participant,yes,300,
alpha,RUS,one,"Table 1, row 1",participant,yes,1000,
alpha,KAZ,two,p. 2,participant,yes,,
alpha,UZB,two,p. 2,observer,no,,
beta,KAZ,one,"Table 1, row 2",participant,yes,,
beta,UZB,one,"Table 1, row 2",participant,yes,50,about
""",
    "figures.csv": """\
state,towards,year,variable,value,unit,version,source,locator,as_given
KAZ,,2003,budget_share,1.1,percent,,one,p. 5,
TST,,2003,trade,1234.5,million US$,,two,p. 6,
""",
}
TABLES = tuple(name for name in FILES if name.endswith(".csv"))


def write_case(folder: Path, **changed: str | bytes | None) -> Path:
    """Write the case, some files changed: `exercises_csv="..."`; None leaves the file out."""
    folder.mkdir(parents=True, exist_ok=True)
    contents: dict[str, str | bytes | None] = dict(FILES)
    for name, content in changed.items():
        contents[name.replace("_csv", ".csv").replace("_yml", ".yml").replace("_bib", ".bib")] = content
    for name, content in contents.items():
        if content is not None:
            data = content.encode("utf-8") if isinstance(content, str) else content
            (folder / name).write_bytes(data)
    return folder


def replaced(name: str, old: str, new: str) -> dict[str, str]:
    """The file with one thing in it replaced, as an argument of write_case."""
    text = FILES[name]
    assert text.count(old) >= 1, f"{old!r} is not in {name}"
    return {name.replace(".", "_"): text.replace(old, new, 1)}


def problems(folder: Path) -> list[Problem]:
    """What stops the case from being used."""
    return [problem for problem in check_case(folder) if problem.level == "problem"]


def notices(folder: Path) -> list[Problem]:
    """What the check remarks on."""
    return [problem for problem in check_case(folder) if problem.level == "notice"]
