"""The vocabulary is complete, and code asks for nothing that it does not have."""

import ast
import string
from pathlib import Path

import pytest

from carbonpath.core.answers import ANSWERS
from carbonpath.core.schemas import STAGES
from carbonpath.core.vocabulary import dimensions, quantities

PACKAGE = Path(__file__).parents[2] / "carbonpath"
ORDER = list(dimensions())
ASKERS = {"parameter", "quantity", "empty_parameter", "as_parameter", "parameter_columns", "Change"}


def names_asked_for() -> dict[str, set[str]]:
    """Return by quantity the modules that ask for it in so many words."""
    asked: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ASKERS and isinstance(node.args[0].value, str):
                asked.setdefault(node.args[0].value, set()).add(path.relative_to(PACKAGE).as_posix())
    return asked


@pytest.mark.parametrize("name", quantities())
def test_quantity_is_whole(name):
    entry = quantities()[name]
    assert entry.kind in {"parameter", "variable", "expression", "dual"}
    assert set(entry.indices) <= set(ORDER)
    assert all((entry.unit, entry.symbol, entry.zh, entry.en, entry.meaning))


@pytest.mark.parametrize("name", quantities())
def test_indices_keep_their_order(name):
    positions = [ORDER.index(index) for index in quantities()[name].indices]
    assert positions == sorted(positions)


@pytest.mark.parametrize("name", [*dimensions(), *quantities()])
def test_name_is_lower_snake_case(name):
    assert set(name) <= set(string.ascii_lowercase + string.digits + "_")


def test_no_two_dimensions_share_a_symbol():
    symbols = [dimension.symbol for dimension in dimensions().values()]
    assert len(set(symbols)) == len(symbols)


def test_every_quantity_asked_for_is_in_the_vocabulary():
    assert {name: where for name, where in names_asked_for().items() if name not in quantities()} == {}


@pytest.mark.parametrize("schema", [*STAGES, *ANSWERS], ids=lambda schema: schema.name)
def test_schema_columns_are_explained_and_named_once(schema):
    assert len(set(schema.names)) == len(schema.names)
    assert all(column.meaning for column in schema.columns)
