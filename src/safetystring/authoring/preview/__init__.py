"""A scenario in the real player while it is being written: see, save, see again.

The widget of `player/` runs unchanged, in this process instead of a kernel; a page draws it with the player's own front
end. So what an author sees is what a learner will, and a save is on the screen before the editor has let go.
"""
