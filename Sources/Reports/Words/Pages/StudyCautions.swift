/// What the lead of a page warns of.
enum StudyCautions {
  /// The intervals of the leading numbers are of no use.
  static func tooFewRuns(_ language: TellingLanguage) -> String {
    switch language {
    case .english:
      "These are too few runs to tell: the intervals are so wide that neither the order nor the size of these figures is known. More samples narrow them."
    case .arabic:
      "هذه العمليات أقل من أن تقول شيئًا: المجالات واسعة إلى حد أن ترتيب هذه الأرقام ومقدارها غير معروفين. المزيد من العينات يضيّقها."
    }
  }

  /// Of a picture with a cell for each pair of values.
  static func heatCaption(_ language: TellingLanguage) -> String {
    switch language {
    case .english:
      "The share of agreements at each pair of values; the table has its 95% interval (Wilson 1927)."
    case .arabic: "نسبة الاتفاقات عند كل زوج من القيم، وفي الجدول فترة 95% لكل منها (Wilson 1927)."
    }
  }

  /// What an author says of every assumption alike.
  static func ofEach(_ words: String, _ code: String) -> String {
    code == "ar"
      ? "كلام المؤلف عن كل منها: \(Isolate.name(words))"
      : "The author's words on each of them: \(Isolate.name(words))"
  }

  /// Where the surplus above its start says nothing of its own, it is left out.
  static func sameSurplus(_ code: String) -> String {
    code == "ar"
      ? "الفائض عند البداية هنا هو الفائض نفسه، لأن قيمة عدم الاتفاق لا تتغير، فلا يُعرض مرتين."
      : "Here surplus at start is the surplus, as what no agreement is worth does not change; it is shown once."
  }

  /// What tables stand under that no sentence speaks of.
  static func furtherTables(_ language: TellingLanguage) -> String {
    switch language {
    case .english: "Further tables"
    case .arabic: "جداول أخرى"
    }
  }
}
