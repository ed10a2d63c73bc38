"""The optimisation model: Pyomo formulation, compiled to arrays, solved by HiGHS through one door."""
