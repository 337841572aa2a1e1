import Experiments
import Tables

/// What runs that were there already tell, as one JSON document.
package enum GivenDataDocument {
  /// - Parameters:
  ///   - command: `sensitivity` or `levers`.
  ///   - source: which runs, as the manifest says it.
  ///   - tables: all of them.
  package static func json(command: String, source: JSONValue, _ tables: [Table]) -> JSONValue {
    var object = JSONObject([("schema", .string("detente.\(command)_from/1")), ("source", source)])
    for table in tables { object[table.name] = ResultDocument.json(table) }
    return .object(object)
  }
}
