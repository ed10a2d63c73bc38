"""Schemas of the tables between the stages, and of those that answers leave."""

import pytest

from carbonpath.core.schemas import ACTIVITY, EMISSIONS, INDICATOR, RESULT, SCHEMAS

STAGES = ["ACTIVITY", "MONTHLY", "CONTENT", "EMISSIONS", "RESULT", "INDICATOR"]


def test_tables_between_the_stages_come_first_and_each_has_a_name_of_its_own():
    names = [schema.name for schema in SCHEMAS]
    assert names[: len(STAGES)] == STAGES
    assert len(set(names)) == len(names)


def test_every_table_between_stages_carries_year_value_and_unit():
    assert all({"year", "value", "unit"} <= set(schema.names) for schema in SCHEMAS[: len(STAGES)])


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_no_column_stands_twice_and_each_says_what_it_means(schema):
    assert len(set(schema.names)) == len(schema.columns)
    assert all(column.meaning for column in schema.columns)


def test_kinds_of_the_columns_that_are_computed_with():
    assert {schema.kinds["value"] for schema in (ACTIVITY, EMISSIONS, RESULT, INDICATOR)} == {"float"}
