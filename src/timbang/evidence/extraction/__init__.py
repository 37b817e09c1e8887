"""Records of exercises, suggested from the tables and the prose of documents."""
