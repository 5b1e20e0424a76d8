"""`clausier serve`: the site on this machine alone, rebuilt at every save, with what is wrong shown in the page.

`preview` builds, `site` renders again only the pages that changed, `watch` waits for a save, `server` shows; `beside` has the
sources as pages, each next to what it makes (`results`).
"""
