"""Collecting answers that came by e-mail, by a learning platform or on a stick into the course's `submitted` folder.

Whose something is, is told by its outer name alone, or by the facilitator's own table (:mod:`.owners`, :mod:`.table`);
which conversation it is, by what stands in it (:mod:`.pieces`). Files are read as data, each within its bounds
(:mod:`.parcels`). What was handed in before is kept aside when it is replaced (:mod:`.keep`).
"""
