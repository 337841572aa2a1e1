import Tables

/// The range across models, beside every interval of the sampling.
extension HTMLReport {
  /// The head of the column that holds ranges; none without models.
  var acrossModels: [Head] { content.models.isEmpty ? [] : [.number("across models")] }

  /// A cell of that column.
  func across(_ estimate: ShareEstimate) -> [Markup] {
    guard !content.models.isEmpty else { return [] }
    return [.text(estimate.models.map { Numerals.interval($0.low, $0.high) } ?? "–")]
  }

  /// Under the endings: how far the models are apart, and what each comes to.
  var modelsOfEndings: [Markup] {
    guard let agreement = words.agreement else { return [] }
    let endings = content.endings.map { ending in
      [
        Markup.text(ending.label), .text(Numerals.percent(ending.share.share)),
        .text(Numerals.interval(ending.share)),
      ] + across(ending.share)
    }
    let models = content.models.map { model in
      [
        Markup.label(model.label), .text(Numerals.percent(model.weight)), .text(Numerals.count(model.runs)),
        .text(model.runs > 0 ? Numerals.percent(model.agreement.share) : "–"),
        .text(model.runs > 0 ? Numerals.interval(model.agreement) : "–"),
      ]
    }
    return [
      paragraph(
        agreement
          + " Each run is played in one model, drawn by its weight; the range goes from the least to the greatest share of a model."
      ),
      table([.words("ending"), .number("share"), .number("95%")] + acrossModels, endings),
      table(
        [.words("model"), .number("weight"), .number("runs"), .number("agree"), .number("95%")], models),
    ]
  }
}
