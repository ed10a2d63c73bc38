"""Write the survey workbooks of the illustrative firms: ``python inventories/qingshan/make_surveys.py``."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from statement import YEARS, statement  # noqa: E402  # the statement stands beside this script

from carbonpath.core.tables import read_csv  # noqa: E402
from carbonpath.survey.firm_sheet import FirmSheet  # noqa: E402
from carbonpath.survey.sectors import Facility  # noqa: E402
from carbonpath.survey.template import write_workbook  # noqa: E402


def main() -> None:
    """Write surveys/F01-2020.xlsx and so on, one workbook a firm and year."""
    firms = read_csv(HERE / "firms.csv")
    facilities = read_csv(HERE / "system" / "facilities.csv")
    for year in YEARS:
        rows = statement(year)
        for firm in firms.itertuples(index=False):
            own = rows[rows["firm"] == firm.firm]
            write_workbook(HERE / "surveys" / f"{firm.firm}-{year}.xlsx", _sheet(firm, year, own, facilities), own)


def _sheet(firm: object, year: int, rows: pd.DataFrame, facilities: pd.DataFrame) -> FirmSheet:
    own = facilities[facilities["firm"] == firm.firm]  # type: ignore[attr-defined]
    own = own[own["facility"].isin(rows["facility"])]
    listed = tuple(
        Facility(entry.facility, entry.zh, entry.en, entry.sector, entry.category)
        for entry in own.itertuples(index=False)
    )
    return FirmSheet(
        firm=firm.firm,  # type: ignore[attr-defined]
        year=year,
        sector=firm.sector,  # type: ignore[attr-defined]
        name=f"{firm.zh} {firm.en}",  # type: ignore[attr-defined]
        template=firm.template,  # type: ignore[attr-defined]
        guideline=firm.guideline,  # type: ignore[attr-defined]
        contact="示意 illustrative",
        illustrative=True,
        facilities=listed,
    )


if __name__ == "__main__":
    main()
