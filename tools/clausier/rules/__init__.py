"""What the words oblige, allow or decide: quotations bound to a version, typed rules, conditions.

`read` takes the `*.regles.yml` files, `bind` finds their quotations in each version and captures their figures, `kinds` are
the typed rules, `desugar` turns them into the one language of `conditions`, and `evaluation` works that out from facts.
"""
