"""Reads, checks, writes and migrates one case folder."""

from timbang.casefile.check import check_case, open_case, read_case
from timbang.casefile.finding_cases import find_case
from timbang.casefile.membershipfiles import organizations
from timbang.casefile.migration import migrate
from timbang.casefile.newcase import new_case
from timbang.casefile.writing import write_table, write_text
from timbang.reading.locking import lock

__all__ = [
    "check_case",
    "find_case",
    "lock",
    "migrate",
    "new_case",
    "open_case",
    "organizations",
    "read_case",
    "write_table",
    "write_text",
]
