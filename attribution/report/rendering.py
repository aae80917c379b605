"""The templates, with escaping switched on for whatever goes into them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import asdict

from .palette import DARK, LIGHT, Palette
from .printable import shown

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, **values: object) -> str:
    """Fill a template of this package.

    Args:
        template: The name of its file.
        values: What it shows; text is escaped, whatever it holds.
    """
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    # A report that nobody looks at does not need it.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__package__ or "attribution.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = shown
    environment.filters["signed"] = _signed
    environment.globals["light"] = _variables(LIGHT)
    environment.globals["dark"] = _variables(DARK)
    return environment


def _signed(number: float) -> str:
    return f"{number:+.2f}".replace("-", "\N{MINUS SIGN}")


def _variables(palette: Palette) -> dict[str, str]:
    return {name.replace("_", "-"): colour for name, colour in asdict(palette).items()}
