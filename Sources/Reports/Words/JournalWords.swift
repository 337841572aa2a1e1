import Results
import Tables

/// What is said of a journal.
package enum JournalWords {
  /// Without a capital and without a full stop.
  package static func words(for damage: Journal.Damage) -> Message {
    let place: Message = damage.record == 0 ? "its heading" : "record \(Numerals.count(damage.record))"
    return
      "damage at \(place) (\(Numerals.count(damage.bytes)) bytes have changed since they were written); the whole records after it are kept"
  }
}
