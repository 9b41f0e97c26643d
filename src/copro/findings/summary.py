"""What was found, added up, for people."""

from collections import Counter

from copro.findings.codes import CODES
from copro.findings.tally import NOTHING, Tally
from copro.findings.visible import visible
from copro.messages import counted, message


def summary(tally: Tally) -> str:
    """Render what was found by partner, in the order read, and by code, the most frequent first."""
    rows = [
        [
            message("errors"),
            message("warnings"),
            message("advice"),
            message("files"),
            message("documents"),
            message("partner: codes"),
        ]
    ]
    for partner, files in tally.partners.items():
        count = sum(files.values(), NOTHING)
        codes = ", ".join(f"{code} {number}" for code, number in count.codes.most_common())
        figures = [count.severities["error"], count.severities["warning"], count.severities["advice"]]
        rows.append([*map(str, (*figures, len(files), count.documents)), f"{visible(partner)}: {codes or '-'}"])
    lines = _columns(rows)
    codes_found = tally.total.codes.most_common()
    if codes_found:
        rows = [[message("findings"), message("files"), message("code: what it means")]]
        for code, number in codes_found:
            files_with = sum(code in count.codes for count in tally.files.values())
            means = message(CODES[code].means) if code in CODES else ""
            rows.append([str(number), str(files_with), f"{code}: {means}"])
        lines += ["", *_columns(rows)]
    return "\n".join(lines) + "\n"


def ignored_words(ignored: Counter[str]) -> str:
    """Say how many findings were not told, by code."""
    codes = ", ".join(f"{code} {number}" for code, number in ignored.most_common())
    return counted(
        "{count} finding ignored: {codes}.", "{count} findings ignored: {codes}.", ignored.total(), codes=codes
    )


def total_words(tally: Tally) -> str:
    """Say how much was read and found."""
    found = tally.total
    parts = [
        counted("{count} file", "{count} files", len(tally.files)),
        counted("{count} document", "{count} documents", found.documents),
        counted("{count} error", "{count} errors", found.severities["error"]),
        counted("{count} warning", "{count} warnings", found.severities["warning"]),
        counted("{count} piece of advice", "{count} pieces of advice", found.severities["advice"]),
    ]
    return ", ".join(parts) + "."


def _columns(rows: list[list[str]]) -> list[str]:
    """Set rows in columns: numbers to the right, the last column as it is."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    return [
        "  ".join([*(cell.rjust(width) for cell, width in zip(row[:-1], widths, strict=True)), row[-1]]) for row in rows
    ]
