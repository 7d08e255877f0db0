"""From a text editor to a compiled scenario: YAML with line and column, the checks, compiling.

Needs the author's extra (pydantic, ruamel.yaml, networkx); nothing a learner runs imports this room.
"""
