/// By day, by night, or as the reader's device says.
package enum PageTheme: String, CaseIterable, Sendable {
  case auto
  case light
  case dark

  /// The colours of a style sheet that follows the device, made to follow this.
  func applied(to sheet: String) -> String {
    let condition = "@media (prefers-color-scheme: dark)"
    return switch self {
    case .auto: sheet
    case .light: sheet.replacing(condition, with: "@media not all")
    case .dark: sheet.replacing(condition, with: "@media screen")
    }
  }

  /// What the browser paints around the page.
  var colorScheme: String {
    switch self {
    case .auto: "light dark"
    case .light: "light"
    case .dark: "dark"
    }
  }
}
