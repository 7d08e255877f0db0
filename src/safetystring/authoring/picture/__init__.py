"""Pictures of a scenario and of the course, as SVG: to see at one look what a file of a thousand lines holds."""
