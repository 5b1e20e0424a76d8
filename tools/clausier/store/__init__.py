"""The only writer: sources and outputs whole or not at all, and what runs keep for one another."""

from clausier.store.files import StoreError, told, write_file
from clausier.store.kept import CACHE, KEPT, cached
from clausier.store.outputs import recover, replacing, standing, write_outputs
from clausier.store.together import write_together

__all__ = [
    "CACHE",
    "KEPT",
    "StoreError",
    "cached",
    "recover",
    "replacing",
    "standing",
    "told",
    "write_file",
    "write_outputs",
    "write_together",
]
