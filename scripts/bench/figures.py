"""The table that the benchmark prints."""

import statistics


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(percent / 100 * (len(ordered) - 1)))]


def median(values):
    return statistics.median(values)


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms"


class Table:
    """Rows of: what, measured, beside it (a peer or the floor, of the same run), ratio, goal, whether it is met."""

    HEADING = ("what", "measured", "beside it", "ratio", "goal", "")

    def __init__(self):
        self.rows = []

    def add(self, what, measured, beside="", ratio=None, goal="", met=None):
        mark = "" if met is None else "met" if met else "MISSED"
        self.rows.append((what, measured, beside, "" if ratio is None else f"{ratio:.2f}", goal, mark))
        print(f"{what}: {measured}  {beside}  {goal} {mark}", flush=True)

    def markdown(self):
        lines = [self.HEADING, tuple("---" for _ in self.HEADING)] + self.rows
        return "\n".join("| " + " | ".join(row) + " |" for row in lines)
