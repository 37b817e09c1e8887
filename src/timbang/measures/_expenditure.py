"""Words that the measures of military expenditure share."""

SIPRI = "Stockholm International Peace Research Institute. SIPRI Military Expenditure Database."
