"""What a compiled project is told as: one output a file, each a pure function."""
