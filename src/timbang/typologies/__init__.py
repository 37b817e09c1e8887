"""Types of states, as regions of what they value and can do: one YAML file each."""
