"""The kinds of document, and what each of them becomes."""

from copro.model.assessment import Assessment
from copro.model.case_study import CaseStudy
from copro.model.crosswalk import Crosswalk
from copro.model.framework import Framework
from copro.model.mapping import SurveyMapping
from copro.model.scorecard import Scorecard
from copro.model.vocabulary import Vocabulary

Document = Framework | Assessment | Scorecard | CaseStudy | Vocabulary | Crosswalk | SurveyMapping

KINDS: dict[str, type[Document]] = {
    "framework": Framework,
    "assessment": Assessment,
    "scorecard": Scorecard,
    "case-study": CaseStudy,
    "vocabulary": Vocabulary,
    "crosswalk": Crosswalk,
    "mapping": SurveyMapping,
}
"""The class of each kind of document that is read; this is the one list of kinds."""
