"""Score an assessment with copro: the whole of it in twenty lines."""

import sys

import copro

path = sys.argv[1] if len(sys.argv) > 1 else "examples/walk-your-neighbourhood/assessment.json"

faults = [finding for finding in copro.validate(path) if finding.severity == "error"]
for fault in faults:
    print(f"{fault.pointer}: {fault.message}")
if faults:
    sys.exit(1)

assessment = copro.load(path)
card = copro.score(assessment)

print(copro.in_language(card.assessment.title, "en"))
print("Status:", card.status, "- level:", card.overall.level_name or "none")
for principle in card.principles:
    print(f"{principle.id:15} {principle.sides['community'].score} {principle.sides['service'].score}")
