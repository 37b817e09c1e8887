"""Calibration by planted truth: worlds are made by a documented generator, weighed, and compared with what is so."""
