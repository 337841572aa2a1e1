import Bargaining
import Experiments
import Simulation
import Tables

/// What would change a text's lot: a smaller step, an amendment, a carrot.
extension FormulaWords {
  /// What a share is on fresh draws, behind the share.
  func afresh(_ share: WilsonInterval) -> String {
    let share = Numerals.estimate(ShareEstimate(share), in: intervals)
    return isArabic ? "، وفي سحوبات جديدة \(share)" : ", on fresh draws \(share)"
  }

  /// How far a search came; `nil` where every text was looked at.
  package var search: String? {
    guard let search = result.search else { return nil }
    let (found, best) = (
      Numerals.count(search.found), Numerals.percent(result.texts.first?.accepted.share ?? 0)
    )
    let bound = Numerals.percent(search.bound)
    if isArabic {
      return
        "النصوص أكثر من أن تُفحص واحدًا واحدًا، فبُحث بينها: وُجد نص مقبول في \(best) من السحوبات، "
        + (search.isExact ? "ولا نص يفوقه." : "ولا يمكن لأي نص أن يُقبل في أكثر من \(bound) منها.")
        + " وكل ما يلي عن النصوص التي وُجدت، وعددها \(found)."
    }
    return
      "The texts are too many to be looked at one by one; a search found one that is acceptable in \(best) of the draws, "
      + (search.isExact ? "and no text is above that." : "and no text can be above \(bound).")
      + " Everything below is of the \(found) texts that it found."
  }

  /// The text to begin with, and what it leaves; `nil` where there is none.
  package var interim: String? {
    guard let interim = result.interim else { return nil }
    let (moved, all) = (interim.moved.count, scenario.agenda.count)
    let share = acceptability(of: interim.standing)
    let terms = terms(of: interim.standing.options)
    let least = Numerals.percent(InterimText.share, places: 0)
    return isArabic
      ? "خطوة أولى يُنصح بها: أقل ما يُحرَّك من القضايا مع بقاء \(least) من قبول أفضل نص جزئي؛ تحرّك \(moved) من \(all)، وهي \(share): \(terms)."
      : "To begin with: the fewest issues that keep \(least) of the acceptability of the best text that leaves something. It moves \(moved) of \(all), \(share): \(terms)."
  }

  /// How often the best text of each number of issues moved is acceptable; `nil` where there are
  /// fewer than two.
  package var steps: String? {
    guard result.steps.count > 1 else { return nil }
    let steps = result.steps.map {
      "\($0.moved.count): \(Numerals.percent($0.standing.accepted.share ?? 0))"
    }.joined(separator: isArabic ? "، " : ", ")
    return isArabic
      ? "أفضل نص لكل عدد من القضايا المحرَّكة (interim.csv): \(steps)."
      : "The best text for each number of issues moved (interim.csv): \(steps)."
  }

  /// What wins each party that refuses the first text, and what that costs; empty where nothing is
  /// ever acceptable.
  package var amendments: [String] {
    guard let first = result.texts.first, first.accepted.count > 0 else { return [] }
    return result.amendments.filter { $0.text.text == first.text }.map { amendment in
      let party = name(labels.party(amendment.party))
      let changes = amendment.changed.map {
        "\(name(labels.issue($0))): \(name(labels.option(amendment.options[$0], of: $0)))"
      }
      let won = Numerals.estimate(ShareEstimate(amendment.won), in: intervals)
      let share = Numerals.estimate(ShareEstimate(amendment.accepted), in: intervals)
      let gain = Numerals.points(
        from: first.fresh.share ?? 0, to: amendment.accepted.share ?? 0)
      let costs = costs(of: amendment)
      if isArabic {
        return
          "أقرب تعديل يكسب \(party): \(changes.joined(separator: "؛ ")). يكسبه في \(won) من سحوبات رفضه، "
          + "ويصير النص مقبولًا عند الجميع في \(share) من السحوبات الجديدة (\(gain) نقطة). \(costs)"
      }
      return
        "The nearest amendment that wins \(party): \(changes.joined(separator: "; ")). It wins it in \(won) of the fresh draws in which it refuses, "
        + "and the text is then acceptable to all in \(share) (\(gain) points). \(costs)"
    }
  }

  /// What an amendment costs everybody else.
  private func costs(of amendment: TextAmendment) -> String {
    let parties = scenario.parties.indices.filter { $0 != amendment.party }.map { party in
      let taken = Numerals.points(amendment.taken[party])
      let cost = Numerals.signed(-amendment.costs[party])
      let name = self.name(labels.party(party))
      return isArabic
        ? "\(name) \(cost)، وقبوله \(taken) نقطة" : "\(name) \(cost), and takes it \(taken) points"
    }
    let mediators = scenario.mediators.indices.map { mediator in
      "\(name(labels.mediator(mediator))) \(Numerals.signed(-amendment.costs[scenario.parties.count + mediator]))"
    }
    let list = parties + mediators
    guard !list.isEmpty else { return "" }
    return isArabic
      ? "ما يتغير للآخرين في متوسط المنفعة، وعند الأطراف في نسبة القبول: \(list.joined(separator: "؛ "))."
      : "What changes for the others in mean utility, and for parties in how often they take it: \(list.joined(separator: "; "))."
  }

  /// What a carrot for one party would do, carrot by carrot; empty where there are none.
  package var carrots: [String] {
    guard let first = result.texts.first else { return [] }
    return result.carrots.map { carrot in
      let party = name(labels.party(carrot.party))
      let size = Numerals.trimmed(carrot.carrot, 3)
      let share = Numerals.estimate(ShareEstimate(carrot.accepted), in: intervals) + afresh(carrot.fresh)
      let changes = terms(of: carrot.options, beside: first.options)
      if isArabic {
        return "\(party)، \(size): أفضل نص مقبول في \(share)"
          + (changes.isEmpty ? "؛ وهو النص الأول." : "؛ ويختلف عن الأول في: \(changes).")
      }
      return "\(party), \(size): the best text is acceptable in \(share)"
        + (changes.isEmpty ? "; it is the first." : "; it differs from the first in \(changes).")
    }
  }

  /// Heads the carrots; `nil` where there are none.
  package var carrotHeading: String? {
    guard !result.carrots.isEmpty else { return nil }
    return isArabic
      ? "لو زاد ما يناله طرف واحد من أي اتفاق بهذا القدر من المنفعة (carrots.csv):"
      : "If any agreement brought one party so much more, in utility (carrots.csv):"
  }

  /// What a text says where it differs from another.
  private func terms(of options: [Int], beside other: [Int]) -> String {
    scenario.agenda.filter { options[$0] != other[$0] }.map {
      "\(name(labels.issue($0))): \(name(labels.option(options[$0], of: $0)))"
    }.joined(separator: isArabic ? "؛ " : "; ")
  }
}
