"""Clausier: a compiler for legal conventions kept as code.

A convention and its amendments (Markdown and YAML, kept in git) go in; the consolidated text of any date, with the
origin of every word, the rules that programs act on, and a site come out. `clausier.compile` reads like the pipeline.
"""

__version__ = "0.1.0.dev0"
FORMAT = "0.1"  # of every output and answer in JSON
