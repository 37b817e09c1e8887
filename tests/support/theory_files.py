"""Theory files of a case's own, as tests write them: an implication, and the beginning of a theory."""

HATS = """\
format: 1
implications:
  - name: wears-hats
    label: {en: wears hats, id: memakai topi}
    definition: {en: Hats are worn., id: Topi dipakai.}
    form: does
    cluster: clothes
    targeted: false
    baseline: {words: unlikely, reason: {en: Rare., id: Jarang.}, citation: judgement}
"""
# Up to the text of its first condition.
FASHION = """\
format: 1
name: fashion
label: {en: fashion, id: mode}
question: motive
authors: {en: Nobody (2004), id: Nobody (2004)}
claim: {en: States do what is in fashion., id: Negara melakukan yang sedang mode.}
targets: [member]
conditions:
  - name: taste
    text: {en: There is taste., id: Ada selera.}
"""
