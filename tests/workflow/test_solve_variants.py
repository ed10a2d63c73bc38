"""Parts of OSeMOSYS that the published data sets do not use: variants of UTOPIA, held to another implementation.

The optima were computed from the same edited data files by GLPK 5.0 with the full MathProg formulation of OSeMOSYS,
which prints ten digits.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from carbonpath.workflow.solve_case import solve_case

UTOPIA = (Path(__file__).parents[1] / "cases" / "utopia" / "utopia.txt").read_text(encoding="utf-8")
YEARS = [str(year) for year in range(1990, 2011)]


def by_year(name: str, default: str, rows: dict[str, str]) -> str:
    """Return a tabular statement with one value for every year."""
    told = " ".join(f"{member} {' '.join([value] * len(YEARS))}" for member, value in rows.items())
    return f"param {name} default {default} := [UTOPIA,*,*]: {' '.join(YEARS)} := {told};"


VARIANTS = {
    "straight-line depreciation": (30278.35708, ["param DepreciationMethod default 2 := ;"]),
    "rates of technologies": (
        28735.05639,
        ["param DiscountRateIdv default 0.05 := UTOPIA E01 0.1 UTOPIA E70 0.12 UTOPIA RHO 0.02;"],
    ),
    "an annual limit of emissions": (29756.12127, [by_year("AnnualEmissionLimit", "99999", {"CO2": "7.5"})]),
    "a penalty on emissions": (33200.16338, [by_year("EmissionsPenalty", "0", {"CO2": "50"})]),
    "a limit over all years with what comes from elsewhere": (
        29539.66125,
        [
            "param ModelPeriodEmissionLimit default 9999 := UTOPIA CO2 150;",
            "param ModelPeriodExogenousEmission default 0 := UTOPIA CO2 3;",
        ],
    ),
    "whole units": (29524.82816, [by_year("CapacityOfOneTechnologyUnit", "0", {"E01": "0.5", "E70": "0.25"})]),
    "minus one is no limit": (29461.94452, [by_year("TotalAnnualMaxCapacityInvestment", "-1", {"E01": "0.2"})]),
    "a storage that costs something": (
        29690.10869,
        [by_year("CapitalCostStorage", "0", {"DAM": "10"}), "param StorageLevelStart default 0 := ;"],
    ),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_optimum_is_that_of_another_implementation(variant: str, tmp_path: Path) -> None:
    optimum, statements = VARIANTS[variant]
    text = UTOPIA
    for statement in statements:
        name = statement.split()[1]
        text, replaced = re.subn(rf"param\s+{name}\b[^;]*;", statement, text, count=1)
        text = text if replaced else text.replace("\nend;", f"\n{statement}\nend;")
    path = tmp_path / "utopia.txt"
    path.write_text(text, encoding="utf-8")

    assert solve_case(path).objective == pytest.approx(optimum, rel=1e-9)
