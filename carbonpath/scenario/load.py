"""Reading a scenario file and the scenarios from which it starts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from carbonpath.core.documents import Document, KeyPath, load_document, validate_document
from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Bilingual
from carbonpath.scenario.levers import LEVERS
from carbonpath.scenario.merge import common_ancestor, inherit, joined_lineage
from carbonpath.scenario.names import nearest
from carbonpath.scenario.scenario import CHOICES, Scenario, ScenarioFile, Setting

_NAME = re.compile(r"[\w-]+")


def scenario_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the scenario files in `folder`, sorted."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml") if _NAME.fullmatch(path.stem)))


def load_scenario(name: str, folder: Path) -> Scenario:
    """Return the scenario of `folder` called `name` with everything that it inherits.

    ``extends`` names the scenario, or the scenarios, from which a file starts. A lever's block in a file replaces the
    inherited block of the same lever as a whole, and so does a choice of demand, prices or horizon; what the file
    leaves out is inherited. A name ``coal-cap+hydrogen-island`` composes scenarios without a file of its own.

    Raises
    ------
    ScenarioError
        CP-440 for a name that cannot be a file, CP-441 for a scenario that does not exist, CP-442 for a chain that
        returns to itself, CP-443 for parents that disagree, and what `load_document` and `validate_document` raise.
    """
    parts = name.split("+")
    loaded: dict[str, Scenario] = {}
    scenarios = [_load(part, folder, (), loaded) for part in parts]
    if len(scenarios) == 1:
        return scenarios[0]
    settings, disputed = _inherited(scenarios, loaded)
    if disputed:
        raise ScenarioError(*(_dispute(key, voices, str(folder)) for key, voices in disputed.items()))
    titles = [scenario.title for scenario in scenarios]
    stories = [scenario.narrative for scenario in scenarios]
    return Scenario(
        name,
        Bilingual(zh=" + ".join(t.zh for t in titles), en=" + ".join(t.en for t in titles)),
        Bilingual(zh="".join(s.zh for s in stories), en=" ".join(s.en for s in stories)),
        (name, *joined_lineage(scenarios)),
        settings,
    )


def _load(name: str, folder: Path, chain: tuple[str, ...], loaded: dict[str, Scenario]) -> Scenario:
    if name in loaded:
        return loaded[name]
    document = load_document(_existing(name, folder), ScenarioError)
    header, own = _validated(document)
    chain = (*chain, name)
    parents = [
        _parent(other, index, document, folder=folder, chain=chain, loaded=loaded)
        for index, other in enumerate(header.extends)
    ]
    settings, disputed = _inherited(parents, loaded)
    undecided = {key: voices for key, voices in disputed.items() if key not in own}
    if undecided:
        raise ScenarioError(*(_dispute(key, voices, str(document.path)) for key, voices in undecided.items()))
    lineage = (name, *joined_lineage(parents))
    loaded[name] = Scenario(name, header.title, header.narrative, lineage, {**settings, **own})
    return loaded[name]


def _existing(name: str, folder: Path) -> Path:
    if not _NAME.fullmatch(name):
        raise ScenarioError(Problem("CP-440", str(folder), value=name))
    path = folder / f"{name}.yaml"
    if not path.is_file():
        known = scenario_names(folder)
        raise ScenarioError(Problem("CP-441", str(path), value=name, details=_choices(name, known)))
    return path


def _parent(
    name: str, index: int, document: Document, *, folder: Path, chain: tuple[str, ...], loaded: dict[str, Scenario]
) -> Scenario:
    place = document.place(("extends", index))
    if name in chain:
        shown = " > ".join((*chain, name))
        raise ScenarioError(Problem("CP-442", str(document.path), place, name, {"chain": shown}))
    if _NAME.fullmatch(name) and not (folder / f"{name}.yaml").is_file():
        details = _choices(name, scenario_names(folder))
        raise ScenarioError(Problem("CP-441", str(document.path), place, name, details))
    return _load(name, folder, chain, loaded)


def _choices(name: str, known: Sequence[str]) -> Mapping[str, str]:
    return {"nearest": nearest(name, known), "known": ", ".join(known)}


def _validated(document: Document) -> tuple[ScenarioFile, dict[KeyPath, Setting]]:
    """Return the head of a file and its own settings; raise every problem of the file at once."""
    problems: list[Problem] = []
    own: dict[KeyPath, Setting] = {}
    header: ScenarioFile | None = None
    content = {key: value for key, value in document.content.items() if key != "levers"}
    try:
        header = validate_document(content, ScenarioFile, document, (), ScenarioError)
    except ScenarioError as error:
        problems += error.problems
    blocks = document.content.get("levers", {})
    if not isinstance(blocks, dict):
        problems.append(Problem("CP-460", str(document.path), document.place(("levers",)), str(blocks)))
        blocks = {}
    models = {lever.lever: lever for lever in LEVERS}
    for name, block in blocks.items():
        key: KeyPath = ("levers", name)
        if name not in models:
            details = _choices(str(name), list(models))
            problems.append(Problem("CP-404", str(document.path), document.place(key), str(name), details))
            continue
        try:
            own[key] = Setting(validate_document(block, models[name], document, key, ScenarioError), document, key)
        except ScenarioError as error:
            problems += error.problems
    if problems or header is None:
        raise ScenarioError(*problems)
    chosen = {name: getattr(header, name) for name in CHOICES}
    own |= {(name,): Setting(value, document, (name,)) for name, value in chosen.items() if value is not None}
    return header, own


def _inherited(
    parents: Sequence[Scenario], loaded: Mapping[str, Scenario]
) -> tuple[dict[KeyPath, Setting], dict[KeyPath, tuple[Setting, ...]]]:
    if not parents:
        return {}, {}
    ancestor = common_ancestor(parents)
    return inherit(parents, None if ancestor is None else loaded[ancestor])


def _dispute(key: KeyPath, voices: Sequence[Setting], file: str) -> Problem:
    return Problem(
        "CP-443", file, ".".join(map(str, key)), str(key[-1]), {"places": "; ".join(voice.source for voice in voices)}
    )
