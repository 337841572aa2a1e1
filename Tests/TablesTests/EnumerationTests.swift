import Tables
import Testing

@Suite("Lists in a sentence")
struct EnumerationTests {
  @Test("words are joined by commas and a conjunction before the last")
  func words() {
    #expect(Enumeration.all([]) == "" && Enumeration.either(["a"]) == "a")
    #expect(Enumeration.all(["a", "b"]) == "a and b" && Enumeration.either(["a", "b", "c"]) == "a, b or c")
  }

  @Test("clauses have a comma before the conjunction, two of them as well")
  func clauses() {
    #expect(Enumeration.clauses([]) == "" && Enumeration.clauses(["a"]) == "a")
    #expect(Enumeration.clauses(["a b", "c d"]) == "a b, and c d")
    #expect(Enumeration.clauses(["a", "b", "c"]) == "a, b, and c")
  }
}
