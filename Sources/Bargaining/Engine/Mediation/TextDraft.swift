/// A mediator's draft: hill climbing on the estimated Nash product, weighted by bias, plus the
/// mediator's own interest:
///
///     Phi(x) = sum_i beta_i ln max(eps, s_i(x)) + gamma U_m(x)
///
/// Single-text procedure with integrative trades (Fisher 1978, *International Mediation: A Working
/// Guide*; Raiffa 1982, *The Art and Science of Negotiation*).
///
/// It is made in three states, each of which ends the one before: those whom it is about are heard
/// (``OpenDraft``), texts are compared (``HeardDraft``), and from one of them it climbs
/// (``MeasuredDraft``). It must outlive them.
package final class TextDraft {
  private let voices: Voices
  private let measure: TextMeasure
  private let bounds: PhiBounds
  private let ascent: Climb

  package init(layout: IssueLayout, parties: Int, arena: Arena) {
    voices = Voices(layout: layout, parties: parties, arena: arena)
    measure = TextMeasure(voices, parties: parties, arena: arena)
    bounds = PhiBounds(voices, measure, arena: arena)
    ascent = Climb(voices, measure, bounds, arena: arena)
  }

  /// What it says.
  package var text: Lane<UInt8> { measure.text }

  /// Per slot: what decides among changes that better a text as much.
  var ties: Lane<UInt64> { ascent.ties }

  /// What decides among texts that are as good.
  func lot(of text: Lane<UInt8>) -> UInt64 {
    var sum: UInt64 = 0
    for k in 0..<text.count { sum &+= ascent.ties[voices.offsets[k] + Int(text[k])] }
    return TieDraw.mixed(sum)
  }

  /// Starts a draft for a mediator with these preferences and this weight gamma on them; no outcome
  /// is worth more than `most` to it.
  package func open(_ table: UtilityTable, weight: Double, most: Double) -> OpenDraft {
    voices.begin(table, weight: weight, most: most)
    return OpenDraft(draft: DraftReference(self))
  }

  @inline(__always)
  fileprivate func add(
    _ table: UtilityTable, _ worth: Lane<Double>, _ errors: Lane<Double>, _ width: Double,
    _ threshold: Double, _ weight: Double, _ most: Double
  ) {
    voices.add(
      table, worth: worth, errors: errors, width: width, threshold: threshold, weight: weight, most: most)
  }

  fileprivate func settle() {
    voices.settle()
    bounds.begin()
  }

  fileprivate func value(of text: Lane<UInt8>) -> Double {
    measure.text.copy(from: text)
    return measure.evaluate()
  }

  fileprivate func value(near text: Lane<UInt8>, _ locked: Lane<Int>) -> Double {
    let own = measure.text
    own.copy(from: text)
    for k in 0..<own.count where locked[k] >= 0 { own[k] = UInt8(truncatingIfNeeded: locked[k]) }
    let phi = measure.evaluate()
    if phi > -.infinity { return phi }
    return ascent.step(from: phi, locked: locked) > -.infinity ? measure.evaluate() : phi
  }

  fileprivate func climb(from start: Double, _ locked: Lane<Int>) {
    var phi = start
    while true {
      let better = ascent.step(from: phi, locked: locked)
      guard better > phi else { return }
      phi = better
      measure.measure()
    }
  }
}

/// What the states of a draft hold of it, without counting: they are handed on some times per text.
private struct DraftReference {
  private let draft: Unmanaged<TextDraft>

  init(_ draft: TextDraft) { self.draft = Unmanaged.passUnretained(draft) }

  @inline(__always)
  func with<Result>(_ body: (TextDraft) -> Result) -> Result { draft._withUnsafeGuaranteedRef(body) }
}

/// A draft for which the parties are being heard.
package struct OpenDraft: ~Copyable {
  fileprivate let draft: DraftReference

  /// Adds a party as the mediator sees it: every option's worth with an error.
  ///
  /// - Parameters:
  ///   - table: its conditions.
  ///   - worth: per slot.
  ///   - errors: per slot, in units of `width`.
  ///   - most: no outcome is worth more than this to it, as estimated.
  @inline(__always)
  package func add(
    _ table: UtilityTable, worth: Lane<Double>, errors: Lane<Double>, width: Double, threshold: Double,
    weight: Double, most: Double
  ) {
    draft.with { $0.add(table, worth, errors, width, threshold, weight, most) }
  }

  /// All are there.
  package consuming func heard() -> HeardDraft {
    draft.with { $0.settle() }
    return HeardDraft(draft: draft)
  }
}

/// A draft for which all parties have been heard, and which says nothing yet.
package struct HeardDraft: ~Copyable {
  fileprivate let draft: DraftReference

  /// Phi of a text; -infinity when it crosses a red line of a party or of the mediator.
  package func value(of text: Lane<UInt8>) -> Double { draft.with { $0.value(of: text) } }

  /// Begins with a text.
  ///
  /// - Returns: `nil` when it crosses a red line.
  package consuming func start(at text: Lane<UInt8>) -> MeasuredDraft? {
    let phi = value(of: text)
    return phi > -.infinity ? MeasuredDraft(draft: draft, phi: phi) : nil
  }

  /// The same with every locked issue at its lock; where a red line is crossed, with a text near it
  /// that crosses none: one issue changed, else two.
  ///
  /// - Returns: `nil` when there is none.
  package consuming func start(near text: Lane<UInt8>, locked: Lane<Int>) -> MeasuredDraft? {
    let phi = draft.with { $0.value(near: text, locked) }
    return phi > -.infinity ? MeasuredDraft(draft: draft, phi: phi) : nil
  }
}

/// A draft whose text is measured, and crosses nobody's red line.
package struct MeasuredDraft: ~Copyable {
  fileprivate let draft: DraftReference
  fileprivate let phi: Double

  /// Climbs until neither one change nor two help. Always ends: Phi rises with every step.
  package consuming func climb(locked: Lane<Int>) {
    let phi = phi
    draft.with { $0.climb(from: phi, locked) }
  }
}
