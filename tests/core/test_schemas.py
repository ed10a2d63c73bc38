"""Schemas of the tables between the stages."""

from carbonpath.core.schemas import ACTIVITY, EMISSIONS, INDICATOR, RESULT, SCHEMAS

STAGES = ("ACTIVITY", "MONTHLY", "CONTENT", "EMISSIONS", "RESULT", "INDICATOR")
"""Tables in which the stages meet; the others are answers of single commands."""


def test_names_of_the_tables():
    names = [schema.name for schema in SCHEMAS]
    assert tuple(names[: len(STAGES)]) == STAGES
    assert len(set(names)) == len(names)


def test_every_table_between_stages_carries_year_value_and_unit():
    assert all({"year", "value", "unit"} <= set(schema.names) for schema in SCHEMAS[: len(STAGES)])


def test_kinds_of_the_columns_that_are_computed_with():
    assert {schema.kinds["value"] for schema in (ACTIVITY, EMISSIONS, RESULT, INDICATOR)} == {"float"}
