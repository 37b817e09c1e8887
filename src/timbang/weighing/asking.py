"""What is asked of a case: its own questions, or those that any organization raises; and which mechanisms compete."""

from __future__ import annotations

from timbang.casefile.views import setting
from timbang.errors import stop
from timbang.inference.theory import Implication, Theory, Vocabulary
from timbang.inference.weighing.spaces import MOST
from timbang.model import Case
from timbang.model.questions import NON_STATE, Question, Questions, Typing
from timbang.text import Text

# Conduct that any state can show towards an outside power; the others need a case in which they can be at work.
USUAL = ("internal-balancing", "external-balancing", "soft-balancing", "bandwagoning-with-threat", "distancing",
         "hedging", "buck-passing")  # fmt: skip
MOTIVE = Text("What moved them to cooperate?", "Apa yang menggerakkan mereka bekerja sama?")
CONDUCT = Text("How do they conduct themselves towards {target}?", "Bagaimana perilaku mereka terhadap {target}?")


def asked(case: Case, vocabulary: Vocabulary) -> Questions:
    """The questions of the case; where it has none, those that any organization raises.

    Motive: of the organization and each member, whatever the target. Conduct: towards each outside power.
    """
    if case.questions.any:
        return case.questions
    around = setting(case)
    units = (around.organization, *around.members)
    motive = Question(id="motive", label=MOTIVE, kind="motive", units=units)
    conduct = [
        Question(id=f"conduct-{power.lower()}", label=CONDUCT.format(target=power), kind="conduct",
                 units=units, targets=(power,), mechanisms=USUAL)
        for power in around.outside
    ]  # fmt: skip
    return Questions(questions=(motive, *conduct), typings=tuple(_typings(case, vocabulary)))


def _typings(case: Case, vocabulary: Vocabulary) -> list[Typing]:
    """Every typology, over the whole period, towards the order that the case names first (else the regional one)."""
    around = setting(case)
    order = (*case.head.orders, "regional")[0]
    return [
        Typing(id=name, label=typology.label, typology=name, order=order, units=around.members,
               periods=((around.first_year, around.last_year),))
        for name, typology in vocabulary.typologies.items()
    ]  # fmt: skip


def mechanisms(question: Question, case: Case, vocabulary: Vocabulary) -> tuple[Theory, ...]:
    """The rivals of a question, in the order of the question, or else of their names.

    TimbangError if there are more than MOST, or none.
    """
    found = [vocabulary.theories[name] for name in question.mechanisms] or [
        theory
        for theory in vocabulary.theories.values()
        if theory.question == question.kind
        and (not case.head.mechanisms or theory.name in case.head.mechanisms)
        and (not question.targets or {kind_of(target, case) for target in question.targets} & set(theory.targets))
    ]
    if not 0 < len(found) <= MOST:
        own = case.questions.any
        raise stop(f"{question.id}: {len(found)} mechanisms compete", file="questions.yml" if own else "case.yml",
                   line=question.line if own else 0, value=", ".join(theory.name for theory in found),
                   expected=f"from 1 to {MOST}", todo="Name those that matter under mechanisms:")  # fmt: skip
    return tuple(found)


def kind_of(target: str, case: Case) -> str:
    """What a target is to the case: outside-power, member, non-state, or none."""
    if not target:
        return "none"
    if target == NON_STATE:
        return NON_STATE
    return "member" if target in setting(case).members else "outside-power"


def concerns(question: Question, target: str, implication: Implication) -> bool:
    """Whether an observation of the implication towards `target` bears on the question.

    An untargeted implication has its object in its definition, and bears on whatever target is asked about.
    """
    return not question.targets or target in question.targets or not implication.targeted
