// The module Scenarios: a scenario file becomes a model, or a list of faults with their places.
//
// Text/ characters, lines, places, and how a fault is printed JSON/ JSON with comments -> a tree
// that remembers where every value stands Reading/ files, variants by `extends`, values set from
// outside -> one tree; the way in: ScenarioReader Decoding/ the tree -> the model of Bargaining,
// with every check that the format promises
