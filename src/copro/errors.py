"""Everything that can go wrong, as a tree.

CoproError
├── InvalidDocumentError      (ValueError)   a document has errors: see ``findings``
├── UnsupportedVersionError   (ValueError)   a document of a newer format
├── UnknownIdError            (LookupError)  nothing has this id: see ``suggestion``
├── MissingExtraError         (ImportError)  packages for this are not installed: see ``extra``
└── NoTranslationError        (LookupError)  no score can be carried there: see ``available``
"""

from collections.abc import Iterable, Sequence

from copro.messages import counted, message, paragraph
from copro.model.finding import Finding


class CoproError(Exception):
    """Any error of this library."""


class InvalidDocumentError(CoproError, ValueError):
    """A document has errors, all of them in ``findings``."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        lines = [f"{finding.pointer or message('document')}: {finding.message}" for finding in self.findings]
        head = counted("The document has {count} error.", "The document has {count} errors.", len(lines))
        super().__init__("\n".join([head, *lines]))


class UnsupportedVersionError(CoproError, ValueError):
    """A document is of a format version that this release cannot read."""

    def __init__(self, found: str, supported: str) -> None:
        self.found = found
        self.supported = supported
        told = message(
            "This is {found}; this release reads {supported}. Install a newer coproduction to read it.",
            found=found,
            supported=supported,
        )
        super().__init__(told)


class UnknownIdError(CoproError, LookupError):
    """Nothing has this id; ``suggestion`` is the nearest one there is."""

    def __init__(self, kind: str, unknown: str, suggestion: str | None = None) -> None:
        self.kind = kind
        self.unknown = unknown
        self.suggestion = suggestion
        told = message("There is no {kind} {name!r}.", kind=kind, name=unknown)
        hint = message("Did you mean {guess!r}?", guess=suggestion) if suggestion else ""
        super().__init__(paragraph(told, hint))


class MissingExtraError(CoproError, ImportError):
    """Something needs packages that are not installed; ``extra`` is the name of the extra that brings them."""

    def __init__(self, extra: str) -> None:
        self.extra = extra
        super().__init__(f"This needs packages that are not installed: pip install 'coproduction[{extra}]'")


class NoTranslationError(CoproError, LookupError):
    """No score can be carried into this framework; ``available`` names those where there is a way."""

    def __init__(self, told: str, available: Sequence[str] = ()) -> None:
        self.available = tuple(available)
        super().__init__(told)
