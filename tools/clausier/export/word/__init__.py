"""Word files (ECMA-376, transitional): the parts of the package, its styles, and text with real tracked changes."""
