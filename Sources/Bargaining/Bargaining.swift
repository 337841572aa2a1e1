// The module Bargaining.
