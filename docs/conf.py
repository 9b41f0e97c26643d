"""How Sphinx builds this documentation; nothing is fetched, not by the build and not by the pages."""

import sys
from pathlib import Path

from sphinx.application import Sphinx

from copro.version import __version__

sys.path.insert(0, str(Path(__file__).parent))

project = "copro"
author = "copro project"
project_copyright = "2026, copro project"
version = release = __version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3

autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_member_order = "bysource"
python_use_unqualified_type_names = True
napoleon_numpy_docstring = False

nitpick_ignore = [
    # Python's own classes: linking to them would fetch Python's index from the internet.
    ("py:class", "collections.abc.Iterable"),
    ("py:class", "collections.abc.Mapping"),
    ("py:class", "gettext.NullTranslations"),
    ("py:class", "os.PathLike"),
    ("py:class", "datetime.date"),
]

html_theme = "pydata_sphinx_theme"
html_title = f"copro {__version__}"
html_show_sourcelink = False
html_theme_options = {
    "navbar_end": ["theme-switcher"],
    "navbar_persistent": ["search-button"],  # the field beside it has a label that differs from its text
    # Deeper or open, screen readers meet buttons that have no name; the index pages list the rest.
    "navigation_depth": 1,
    "collapse_navigation": True,
    "footer_start": ["copyright"],
    "footer_end": [],
}


def setup(app: Sphinx) -> None:
    """Add the directives that print what ships with the library, and make the pages of findings."""
    from crosswalk_directive import ShippedCrosswalk  # its folder is on the path only now
    from findings_pages import FindingGroup, write_pages
    from framework_directive import ShippedFramework

    app.add_directive("crosswalk", ShippedCrosswalk)
    app.add_directive("findings", FindingGroup)
    app.add_directive("framework", ShippedFramework)
    app.connect("builder-inited", write_pages)
