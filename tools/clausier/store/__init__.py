"""The only writer: sources and outputs whole or not at all, and what runs keep for one another."""

from clausier.store.files import StoreError, told, write_file
from clausier.store.kept import CACHE, KEPT, cached

__all__ = ["CACHE", "KEPT", "StoreError", "cached", "told", "write_file"]
