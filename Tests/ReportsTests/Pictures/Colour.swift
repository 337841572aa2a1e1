import Foundation

/// A colour as light in linear sRGB (IEC 61966-2-1), and how far two are apart.
struct Colour: Equatable {
  let red: Double
  let green: Double
  let blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// From `#rrggbb`.
  init?(hex: String) {
    guard hex.count == 7, hex.hasPrefix("#"), let value = Int(hex.dropFirst(), radix: 16) else { return nil }
    func linear(_ byte: Int) -> Double {
      let c = Double(byte) / 255
      return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }
    self.init(linear(value >> 16), linear(value >> 8 & 255), linear(value & 255))
  }

  /// WCAG 2.2, relative luminance.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// WCAG 2.2, contrast ratio, from 1 to 21.
  static func contrast(_ a: Colour, _ b: Colour) -> Double {
    let (high, low) = (max(a.luminance, b.luminance), min(a.luminance, b.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// As it is, and as protanopes, deuteranopes and tritanopes see it: Machado, Oliveira & Fernandes
  /// 2009, *A Physiologically-Based Model for Simulation of Color Vision Deficiency*,
  /// doi:10.1109/TVCG.2009.113, severity 1.0.
  var views: [Colour] {
    let matrices: [[Double]] = [
      [1, 0, 0, 0, 1, 0, 0, 0, 1],
      [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
      [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
      [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ]
    return matrices.map { m in
      func row(_ i: Int) -> Double { min(max(m[i] * red + m[i + 1] * green + m[i + 2] * blue, 0), 1) }
      return Colour(row(0), row(3), row(6))
    }
  }

  /// Ottosson 2020, *A perceptual color space for image processing* (OKLab).
  private var lab: SIMD3<Double> {
    let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return SIMD3(
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
  }

  /// The distance in OKLab for the kind of reader who sees the least of it.
  static func distance(_ a: Colour, _ b: Colour) -> Double {
    zip(a.views, b.views).map { first, second in
      let d = first.lab - second.lab
      return (d * d).sum().squareRoot()
    }.min() ?? 0
  }
}
