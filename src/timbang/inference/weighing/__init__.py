"""From reports and stated likelihoods to belief (DESIGN section 5): pure functions over arrays."""
