"""The workloads of `detente bench` with 4,096 outcomes on NegMAS: fresh preferences and tactics for every negotiation.

With --agents own the agents use NegMAS's own utility functions and its index of outcomes by utility. With --agents lean they are as fast as we could make them:
utilities of all outcomes are computed by one numpy expression and sorted once per negotiation, the offer is found by binary search, an outcome's
utility is looked up in a dictionary. The mechanism runs with its checks and callbacks off.
Prints one JSON object: {"workload", "runs", "rounds", "seconds", "rounds_per_second"}.
"""
import argparse
import itertools
import json
import time

import numpy as np
from negmas import LinearAdditiveUtilityFunction, PresortingInverseUtilityFunction, ResponseType, make_issue
from negmas.outcomes import make_os
from negmas.sao import SAOMechanism, SAONegotiator

OPTIONS, ISSUES = 4, 6
OUTCOMES = list(itertools.product(range(OPTIONS), repeat=ISSUES))
PLACES = {outcome: place for place, outcome in enumerate(OUTCOMES)}
TABLE = np.array(OUTCOMES)


def draw_utilities(random):
    """The utilities of all outcomes."""
    weights = random.random(ISSUES)
    weights /= weights.sum()
    values = random.random((ISSUES, OPTIONS)) * weights[:, None]
    return sum(values[issue][TABLE[:, issue]] for issue in range(ISSUES))


class Boulware(SAONegotiator):
    """Aspiration by time, lowest outcome at or above it, acceptance `next`: the tactic of the traces in Tests/Fixtures/docking."""

    def prepare(self, random):
        self.utilities = draw_utilities(random)
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


class Micro(SAONegotiator):
    """MiCRO by the rules of Tests/Fixtures/README.md: a new outcome whenever no more distinct ones were sent than received."""

    def prepare(self, random):
        self.utilities = draw_utilities(random)
        self.order = np.argsort(-self.utilities, kind="stable")
        self.sent, self.received = 0, set()

    def respond(self, state, source=None):
        place = PLACES[state.current_offer]
        self.received.add(place)
        new = self.sent if self.sent <= len(self.received) else self.sent - 1
        threshold = self.utilities[self.order[min(new, len(self.order) - 1)]]
        return ResponseType.ACCEPT_OFFER if self.utilities[place] >= threshold else ResponseType.REJECT_OFFER

    def propose(self, state, dest=None):
        if self.sent <= len(self.received) and self.sent < len(self.order):
            self.sent += 1
        return OUTCOMES[self.order[self.sent - 1]]


class OwnParts(SAONegotiator):
    """What agents on NegMAS's own utility functions have in common."""

    space = make_os([make_issue(OPTIONS, f"i{issue}") for issue in range(ISSUES)])

    def prepare(self, random):
        weights = random.random(ISSUES)
        self.ufun = LinearAdditiveUtilityFunction(
            values=[{o: v for o, v in enumerate(random.random(OPTIONS))} for _ in range(ISSUES)],
            weights=(weights / weights.sum()).tolist(), outcome_space=self.space)
        self.index = PresortingInverseUtilityFunction(self.ufun)
        self.index.init()
        self.draw_tactic(random)

    def draw_tactic(self, random):
        pass


class OwnBoulware(OwnParts):
    def draw_tactic(self, random):
        self.worst, self.best = self.index.minmax()
        self.exponent = 1 / random.uniform(0.1, 0.5)

    def next_outcome(self, relative_time):
        aspiration = self.worst + (self.best - self.worst) * (1 - relative_time**self.exponent)
        return self.index.worst_in((aspiration, self.best + 1e-9), normalized=False)

    def propose(self, state, dest=None):
        return self.next_outcome(state.relative_time)

    def respond(self, state, source=None):
        mine = self.ufun(self.next_outcome(state.relative_time))
        return ResponseType.ACCEPT_OFFER if self.ufun(state.current_offer) >= mine else ResponseType.REJECT_OFFER


class OwnMicro(OwnParts):
    def draw_tactic(self, random):
        self.sent, self.received = 0, set()

    def respond(self, state, source=None):
        self.received.add(state.current_offer)
        new = self.sent if self.sent <= len(self.received) else self.sent - 1
        threshold = self.ufun(self.index.outcome_at(min(new, OPTIONS**ISSUES - 1)))
        return ResponseType.ACCEPT_OFFER if self.ufun(state.current_offer) >= threshold else ResponseType.REJECT_OFFER

    def propose(self, state, dest=None):
        if self.sent <= len(self.received) and self.sent < OPTIONS**ISSUES:
            self.sent += 1
        return self.index.outcome_at(self.sent - 1)


# Name: agent by --agents, parties, steps.
BOULWARE, MICRO = {"lean": Boulware, "own": OwnBoulware}, {"lean": Micro, "own": OwnMicro}
WORKLOADS = {
    "boulware-4096": (BOULWARE, 2, 100),
    "boulware-4096-long": (BOULWARE, 2, 1_000),
    "three-party-4096": (BOULWARE, 3, 100),
    "micro-4096": (MICRO, 2, 100),
}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--workload", choices=WORKLOADS, default="boulware-4096")
    arguments.add_argument("--agents", choices=["own", "lean"], default="own")
    arguments.add_argument("--seconds", type=float, default=5)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    agents, parties, steps = WORKLOADS[options.workload]
    agent = agents[options.agents]
    random = np.random.default_rng(options.seed)
    issues = [make_issue(OPTIONS, f"i{issue}") for issue in range(ISSUES)]
    runs = rounds = 0
    start = time.perf_counter()
    while time.perf_counter() - start < options.seconds:
        mechanism = SAOMechanism(issues=issues, n_steps=steps, extra_callbacks=False, check_offers=False)
        for party in range(parties):
            negotiator = agent(name=f"p{party}")
            negotiator.prepare(random)
            mechanism.add(negotiator)
        state = mechanism.run()
        runs += 1
        rounds += state.step
    seconds = time.perf_counter() - start
    print(json.dumps({
        "workload": options.workload, "runs": runs, "rounds": rounds, "seconds": seconds, "rounds_per_second": rounds / seconds,
    }))


if __name__ == "__main__":
    main()
