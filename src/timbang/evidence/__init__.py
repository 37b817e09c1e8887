"""What documents show: records extracted from them, passages coded, and how far coders agree."""
