"""The inventory beside totals that a verifier has confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from carbonpath.core.answers.accounts import RECONCILIATION
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table
from carbonpath.inventory import bridge, report
from carbonpath.inventory.activity import Activity
from carbonpath.inventory.totals import totals_by

TOTAL = "firm_report"
"""Line compared where none is named: what the firm reports under its guideline."""
LINES = (*bridge.LINES, *report.LINES)
"""Lines that can be compared: of the bridge, and of the firm's report."""


@dataclass(frozen=True, slots=True)
class Verified:
    """One verified number."""

    firm: str
    """Firm."""
    year: int
    """Year."""
    line: str
    """One of LINES."""
    tco2e: float
    """The number, tCO2e."""
    place: str
    """File and cell."""


def reconcile(
    verified: Sequence[Verified], emissions: pd.DataFrame, activity: Activity, tolerance: float
) -> pd.DataFrame:
    """Return verified numbers beside those of the inventory.

    Parameters
    ----------
    verified
        Numbers of firms and years that the inventory has, see `check_verified`; a line that a firm's report does not
        have counts as zero.
    emissions, activity
        Table EMISSIONS and the activity from which it was made.
    tolerance
        Largest difference that counts as the same, a share of what was verified.

    Returns
    -------
    pandas.DataFrame
        Table RECONCILIATION, in the order of firm, year and the file.
    """
    known = line_totals(emissions, activity)
    rows = []
    for one in sorted(verified, key=lambda each: (each.firm, each.year)):
        computed = known.get((one.firm, one.year, one.line), 0.0)
        difference = computed - one.tco2e
        percent = 100 * difference / abs(one.tco2e) if one.tco2e else 100.0 * (difference != 0)
        told = {"firm": one.firm, "year": one.year, "line": one.line, "source": one.place}
        told |= {"verified_tco2e": one.tco2e, "computed_tco2e": computed, "difference_tco2e": difference}
        rows.append(told | {"difference_pct": percent, "within": "yes" if abs(percent) <= 100 * tolerance else ""})
    return as_table(rows, RECONCILIATION)


def check_verified(verified: Sequence[Verified], emissions: pd.DataFrame) -> list[Problem]:
    """Return what keeps numbers from being compared, and which firm-years nobody verified.

    CP-378 no such firm-year in the inventory, CP-379 an unknown line, CP-380 (warning) a firm-year without a number.
    """
    pairs = {(str(f), int(y)) for f, y in emissions[["firm", "year"]].drop_duplicates().itertuples(index=False)}
    years = {one.year for one in verified}
    problems = [_problem("CP-378", one) for one in verified if (one.firm, one.year) not in pairs]
    problems += [
        _problem("CP-379", one, known=", ".join(LINES), line=one.line) for one in verified if one.line not in LINES
    ]
    missing = sorted({pair for pair in pairs if pair[1] in years} - {(one.firm, one.year) for one in verified})
    told = [{"firm": firm, "year": str(year)} for firm, year in missing]
    return [*problems, *(Problem("CP-380", value=d["firm"], details=d, severity="warning") for d in told)]


def line_totals(emissions: pd.DataFrame, activity: Activity) -> dict[tuple[str, int, str], float]:
    """Return tCO2e of each firm, year and line of LINES."""
    lines = report.report_lines(emissions, activity)
    tables = [
        bridge.report_bridge(emissions, activity),
        totals_by(lines, ["firm", "year", "line"], "tco2e"),
    ]
    columns = ["firm", "year", "line", "tco2e"]
    return {
        (str(firm), int(year), str(line)): float(value)
        for table in tables
        for firm, year, line, value in table[columns].itertuples(index=False)
    }


def _problem(code: str, one: Verified, **details: str) -> Problem:
    return Problem(code, place=one.place, value=one.firm, details={"year": str(one.year), **details})
