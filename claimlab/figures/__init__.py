"""Pictures that explain, each with a sentence that says the same in words.

A picture is drawn when somebody looks at it and not before: calling one of these
functions costs nothing, and the drawing library stays out of a learner's kernel.
"""

from claimlab.figures.article_strip import article_strip
from claimlab.figures.calibration_strip import calibration_strip
from claimlab.figures.copy_tree import Appearance, Tree, copy_tree
from claimlab.figures.credibility_label import Weighed, credibility_label
from claimlab.figures.picture import Picture
from claimlab.figures.sensitivity import sensitivity
from claimlab.figures.verdict_bars import VerdictRow, verdict_bars

__all__ = [
    "Appearance",
    "Picture",
    "Tree",
    "VerdictRow",
    "Weighed",
    "article_strip",
    "calibration_strip",
    "copy_tree",
    "credibility_label",
    "sensitivity",
    "verdict_bars",
]
