"""What makes the answer of a sample beside the values of its factors."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from carbonpath.model.highs import SolverOptions
from carbonpath.study.motion import Motion
from carbonpath.study.readings import Readings
from carbonpath.system.system import System


def system_sha256(system: System) -> str:
    """Return the hash of everything in a system that its solution can depend on."""
    digest = hashlib.sha256()
    head = [system.regions, system.years, sorted(system.timeslices.items()), system.modes, system.emissions]
    if system.yearly_technologies or system.yearly_commodities:
        head += [sorted(system.yearly_technologies), sorted(system.yearly_commodities)]
    digest.update(json.dumps(head).encode())
    tables = {"technologies": system.technologies, "commodities": system.commodities, "groups": system.groups}
    for name, table in sorted({**tables, **system.parameters}.items()):
        digest.update(name.encode())
        digest.update(table.drop(columns="source", errors="ignore").to_csv(index=False).encode())
    return digest.hexdigest()


def branch_fingerprint(
    system: System, motions: Sequence[Motion], readings: Readings, options: SolverOptions, engine: str
) -> str:
    """Return the hash of a branch: system, meaning of its factors and outcomes, rules of solving, engine."""
    moves = [
        [m.factor, m.parameter, [list(i) for i in m.indices], m.operation, m.offset.tolist(), m.gain.tolist()]
        for m in motions
    ]
    reads = [repr(reading) for reading in readings.every]
    rules = [options.method, options.tie_break, options.mip_gap]
    content = json.dumps([system_sha256(system), moves, reads, rules, engine])
    return hashlib.sha256(content.encode()).hexdigest()
