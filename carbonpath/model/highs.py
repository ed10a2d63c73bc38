"""A HiGHS object whose every answer is asked for and checked; only `solve` and `resolve` of the model call it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
import numpy.typing as npt
from highspy._core import _Highs

from carbonpath.core.errors import StorageError, VerificationError
from carbonpath.core.problems import Problem
from carbonpath.model.compiled import CompiledModel, Floats

Positions = npt.NDArray[np.int32]

OPTIMAL = highspy.HighsModelStatus.kOptimal
INFEASIBLE = highspy.HighsModelStatus.kInfeasible
UNBOUNDED = highspy.HighsModelStatus.kUnbounded
TIME_LIMIT = highspy.HighsModelStatus.kTimeLimit
ITERATION_LIMIT = highspy.HighsModelStatus.kIterationLimit
NODE_LIMIT = highspy.HighsModelStatus.kSolutionLimit


@dataclass(frozen=True, slots=True)
class SolverOptions:
    """What may be chosen about a solve; all else is fixed, so that equal inputs give equal answers."""

    method: str = "simplex"
    """``simplex``, or ``ipx`` (interior point with crossover) for large cold solves."""
    time_limit: float = float("inf")
    """Seconds after which the solver stops; what it then has is not a result."""
    iteration_limit: int = 2_147_483_647
    """Simplex iterations after which the solver stops."""
    node_limit: int = 2_147_483_647
    """Nodes of branch and bound after which the solver stops: unlike a time, the same on every machine."""
    mip_gap: float = 1e-6
    """Largest relative distance to the proven bound with which a mixed-integer answer is accepted."""
    tie_break: bool = True
    """Whether the second objective picks one among plans of equal cost."""
    tie_proof: bool = True
    """Whether to find out if the plan so picked is the only one."""


UNDECIDED = (
    highspy.HighsModelStatus.kUnknown,
    highspy.HighsModelStatus.kSolveError,
    highspy.HighsModelStatus.kPresolveError,
    highspy.HighsModelStatus.kPostsolveError,
)
"""Statuses that say neither yes nor no."""
OTHER_METHODS: tuple[Mapping[str, int | str], ...] = ({"simplex_strategy": 4}, {"presolve": "off"}, {"solver": "ipx"})
"""Methods asked in turn after an undecided run: primal simplex, without presolve, interior point."""

IIS_STRATEGY = 6
"""From the ray of the infeasible programme, reduced to an irreducible set; the default returns an empty one."""
FREE = 1e-7
"""A reduced cost or dual closer to zero than this leaves its column or row free."""

FIXED_OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "small_matrix_value": 1e-12,
    "primal_feasibility_tolerance": 1e-7,
    "dual_feasibility_tolerance": 1e-7,
}
"""Options of every solve. One thread: a second object with another number would fail within one process."""


@dataclass(frozen=True, slots=True)
class Basis:
    """Which columns and rows a simplex solve ended with, fit to be sent to another process."""

    columns: npt.NDArray[np.int8]
    """Status of each column, in the solver's own numbers."""
    rows: npt.NDArray[np.int8]
    """Status of each row."""


DUAL_SIMPLEX = 1
"""Best from a basis that stays optimal but for its right-hand sides; the solver's own default."""
PRIMAL_SIMPLEX = 4
"""Best from a basis that stays feasible: costs alone have moved."""

SOLVERS_CHOICE = -1
"""Weights of edges as the solver likes: exact ones, best from nothing."""
DEVEX = 1
"""Approximate weights of edges: best from a basis that is nearly optimal, where exact ones cost more than they save."""

_STATUSES = (
    highspy.HighsBasisStatus.kLower,
    highspy.HighsBasisStatus.kBasic,
    highspy.HighsBasisStatus.kUpper,
    highspy.HighsBasisStatus.kZero,
    highspy.HighsBasisStatus.kNonbasic,
)


def pack_basis(held: Any) -> Basis:
    """Return a basis of the solver as plain arrays."""
    return Basis(
        np.fromiter(map(int, held.col_status), dtype=np.int8, count=len(held.col_status)),
        np.fromiter(map(int, held.row_status), dtype=np.int8, count=len(held.row_status)),
    )


def unpack_basis(basis: Basis) -> Any:
    """Return a basis as the solver's own object."""
    held = highspy.HighsBasis()
    held.col_status = [_STATUSES[kind] for kind in basis.columns.tolist()]
    held.row_status = [_STATUSES[kind] for kind in basis.rows.tolist()]
    held.valid, held.alien = True, False
    return held


