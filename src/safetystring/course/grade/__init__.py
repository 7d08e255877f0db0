"""Grading a whole class at once, with nbgrader's results: no kernel, no learner's code.

Stock nbgrader makes a blueprint of each assignment once (:mod:`.prepare`). Each submission is then read as data
(:mod:`.submission`), scored by the function that the hidden tests call, and spliced into the blueprint
(:mod:`.marking`); its folders appear whole or not at all (:mod:`.trees`), and all rows come into the gradebook in one
transaction (:mod:`.store`, :mod:`.ledger`).
"""
