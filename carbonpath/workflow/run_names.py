"""Names of runs that stand together: two runs of one scenario never share a name, and what was set is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from carbonpath.core.messages import Language
from carbonpath.workflow.runs import Run

LONGEST = 32
"""Characters of what was set that still fit beside a title; beyond, the end of the run's id stands for it."""


def asked(run: Run) -> tuple[str, ...]:
    """Return what the command line asked of a run beside its scenario: ``demand=low``, ``mode=myopic``."""
    options = run.manifest.options
    mode, objectives = options.get("mode", "optimise"), options.get("objectives", ())
    return (
        *options.get("set", ()),
        *((f"mode={mode}",) if mode != "optimise" else ()),
        *((f"objective={','.join(objectives)}",) if objectives else ()),
    )


def shown_title(run: Run, language: Language) -> str:
    """Return the title of a run's scenario with what was asked beside it."""
    title = run.manifest.title[language]
    given = ", ".join(asked(run))
    if len(given) > LONGEST:
        given = run.manifest.run.rpartition("_")[2]
    return f"{title} ({given})" if given else title


def distinct(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs in their order, each once."""
    return tuple({run.manifest.run: run for run in runs}.values())


def run_keys(runs: Sequence[Run]) -> tuple[str, ...]:
    """Return what each run is called in a table of several: its scenario, or its id where a scenario comes twice."""
    times = Counter(run.manifest.scenario for run in runs)
    return tuple(run.manifest.scenario if times[run.manifest.scenario] == 1 else run.manifest.run for run in runs)


def run_titles(runs: Sequence[Run], language: Language) -> Mapping[str, str]:
    """Return the title of each run by its key; runs that were asked the same are told apart by their ids."""
    titles = [shown_title(run, language) for run in runs]
    times = Counter(titles)
    ends = [run.manifest.run.rpartition("_")[2] for run in runs]
    told = [title if times[title] == 1 else f"{title} ({end})" for title, end in zip(titles, ends, strict=True)]
    return dict(zip(run_keys(runs), told, strict=True))
