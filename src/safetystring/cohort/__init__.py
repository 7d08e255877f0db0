"""Many learners: data frames, measures with intervals, the report, simulated learners."""
