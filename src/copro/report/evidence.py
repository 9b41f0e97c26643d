"""The evidence, and what rests on it, in words."""

from copro.messages import marked, message, say
from copro.model.assessment import EvidenceKind
from copro.model.outline import Item, Items
from copro.model.scorecard import Scorecard, Support
from copro.report import words

KINDS: dict[EvidenceKind, str] = {
    "document": marked("a document"),
    "data": marked("figures"),
    "quote": marked("somebody's words"),
    "observation": marked("something that was seen"),
    "case_study": marked("a story"),
}


def evidence_items(card: Scorecard) -> list[Item]:
    """Each piece of evidence: what it is, and which statements and promises rest on it."""
    language = card.assessment.language
    statements = {i.id: say(i.statement, card.framework.language) for i in card.indicators}
    ledger = card.commitments.ledger if card.commitments is not None else ()
    promises = {entry.id: say(entry.title, language) for entry in ledger}
    return [
        Item(
            _title(piece, language),
            more=_about(piece, language),
            below=_resting(
                [statements[name] for name in piece.indicators if name in statements],
                [promises[name] for name in piece.commitments if name in promises],
            ),
        )
        for piece in card.evidence
    ]


def _title(piece: Support, language: str) -> str:
    parts = [message(KINDS[piece.kind])]
    if piece.date is not None:
        parts.append(words.day(piece.date))
    if piece.by is not None:
        parts.append(message("from {who}", who=say(piece.by, language)))
    return words.labelled(say(piece.title, language), words.apart(parts))


def _about(piece: Support, language: str) -> list[str]:
    lines = [say(piece.note, language)]
    if piece.url is not None:
        lines.append(message("Address: {url}", url=piece.url))
    if piece.valid_until is not None:
        lines.append(message("It says something until {date}.", date=words.day(piece.valid_until)))
    if not piece.shareable:
        lines.append(message("Do not show this outside the group."))
    return [line for line in lines if line]


STATEMENTS = marked("Statements that rest on it:")
PROMISES = marked("Promises that rest on it:")


def _resting(statements: list[str], promises: list[str]) -> Items | None:
    groups = ((STATEMENTS, statements), (PROMISES, promises))
    found = [Item(message(heading), below=Items(named)) for heading, named in groups if named]
    return Items(found, "lines") if found else None
