"""The only writer: sources and outputs whole or not at all, and what runs keep for one another."""

from clausier.store.files import StoreError, told, write_file
from clausier.store.kept import CACHE, KEPT, cached
from clausier.store.outputs import Fresh, recover, replacing, standing

__all__ = [
    "CACHE",
    "KEPT",
    "Fresh",
    "StoreError",
    "cached",
    "recover",
    "replacing",
    "standing",
    "told",
    "write_file",
]
