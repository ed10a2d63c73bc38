"""Who reports: the first sheet of a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from carbonpath.survey.sectors import Facility, sector_template


@dataclass(frozen=True, slots=True)
class FirmSheet:
    """What the sheets on the firm and its facilities say."""

    firm: str
    """Code of the firm, e.g. F01; blank in an empty template."""
    year: int | None
    """Reporting year; None in an empty template."""
    sector: str
    """Main sector, also that of rows without a facility."""
    name: str = ""
    """Name of the firm."""
    template: str = ""
    """Template from which the workbook was made; blank if none."""
    guideline: str = ""
    """Guideline under which the firm reports."""
    contact: str = ""
    """Who filled the workbook."""
    credit_code: str = ""
    """Unified social credit code of 18 characters; blank if the firm has none."""
    illustrative: bool = False
    """Whether the numbers are illustrative (示意) and no real report."""
    facilities: tuple[Facility, ...] = ()
    """Process units of the firm, in order."""


def blank_firm_sheet(template: str) -> FirmSheet:
    """Return the first sheet of an empty template."""
    asked = sector_template(template)
    return FirmSheet("", None, asked.sector, template=template, guideline=asked.guideline, facilities=asked.facilities)
