"""What ways cost, in hundredths of a lane's width: whole numbers, so that every run is the same."""

HALF_LANE, HALF_ROW = 50, 42
BEND = 50
CROSSING = 130
ENTER_SIDE, ENTER_DECISION_SIDE = 22, 50
ENTER_BOTTOM, ENTER_BOTTOM_FROM_BELOW = 100, 50
LEAVE_TOP = 140
LEAVE_BOTTOM_UPWARD = 60
# An answer's word beside an outer symbol has no room towards the edge.
LABEL_OUTWARD = 45
# What a shared line costs: a part of its length, in hundredths, and once for the junction.
JOIN_SHARE, JOIN = 45, 20
FORK_SHARE, FORK = 30, 15
# Two lines that end at one place from opposite sides look like one line.
HEAD_ON_VERTICAL, HEAD_ON_LEVEL = 300, 10
FULL_GUTTER = 300
TAKEN = 6000
# Along the middle of a row that the way has nothing to do with.
OTHER_ROW = 150
BANNED = 20000
