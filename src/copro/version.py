"""The version of the package, kept where every layer may read it."""

__version__ = "0.1.0"

PRODUCED_BY = f"coproduction {__version__}"
"""What a document that this release writes says of where it comes from."""
