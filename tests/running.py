"""What running the command line gives; the fixture ``run`` in ``conftest.py`` runs it."""

from collections.abc import Callable
from typing import NamedTuple


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]
