"""The reference of `draft.py`: reads two folders of articles, and compares the words of those that differ by difflib.

It imports nothing else, understands nothing of what it reads, and writes nothing. `python tests/bench/bare_difflib.py OLD NEW`.
"""

import sys
from difflib import SequenceMatcher
from pathlib import Path


def compared(old: Path, new: Path) -> int:
    """How many stretches of words differ in the files of both folders."""
    found = 0
    for path in sorted(old.glob("*.md")):
        was, now = path.read_text(encoding="utf-8"), (new / path.name).read_text(encoding="utf-8")
        if was != now:
            matcher = SequenceMatcher(None, was.split(), now.split(), autojunk=False)
            found += sum(code[0] != "equal" for code in matcher.get_opcodes())
    return found


if __name__ == "__main__":
    sys.stdout.write(f"{compared(Path(sys.argv[1]), Path(sys.argv[2]))}\n")
