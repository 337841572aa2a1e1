"""The workloads boulware-4096 and three-party-4096 on NegMAS: fresh preferences and tactics for every negotiation.

The agents are as lean as NegMAS allows: utilities of all outcomes are computed by one numpy expression and sorted once per negotiation, the
offer is found by binary search, an outcome's utility is looked up in a dictionary. The mechanism runs with its checks and callbacks off.
Prints one JSON object: {"workload", "runs", "rounds", "seconds", "rounds_per_second"}.
"""
import argparse
import itertools
import json
import time

import numpy as np
from negmas import ResponseType, make_issue
from negmas.sao import SAOMechanism, SAONegotiator

OPTIONS, ISSUES, STEPS = 4, 6, 100
OUTCOMES = list(itertools.product(range(OPTIONS), repeat=ISSUES))
PLACES = {outcome: place for place, outcome in enumerate(OUTCOMES)}
TABLE = np.array(OUTCOMES)


class Boulware(SAONegotiator):
    """Aspiration by time, lowest outcome at or above it, acceptance `next`: the tactic of the traces in Tests/Fixtures/docking."""

    def prepare(self, random):
        weights = random.random(ISSUES)
        weights /= weights.sum()
        values = random.random((ISSUES, OPTIONS)) * weights[:, None]
        self.utilities = sum(values[issue][TABLE[:, issue]] for issue in range(ISSUES))
        self.order = np.argsort(self.utilities)
        self.sorted = self.utilities[self.order]
        self.best, self.worst = self.sorted[-1], max(self.sorted[0], 0.0)
        self.exponent = 1 / random.uniform(0.1, 0.5)

    def next_place(self, relative_time):
        aspiration = self.worst + (self.best - self.worst) * (1 - relative_time**self.exponent)
        return self.order[min(np.searchsorted(self.sorted, aspiration), len(self.order) - 1)]

    def propose(self, state, dest=None):
        return OUTCOMES[self.next_place(state.relative_time)]

    def respond(self, state, source=None):
        standing = self.utilities[PLACES[state.current_offer]]
        mine = self.utilities[self.next_place(state.relative_time)]
        return ResponseType.ACCEPT_OFFER if standing >= mine else ResponseType.REJECT_OFFER


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--parties", type=int, default=2)
    arguments.add_argument("--seconds", type=float, default=5)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    random = np.random.default_rng(options.seed)
    issues = [make_issue(OPTIONS, f"i{issue}") for issue in range(ISSUES)]
    runs = rounds = 0
    start = time.perf_counter()
    while time.perf_counter() - start < options.seconds:
        mechanism = SAOMechanism(issues=issues, n_steps=STEPS, extra_callbacks=False, check_offers=False)
        for party in range(options.parties):
            negotiator = Boulware(name=f"p{party}")
            negotiator.prepare(random)
            mechanism.add(negotiator)
        state = mechanism.run()
        runs += 1
        rounds += state.step
    seconds = time.perf_counter() - start
    name = {2: "boulware-4096", 3: "three-party-4096"}.get(options.parties, f"{options.parties}-party-4096")
    print(json.dumps({
        "workload": name, "runs": runs, "rounds": rounds, "seconds": seconds, "rounds_per_second": rounds / seconds,
    }))


if __name__ == "__main__":
    main()
