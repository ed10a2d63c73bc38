"""Sensitivity studies: many solves of one scenario, kept one by one, and what they say together."""
