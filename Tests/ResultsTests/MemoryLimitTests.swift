import Results
import Testing

/// The file's format: Linux kernel documentation, admin-guide/cgroup-v2.rst ("memory.max") and
/// admin-guide/cgroup-v1/memory.rst.
@Suite("The memory that work may take")
struct MemoryLimitTests {
  @Test(
    "a control group's limit is a number of bytes, or none",
    arguments: [
      ("536870912\n", 536_870_912), ("max\n", nil), ("", nil), ("0\n", nil),
      ("9223372036854771712\n", 4_611_686_018_427_387_904),
    ] as [(String, Int?)])
  func controlGroup(text: String, bytes: Int?) {
    #expect(ControlGroup.memory(text) == bytes)
  }

  @Test("is a part of what the machine has unless somebody says otherwise")
  func share() {
    let limit = MemoryLimit.ofThisProcess
    #expect(limit.bytes > 0 && limit.bytes <= Machine.current.memoryBytes / 4 * 3)
    #expect(MemoryLimit(bytes: 5).bytes == 5)
  }

  @Test("is dealt to threads by whole ones", arguments: [(99, 0), (100, 1), (199, 1), (1_000, 10)])
  func threads(bytes: Int, threads: Int) {
    #expect(MemoryLimit(bytes: bytes).threads(of: 100) == threads)
  }
}
