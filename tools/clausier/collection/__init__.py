"""Many projects built at once, on this machine or on a cluster: one task a project, and each by itself.

`projects` finds them, `task` builds one of them where it is run, `apart` gives it a process, `local` and `cluster` hand
the tasks out, `result` says what became of all.
"""
