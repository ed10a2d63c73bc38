"""Samples of the national example of Calliope, updated in place and solved again: run by ``peers_monte_carlo.py``.

Usage: python calliope_update.py SAMPLES LPFILE. Prints JSON: seconds of processor time a sample with and without the
solver (a process of its own), and what was solved; the programme is written to LPFILE.
"""

import json
import os
import random
import sys
import time
import warnings

import calliope

SOLVER = "glpk"
"""Calliope hands every solver an option that Pyomo's interface to HiGHS refuses; its default is CBC."""


def main() -> None:
    """Measure and print."""
    samples, file = int(sys.argv[1]), sys.argv[2]
    warnings.filterwarnings("ignore")
    calliope.set_log_verbosity("CRITICAL", include_solver_output=False)
    model = calliope.examples.national_scale()
    model.build()
    model.backend.to_lp(file)
    model.solve(solver=SOLVER)
    draw, costs, updating = random.Random(1), [], 0.0
    begun, all_begun = time.process_time(), everything()
    for _ in range(samples):
        before = time.process_time()
        model.backend.update_input("flow_out_eff", draw.uniform(0.85, 0.95))
        updating += time.process_time() - before
        model.solve(force=True, solver=SOLVER)
        costs.append(float(model.results.cost.sum()))
    told = {
        "version": calliope.__version__,
        "seconds": (everything() - all_begun) / samples,
        "without_solver": (time.process_time() - begun) / samples,
        "updating": updating / samples,
        "different": len({round(cost, 3) for cost in costs}),
    }
    print("\n" + json.dumps(told))


def everything() -> float:
    """Return the processor time of this process and of those it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
