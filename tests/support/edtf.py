"""Dates as EDTF for property tests: days, months and years, exact, uncertain or approximate."""

from datetime import date

from hypothesis import strategies as st

DAYS = st.dates(date(1000, 1, 1), date(2100, 12, 31))


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    """A text that timbang reads."""
    day = draw(DAYS).isoformat()
    form = draw(st.sampled_from([day, day[:7], day[:4], f"{day[:7]}-XX", f"{day[:4]}-XX", f"{day[:3]}X"]))
    return form + draw(st.sampled_from(["", "?", "~", "%"]))
