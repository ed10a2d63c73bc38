"""Who may import whom, and which library stays behind which door (design: layers)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "carbonpath"
BELOW_STUDY = ("indicators", "model", "scenario", "system", "core")
ALLOWED: dict[str, tuple[str, ...]] = {
    "core": (),
    "reference": ("core",),
    "survey": ("reference", "core"),
    "inventory": ("reference", "core"),
    "system": ("reference", "core"),
    "model": ("system", "core"),
    "scenario": ("system", "core"),
    "indicators": ("reference", "core"),
    "charts": ("reference", "core"),
    "exports": ("reference", "core"),
    "study": BELOW_STUDY,
    "report": ("charts", "indicators", "core"),
    "workflow": ("survey", "inventory", "charts", "exports", "report", "study", "reference", *BELOW_STUDY),
    "cli": ("workflow", "core"),
}
FENCES: dict[str, tuple[str, ...]] = {
    "pyomo": ("model/",),
    "highspy": ("model/",),
    "SALib": ("study/",),
    "matplotlib": ("charts/",),
    "python_calamine": ("survey/", "exports/"),
    "xlsxwriter": ("survey/", "exports/"),
    "openpyxl": (),
    "click": ("cli/",),
    "rich": ("cli/",),
    "filelock": ("workflow/lock.py",),
    "pint": ("core/units.py",),
    "ruamel": ("core/documents.py",),
    "yaml": (),
    "jinja2": ("report/",),
    "docx": ("report/",),
}
LAZY_GROUP = "cli/main.py"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def breaches(module: str, source: str) -> Iterator[str]:
    """Yield what `source`, the text of `module`, must not do."""
    tree = ast.parse(source)
    part = module.partition("/")[0] if "/" in module else ""
    for node in ast.walk(tree):
        names = imported(node)
        if isinstance(node, ast.FunctionDef) and any(imported(inner) for inner in ast.walk(node)):
            yield f"{module}:{node.lineno}: import in a function"
        for name in names:
            yield from (f"{module}:{node.lineno}: {reason}" for reason in import_breaches(module, part, name))
        if isinstance(node, ast.Global):
            yield f"{module}:{node.lineno}: global"


def imported(node: ast.AST) -> list[str]:
    """Return the dotted names that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module or ''}.{alias.name}" for alias in node.names]
    return []


def import_breaches(module: str, part: str, name: str) -> Iterator[str]:
    """Yield why `module` must not import `name`."""
    top, *rest = name.split(".")
    if top == "carbonpath" and part and rest and rest[0] != part and rest[0] not in ALLOWED[part]:
        yield f"{part} may not import {rest[0]}"
    if top in FENCES and not module.startswith(FENCES[top]):
        yield f"{top} is fenced to {FENCES[top]}"
    if name in ("importlib", "importlib.import_module") and module != LAZY_GROUP:
        yield "only the lazy group loads modules by name"


@pytest.mark.parametrize("module", MODULES)
def test_module_keeps_to_its_layer(module):
    assert list(breaches(module, (PACKAGE / module).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        pytest.param("charts/sankey.py", "from carbonpath.model import solve", id="chart sees the model"),
        pytest.param("core/tables.py", "import carbonpath.system.system", id="core looks up"),
        pytest.param("survey/importer.py", "from carbonpath.inventory import build", id="siblings meet"),
        pytest.param("scenario/load.py", "import ruamel.yaml", id="second YAML door"),
        pytest.param("indicators/peak.py", "def f():\n    import pandas", id="import in a function"),
        pytest.param("model/build.py", "def f():\n    global x", id="global"),
        pytest.param("cli/commands/run.py", "import importlib", id="second lazy door"),
    ],
)
def test_breach_is_noticed(module, source):
    assert len(list(breaches(module, source))) == 1


def test_every_part_has_a_layer():
    assert {module.partition("/")[0] for module in MODULES if "/" in module} == set(ALLOWED)
