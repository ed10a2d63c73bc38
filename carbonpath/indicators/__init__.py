"""What officials read off a solution: emissions, peak, energy, shares; one file each."""
