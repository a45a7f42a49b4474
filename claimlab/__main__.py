"""``python -m claimlab`` is the command ``claimlab``, for places where scripts are not on PATH."""

import sys

from claimlab.cli import main

sys.exit(main())
