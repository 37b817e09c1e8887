"""The documents of a case, coded: by programs and people, compared, settled, and exchanged with other programs."""

CODINGS = ("qdpx", "qdc")  # formats in which codings, or codes alone, are exchanged: REFI-QDA
