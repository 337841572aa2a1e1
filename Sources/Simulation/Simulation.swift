// The module Simulation.
