"""The browser side of a widget: small script files here, one module there.

A widget travels to the browser as a single module and may fetch nothing, while
code reads best in small files. They are joined when the kit is imported; there
is nothing to build.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent
_IMPORT = re.compile(r"^import .*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


def joined(*names: str) -> str:
    """Return the scripts called *names* as the text of one module; each may use those before it.

    Top-level names must differ between the files, and only the last may have a default export.
    """
    texts = ((FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in names)
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)) for text in texts)


def dressed(name: str, *sheets: str) -> str:
    """Return the style *sheets*, made for the marker, the desk or a widget called *name*, as the style of that widget.

    All widgets speak one visual language: buttons, cards, pills and the bar are those of the marker.
    """
    texts = ((FOLDER / f"{sheet}.css").read_text(encoding="utf-8") for sheet in sheets)
    return "\n".join(texts).replace("claimlab-marker", f"claimlab-{name}").replace("claimlab-desk", f"claimlab-{name}")
