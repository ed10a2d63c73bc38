"""The reference energy and material system: commodities, technologies, demands, parameters."""
