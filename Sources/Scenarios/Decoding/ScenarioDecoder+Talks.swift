import Bargaining

/// How talks stall, resume and break down.
extension ScenarioDecoder {
  mutating func decodeTalks(_ top: Fields) -> Talks {
    let fields =
      fields(
        top, "talks", what: "talks",
        keys: ["start", "suspend_after", "progress", "resume", "collapse", "deadline", "shock_half_life"])
      ?? absent("talks", in: top)
    let start = decodeStart(fields)
    let suspendAfter = decodeSuspension(fields)
    let progress = number(fields, "progress", in: 0...10, default: 0)
    let resume =
      self.fields(
        fields, "resume", what: "talks.resume", keys: ["base", "mediation", "pain"] + ScenarioDecoder.terms)
      ?? absent("resume", in: fields)
    let resumption = Talks.Resumption(
      base: number(resume, "base", in: 0...1_000, default: 0),
      mediation: number(resume, "mediation", in: 0...1_000, default: 0),
      pain: number(resume, "pain", in: 0...1_000, default: 0))
    let collapse =
      self.fields(
        fields, "collapse", what: "talks.collapse",
        keys: ["active", "suspended", "pain"] + ScenarioDecoder.terms)
      ?? absent("collapse", in: fields)
    let active = number(collapse, "active", in: 0...1, default: 0)
    let suspended = number(collapse, "suspended", in: 0...1, default: 0)
    var collapseTerms = hazardTerms(collapse)
    collapseTerms.pain = number(collapse, "pain", in: HazardTerms.coefficients, default: 0)
    let halfLife = number(fields, "shock_half_life", in: 0.001...1_000_000, default: Talks.standardHalfLife)
    warnOfStandstill(resumption, start: start, suspendAfter: suspendAfter, fields)
    return Talks(
      startSuspended: start == "suspended", resume: resumption, suspendAfter: suspendAfter,
      progress: progress, collapseWhileActive: active, collapseWhileSuspended: suspended,
      deadline: decodeDeadline(fields), collapseTerms: collapseTerms, resumptionTerms: hazardTerms(resume),
      shockHalfLife: halfLife)
  }

  private static let terms = ["distance", "shock", "trust"]

  private mutating func hazardTerms(_ fields: Fields) -> HazardTerms {
    let ids = ScenarioDecoder.terms.map {
      number(fields, $0, in: HazardTerms.coefficients, default: 0)
    }
    return HazardTerms(distance: ids[0], shock: ids[1], trust: ids[2])
  }

  private mutating func decodeStart(_ fields: Fields) -> String {
    let path = fields.path("start")
    guard let member = fields["start"] else {
      noteDefault(path, "\"active\"")
      return "active"
    }
    return word(member.value, path, "start", among: ["active", "suspended"]) ?? "active"
  }

  private mutating func decodeSuspension(_ fields: Fields) -> Int? {
    let path = fields.path("suspend_after")
    guard let member = fields["suspend_after"] else {
      noteDefault(path, "never")
      return nil
    }
    return whole(member.value, path, in: 1...1_000_000)
  }

  private mutating func warnOfStandstill(
    _ resume: Talks.Resumption, start: String, suspendAfter: Int?, _ fields: Fields
  ) {
    let canResume = [resume.base, resume.mediation, resume.pain].contains {
      parameters[$0.index].distribution.support.upperBound > 0
    }
    if canResume { return }
    if start == "suspended", let member = fields["start"] {
      diagnostics.warning(at: member.value.span, "talks start suspended and nothing lets them resume")
    } else if suspendAfter != nil, let member = fields["suspend_after"] {
      diagnostics.warning(at: member.keySpan, "talks once suspended never resume: talks.resume is 0")
    }
  }
}
