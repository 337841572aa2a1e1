// The module Scenarios: a scenario file becomes a model, or a list of faults with their places.
//
// Text/     characters, lines, places, and how a fault is printed
// JSON/     JSON with comments -> a tree that remembers where every value stands
// Reading/  the tree -> the model of Bargaining
