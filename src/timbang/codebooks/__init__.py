"""What may be coded: one .yml each, found by scanning; the notation is explained at the top of balancing.yml."""
