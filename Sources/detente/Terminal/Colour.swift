/// When results are coloured.
enum Colour: String, CaseIterable, Sendable {
  /// On a terminal that can, unless `NO_COLOR` (no-color.org) forbids.
  case auto
  case always
  case never
}
