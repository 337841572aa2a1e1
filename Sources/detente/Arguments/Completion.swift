/// What a shell may offer in place of a value.
enum Completion: Sendable, Equatable {
  case nothing
  case files
  case directories
  case choices([String])
}
