"""Reads, checks, writes and migrates one case folder."""

from timbang.casefile.check import check_case, open_case, read_case
from timbang.casefile.finding_cases import find_case

__all__ = ["check_case", "find_case", "open_case", "read_case"]
