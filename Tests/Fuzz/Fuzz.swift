import Glibc
import TextLayout

// libFuzzer's own driver, started by us: Swift gives an executable its `main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Lays out what libFuzzer thinks of and looks at the lines; `khabar-fuzz seeds FOLDER` writes what it
/// begins with.
@_cdecl("khabar_fuzz_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  if count == 3, let task = arguments[1], let folder = arguments[2], strcmp(task, "seeds") == 0 {
    return Seeds.write(to: String(cString: folder)) ? 0 : 2
  }
  var count = count
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
  return runDriver(&count, &arguments) { bytes, count in
    // One thread runs all tests, one after the other.
    layout.test(UnsafeBufferPointer(start: bytes, count: count))
    return 0
  }
}

nonisolated(unsafe) private var layout = LayoutTest()
