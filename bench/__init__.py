"""The performance table: both sides of each line measured in one run, medians of several."""
