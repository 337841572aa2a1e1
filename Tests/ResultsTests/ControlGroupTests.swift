import Results
import Testing

/// The files' formats: Linux kernel documentation, admin-guide/cgroup-v2.rst ("cpu.max") and
/// scheduler/sched-bwc.rst ("cpu.cfs_quota_us").
@Suite("Processor quotas of control groups")
struct ControlGroupTests {
  @Test(
    "cpu.max gives quota over period, and no limit for max",
    arguments: [
      ("200000 100000\n", 2.0), ("150000 100000\n", 1.5), ("max 100000\n", nil), ("", nil), ("0 0\n", nil),
    ] as [(String, Double?)])
  func version2(text: String, quota: Double?) {
    #expect(ControlGroup.quota(version2: text) == quota)
  }

  @Test("version 1 means no limit by a quota of -1")
  func version1() {
    #expect(ControlGroup.quota(version1: "50000\n", period: "100000\n") == 0.5)
    #expect(ControlGroup.quota(version1: "-1\n", period: "100000\n") == nil)
    #expect(ControlGroup.quota(version1: nil, period: nil) == nil)
  }

  @Test("a scheduler's allocation lowers the number of processors, and can never raise it or reach zero")
  func allocation() {
    let all = AvailableProcessors.count(environment: [:])
    #expect(AvailableProcessors.count(environment: ["SLURM_CPUS_PER_TASK": "1"]) == 1)
    #expect(AvailableProcessors.count(environment: ["SLURM_CPUS_PER_TASK": "100000"]) == all)
    #expect(AvailableProcessors.count(environment: ["SLURM_CPUS_PER_TASK": "0"]) == all)
    #expect(AvailableProcessors.count(environment: ["SLURM_CPUS_PER_TASK": "many"]) == all)
  }
}
