import Randomness

/// Functions whose Sobol' indices have closed forms.
enum Ishigami {
  static let (a, b) = (7.0, 0.1)

  /// sin x1 + a sin² x2 + b x3⁴ sin x1 with x uniform on (-π, π) (Ishigami and Homma 1990).
  static func value(_ unit: [Double]) -> Double {
    let x = unit.map { Double.pi * (2 * $0 - 1) }
    let (s1, s2) = (sine(x[0]), sine(x[1]))
    return s1 + a * s2 * s2 + b * x[2] * x[2] * x[2] * x[2] * s1
  }

  /// V1 = (1 + bπ⁴/5)²/2, V2 = a²/8, V13 = 8b²π⁸/225.
  private static let parts: (v1: Double, v2: Double, v13: Double) = {
    let fourth = Double.pi * Double.pi * Double.pi * Double.pi
    return ((1 + b * fourth / 5) * (1 + b * fourth / 5) / 2, a * a / 8, 8 * b * b * fourth * fourth / 225)
  }()
  static var variance: Double { parts.v1 + parts.v2 + parts.v13 }
  static var first: [Double] { [parts.v1 / variance, parts.v2 / variance, 0] }
  static var total: [Double] {
    [(parts.v1 + parts.v13) / variance, parts.v2 / variance, parts.v13 / variance]
  }
  /// Pairs 12, 13, 23.
  static var second: [Double] { [0, parts.v13 / variance, 0] }

  /// Maclaurin's series, which needs no C library.
  private static func sine(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for index in 1..<20 {
      term *= -x * x / Double(2 * index * (2 * index + 1))
      sum += term
    }
    return sum
  }
}

/// The product of (|4x_j - 2| + a_j)/(1 + a_j) (Saltelli and Sobol' 1995).
enum SobolG {
  static let a = [0, 1, 4.5, 9]

  static func value(_ unit: [Double]) -> Double {
    zip(unit, a).reduce(1) { $0 * ((4 * $1.0 - 2).magnitude + $1.1) / (1 + $1.1) }
  }

  /// V_j = 1/3/(1 + a_j)²; the whole variance is the product of 1 + V_j, less 1.
  private static let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
  static let variance = parts.reduce(1) { $0 * (1 + $1) } - 1
  static var first: [Double] { parts.map { $0 / variance } }
  static var total: [Double] { parts.map { $0 * (variance + 1) / (1 + $0) / variance } }
}