class HighsSession:
    """One programme inside HiGHS."""

    def __init__(self, compiled: CompiledModel, options: SolverOptions) -> None:
        """Load `compiled`.

        Raises
        ------
        StorageError
            CP-703 if the installed solver does not accept an option.
        VerificationError
            CP-702 if the solver holds another programme than it was given.
        """
        self._highs: Any = _Highs()  # the class below Highs: that one prints a banner to standard output
        self.kept: Any = None
        self._at_hand = False
        chosen: dict[str, bool | int | float | str] = {
            **FIXED_OPTIONS,
            "solver": options.method,
            "time_limit": options.time_limit,
            "simplex_iteration_limit": options.iteration_limit,
            "mip_rel_gap": options.mip_gap,
            "mip_max_nodes": options.node_limit,
        }
        for name, setting in chosen.items():
            if self._highs.setOptionValue(name, setting) != highspy.HighsStatus.kOk:
                raise StorageError(Problem("CP-703", place=name, value=str(setting)))
        self.load(compiled)

    def load(self, compiled: CompiledModel) -> None:
        """Hold `compiled` and nothing else: programme, basis, values and scaling of before are gone.

        Raises
        ------
        VerificationError
            CP-702 if the solver holds another programme than it was given.
        """
        self._at_hand = False
        rows, columns = compiled.matrix.shape
        status = self._highs.passModel(
            columns,
            rows,
            compiled.matrix.nnz,
            int(highspy.MatrixFormat.kColwise),
            int(highspy.ObjSense.kMinimize),
            compiled.constant,
            compiled.cost,
            compiled.column_lower,
            compiled.column_upper,
            compiled.row_lower,
            compiled.row_upper,
            compiled.matrix.indptr.astype(np.int32, copy=False),
            compiled.matrix.indices.astype(np.int32, copy=False),
            compiled.matrix.data,
            compiled.integer.astype(np.int32),
        )
        held = (self._highs.getNumRow(), self._highs.getNumCol(), self._highs.getNumNz())
        given = (rows, columns, compiled.matrix.nnz)
        if status != highspy.HighsStatus.kOk or held != given:
            raise VerificationError(Problem("CP-702", value=str(held), details={"given": str(given)}))

    def run(self) -> Any:
        """Solve from what is loaded and return the model status; earlier values are gone.

        The dual simplex method now and then cannot decide whether an infeasible programme is so; then other methods
        are asked, cold.
        """
        self._highs.run()
        for settings in OTHER_METHODS:
            if self._highs.getModelStatus() not in UNDECIDED:
                break
            self.run_otherwise(settings)
        return self._highs.getModelStatus()

    def run_otherwise(self, settings: Mapping[str, int | str]) -> None:
        """Solve from nothing with other settings for once."""
        usual = {name: self._highs.getOptionValue(name)[1] for name in settings}
        for name, setting in settings.items():
            self._accept(name, self._highs.setOptionValue(name, setting))
        self.forget()
        self._highs.run()
        for name, setting in usual.items():
            self._accept(name, self._highs.setOptionValue(name, setting))

    def status_text(self) -> str:
        """Return the solver's own words for its status."""
        return str(self._highs.modelStatusToString(self._highs.getModelStatus()))

    @property
    def objective(self) -> float:
        """Objective that the solver reports."""
        return float(self._highs.getInfo().objective_function_value)

    @property
    def mip_gap(self) -> float:
        """Relative gap that the solver reports for a mixed-integer programme."""
        return float(self._highs.getInfo().mip_gap)

    @property
    def iterations(self) -> int:
        """Simplex iterations of the last run."""
        return int(self._highs.getInfo().simplex_iteration_count)

    def values(self) -> Floats:
        """Return the value of each column."""
        return np.array(self._highs.getSolution().col_value, dtype=np.float64)

    def row_duals(self) -> Floats:
        """Return the change of cost per unit of each right-hand side."""
        return np.array(self._highs.getSolution().row_dual, dtype=np.float64)

    def reduced_costs(self) -> Floats:
        """Return the reduced cost of each column."""
        return np.array(self._highs.getSolution().col_dual, dtype=np.float64)

    def basis_duals(self, cost: Floats) -> Floats | None:
        """Return the duals of `cost` at the last basis; None where there may be none: asking would end the process."""
        if not self._at_hand:
            return None
        found, basic = self._highs.getBasicVariables()
        if found != highspy.HighsStatus.kOk:
            return None
        solved, duals = self._highs.getBasisTransposeSolve(np.where(basic >= 0, cost[np.maximum(basic, 0)], 0.0))
        return np.asarray(duals, dtype=np.float64) if solved == highspy.HighsStatus.kOk else None

    def unbounded_direction(self) -> Floats:
        """Return the direction in which cost falls without bound; empty if the solver has none."""
        self._accept("presolve", self._highs.setOptionValue("presolve", "off"))
        self._highs.clearSolver()
        self._highs.run()
        _, exists = self._highs.getPrimalRayExist()
        if not exists:
            return np.empty(0)
        return np.array(self._highs.getPrimalRay()[2], dtype=np.float64)

    def suspect_rows(self, seconds: float) -> Positions:
        """Return rows among which the solver sees a contradiction, whether or not it vouches for them."""
        for name, setting in (("presolve", "off"), ("iis_strategy", IIS_STRATEGY), ("iis_time_limit", seconds)):
            self._accept(name, self._highs.setOptionValue(name, setting))
        self._highs.run()
        _, found = self._highs.getIis()
        return np.array(found.row_index_, dtype=np.int32)

    def has_plan(self) -> bool:
        """Tell whether the last run left values that satisfy every row and bound."""
        return bool(self._highs.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible)

    def lift_limits(self) -> None:
        """Let the next runs take the time and iterations that they need."""
        free = SolverOptions()
        for name, setting in (("time_limit", free.time_limit), ("simplex_iteration_limit", free.iteration_limit)):
            self._accept(name, self._highs.setOptionValue(name, setting))

    def forget(self) -> None:
        """Forget the last answer and its basis: the next run starts cold."""
        self._at_hand = False
        self._accept("solver", self._highs.clearSolver())

    def change_columns(self, columns: Positions, lower: Floats, upper: Floats) -> None:
        """Give `columns` other bounds."""
        if columns.size:
            self._accept("columns", self._highs.changeColsBounds(columns.size, columns, lower, upper))

    def change_rows(self, rows: Positions, lower: Floats, upper: Floats) -> None:
        """Give `rows` other bounds."""
        if rows.size:
            self._accept("rows", self._highs.changeRowsBounds(rows.size, rows, lower, upper))

    def change_coefficient(self, row: int, column: int, value: float) -> None:
        """Give one place of the matrix another number."""
        self._accept("matrix", self._highs.changeCoeff(row, column, value))

    def set_constant(self, constant: float) -> None:
        """Let the objective have another constant."""
        self._accept("constant", self._highs.changeObjectiveOffset(constant))

    def fix_columns(self, columns: Positions, values: Floats) -> None:
        """Let `columns` take `values` only."""
        self.change_columns(columns, values, values)

    def make_continuous(self, columns: Positions) -> None:
        """Let `columns` take fractions."""
        kinds = np.zeros(columns.size, dtype=np.uint8)
        self._accept("integrality", self._highs.changeColsIntegrality(columns.size, columns, kinds))

    def has_choice_left(self) -> bool:
        """Tell whether some column or row away from the basis could move without changing the objective.

        False proves that the optimum is the only one; True proves nothing where the optimum is degenerate.
        """
        basis, programme = self._highs.getBasis(), self._highs.getLp()
        sides = (
            (basis.col_status, programme.col_lower_, programme.col_upper_, self.reduced_costs()),
            (basis.row_status, programme.row_lower_, programme.row_upper_, self.row_duals()),
        )
        for status, lower, upper, duals in sides:
            resting = np.array([kind != highspy.HighsBasisStatus.kBasic for kind in status], dtype=bool)
            movable = np.asarray(lower) < np.asarray(upper)
            if bool(np.any(resting & movable & (np.abs(duals) <= FREE))):
                return True
        return False

    def set_costs(self, cost: Floats) -> None:
        """Minimise `cost` times values from now on."""
        self.change_costs(np.arange(cost.size, dtype=np.int32), cost)

    def change_costs(self, columns: Positions, cost: Floats) -> None:
        """Give `columns` other costs."""
        if columns.size:
            self._accept("cost", self._highs.changeColsCost(columns.size, columns, cost))

    def keep_basis(self) -> None:
        """Keep the basis of the last run as `kept`."""
        self.kept = self._highs.getBasis()

    def start_from(self, held: Any) -> None:
        """Start the next run from a basis that was kept or unpacked, without presolve."""
        self._accept("basis", self._highs.setBasis(held))
        self._at_hand = True

    def choose_simplex(self, strategy: int) -> None:
        """Use `DUAL_SIMPLEX` or `PRIMAL_SIMPLEX` from now on."""
        self._accept("simplex_strategy", self._highs.setOptionValue("simplex_strategy", strategy))

    def weigh_edges(self, strategy: int) -> None:
        """Price the dual simplex by `DEVEX` or as the solver likes (`SOLVERS_CHOICE`) from now on."""
        name = "simplex_dual_edge_weight_strategy"
        self._accept(name, self._highs.setOptionValue(name, strategy))

    def infeasible_direction(self) -> Floats:
        """Return row multipliers that prove the programme infeasible; empty if the solver has none."""
        _, exists = self._highs.getDualRayExist()
        return np.array(self._highs.getDualRay()[2], dtype=np.float64) if exists else np.empty(0)

    def _accept(self, what: str, status: Any) -> None:
        if status != highspy.HighsStatus.kOk:
            raise VerificationError(Problem("CP-704", place=what, value=str(status)))
