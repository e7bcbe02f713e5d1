import TestSupport
import Testing

/// Presentation forms against FriBidi.
@Suite struct ShapeTests {
  @Test func lettersTakeTheFormsThatFriBidiGivesThem() {
    var oracle = ShapeOracle()
    var random = Random(seed: 64)
    var trial = Trial()
    for _ in 0..<50_000 {
      let text = SharedScalars.joining.text(upTo: 30, &random)
      trial.count(1)
      if oracle.agrees(on: text) { continue }
      trial.note(shrunk(text) { !oracle.agrees(on: $0) }, "FriBidi", KnownDifference.ofShapes)
    }
    print(trial.summary(of: "shapes"))
    #expect(trial.unexplained.isEmpty, "\(trial.unexplained.prefix(9))")
  }
}
