"""Put the definitions that several schemas share into each of them; each schema stands alone when it is published."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

SCHEMAS = Path(__file__).parent.parent / "schemas"
SHARED = SCHEMAS / "parts" / "definitions.json"
"""The one home of every definition that more than one schema uses."""

DEFINITIONS = re.compile(r'  "\$defs": \{\n(.*?)\n  \}', re.DOTALL)
DEFINITION = re.compile(r'^    "(\w+)": \{(?:\n.*?^    \}|[^\n]*\}),?$', re.DOTALL | re.MULTILINE)
"""One definition: on a line of its own, or until the brace that closes it."""
USED = re.compile(r'"#/\$defs/(\w+)"')


def definitions_in(schema: str) -> dict[str, str]:
    """The definitions of a schema, each as it is written."""
    found = DEFINITIONS.search(schema)
    return {} if found is None else {one[1]: one[0].removesuffix(",") for one in DEFINITION.finditer(found[1])}


def needed(schema: str, shared: Mapping[str, str]) -> set[str]:
    """The shared definitions that a schema uses, and those that these use."""
    found: set[str] = set()
    texts = [schema]
    while texts:
        new = {name for name in USED.findall(texts.pop()) if name in shared and name not in found}
        found |= new
        texts += [shared[name] for name in new]
    return found


def assembled(schema: str, shared: Mapping[str, str]) -> str:
    """A schema with the shared definitions that it uses, in their order, and then its own."""
    own = [text for name, text in definitions_in(schema).items() if name not in shared]
    bare = DEFINITIONS.sub(lambda _: _block(own), schema)
    wanted = needed(bare, shared)
    return DEFINITIONS.sub(lambda _: _block([shared[name] for name in shared if name in wanted] + own), schema)


def _block(definitions: Iterable[str]) -> str:
    return '  "$defs": {\n' + ",\n".join(definitions) + "\n  }"


def published() -> dict[Path, str]:
    """Every published schema, as it should be."""
    shared = definitions_in(SHARED.read_text(encoding="utf-8"))
    found = {path: assembled(path.read_text(encoding="utf-8"), shared) for path in sorted(SCHEMAS.glob("*.json"))}
    for text in found.values():
        json.loads(text)
    return found


if __name__ == "__main__":
    for path, text in published().items():
        path.write_text(text, encoding="utf-8")
