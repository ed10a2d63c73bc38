"""What a model is made from: parameters and sets, checked; plain Python, without a table library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carbonpath.core.errors import VerificationError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.model.affine import Model
from carbonpath.model.checks import check_feasible, check_outline, require_feasible
from carbonpath.model.given import Given, Sheets, as_given
from carbonpath.model.parameters import Values
from carbonpath.model.sets import ModelSets, build_sets
from carbonpath.system.outline import Outline


@dataclass(frozen=True, slots=True)
class ModelData:
    """Parameters and index sets of a model; plain Python, fit to be sent to another process."""

    parameters: Given
    """Each parameter of the vocabulary: index to number."""
    sets: ModelSets
    """Index sets and neighbourhoods."""

    def attach(self, model: Model) -> None:
        """Give `model` its ``sets`` and, under ``data``, every parameter by name."""
        model.sets = self.sets
        model.data = Sheets(self.parameters)


def prepare(outline: Outline, parameters: Mapping[str, Values], known: Sequence[Problem] = ()) -> ModelData:
    """Return `parameters` with the index sets that they need.

    Parameters
    ----------
    outline
        Sets and entities.
    parameters
        Every parameter of the vocabulary; ``timeslice_share`` for every timeslice and year.
    known
        Problems that were found before, told together with those found here.

    Raises
    ------
    VerificationError
        CP-712 to CP-716 and CP-740 if the system is incomplete or contradicts itself; with `known`.
    InfeasibleError
        CP-510, CP-513, CP-514 or CP-520 if it is plainly impossible.
    """
    given = as_given(parameters)
    require_valid([*known, *check_outline(outline, given)], VerificationError)
    sets = build_sets(outline, given)
    require_feasible(check_feasible(outline, given, sets))
    return ModelData(given, sets)
