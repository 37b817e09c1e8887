"""What measures of similarity cite, and their units."""

from __future__ import annotations

from timbang.text import Text

SAME = Text("similarity, 1 same, -1 opposite", "kemiripan, 1 sama, -1 berlawanan")
BEYOND_CHANCE = Text("agreement, 1 same, 0 as by chance", "kesepakatan, 1 sama, 0 seperti kebetulan")
RANKS = Text("rank correlation", "korelasi peringkat")
SIGNORINO = (
    "Signorino, Curtis S., and Jeffrey M. Ritter. 1999. “Tau-b or Not Tau-b: Measuring the Similarity of Foreign "
    "Policy Positions.” International Studies Quarterly 43 (1)."
)
HAEGE = (
    "Häge, Frank M. 2011. “Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance "
    "Agreement.” Political Analysis 19 (3)."
)
KAPPA = (
    "Cohen, Jacob. 1968. “Weighted Kappa: Nominal Scale Agreement with Provision for Scaled Disagreement or Partial "
    "Credit.” Psychological Bulletin 70 (4). " + HAEGE
)
PI = (
    "Scott, William A. 1955. “Reliability of Content Analysis: The Case of Nominal Scale Coding.” Public Opinion "
    "Quarterly 19 (3). " + HAEGE
)
TAU_B = (
    "Kendall, Maurice G. 1945. “The Treatment of Ties in Ranking Problems.” Biometrika 33 (3). Bueno de Mesquita, "
    "Bruce. 1975. “Measuring Systemic Polarity.” Journal of Conflict Resolution 19 (2)."
)
LEEDS = (
    "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell, and Andrew G. Long. 2002. “Alliance Treaty "
    "Obligations and Provisions, 1815-1944.” International Interactions 28 (3)."
)
BAILEY = (
    "Bailey, Michael A., Anton Strezhnev, and Erik Voeten. 2017. “Estimating Dynamic State Preferences from United "
    "Nations Voting Data.” Journal of Conflict Resolution 61 (2)."
)
SINGER = (
    "Singer, J. David, Stuart Bremer, and John Stuckey. 1972. “Capability Distribution, Uncertainty, and Major Power "
    "War, 1820-1965.” In Peace, War, and Numbers, edited by Bruce Russett. Beverly Hills: Sage."
)
