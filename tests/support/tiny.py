"""A tiny case written by hand: three members, two exercises, two sources that differ, two claims."""

from pathlib import Path

FILES = {
    "case.yml": """format: 1
title: {en: "A tiny case", id: "Kasus kecil"}
organization: TST
period: {from: 2001, to: 2003}
""",
    "references.bib": """@book{alpha, author = {Alpha, A.}, title = {First}, year = {2004}}
@book{beta, author = {Beta, B.}, title = {Second}, year = {2005}}
""",
    "memberships.csv": """organization,state,role,start,end,source,locator
TST,CHN,member,2001-01-01,,alpha,p. 1
TST,RUS,member,2001-01-01,,alpha,p. 1
TST,KAZ,member,2001-01-01,,alpha,p. 1
""",
    "exercises.csv": """id,source,locator,name_en,name_id,series,framework,start,end,date_as_given,place,lat,lon,precision,hosts,purpose_stated,purpose_attributed,attributed_by,domains,agencies,troops,qualifier,equipment,roster,note_en,note_id
shield-2001,alpha,p. 2,Shield 2001,Shield 2001,shield,TST,2001-08-06,2001-08-10,,KAZ: Almaty,43.25,76.9,town,KAZ,counter-terrorism,,,land,,1200,over,,complete,,
shield-2001,beta,p. 9,Shield 2001,Shield 2001,shield,TST,2001-08-06,2001-08-12,,,,,,KAZ,,,,,,1300,,,complete,,
wall-2003,alpha,p. 3,Wall 2003,Wall 2003,,TST,2003-09,2003-09,,,,,,CHN,,,,,,,,,complete,,
""",  # noqa: E501
    "participants.csv": """exercise,state,source,locator,role,certain,troops,qualifier
shield-2001,CHN,alpha,p. 2,participant,yes,,
shield-2001,KAZ,alpha,p. 2,participant,yes,,
shield-2001,CHN,beta,p. 9,participant,yes,,
shield-2001,KAZ,beta,p. 9,participant,yes,,
shield-2001,RUS,beta,p. 9,participant,yes,,
wall-2003,CHN,alpha,p. 3,participant,yes,,
wall-2003,RUS,alpha,p. 3,participant,yes,,
""",
    "claims.yml": """audited: alpha
framework: TST
years: {from: 2001, to: 2003}
groups: {patterns: {en: "Patterns", id: "Pola"}}
claims:
  - id: one-a-year
    group: patterns
    text: {en: "At most one exercise a year.", id: "Paling banyak satu latihan setahun."}
    source: alpha
    locator: "p. 4"
    kind: data
    readings:
      - id: every-row
        label: {en: "every exercise", id: "setiap latihan"}
        measure: exercises_per_year
        holds: "every <= 1"
  - id: every-year
    group: patterns
    text: {en: "An exercise every year.", id: "Latihan setiap tahun."}
    source: alpha
    locator: "p. 5"
    kind: data
    readings:
      - id: every-row
        label: {en: "every exercise", id: "setiap latihan"}
        measure: exercises_per_year
        holds: "every >= 1"
""",
}


def write(folder: Path) -> Path:
    """Write the case."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder
