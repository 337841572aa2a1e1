import Results
import Tables

/// What is said of a journal.
enum JournalText {
  /// Without a capital and without a full stop.
  static func words(for damage: Journal.Damage) -> String {
    let place = damage.record == 0 ? "its heading" : "record \(Numerals.count(damage.record))"
    return "damage at \(place) (\(Numerals.count(damage.bytes)) bytes have changed since they were written); "
      + "the whole records after it are kept"
  }
}
