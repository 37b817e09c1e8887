"""Read, check, resolve and write one case folder."""
