/// The homes that have a say in a ``ZoneSearch``: what their factions get is carried along, issue
/// by issue, so that a branch is left where some home could not let any of its outcomes pass.
///
/// What homes ask for is read from a row of numbers that may be of an earlier round: per faction
/// its minimum, per faction its weight, per home its quota.
struct ZoneHomes {
  /// Parties, in the order of the scenario.
  private let parties: [Int]
  /// Factions, home after home, by their places in the ``HomeFront``.
  private let places: [Int]
  private let front: HomeFront
  private let tables: Lane<UtilityTable>
  /// Per home: one past its last faction here.
  private let ends: Lane<Int>
  /// As in ``ZoneSearch``: what issues k… can still bring, what the issues before k brought.
  private let rest: Lane<Double>
  private let sums: Lane<Double>
  private let bits: Lane<UInt64>
  private let issues: Int

  /// The homes of those of the parties whose consent at the table is not enough.
  init(of parties: [Int], in front: HomeFront, issues: Int, arena: Arena) {
    self.front = front
    self.issues = issues
    self.parties = front.ratifying.map(\.party).filter(parties.contains)
    var places: [Int] = []
    var ends: [Int] = []
    for party in self.parties {
      places += front.factions(of: party)
      ends.append(places.count)
    }
    self.places = places
    self.ends = arena.lane(ends)
    tables = arena.lane(places.map { front.table(of: $0) })
    rest = arena.lane(places.count * (issues + 1), of: 0)
    sums = arena.lane(places.count * (issues + 1), of: 0)
    bits = arena.lane(places.count * (issues + 1), of: 0)
  }

  /// How many numbers a row has.
  var rowLength: Int { 2 * places.count + parties.count }

  /// Writes what homes ask for now.
  func write(to row: Lane<Double>) {
    for (index, place) in places.enumerated() {
      row[index] = front.minimum(of: place)
      row[places.count + index] = front.weight(of: place)
    }
    for (index, party) in parties.enumerated() { row[2 * places.count + index] = front.quota(of: party) }
  }

  /// Whether what homes ask for in a row leaves nothing that another row does not.
  func asksNoLess(_ row: Lane<Double>, than other: Lane<Double>) -> Bool {
    let count = tables.count
    for f in 0..<count where row[f] < other[f] || row[count + f] != other[count + f] { return false }
    for home in 0..<ends.count where row[2 * count + home] < other[2 * count + home] { return false }
    return true
  }

  /// Begins a search.
  func begin(layout: IssueLayout, locked: Lane<Int>) {
    for f in 0..<tables.count {
      tables[f].findRests(rest, from: f * (issues + 1), layout: layout, locked: locked)
      sums[f] = 0
      bits[f] = ~0
    }
  }

  /// Adds an option of issue k; whether every home could still let an outcome pass, for certain if
  /// it is the last issue.
  @inline(__always)
  func couldPass(_ k: Int, adding slot: Int, _ row: Lane<Double>) -> Bool {
    let count = tables.count
    var f = 0
    for home in 0..<ends.count {
      var (accepted, total) = (0.0, 0.0)
      while f < ends[home] {
        let table = tables[f]
        let sum = sums[k * count + f] + table.worth[slot]
        let open = bits[k * count + f] & table.met[slot]
        sums[(k + 1) * count + f] = sum
        bits[(k + 1) * count + f] = open
        let most =
          k + 1 == issues
          ? sum + table.bonuses(open & table.interactionBits) : sum + rest[f * (issues + 1) + k + 1]
        let weight = row[count + f]
        total += weight
        if most >= row[f] - UtilityGrid.tolerance { accepted += weight }
        f += 1
      }
      guard HomeFront.passes(accepted, of: total, row[2 * count + home]) else { return false }
    }
    return true
  }

  /// Whether every home lets an outcome pass, by what homes ask for now.
  ///
  /// - Parameter carrot: what agreeing brings their parties beside what mediators promise.
  @inline(__always)
  func pass(_ options: Lane<UInt8>, carrot: Double = 0) -> Bool {
    var f = 0
    for home in 0..<ends.count {
      var (accepted, total) = (0.0, 0.0)
      while f < ends[home] {
        let weight = front.weight(of: places[f])
        total += weight
        var minimum = front.minimum(of: places[f])
        if carrot != 0 { minimum -= front.carrotShare(of: places[f]) * carrot }
        if tables[f].utility(options) >= minimum - UtilityGrid.tolerance { accepted += weight }
        f += 1
      }
      guard HomeFront.passes(accepted, of: total, front.quota(of: parties[home])) else { return false }
    }
    return true
  }

  var isEmpty: Bool { parties.isEmpty }

  /// What a ``DrawSheet`` takes of it: its factions by number, home after home.
  var factionCount: Int { places.count }
  var factionEnds: [Int] { (0..<ends.count).map { ends[$0] } }
  func table(of faction: Int) -> UtilityTable { tables[faction] }
  func minimum(of faction: Int) -> Double { front.minimum(of: places[faction]) }
  func weight(of faction: Int) -> Double { front.weight(of: places[faction]) }
  func quota(of home: Int) -> Double { front.quota(of: parties[home]) }
}
