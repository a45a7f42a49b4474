"""Everything between a notebook and nbgrader: release, recovery, marking, feedback.

Nothing is imported here, so that one step can be used without the others.
"""
