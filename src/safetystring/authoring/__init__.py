"""From a text editor to a compiled scenario: YAML with line and column, checks, compiling."""
