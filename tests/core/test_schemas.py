"""Schemas of the tables between the stages."""

from carbonpath.core.schemas import ACTIVITY, EMISSIONS, INDICATOR, RESULT, STAGES


def test_names_of_the_tables():
    stages = ["ACTIVITY", "MONTHLY", "CONTENT", "EMISSIONS", "RESULT", "INDICATOR"]
    assert [schema.name for schema in STAGES] == stages


def test_every_table_between_stages_carries_year_value_and_unit():
    assert all({"year", "value", "unit"} <= set(schema.names) for schema in STAGES)


def test_kinds_of_the_columns_that_are_computed_with():
    assert {schema.kinds["value"] for schema in (ACTIVITY, EMISSIONS, RESULT, INDICATOR)} == {"float"}
