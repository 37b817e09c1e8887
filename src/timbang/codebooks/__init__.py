"""What may be coded: one YAML file per codebook."""
