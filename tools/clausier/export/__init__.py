"""Documents to print, to send and to sign: a version, an act, a redline, as Word files and as PDF."""
