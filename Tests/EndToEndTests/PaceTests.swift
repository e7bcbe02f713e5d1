import Testing

@testable import khabar

@Suite struct PaceTests {
  /// When it is told, in milliseconds after the first time, of a scan that could be told of every
  /// millisecond.
  private func told(of milliseconds: Int) -> [Int] {
    let start = ContinuousClock.now
    var pace = Pace()
    return (0..<milliseconds).filter { pace.allows(at: start + .milliseconds($0)) }
  }

  @Test func theFirstSecondIsToldOfTenTimesAsOften() {
    #expect(told(of: 1_000) == Array(stride(from: 0, to: 1_000, by: 25)))
    #expect(
      told(of: 3_000).dropFirst(40) == [1_225, 1_475, 1_725, 1_975, 2_225, 2_475, 2_725, 2_975])
  }
}
