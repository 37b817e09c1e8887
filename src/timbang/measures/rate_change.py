"""Rate change: how strongly the yearly counts speak for one change of rate against a constant rate."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, Any

from timbang.measures._poisson_change import RAFTERY, all_read, can_weigh, priors, readings, weigh
from timbang.registry import Example, Measure
from timbang.tables import arrow_schema
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views

EXTRA = {
    "decibels": "float",
    "p_change": "float",
    "year": "int",
    "p_year": "float",
    "rate_before": "float",
    "rate_after": "float",
    "factor_exponential": "float",
    "factor_two_years": "float",
    "prior_shape": "float",
    "prior_years": "float",
    "years": "int",
    "exercises": "int",
}


def _weighed(counts: tuple[int, ...], first_year: int) -> dict[str, Any]:
    prior = priors(sum(counts) / len(counts))
    found = {name: weigh(counts, gamma) for name, gamma in prior.items()}
    unit = found["unit"]
    place = max(range(len(unit.where)), key=lambda i: unit.where[i])
    cut, mean = place + 1, prior["unit"].mean_after
    return {
        "value": unit.factor,
        "decibels": 10 * log10(unit.factor),
        "p_change": unit.probability,
        "year": first_year + cut,
        "p_year": unit.where[place],
        "rate_before": mean(sum(counts[:cut]), cut),
        "rate_after": mean(sum(counts[cut:]), len(counts) - cut),
        "factor_exponential": found["exponential"].factor,
        "factor_two_years": found["two_years"].factor,
        "prior_shape": prior["unit"].shape,
        "prior_years": prior["unit"].years,
    }


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row, for the organization; null with fewer than two years or no exercise.

    Bounds are those of imprecise dates, not of the prior: that is what the two other factors show.
    """
    import pyarrow as pa

    series = list(readings(views.exercises, setting))
    row: dict[str, Any] = {"organization": setting.organization, "years": len(series[0]), "exercises": sum(series[0])}
    if can_weigh(series[0]):
        row |= _weighed(series[0], setting.first_year)
        factors = [
            row["value"],
            *(weigh(c, priors(sum(c) / len(c))["unit"]).factor for c in set(series) if can_weigh(c)),
        ]
        row |= {"low": min(factors), "high": max(factors)} if all_read(views.exercises) else {}
    e = views.exercises
    dated = zip(e.column("exercise").to_pylist(), e.column("year").to_pylist(), strict=True)
    row["evidence"] = [f"exercises:{id}" for id, year in dated if year in setting.years]
    columns = {"organization": "string", "value": "float", "low": "float", "high": "float", **EXTRA}
    return pa.Table.from_pylist([row], schema=arrow_schema(columns | {"evidence": "strings"}))


MEASURE = Measure(
    name="rate_change",
    label=Text("Did the yearly rate change?", "Apakah laju tahunan berubah?"),
    definition=Text(
        "Bayes factor of one change in the rate of exercises per year against a constant rate. Counts are Poisson; "
        "the constant rate, and the rates before and after, have the same prior, Gamma(m, 1), where m is the mean of "
        "the series: as much weight as one year of observation. Every year but the first is as likely as any other to "
        "be the first of the new rate. Above 1 the counts favour a change, below 1 a constant rate; a Bayes factor "
        "weighs, it does not prove: a short series of small counts seldom tells, and other shapes (a trend, two "
        "changes) are not weighed. `factor_exponential` and `factor_two_years` give it under the priors Gamma(1, 1/m) "
        "and Gamma(2m, 2); `p_change` is the probability of a change if both were equally likely before.",
        "Faktor Bayes satu perubahan laju latihan per tahun terhadap laju yang tetap. Cacahan mengikuti sebaran "
        "Poisson; laju tetap serta laju sebelum dan sesudah perubahan memakai prior yang sama, Gamma(m, 1), dengan m "
        "rata-rata deret: setara bobot satu tahun pengamatan. Setiap tahun kecuali yang pertama sama mungkinnya "
        "menjadi awal laju baru. Di atas 1 data mendukung perubahan, di bawah 1 laju tetap; faktor Bayes menimbang, "
        "bukan membuktikan: deret pendek dengan cacahan kecil jarang memberi kepastian, dan bentuk lain (tren, dua "
        "perubahan) tidak ikut ditimbang. `factor_exponential` dan `factor_two_years` memberi nilainya dengan prior "
        "Gamma(1, 1/m) dan Gamma(2m, 2); `p_change` adalah peluang adanya perubahan bila semula keduanya sama mungkin.",
    ),
    family="regionalization",
    kind="array",
    needs=("exercises",),
    by=("organization",),
    unit=Text("Bayes factor", "faktor Bayes"),
    range=(0, None),
    citation=f"{RAFTERY} Prior after Kass, R. E. & Wasserman, L. (1995), JASA 90, 928-934.",
    statement=Text(
        "The counts of {years} years are {value} times as probable under one change of rate as under a constant rate "
        "({factor_exponential} and {factor_two_years} under two other priors); if there was one, it most likely came "
        "with {year} (probability {p_year}). This weighs the two; it proves neither.",
        "Cacahan selama {years} tahun {value} kali semungkin di bawah satu perubahan laju dibandingkan dengan laju "
        "tetap ({factor_exponential} dan {factor_two_years} dengan dua prior lain); bila ada perubahan, paling "
        "mungkin mulai {year} (peluang {p_year}). Ini menimbang keduanya, tidak membuktikan salah satunya.",
    ),
    unknown=Text(
        "Whether the yearly rate changed cannot be weighed: there are fewer than two years, or no exercise in them.",
        "Perubahan laju tahunan tidak dapat ditimbang: kurang dari dua tahun, atau tidak ada latihan di dalamnya.",
    ),
    extra=EXTRA,
    record="complete",
    chart="table",
    order=20,
    compute=compute,
    example=Example(
        # Counts 0, 0, 3: m = 1, prior Gamma(1, 1), evidence of S in n years S! / (1 + n)^(S + 1).
        # Constant 6/256. Change with 2002: 1/2 * 6/81 = 1/27; with 2003: 1/3 * 6/16 = 1/8.
        # Mean 35/432, factor 280/81; 2003 has (1/8) / (35/216) = 27/35. Gamma(2, 2): factor 284375/124416.
        views={"exercises": [{"exercise": id, "year": 2003, "last_year": 2003} for id in ("a", "b", "c")]},
        expect=[
            {
                "organization": "TST",
                "value": 280 / 81,
                "low": 280 / 81,
                "high": 280 / 81,
                "p_change": 280 / 361,
                "year": 2003,
                "p_year": 27 / 35,
                "rate_before": 1 / 3,
                "rate_after": 2.0,
                "factor_exponential": 280 / 81,
                "factor_two_years": 284375 / 124416,
                "exercises": 3,
                "evidence": ["exercises:a", "exercises:b", "exercises:c"],
            }
        ],
    ),
)
