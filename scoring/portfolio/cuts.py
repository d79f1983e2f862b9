"""The same distance from the go-live for all: at which a customer's snapshot stands for T-180, T-120, T-90, T-60, T-30.

Of the snapshots that are near enough the nearest stands for the cut; of two as near, the one from before it
(`storage.answers.encoded_rows.snapshots_at_cut`).
"""

CUTS = (180, 120, 90, 60, 30)
# Three weeks: farther off, a snapshot says more about another time. It is less than the month between two cuts, so
# what was sent in for one cut never stands for the next.
FARTHEST = 21
