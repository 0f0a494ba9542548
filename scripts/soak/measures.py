"""What a process takes: memory, descriptors, threads, and time of the processor."""

import os


class Measures:
    """Samples of some processes, by name, written to a file as they come."""

    FIELDS = ("minute", "process", "resident", "anonymous", "descriptors", "threads", "processor")

    def __init__(self, path):
        self._file = open(path, "w", buffering=1)
        print(",".join(self.FIELDS), file=self._file)
        self.samples = {}

    def take(self, minute, name, pid):
        with open(f"/proc/{pid}/status") as status:
            fields = dict(line.split(":", 1) for line in status)
        with open(f"/proc/{pid}/stat") as stat:
            ticks = stat.read().rsplit(")", 1)[1].split()[11:13]
        sample = {
            "minute": minute,
            "resident": int(fields["VmRSS"].split()[0]) / 1024,
            "anonymous": int(fields["RssAnon"].split()[0]) / 1024,
            "descriptors": self._descriptors(pid),
            "threads": int(fields["Threads"]),
            "processor": sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"),
        }
        self.samples.setdefault(name, []).append(sample)
        print(",".join(f"{value:.2f}" if isinstance(value, float) else str(value) for value in (
            sample["minute"], name, *(sample[field] for field in self.FIELDS[2:]))), file=self._file)

    @staticmethod
    def _descriptors(pid):
        try:
            return len(os.listdir(f"/proc/{pid}/fd"))
        except PermissionError:
            # The program lets nobody but root look into it.
            return 0

    def between(self, name, field, first, last):
        """The least and the most of the samples of these minutes."""
        values = [sample[field] for sample in self.samples[name] if first <= sample["minute"] <= last]
        return min(values), max(values)
