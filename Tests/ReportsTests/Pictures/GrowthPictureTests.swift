import Reports
import Testing

struct GrowthPictureTests {
  private func circles(isLogarithmic: Bool) throws -> [(x: Double, y: Double)] {
    let picture = Picture.growth(
      name: "growth", title: "t", across: "outcomes", upwards: "rounds per second",
      isLogarithmic: isLogarithmic,
      points: [(x: 1, label: "1", y: 10_000), (x: 10, label: "10", y: 1_000), (x: 100, label: "100", y: 100)])
    let found = WellFormedness(of: picture.svg)
    #expect(found.isWellFormed)
    return try found.elements.filter { $0.name == "circle" }.map { element in
      (
        x: try #require(element.attributes["cx"].flatMap { Double($0) }),
        y: try #require(element.attributes["cy"].flatMap { Double($0) })
      )
    }
  }

  @Test("powers of ten are as far apart as each other on logarithmic scales")
  func powersTenFar() throws {
    let points = try circles(isLogarithmic: true)
    #expect(points.count == 3)
    #expect(abs(points[1].x - (points[0].x + points[2].x) / 2) < 0.02)
    #expect(abs(points[1].y - (points[0].y + points[2].y) / 2) < 0.02)
    // What is more stands higher.
    #expect(points[0].y < points[2].y && points[0].x < points[2].x)
  }

  @Test("on a linear axis 10 stands nine ninety-ninths of the way from 1 to 100")
  func linearAxis10() throws {
    let points = try circles(isLogarithmic: false)
    #expect(abs((points[1].x - points[0].x) / (points[2].x - points[0].x) - 9.0 / 99) < 1e-3)
  }
}
