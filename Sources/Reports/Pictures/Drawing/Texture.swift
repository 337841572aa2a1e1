/// Lines or dots in the colour of the paper over a fill, so that neighbours differ in print without
/// colour as well.
enum Texture: String, Sendable, CaseIterable {
  case plain, diagonal, counter, rows, columns, dots, cross

  /// The definition that shapes refer to.
  ///
  /// - Parameter identifier: unlike any other on the page.
  func definition(_ identifier: String) -> Markup {
    let vertical = Markup.tag("path", ["class": "hatch", "d": "M4 0V8"])
    let horizontal = Markup.tag("path", ["class": "hatch", "d": "M0 4H8"])
    let (marks, turn): ([Markup], Int) =
      switch self {
      case .plain: ([], 0)
      case .diagonal: ([vertical], 45)
      case .counter: ([vertical], -45)
      case .rows: ([horizontal], 0)
      case .columns: ([vertical], 0)
      case .dots: ([.tag("circle", ["class": "dot", "cx": "4", "cy": "4", "r": "1.4"])], 45)
      case .cross: ([vertical, horizontal], 45)
      }
    return .tag(
      "pattern",
      [
        "id": identifier, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(\(turn))",
      ], marks)
  }
}
