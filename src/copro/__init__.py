"""copro: assess co-production, keep who said it, explain every figure."""

from copro import frameworks
from copro.api import (
    certainty,
    commitments,
    compare,
    dump,
    dumps,
    load,
    loads,
    migrate,
    new_workbook,
    read_tables,
    score,
    translate,
    validate,
    write_tables,
)
from copro.errors import (
    CoproError,
    InvalidDocumentError,
    MissingExtraError,
    NoTranslationError,
    UnknownIdError,
    UnsupportedVersionError,
)
from copro.messages import speaking
from copro.model.assessment import (
    Agreed,
    Assessment,
    Commitment,
    Conduct,
    Decision,
    Event,
    Evidence,
    Initiative,
    Period,
    Permission,
    Response,
    Shares,
    SideNote,
    Stakeholder,
)
from copro.model.case_study import CaseStudy, Consent, Teller
from copro.model.comparison import Comparison
from copro.model.crosswalk import Crosswalk, Link
from copro.model.finding import Finding
from copro.model.framework import (
    AgreementRule,
    Framework,
    Indicator,
    Level,
    Measure,
    Perspective,
    Policy,
    Principle,
    Requirement,
    Scale,
    Source,
    Step,
    TranslationNote,
    Voice,
)
from copro.model.mapping import SurveyMapping
from copro.model.scorecard import (
    Scorecard,
)
from copro.model.suppressed import Suppressed
from copro.model.translation import Translation
from copro.model.values import Unrated, in_language
from copro.model.vocabulary import Term, Vocabulary
from copro.privacy.withhold import without_single_answers
from copro.version import __version__

__all__ = [
    "Agreed",
    "AgreementRule",
    "Assessment",
    "CaseStudy",
    "Commitment",
    "Comparison",
    "Conduct",
    "Consent",
    "CoproError",
    "Crosswalk",
    "Decision",
    "Event",
    "Evidence",
    "Finding",
    "Framework",
    "Indicator",
    "Initiative",
    "InvalidDocumentError",
    "Level",
    "Link",
    "Measure",
    "MissingExtraError",
    "NoTranslationError",
    "Period",
    "Permission",
    "Perspective",
    "Policy",
    "Principle",
    "Requirement",
    "Response",
    "Scale",
    "Scorecard",
    "Shares",
    "SideNote",
    "Source",
    "Stakeholder",
    "Step",
    "Suppressed",
    "SurveyMapping",
    "Teller",
    "Term",
    "Translation",
    "TranslationNote",
    "UnknownIdError",
    "Unrated",
    "UnsupportedVersionError",
    "Vocabulary",
    "Voice",
    "__version__",
    "certainty",
    "commitments",
    "compare",
    "dump",
    "dumps",
    "frameworks",
    "in_language",
    "load",
    "loads",
    "migrate",
    "new_workbook",
    "read_tables",
    "score",
    "speaking",
    "translate",
    "validate",
    "without_single_answers",
    "write_tables",
]
