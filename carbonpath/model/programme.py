"""From a system to the programme that is solved."""

from __future__ import annotations

from carbonpath.model.compiled import CompiledModel
from carbonpath.model.data import read_model_data
from carbonpath.model.prepared import ModelData
from carbonpath.model.rows import compile_data
from carbonpath.system.system import System


def compile_system(system: System, data: ModelData | None = None) -> CompiledModel:
    """Return the programme of `system` as arrays.

    Parameters
    ----------
    system
        The system.
    data
        What `read_model_data` returned for it; read anew if not given.

    Raises
    ------
    CarbonpathError
        What `read_model_data` raises.
    """
    return compile_data(data or read_model_data(system))
