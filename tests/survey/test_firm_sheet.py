"""The first sheet of an empty template."""

from __future__ import annotations

from carbonpath.survey.firm_sheet import blank_firm_sheet


def test_an_empty_template_knows_its_sector_but_no_firm() -> None:
    sheet = blank_firm_sheet("glass")
    assert (sheet.firm, sheet.year, sheet.sector) == ("", None, "glass")
    assert [facility.facility for facility in sheet.facilities] == ["float_lines"]
