// Sweeps over a scenario's paths; see Sweep.swift.
