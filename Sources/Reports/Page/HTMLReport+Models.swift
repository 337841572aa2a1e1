import Tables

/// The range across models, beside every interval of the sampling.
extension HTMLReport {
  /// The head of the column that holds ranges; none without models.
  var acrossModels: [Head] { content.models.isEmpty ? [] : [.number(words.column("models_low"))] }

  /// A cell of that column.
  func across(_ estimate: ShareEstimate) -> [Markup] {
    guard !content.models.isEmpty else { return [] }
    return [estimate.models.map { .interval(Numerals.interval($0, in: words.spans)) } ?? .text("–")]
  }

  /// Under the endings: how far the models are apart, and what each comes to.
  var modelsOfEndings: [Markup] {
    guard let agreement = words.agreement(content) else { return [] }
    let models = content.models.map { model in
      [
        Markup.label(model.label), .text(Numerals.percent(model.weight)), .text(Numerals.count(model.runs)),
        .text(model.runs > 0 ? Numerals.percent(model.agreement.share) : "–"),
        model.runs > 0 ? interval(model.agreement) : .text("–"),
      ]
    }
    return [
      layout.paragraph("\(agreement) \(words.modelsNote)"),
      layout.table(
        words.table("models"),
        [
          .words(words.column("model")), .number(words.column("weight")), .number(words.column("runs")),
          .number(words.column("agreement")), .number("95%"),
        ], models, isSeen: true),
    ]
  }
}
