// The module Randomness.
