import Foundation

/// The limits that Linux control groups set for this process, as containers and schedulers use
/// them.
package enum ControlGroup {
  /// Quotas in processors, such as 1.5, of the group of this process and of those above it,
  /// versions 2 and 1.
  static func quotas() -> [Double] {
    groups(of: "cpu").compactMap { group in
      group.isVersion2
        ? quota(version2: text("/sys/fs/cgroup\(group.path)/cpu.max"))
        : quota(
          version1: text("/sys/fs/cgroup/cpu\(group.path)/cpu.cfs_quota_us"),
          period: text("/sys/fs/cgroup/cpu\(group.path)/cpu.cfs_period_us"))
    }
  }

  /// Limits of memory in bytes, likewise.
  static func memoryLimits() -> [Int] {
    groups(of: "memory").compactMap { group in
      memory(
        text(
          group.isVersion2
            ? "/sys/fs/cgroup\(group.path)/memory.max"
            : "/sys/fs/cgroup/memory\(group.path)/memory.limit_in_bytes"))
    }
  }

  /// The groups that have a say on something, the nearest first.
  private static func groups(of controller: String) -> [(path: String, isVersion2: Bool)] {
    let memberships = text("/proc/self/cgroup") ?? ""
    return memberships.split(separator: "\n").flatMap { line -> [(path: String, isVersion2: Bool)] in
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 3 else { return [] }
      let isVersion2 = fields[0] == "0" && fields[1].isEmpty
      guard isVersion2 || fields[1].split(separator: ",").contains(Substring(controller)) else { return [] }
      return ancestors(of: fields[2]).map { ($0, isVersion2) }
    }
  }

  /// `memory.max` holds a number of bytes, or `max` for no limit; version 1 has a number near 2^63
  /// for that, which is too large to matter.
  package static func memory(_ text: String?) -> Int? {
    number(text).flatMap(positive).map { Int(min($0, 0x1p62)) }
  }

  /// `cpu.max` holds `QUOTA PERIOD` in microseconds, or `max PERIOD` for no limit.
  package static func quota(version2 text: String?) -> Double? {
    let fields = (text ?? "").split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard fields.count == 2 else { return nil }
    return positive(fields[0] / fields[1])
  }

  /// Version 1 has a file for each of the two; a quota of -1 is no limit.
  package static func quota(version1 quota: String?, period: String?) -> Double? {
    guard let quota = number(quota), let period = number(period) else { return nil }
    return positive(quota / period)
  }

  private static func number(_ text: String?) -> Double? {
    text.flatMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  private static func positive(_ value: Double) -> Double? {
    value > 0 && value.isFinite ? value : nil
  }

  /// `/a/b` as `/a/b`, `/a` and the empty path of the root.
  private static func ancestors(of group: String) -> [String] {
    let parts = group.split(separator: "/")
    return (0...parts.count).reversed().map { count in parts.prefix(count).map { "/" + $0 }.joined() }
  }

  private static func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }
}
