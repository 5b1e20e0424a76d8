"""`python -m clausier`: the same command as `clausier`."""

from clausier.cli import main

if __name__ == "__main__":
    main()
