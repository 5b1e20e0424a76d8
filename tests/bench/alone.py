"""A command as the child of a small process, for `make bench`: `alone.py COMMAND…`.

Linux counts in the peak of a process the memory of the one that it was forked from, and a bench holds more than what it
measures. Prints the seconds of the processor, and the peak in kibibytes; what the command prints goes nowhere. The exit code is
the command's.
"""

import os
import sys

child = os.fork()
if child == 0:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - no shell is meant
_, status, usage = os.wait4(child, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)  # noqa: T201 - what it is for
sys.exit(os.waitstatus_to_exitcode(status))
