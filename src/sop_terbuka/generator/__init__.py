"""The only room that knows MkDocs. In: a site's folder. Out: what MkDocs writes.

Read plugin (the events of one build), icons, policy, macros (what a hand-written page may hold).
"""
