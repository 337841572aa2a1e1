// The module Scenarios.
