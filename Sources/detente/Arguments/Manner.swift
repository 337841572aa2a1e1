/// How the program speaks: the options that every command has.
struct Manner: Sendable {
  static let quiet = CommonOptions.quiet
  static let color = Option(
    "color", .choice("WHEN") as ValueKind<Colour>,
    help: "colour: auto (on a terminal; unless given), always or never")
  static let ascii = Flag(
    "ascii", help: "write text in ASCII alone, as where the locale is not UTF-8; files stay as they are")

  static let specifications = [
    quiet.specification, color.specification, ascii.specification, Tongue.language.specification,
    Tongue.digits.specification,
  ]

  let isQuiet: Bool
  let colour: Colour
  let isASCII: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    isQuiet = arguments.has(Manner.quiet)
    colour = try arguments.value(of: Manner.color) ?? .auto
    isASCII = arguments.has(Manner.ascii)
  }
}
