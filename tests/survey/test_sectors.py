"""Templates ask for things that the importer knows."""

from __future__ import annotations

import pytest

from carbonpath.survey.codes import activity_rules, book, data_rows
from carbonpath.survey.kinds import kinds_of, unit_kind
from carbonpath.survey.sectors import TEMPLATES, sector_template


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_asks_for_what_exists(name: str) -> None:
    template = sector_template(name)
    facilities = {facility.facility for facility in template.facilities}
    assert template.sector in book("sector").entries
    for row in template.rows:
        rule = activity_rules()[row.activity]
        assert row.facility in facilities if rule.facility == "required" else not row.facility, row
        assert unit_kind(row.unit) in kinds_of(row.activity, row.item), row
        assert row.category in {"", *book("category").entries}, row


@pytest.mark.parametrize("name", TEMPLATES)
def test_facilities_have_a_sector_and_a_category(name: str) -> None:
    for facility in sector_template(name).facilities:
        assert facility.sector in book("sector").entries
        assert facility.category in {"", *(row["category"] for row in data_rows("categories.csv"))}


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_row_is_asked_twice(name: str) -> None:
    rows = [(row.facility, row.activity, row.item) for row in sector_template(name).rows]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("name", TEMPLATES)
def test_something_is_always_needed(name: str) -> None:
    assert any(row.needed for row in sector_template(name).rows)


def test_unknown_templates_are_refused() -> None:
    with pytest.raises(KeyError):
        sector_template("../../etc/passwd")
