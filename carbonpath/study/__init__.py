"""Sensitivity studies: samples of changes, ensembles of solves and their analyses."""
