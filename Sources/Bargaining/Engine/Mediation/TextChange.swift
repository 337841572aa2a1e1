/// The best change of a text that a step has come upon so far: one issue moved, or two.
struct TextChange {
  /// The mediator's own term of Phi of the text as it is.
  let own: Double
  /// What Phi may gain by a change that is no better than the best so far, by the tangent and its
  /// slack.
  private(set) var left: Double
  /// Phi of the best so far.
  private(set) var phi: Double
  /// Issues and options; -1 while nothing is better, and ``Voices/none`` beside a single issue.
  private(set) var issues = (-1, -1)
  private(set) var options = (0, 0)

  init(own: Double, left: Double, phi: Double) { (self.own, self.left, self.phi) = (own, left, phi) }

  var exists: Bool { issues.0 >= 0 }

  mutating func take(_ phi: Double, _ issues: (Int, Int), _ options: (Int, Int)) {
    if self.phi > -.infinity { left += phi - self.phi }
    self.phi = phi
    (self.issues, self.options) = (issues, options)
  }
}
