"""From what is suggested to rows of a case: suggestions are shown, decided on, and entered as decided."""
