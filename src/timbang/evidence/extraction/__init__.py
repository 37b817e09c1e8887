"""Records of exercises, suggested from the tables and the prose of documents."""

from timbang.evidence.extraction.prose import exercises_in_prose
from timbang.evidence.extraction.residue import exercises_from_text

__all__ = ["exercises_from_text", "exercises_in_prose"]
