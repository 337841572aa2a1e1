import Reports
import Testing

/// What is said of zones that leave no surplus for everyone.
struct BareZoneWordsTests {
  private func words(missed: Int, bare: Int) -> String? {
    var content = Specimen.fishery
    content.zones = [
      .init(
        exists: true, agreed: false, share: Specimen.share(missed, of: 100, low: 0, high: 1), bare: bare),
      .init(exists: false, agreed: false, share: Specimen.share(100 - missed, of: 100, low: 0, high: 1)),
    ]
    return PlainWords(content).missedZones
  }

  @Test("where every run that failed had a zone, nothing is said of the other none")
  func allMissed() throws {
    let all = try #require(words(missed: 100, bare: 0))
    #expect(all.hasSuffix("had a zone of agreement and missed it."), "\(all)")
  }

  @Test("of twenty zones missed, none, seven or all left no surplus for everyone")
  func counts() throws {
    let none = try #require(words(missed: 20, bare: 0))
    #expect(none.hasSuffix("in the other 80 no deal was good enough for all."))
    let tail = "at best somebody got just what no agreement is worth."
    #expect(
      words(missed: 20, bare: 7) == none + " Of these zones, 7 left no surplus for everyone: " + tail)
    #expect(words(missed: 20, bare: 20) == none + " No zone left a surplus for everyone: " + tail)
  }
}
