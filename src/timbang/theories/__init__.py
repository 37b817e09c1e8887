"""What each mechanism leads one to expect of states and organizations, and the words it is said in: YAML."""
