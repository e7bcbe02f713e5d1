import TestSupport
import Testing

@testable import News

@Suite struct StatusSetTests {
  @Test func holdsWhatASetHolds() {
    var random = Random(seed: 5)
    var model: Set<Int64> = []
    var set = StatusSet()
    for _ in 0..<20_000 {
      let numbers: [ClosedRange<Int64>] = [-70...200, 1...5_000, Int64.min...Int64.max]
      let number = Int64.random(in: numbers[random.below(3)], using: &random)
      #expect(set.contains(number) == model.contains(number))
      #expect(set.insert(number) == model.insert(number).inserted)
      #expect(set.contains(number))
    }
    #expect(model.count > 5_000)
  }
}
