"""Files that are published at the root of the project and travel with the package."""

import importlib.resources
from pathlib import Path


def published(path: str) -> str:
    """Read a published file, such as ``schemas/framework.json``, wherever copro is installed.

    Args:
        path: Its path from the root of the project.

    Returns:
        Its text.
    """
    packaged = importlib.resources.files("copro").joinpath(*path.split("/"))
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    # An editable install: the files lie where they are published, at the root.
    return (Path(__file__).parents[3] / path).read_text(encoding="utf-8")
