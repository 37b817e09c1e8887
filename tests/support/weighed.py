"""A small case that asks one question of two members, with evidence whose weights can be followed."""

from __future__ import annotations

from pathlib import Path

from support.folders import write_case

from timbang.casefile import open_case
from timbang.model import Case

HEADER = (
    "id,implication,unit,target,year,until,seen,scope,detection,says,interest,origin,source,locator,paraphrase,coder\n"
)
ROWS = """\
a,says-state-threat,RUS,USA,2003,,affirmed,,,RUS president,self,kremlin,one,p. 1,It is called a danger.,me
b,allies-against,RUS,USA,2003,,affirmed,,,press,none,agency,two,p. 2,A pact is concluded against it.,me
c,raises-military-effort,RUS,USA,2004,,affirmed,,,institute,none,institute,two,p. 3,Spending rises.,me
d,deploys-against,RUS,USA,2004,,not_found,press of the year,0.6,,none,search,two,p. 4,No deployment was found.,me
e,aligns-with,RUS,CHN,2004,,affirmed,,,press,none,agency,two,p. 5,It draws near to it.,me
"""
QUESTIONS = """\
source: one
questions:
  - id: conduct-usa
    label: {en: "Towards the United States?", id: "Terhadap Amerika Serikat?"}
    kind: conduct
    targets: [USA]
    units: [RUS, KAZ]
    mechanisms: [internal-balancing, external-balancing, distancing]
    periods: [{from: 2001, to: 2003}, {from: 2004, to: 2010}]
contrasts:
  - id: inside-outside
    label: {en: "Inside or outside?", id: "Di dalam atau di luar?"}
    question: conduct-usa
    units: [RUS]
    years: {from: 2003, to: 2004}
    between: [internal-balancing, external-balancing]
asked:
  - id: pact
    label: {en: "A pact against it", id: "Pakta terhadapnya"}
    unit: RUS
    implication: allies-against
    targets: [USA]
typings:
  - id: types
    label: {en: "Types", id: "Tipe"}
    typology: schweller-1994
    order: regional
    units: [RUS, KAZ]
    periods: [{from: 2001, to: 2010}]
systems:
  - {id: both, label: {en: "Both", id: "Keduanya"}, typing: types, states: [RUS, KAZ]}
published:
  - about: conduct-usa
    unit: RUS
    says: [distancing]
    text: {en: "It keeps away.", id: "Ia menjauh."}
    locator: p. 9
"""


def case(folder: Path, rows: str = ROWS, questions: str | None = QUESTIONS) -> Case:
    """The case, opened."""
    given = {"questions_yml": questions} if questions else {}
    return open_case(write_case(folder / "made", evidence_csv=HEADER + rows, **given))
