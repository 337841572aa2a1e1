/// What a shell may offer in place of a value.
enum Completion: Sendable, Equatable {
  case nothing
  case files
  case directories
  /// The paths of a scenario's numbers: of the first word of the line that is a scenario file.
  case paths
  case choices([String])
}
