"""Making one branch ready for workers: the programme, the map that is checked, and where every sample starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from carbonpath.core.errors import CarbonpathError
from carbonpath.model.highs import Basis, SolverOptions
from carbonpath.model.measure import build_map, check_map
from carbonpath.model.parameter_map import ParameterMap
from carbonpath.model.point import compile_point
from carbonpath.model.reduction import Reduction, reduce_programme
from carbonpath.model.restart import Restarter
from carbonpath.model.system_parameters import read_parameters
from carbonpath.study.branch import Branch
from carbonpath.study.distribution import Floats
from carbonpath.study.drawn import nominal_row
from carbonpath.study.motion import Motion
from carbonpath.study.site import Site
from carbonpath.system.overlay import apply_changes


def build_branch(
    site: Site,
    options: SolverOptions,
    checked: Sequence[tuple[float, ...]],
    ends: Sequence[tuple[float, ...]] = (),
    like: Branch | None = None,
) -> Branch:
    """Return a branch ready to answer samples.

    Parameters
    ----------
    site
        The branch on its system.
    options
        Rules of solving.
    checked
        Samples at which the map is compared with the programme compiled anew from the system and its changes; if one
        differs, every sample of the branch is built anew.
    ends
        Lowest and highest values of all factors: a parameter that bends on the way there is built anew.
    like
        A branch whose map may hold here too.
    """
    mapped = _map(site, ends, like)
    branch = _branch(site, mapped, always_anew=bool(site.readings.need_table))
    if not all(_agrees(branch, site, values) for values in checked):
        branch = replace(branch, always_anew=True)
    if branch.always_anew:
        return branch
    branch = replace(branch, reduction=_reduction(mapped))
    candidates = [values for values in (branch.nominal, *checked) if not branch.needs_building(values)]
    basis = _basis(branch, options, candidates)
    if basis is not None or not candidates:
        return replace(branch, basis=basis)
    return replace(branch, basis=_any_basis(branch, options, candidates[0]), planless=True)


def _map(site: Site, ends: Sequence[tuple[float, ...]], like: Branch | None) -> ParameterMap:
    """Return the map of a branch: that of another if rows, columns and slopes are the same, else measured."""
    far = [site.parameters(np.array(values)) for values in ends]
    if like is not None:
        point = compile_point(site.system, site.reference, site.readings.forms)
        known = like.mapped
        cells = {cell for cell in site.cells if cell[0] not in known.given_up}
        if point.has_structure_of(known.point) and set(known.cells) == cells:
            values = np.array([site.reference[name][index] for name, index in known.cells])
            same = replace(known, point=point, values=values)
            held = {name: site.reference[name] for name in known.given_up}
            if all(check_map(same, site.system, {**parameters, **held}) for parameters in far):
                return same
    mapped = build_map(site.system, site.reference, site.cells, site.readings.forms, far)
    return mapped.rebased(np.array([site.reference[name][index] for name, index in mapped.cells]))


def _branch(site: Site, mapped: ParameterMap, *, always_anew: bool) -> Branch:
    place = {cell: position for position, cell in enumerate(mapped.cells)}

    def positions(motion: Motion) -> npt.NDArray[np.int64] | None:
        if motion.parameter in mapped.given_up:
            return None
        return np.array([place[motion.parameter, index] for index in motion.indices], dtype=np.int64)

    return Branch(
        mapped=mapped,
        initial=site.values(mapped.cells),
        motions=site.motions,
        positions=tuple(positions(motion) for motion in site.motions),
        nominal=tuple(nominal_row(site.study.factors).tolist()),
        basis=None,
        reduction=None,
        planless=False,
        readings=site.readings.every,
        system=site.system,
        gdp=site.gdp,
        always_anew=always_anew,
    )


def _reduction(mapped: ParameterMap) -> Reduction | None:
    base = mapped.point.compiled
    return reduce_programme(base, mapped.movable_rows, mapped.movable_coefficients)


def _agrees(branch: Branch, site: Site, values: tuple[float, ...]) -> bool:
    """Tell whether a sample moved in place is the sample that its changes make of the system."""
    if branch.needs_building(values):
        return True
    system = apply_changes(site.system, branch.changes(values))
    parameters = read_parameters(system)
    moved: Floats = branch.parameter_values(values)
    told = np.array([parameters[name].get(index, np.nan) for name, index in branch.mapped.cells])
    return bool(np.allclose(moved, told, rtol=1e-12, atol=0.0)) and check_map(branch.mapped, system, parameters)


def _basis(branch: Branch, options: SolverOptions, candidates: Sequence[tuple[float, ...]]) -> Basis | None:
    """Return the basis of the first candidate that has an optimum."""
    for values in candidates:
        try:
            return _restarter(branch, options).find_basis(branch.point(values).compiled)
        except CarbonpathError:
            continue
    return None


def _any_basis(branch: Branch, options: SolverOptions, values: tuple[float, ...]) -> Basis | None:
    """Return the basis with which a solve ends that has no plan."""
    try:
        return _restarter(branch, options).find_any_basis(branch.point(values).compiled)
    except CarbonpathError:
        return None


def _restarter(branch: Branch, options: SolverOptions) -> Restarter:
    return Restarter(branch.mapped.point.compiled, options, reduction=branch.reduction)
