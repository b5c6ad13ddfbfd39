"""Pages from templates: ours, around the parts that the report has as well."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from whence import __version__
from whence.publish.parts import environment as report_environment
from whence.publish.texts import clean
from whence.web import assets, languages
from whence.web.addresses import to
from whence.web.figures import short_hash, when
from whence.web.hinting import clicked
from whence.web.standing import standing


@cache
def environment(language: str) -> Environment:
    """Return the workbench's templates in a language, with what all of them use."""
    made = Environment(
        loader=PackageLoader("whence.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    report = report_environment()
    catalogue = languages.catalogue(language)
    made.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(report.globals)
    made.globals.update(asset=assets.address, to=to, version=__version__, language=language)
    made.globals.update(standing_of=standing)
    made.filters.update(report.filters)
    made.filters.update(when=when, short_hash=short_hash, clicked=clicked)
    return made


def rendered(template: str, accepted: str, context: dict[str, Any]) -> str:
    """Return a template's text in the language that is ``accepted`` (an Accept-Language header).

    Words of cases are escaped, controls that hide or reorder text shown as U+FFFD.
    """
    page = environment(languages.chosen(accepted)).get_template(template)
    return clean(page.render(context))
