"""Schemas of the tables that answer a question beside the chain."""

from carbonpath.core.answers import ANSWERS
from carbonpath.core.schemas import STAGES


def test_no_name_is_given_twice():
    names = [schema.name for schema in (*STAGES, *ANSWERS)]
    assert len(set(names)) == len(names)


def test_columns_are_named_once_and_explained():
    for schema in ANSWERS:
        assert len(set(schema.names)) == len(schema.names)
        assert all(column.meaning for column in schema.columns)
