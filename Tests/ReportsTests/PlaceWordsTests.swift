import Reports
import Testing

@Suite("Where a result is")
struct PlaceWordsTests {
  @Test("the directory of work is called so, as \"in ..\" would be the one above it")
  func here() {
    #expect(PlaceWords.sentence("The tables are", in: ".") == "The tables are in this directory.")
    #expect(PlaceWords.sentence("The tables are", in: "./") == "The tables are in this directory.")
    #expect(PlaceWords.sentence("The tables are", in: "..") == "The tables are in ../.")
    #expect(PlaceWords.sentence("The tables are", in: "results/pie") == "The tables are in results/pie.")
  }
}
