import Glibc
import TextLayout

// libFuzzer's own driver, started by us: Swift gives an executable its `main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Lays out what libFuzzer thinks of and looks at the lines, up to `--paragraphs=N` of them; `khabar-fuzz
/// seeds FOLDER` writes what it begins with. Other arguments are libFuzzer's.
@_cdecl("khabar_fuzz_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  if count == 3, let task = arguments[1], let folder = arguments[2], strcmp(task, "seeds") == 0 {
    return Seeds.write(to: String(cString: folder)) ? 0 : 2
  }
  for argument in (0..<Int(count)).compactMap({ arguments[$0] }) {
    let words = String(cString: argument).split(separator: "=")
    guard words.count == 2, words[0] == "--paragraphs" else { continue }
    guard let asked = Int(words[1]) else {
      say("--paragraphs wants a number.")
      return 2
    }
    fuzzing.limit = asked
  }
  atexit { fuzzing.sayCount() }
  var count = count
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
  return runDriver(&count, &arguments) { bytes, count in
    fuzzing.run(UnsafeBufferPointer(start: bytes, count: count))
    return 0
  }
}

// One thread runs all tests, one after the other.
nonisolated(unsafe) private var fuzzing = Fuzzing()

/// Tests as they come, until there were enough paragraphs.
private struct Fuzzing {
  var limit = Int.max
  private let test = LayoutTest()
  private let start = ContinuousClock.now
  private var isOver = false

  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isOver { return }
    let millions = test.count.paragraphs / 1_000_000
    test.test(bytes)
    let isEnough = test.count.paragraphs >= limit
    if isEnough || test.count.paragraphs / 1_000_000 > millions { sayCount() }
    guard isEnough else { return }
    isOver = true
    raise(SIGUSR1)  // libFuzzer ends with this test.
  }

  func sayCount() {
    if isOver { return }
    let count = test.count
    let seconds = (ContinuousClock.now - start).components.seconds
    say(
      """
      \(count.paragraphs) paragraphs of \(count.scalars / max(1, count.paragraphs)) scalars, \
      \(count.lines) lines, in \(seconds) s
      """)
  }
}
