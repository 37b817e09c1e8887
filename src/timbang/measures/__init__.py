"""Measures: views of a case in, measured columns out. One file each."""
