"""Schemas of the tables between the stages."""

from carbonpath.core.schemas import ACTIVITY, EMISSIONS, INDICATOR, INVENTORY_TABLES, RESULT, SCHEMAS


def test_names_of_the_tables():
    stages = ["ACTIVITY", "MONTHLY", "CONTENT", "EMISSIONS", "RESULT", "INDICATOR"]
    assert [schema.name for schema in SCHEMAS] == [*stages, "ABATEMENT"]


def test_every_table_between_stages_carries_year_value_and_unit():
    tidy = [schema for schema in SCHEMAS if schema.name != "ABATEMENT"]
    assert all({"year", "value", "unit"} <= set(schema.names) for schema in tidy)


def test_kinds_of_the_columns_that_are_computed_with():
    assert {schema.kinds["value"] for schema in (ACTIVITY, EMISSIONS, RESULT, INDICATOR)} == {"float"}


def test_tables_of_the_inventory_have_names_and_columns_of_their_own():
    tables = (*SCHEMAS, *INVENTORY_TABLES)
    assert len({schema.name for schema in tables}) == len(tables)
    assert all(len(set(schema.names)) == len(schema.names) for schema in tables)
