"""The one way in which a system is altered: by a scenario lever, a study factor or `--set`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Operation = Literal["set", "scale", "add", "clear"]


@dataclass(frozen=True, slots=True)
class Change:
    """One alteration of one parameter, with its reason.

    ``set`` writes the value, adding the row if the index is complete and the row absent; ``scale`` multiplies and
    ``add`` adds to the rows that exist; ``clear`` removes them, which removes a limit.
    """

    parameter: str
    """Parameter of the vocabulary."""
    where: Mapping[str, str | int]
    """Index values that must match; an index left out matches all."""
    operation: Operation
    """What is done to the rows."""
    value: float = 0.0
    """Operand, in the unit of the parameter; unused by ``clear``."""
    reason: str = ""
    """Why, in words that a report can print."""
    source: str = ""
    """Document, file and line from which the number comes."""
    unit: str = ""
    """Unit of the value, for display."""
    lever: str = field(default="", kw_only=True)
    """Lever, study factor or option that asked for it."""
    basis: str = field(default="", kw_only=True)
    """Document or consideration on which the number rests, with its confidence."""
    responsible: str = field(default="", kw_only=True)
    """Unit of the administration that answers for the measure (责任单位)."""
