"""The one error the kit raises on purpose.

Its text is a single sentence for a person: what happened, and what to do.
"""


class Problem(Exception):
    """Something went wrong that a person can mend; the message says how."""
