"""How scholars' plain files are read: encodings, CSV, YAML, cells; nothing is guessed, every problem has its line."""
