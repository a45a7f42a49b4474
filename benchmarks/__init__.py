"""Measurements: each module prints a figure when it is run; none of them is a test."""
