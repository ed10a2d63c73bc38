"""From ACTIVITY to EMISSIONS by published accounting methods."""
