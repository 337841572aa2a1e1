import Reports

/// The cases at the edge: nobody agrees, one run, no run, labels that mean harm.
extension Specimen {
  /// All contents by name.
  enum Case: CaseIterable {
    case fishery, deadlock, oneRun, nothing, hostile

    var content: ReportContent {
      switch self {
      case .fishery: Specimen.fishery
      case .deadlock: Specimen.deadlock
      case .oneRun: Specimen.oneRun
      case .nothing: Specimen.nothing
      case .hostile: Specimen.hostile
      }
    }
  }

  /// A hundred runs that all fail, for want of a zone of agreement in 40 of them.
  static let deadlock: ReportContent = {
    var content = fishery
    content.runs = 100
    content.plannedRuns = 100
    for index in content.endings.indices {
      content.endings[index].share = share(0, of: 100, low: 0, high: 0.037)
    }
    content.endings[4].share = share(100, of: 100, low: 0.963, high: 1)
    content.packages = []
    content.settlements = content.settlements.map { settlement in
      .init(
        issue: settlement.issue,
        options: settlement.options.map {
          .init(
            label: $0.label, isStatusQuo: $0.isStatusQuo, share: .init(count: 0, share: 0, low: 0, high: 1))
        })
    }
    content.survival = (0..<20).map {
      .init(
        round: $0, atRisk: 100, agreements: 0, censored: $0 == 19 ? 100 : 0, survival: 1, low: 0.963, high: 1)
    }
    content.mediators = content.mediators.map {
      .init(label: $0.label, texts: $0.texts, agreed: .init(count: 0, share: 0, low: 0, high: 1))
    }
    content.forums = []
    content.parties = []
    content.zones = [
      .init(exists: true, agreed: false, share: share(60, of: 100, low: 0.502, high: 0.691)),
      .init(exists: false, agreed: false, share: share(40, of: 100, low: 0.309, high: 0.498)),
    ]
    return content
  }()

  /// One run, which ends in agreement on the first day.
  static let oneRun: ReportContent = {
    var content = fishery
    content.runs = 1
    content.plannedRuns = 1
    content.rounds = 1
    for index in content.endings.indices {
      content.endings[index].share = .init(count: 0, share: 0, low: 0, high: 0.793)
    }
    let all = ShareEstimate(count: 1, share: 1, low: 0.207, high: 1)
    content.endings[0].share = all
    content.packages = [.init(share: all, terms: packages[0].terms)]
    content.settlements = [
      .init(issue: "Quota", options: [.init(label: "20,000 t", share: all)])
    ]
    content.survival = [
      .init(round: 0, atRisk: 1, agreements: 1, censored: 0, survival: 0, low: 0, high: 0.793)
    ]
    content.mediators = [.init(label: "Norway", texts: 1, agreed: all)]
    content.forums = [.init(label: "Oslo", texts: 1, agreed: all)]
    content.parties = []
    content.zones = [.init(exists: true, agreed: true, share: all)]
    content.provenance = .init(sourced: 0, assumed: 0, unmarked: 1, byDefault: 1)
    return content
  }()

  /// Interrupted before the first run was done.
  static let nothing = ReportContent(
    title: "Herring in the Strait", runs: 0, plannedRuns: 10_000, seed: 7, rounds: 20, roundUnit: "day",
    endings: endings.map {
      .init(
        name: $0.name, label: $0.label, isAgreement: $0.isAgreement,
        share: .init(count: 0, share: 0, low: 0, high: 1))
    }, provenance: .init(sourced: 31, assumed: 181), notes: ["Interrupted before the first run was done."])

  /// Labels that try to be markup, to break lines and to turn the text round.
  static let hostile: ReportContent = {
    var content = fishery
    let label = "<script>alert(\"x\")</script>\n'&amp;\u{202E}\u{1B}[2J\u{0}"
    content.title = label
    content.subtitle = label
    content.language = "\" onload=\"alert(1)"
    content.roundUnit = label
    content.packages[0].terms = [
      .init(issue: label, option: label), .init(issue: "وقف إطلاق النار", option: "ستون يوماً"),
    ]
    content.settlements[0].issue = label
    content.settlements[0].options[1].label = label
    content.settlements[1].issue = "وقف إطلاق النار"
    content.mediators[0].label = label
    content.forums[0].label = label
    content.parties[0].party = label
    content.parties[0].measure = label
    content.assumptions[0] = .init(actor: label, path: label, range: label, words: label)
    content.facts = [.init(path: label, value: label, sources: [label])]
    content.notes = [label]
    content.manifest = [.init(name: label, value: label)]
    return content
  }()
}
