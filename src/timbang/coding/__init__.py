"""The documents of a case, coded: by programs and people, compared, settled, and exchanged with other programs."""
