"""The data home: providers' tables recognized, read, checked and kept as Parquet, and fetched and cited.

`available()` maps the name of each table at home to its Parquet file; `manifest(name)` tells where it came from.
"""

from timbang.datasets.home import Available, Manifest, available, manifest, required, where

__all__ = ["Available", "Manifest", "available", "manifest", "required", "where"]
