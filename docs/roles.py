"""Takes the roles out of the API reference: docstrings say ``:func:`analyze```, readers of the page want `analyze`."""

from __future__ import annotations

import re
from typing import Any, Final

_ROLE: Final = re.compile(r":(?:attr|class|data|exc|func|meth|mod):<code>~?")


def on_page_content(html: str, **_: Any) -> str:
    """Leave the name alone, as code."""
    return _ROLE.sub("<code>", html)
