"""Which states belong to a minimal winning coalition: exact, by search over sums of whole numbers.

A coalition wins with more than half of all resources. A state is in some minimal winning coalition just when there
are others who lose without it and win with it: dropping from them whoever is not needed leaves a minimal one that still
needs it. And whoever has no less than an essential state is essential too: it can take the other's place. So only the
weakest essential state has to be found, each test asking for a sum of the others within a window.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

TAIL = 16  # the weakest, all of whose sums are held sorted
NODES = 200_000  # sums of the stronger tried before giving up; enough for any 33 states
PRECISION = 10**12  # resources are compared as whole numbers of this part of the total
SLACK = 10**3  # what a sum must have beyond half to be more than half: else rounding would break ties


def essential(resources: Sequence[float]) -> list[bool | None]:
    """Whether each state is essential, in the order given; None where that cannot be told in time.

    Exact for up to 33 states, and beyond them wherever the search ends, as it does for the real world,
    where many weak states fill any gap. Sums within a billionth of half of the total count as half, and lose.
    """
    total = sum(resources)
    if total <= 0:
        return [None] * len(resources)
    whole = [round(amount / total * PRECISION) for amount in resources]
    order = sorted(range(len(whole)), key=lambda i: -whole[i])
    last, unsure = _weakest([whole[i] for i in order])
    found: list[bool | None] = [False] * len(whole)
    for rank, i in enumerate(order):
        found[i] = True if rank <= last else None if rank <= unsure else False
    return found


def _weakest(amounts: list[int]) -> tuple[int, int]:
    """Ranks of the weakest state known to be essential and of the weakest that may be; amounts descend.

    The strongest always is: if it were needed by nobody, nobody would be needed.
    """
    if _pivotal(amounts, len(amounts) - 1):
        return len(amounts) - 1, len(amounts) - 1
    low, high, unsure = 0, len(amounts), len(amounts)  # low is essential; high is not, or may not be
    while high - low > 1:
        middle = (low + high) // 2
        answer = _pivotal(amounts, middle)
        if answer:
            low = middle
        else:
            high = middle
            unsure = unsure if answer is None else middle
    return low, unsure - 1


def _pivotal(amounts: list[int], rank: int) -> bool | None:
    """Do some of the others have half or less, but with this state more? None if the search was given up."""
    import numpy as np

    half, own = sum(amounts) // 2 + SLACK, amounts[rank]
    if not own:
        return False
    others = amounts[:rank] + amounts[rank + 1 :]
    cut = max(len(others) - TAIL, 0)
    sums = np.zeros(1, dtype=np.int64)
    for amount in others[cut:]:
        sums = np.concatenate([sums, sums + amount])
    sums.sort()
    return _search(others[:cut], sums, half - own + 1, half)


def _search(strong: list[int], tails: np.ndarray, low: int, high: int) -> bool | None:
    """Is there a sum of some of the strong and one of the tails within low..high? Depth first."""
    import numpy as np

    reach = int(tails[-1])
    rests = [int(rest) + reach for rest in np.cumsum(strong[::-1])[::-1]] + [reach]
    stack = [(0, 0)]
    for _ in range(NODES):
        if not stack:
            return False
        place, taken = stack.pop()
        if taken > high or taken + rests[place] < low:
            continue
        if place == len(strong):
            nearest = np.searchsorted(tails, low - taken)
            if nearest < len(tails) and tails[nearest] <= high - taken:
                return True
            continue
        stack += [(place + 1, taken), (place + 1, taken + strong[place])]
    return None if stack else False
