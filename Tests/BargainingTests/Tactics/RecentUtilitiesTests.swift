import Bargaining
import Testing

struct RecentUtilitiesTests {
  @Test("the last sixteen are remembered newest first")
  func lastSixteenRemembered() {
    var all: [Double] = []
    var recent = RecentUtilities()
    for number in 0..<50 {
      #expect(recent.count == min(number, 16) && recent.total == number)
      for back in 0..<20 {
        #expect(recent[back] == (back < min(number, 16) ? all[number - 1 - back] : nil))
      }
      #expect(recent[-1] == nil)
      all.append(Double(number * number))
      recent.append(Double(number * number))
    }
  }
}
