"""Aims for size: a file, a class, a function that outgrows them is looked at, and split if it does two things."""

import ast
from pathlib import Path
from statistics import median

import pytest

PACKAGE = Path(__file__).parents[2] / "carbonpath"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
MAX_MODULE_LINES = 400
MAX_CLASS_LINES = 200
MAX_FUNCTION_LINES = 50
MEDIAN_MODULE_LINES = 90
MEDIAN_FUNCTION_LINES = 8


def code_lines(node: ast.AST, source: list[str]) -> int:
    """Count the lines of a definition without its docstring, blank lines and comments."""
    docstring = range(0)
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        docstring = range(first.lineno, first.end_lineno + 1)
    return sum(
        1
        for number in range(node.lineno, node.end_lineno + 1)
        if number not in docstring and source[number - 1].strip() and not source[number - 1].lstrip().startswith("#")
    )


def definitions(kinds):
    """Yield module, name and code lines of every definition of these kinds."""
    for module in MODULES:
        text = (PACKAGE / module).read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, kinds):
                yield f"{module}:{node.name}", code_lines(node, text.splitlines())


def module_lines():
    return {module: len((PACKAGE / module).read_text(encoding="utf-8").splitlines()) for module in MODULES}


def test_no_module_is_too_long():
    assert {module: lines for module, lines in module_lines().items() if lines > MAX_MODULE_LINES} == {}


def test_modules_are_short_as_a_rule():
    assert median(lines for module, lines in module_lines().items() if lines > 1) <= MEDIAN_MODULE_LINES


@pytest.mark.parametrize(
    ("kinds", "limit"),
    [
        pytest.param((ast.FunctionDef, ast.AsyncFunctionDef), MAX_FUNCTION_LINES, id="function"),
        pytest.param(ast.ClassDef, MAX_CLASS_LINES, id="class"),
    ],
)
def test_no_definition_is_too_long(kinds, limit):
    assert {name: lines for name, lines in definitions(kinds) if lines > limit} == {}


def test_functions_are_short_as_a_rule():
    assert median(lines for _, lines in definitions(ast.FunctionDef)) <= MEDIAN_FUNCTION_LINES
