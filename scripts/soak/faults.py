"""What goes wrong during a soak, one thing after the other, as a network, a proxy and an org under load do it."""

import org as orgs

# Of requests while it lasts, by the names that the simulated org has for them. Not those that a person would have to mend: a
# session that is refused as soon as it is renewed is one.
KINDS = [
    "connection-lost-before", "connection-lost-after", "connection-lost-midway", "slow", "late", "drip", "duplicate",
    "html", "truncated-json", "garbage", "redirect", "foreign-next-page", "partial-failure", "cursor-expired",
    "UNABLE_TO_LOCK_ROW", "QUERY_TIMEOUT", "SERVER_UNAVAILABLE",
    "TOO_MANY_REQUESTS", "UNKNOWN_EXCEPTION",
]
PATHS = ["/services/data/**", "/cometd/**", "/services/oauth2/**"]

# At once.
EVENTS = [
    ("sessions/expire", {"user": orgs.REP}), ("cursors/expire", {}), ("streaming/forget", {}), ("streaming/release", {}),
    ("streaming/expire", {}), ("streaming/gap", {"changeType": "GAP_OVERFLOW", "entityName": "Task"}),
    ("streaming/faults", {"kind": "lose", "count": 3}), ("streaming/faults", {"kind": "double", "count": 5}),
    ("streaming/faults", {"kind": "delay", "count": 3}), ("streaming/faults", {"kind": "refuse", "count": 2}),
]


class Weather:
    """The faults that are set up now, and until when."""

    def __init__(self, world):
        self._world = world
        self._random = world.random
        self._until = 0
        self._faults = []
        self.struck = 0

    def change(self, now):
        """Ends what has lasted, and lets something new begin."""
        if now < self._until:
            return
        self.clear()
        self._until = now + self._random.uniform(2, 20)
        self.struck += 1
        choice = self._random.random()
        if choice < 0.15:
            # For a while there is no network at all.
            self._world.kill("front")
        elif choice < 0.45:
            path, body = self._random.choice(EVENTS)
            self._world.note(f"there: {path} {body}")
            self._world.control("POST", path, body)
        elif choice < 0.85:
            for _ in range(self._random.choice([1, 1, 2])):
                self._begin(self._random.choice(KINDS))

    def _begin(self, kind):
        fault = {"kind": kind, "rate": self._random.choice([0.1, 0.5, 1])}
        if kind not in ("foreign-next-page", "partial-failure", "cursor-expired"):
            fault["match"] = {"path": self._random.choice(PATHS), "user": orgs.REP}
        if kind in ("SERVER_UNAVAILABLE", "TOO_MANY_REQUESTS"):
            fault["answer"] = {"headers": {"Retry-After": "2"}}
        self._world.note(f"there: {fault}")
        self._faults += [made["id"] for made in self._world.control("POST", "faults", fault)["faults"]]

    def clear(self):
        """What is of long standing stays."""
        for fault in self._faults:
            self._world.control("DELETE", f"faults/{fault}")
        self._faults = []
        self._world.open_front()
