"""State-year and dyad-year panels: a grid of the states there were, a column a measure, and its codebook."""
