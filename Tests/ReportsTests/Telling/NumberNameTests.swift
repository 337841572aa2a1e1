import Bargaining
import Reports
import Scenarios
import Testing

/// Numbers have names in words, whatever their paths.
@Suite struct NumberNameTests {
  /// Numbers of every sort that a party, its tactics and its home may have, uncertain, so that the
  /// opening tells them; all labels are Arabic, too.
  private static let text = #"""
    {"name": {"en": "Talks", "ar": "محادثات"}, "rounds": 1, "round_unit": "day",
     "issues": {"pie": {"label": {"en": "Pie", "ar": "الكعكة"}, "options": {"none": {"en": "None", "ar": "لا شيء"}, "all": {"en": "All", "ar": "الكل"}}}},
     "parties": {
       "ann": {"label": {"en": "Ann", "ar": "آن"}, "preferences": {"pie": {"weight": 1, "values": {"none": 0, "all": 1}}}, "reservation": 0,
         "discount": {"uniform": [0.9, 1]},
         "acceptance": {"any": [{"constant": {"uniform": [0, 1]}}, {"all": ["next", {"time": {"uniform": [0, 1]}}]}]},
         "voter": {"annealer": {"temperature": {"uniform": [0, 1]}}},
         "tactic": {"mix": [
           [{"uniform": [0, 1]}, {"time": {"beta": {"uniform": [1, 2]}, "start": {"uniform": [0, 1]}, "tolerance": {"uniform": [0, 1]}}}],
           [1, {"tit_for_tat": {"kind": "absolute", "window": 1, "step": {"uniform": [0, 0.1]}, "direction": "demand"}}]]},
         "ratification": {"quota": {"uniform": [0.4, 0.5]}, "trust_loss": {"uniform": [0, 1]}, "learning": {"uniform": [0, 1]}, "factions": {
           "hawks": {"label": {"en": "Hawks", "ar": "الصقور"}, "weight": {"uniform": [1, 2]}, "minimum": {"uniform": [0, 1]},
             "adjust": {"pie": {"weight": {"uniform": [1, 2]}, "values": {"all": {"uniform": [0, 1]}}}}}}}},
       "bob": {"label": {"en": "Bob", "ar": "بوب"}, "preferences": {"pie": {"weight": 1, "values": {"none": 1, "all": 0}}}, "reservation": 0,
         "tactic": {"time": {"beta": {"uniform": [1, 2]}}}}},
     "mediators": {"eve": {"label": {"en": "Eve", "ar": "إيف"}}},
     "forums": {"main": {"label": {"en": "Table", "ar": "الطاولة"}, "members": ["ann", "bob"], "mediators": ["eve"], "protocol": "alternating"}},
     "implementation": {"failure": {"base": 0}, "phases": {"start": {"label": {"en": "Start", "ar": "البدء"}}},
       "provisions": [{"when": {"pie": "all"}, "guarantee": 0.1}]},
     "events": {"storm": {"label": {"en": "A storm", "ar": "عاصفة"}, "rate": 1, "effects": [
       {"on": "parties.ann.tactic.mix.0.1.time.beta", "add": 0.1}, {"on": "parties.ann.ratification.factions.hawks.minimum", "add": 0.1},
       {"on": "mediators.eve.toward.ann.trust", "add": -0.1}, {"on": "mediation.noise", "add": 0.1}, {"on": "talks.resume.base", "add": 0.1},
       {"on": "talks.collapse.suspended", "add": 0.1}, {"on": "implementation.phases.start.guarantee", "add": 0.1},
       {"on": "implementation.provisions.0.guarantee", "add": 0.1}, {"on": "implementation.failure.continuation", "add": 0.1},
       {"on": "implementation.leverage_fade", "add": 0.1}, {"on": "events.storm.progress_rate", "add": 0.1}]}}}
    """#

  private func told(_ language: TellingLanguage) throws -> String {
    let scenario = try ScenarioReader.read(text: Self.text, name: "t").scenario
    let run = TracedRun(0, seed: 1, in: try Negotiation(scenario))
    return Telling(run, of: scenario, language: language).text.replacing(/\s+/, with: " ")
  }

  @Test("names speak of factions and phases by their labels, and of parts of lists by counting from 1")
  func namesSpeakFactions()
    throws
  {
    let text = try told(.english)
    for name in [
      "mixture, part 1, weight ", "mixture, part 1, time tactic, beta ",
      "mixture, part 2, tit for tat, step ",
      "ratification, faction, Hawks, least utility accepted ", "faction, Hawks, adjust, Pie, value of, All ",
      "Ann, mixture, part 1, time tactic, beta, from ",
      "Ann, ratification, faction, Hawks, least utility accepted, from ",
      "Eve, towards, Ann, trust, from ", "implementation, phase, Start, guarantee, from ",
      "implementation, provision 1, guarantee, from ",
    ] {
      #expect(text.contains(name), "\(name)")
    }
  }

  @Test("in Arabic, every number has an Arabic name")
  func arabicNumberHas() throws {
    let text = try told(.arabic)
    let words = text.split(separator: " ").filter { $0.contains { $0.isASCII && $0.isLetter } }
    #expect(words == [])
    #expect(text.contains("تكتيك الوقت") && text.contains("المعاملة بالمثل"))
  }
}
