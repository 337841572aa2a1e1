import Foundation
import Reports
import Testing
@Test func look() throws {
  for w in [40, 80, 200] { print(TextSummary(Specimen.fishery, style: TerminalStyle(width: w)).text) ; print("------")}
  print(TextSummary(Specimen.fishery, style: TerminalStyle(width: 60, isColoured: true, isASCII: true)).text)
  try HTMLReport(Specimen.fishery).html.write(toFile: "/tmp/rp/out.html", atomically: true, encoding: .utf8)
  for p in [Picture.endings(of: Specimen.fishery), .survival(of: Specimen.fishery), .settlements(of: Specimen.fishery), .parties(of: Specimen.fishery), .proposers(of: Specimen.fishery)] { try p.svg.write(toFile: "/tmp/rp/\(p.name).svg", atomically: true, encoding: .utf8) }
}
