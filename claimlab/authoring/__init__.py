"""Making new teaching material: what a teacher would otherwise write from an empty page."""
