"""The formulation page, and whether equations say what the code does."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from carbonpath.core.vocabulary import dimensions, quantities, quantity
from carbonpath.model import objective
from carbonpath.model.constraints import CONSTRAINTS
from carbonpath.model.expressions import EXPRESSIONS
from carbonpath.model.formulation import formulation_page, read_formula

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "formulation.md"
MODULES = (*EXPRESSIONS, objective, *CONSTRAINTS)
NAMES = [module.__name__.rpartition(".")[2] for module in MODULES]

NEIGHBOURHOODS = {
    "producers": {"output_activity_ratio"},
    "users": {"input_activity_ratio"},
    "emitters": {"emission_activity_ratio"},
    "allocated": {"free_allocation"},
    "endowed": {"fixed_allowance"},
    "members": {"group_weight"},
    "counted": {"boundary_weight"},
    "vintages": {"operational_life"},
    "partners": {"trade_route"},
    "built_with": {"input_new_capacity_ratio"},
    "kept_with": {"input_total_capacity_ratio"},
    "weighed": {"user_constraint_capacity", "user_constraint_new_capacity", "user_constraint_activity"},
    "fillers": {"technology_to_storage"},
    "emptiers": {"technology_from_storage"},
    "slices": {"timeslice_season", "timeslice_day_type", "timeslice_bracket"},
}
"""Index sets of the model that carry the numbers of quantities."""

OPERATORS = re.compile(
    r"\\(?:sum|frac|quad|qquad|le|ge|Big|forall|cdot)\b|\\text\{[^}]*\}|[-+=(){}\[\],/^_<>0-9.\s]|y_0|y_N|[vy]"
)
LIFE = re.compile(r"L(?:\^s)?_\{r[ts]\}")
SUBSCRIPT = re.compile(r"_(?:\{([a-z]+)\}|([a-z]))")
NEIGHBOURS = {"v": "y", "x": "y", "h": "g", "j": "k", "f": "d", "a": "b"}
"""Letters for another member of the set that the second letter stands for: a vintage, the season before."""
LETTERS = {entry.symbol for entry in dimensions().values()} | set(NEIGHBOURS)


def used_symbols(equation: str) -> list[tuple[str, str]]:
    """Return quantity and subscript of every symbol; raise if a piece is neither a symbol nor an operator."""
    by_symbol = sorted(((entry.symbol, name) for name, entry in quantities().items()), key=lambda pair: -len(pair[0]))
    sums = re.compile(r"\\sum_\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
    found: list[tuple[str, str]] = []
    for limits in sums.findall(equation):
        for symbol in LIFE.findall(limits):
            found += used_symbols(symbol)
        assert set(re.findall(r"[a-zA-Z]", LIFE.sub("", re.sub(r"\\\w+", "", limits)))) <= LETTERS, limits
    rest = sums.sub("", equation)
    while rest:
        for symbol, name in by_symbol:
            subscript = SUBSCRIPT.match(rest, len(symbol))
            if rest.startswith(symbol) and subscript:
                found.append((name, subscript[1] or subscript[2]))
                rest = rest[subscript.end() :]
                break
        else:
            operator = OPERATORS.match(rest)
            assert operator, f"no symbol of the vocabulary at: {rest}"
            rest = rest[operator.end() :]
    return found


def equations(module: ModuleType) -> list[str]:
    formula = read_formula(module)
    inline = re.findall(r"\$([^$]+)\$", " ".join(formula.text))
    return [*formula.equations, *(equation for equation in inline if "_{" in equation)]


def names_in_code(module: ModuleType) -> set[str]:
    """Return quantities that the code of a module mentions, following the expressions that it imports."""
    tree = ast.parse(inspect.getsource(module))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("carbonpath.model.expressions."):
            names |= names_in_code(importlib.import_module(str(node.module)))
    return set().union(*(NEIGHBOURHOODS.get(name, {name}) for name in names)) & set(quantities())


def test_the_page_is_that_of_the_code() -> None:
    assert PAGE.read_text(encoding="utf-8") == formulation_page()


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_a_formula_has_a_sentence_and_an_equation(module: ModuleType) -> None:
    formula = read_formula(module)

    assert formula.sentence.endswith(".")
    assert formula.equations


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_every_symbol_is_in_the_vocabulary_with_its_indices_in_order(module: ModuleType) -> None:
    letters = {name: "".join(dimensions()[index].symbol for index in quantity(name).indices) for name in quantities()}
    stands_for = str.maketrans(NEIGHBOURS)
    for equation in equations(module):
        for name, subscript in used_symbols(equation):
            assert subscript.translate(stands_for) == letters[name].translate(stands_for), (name, subscript)


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_every_symbol_stands_for_a_name_in_the_code(module: ModuleType) -> None:
    in_equations = {name for equation in equations(module) for name, _ in used_symbols(equation)}

    assert in_equations <= names_in_code(module)


@pytest.mark.parametrize(
    "module", CONSTRAINTS, ids=[name for name in NAMES if name in {m.__name__.rpartition(".")[2] for m in CONSTRAINTS}]
)
def test_every_parameter_in_a_constraint_stands_in_its_equation(module: ModuleType) -> None:
    in_equations = {name for equation in equations(module) for name, _ in used_symbols(equation)}
    own = ast.parse(inspect.getsource(module))
    mentioned = {node.attr for node in ast.walk(own) if isinstance(node, ast.Attribute)} & set(quantities())

    assert mentioned <= in_equations


def test_an_unknown_symbol_is_found() -> None:
    with pytest.raises(AssertionError, match="no symbol of the vocabulary"):
        used_symbols(r"K_{rty} \le O_{rty}")
