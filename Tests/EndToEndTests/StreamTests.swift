import Foundation
import Glibc
import TestSupport
import Testing

/// `khabar layout` in a pipe: memory bounded by the longest paragraph, and a quiet end.
@Suite struct StreamTests {
  let khabar: Khabar

  init() throws { khabar = try Khabar() }

  /// Runs a line of shell in which `khabar` is the program; its output, and what it complained of.
  private func shell(_ line: String) throws -> (output: String, complaints: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = khabar.folder
    let folder = URL(filePath: Khabar.binary).deletingLastPathComponent().path
    process.environment = khabar.environment.merging(
      ["PATH": folder + ":" + (khabar.environment["PATH"] ?? "")]
    ) { $1 }
    let output = Pipe()
    let complaints = Pipe()
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: said, as: UTF8.self), String(decoding: complained, as: UTF8.self))
  }

  @Test func aLongInputTakesNoMoreMemoryThanAShortOne() throws {
    defer { khabar.remove() }
    let words = String(
      repeating: "قال الوزير إن النمو بلغ 3.5% (COVID-19) في عام 2026. ", count: 40)
    try khabar.write(String(repeating: words + "\n", count: 300), to: "megabyte.txt")
    let short = try peak(megabytes: 1)
    let long = try peak(megabytes: 12)
    #expect(short > 1_000 && long < 64_000 && long - short < 4_000, "\(short) kB, \(long) kB")
  }

  /// The most memory that `khabar layout` had for so many megabytes of text, in kB.
  private func peak(megabytes: Int) throws -> Int {
    let run = try shell(
      """
      for i in $(seq \(megabytes)); do cat megabyte.txt; done | (
        khabar layout <&0 > /dev/null & pid=$!
        while now=$(awk '/VmHWM/ { print $2 }' /proc/$pid/status 2> /dev/null) && [ -n "$now" ]; do
          peak=$now; sleep 0.02
        done
        wait $pid && echo "$peak")
      """)
    #expect(run.complaints.isEmpty, "\(run.complaints)")
    return try #require(Int(run.output.filter(\.isNumber)))
  }

  @Test func aLineIsThereBeforeTheNextOneComes() throws {
    defer { khabar.remove() }
    // The second line is written only when the first was read.
    let run = try shell(
      """
      mkfifo seen
      { echo one; read -t 20 answer < seen; echo "$answer"; } | khabar layout | {
        read -r line; echo "got $line" > seen; cat; }
      """)
    #expect(run.output == "got one\n")
    #expect(run.complaints.isEmpty, "\(run.complaints)")
  }

  @Test func whoReadsOneLineGetsItAndNoComplaint() throws {
    defer { khabar.remove() }
    let run = try shell(
      "yes 'a line' | head -c 9000000 | khabar layout | head -1; echo ${PIPESTATUS[2]}")
    // Ended by the signal of a broken pipe, or by itself when it sees that nobody reads.
    #expect(run.output == "a line\n141\n" || run.output == "a line\n0\n", "\(run.output)")
    #expect(run.complaints.isEmpty)
  }

  @Test func everyFaultOfUTF8IsOneReplacementAndNothingElseIsLost() throws {
    defer { khabar.remove() }
    let bytes = Data([0x61, 0xFF, 0x62, 0xE2, 0x80, 0x63, 0xF0, 0x9F, 0x98, 0xC0, 0xAF, 0x64, 0x0A])
    let run = try khabar.run(["layout"], input: bytes)
    #expect(run.output == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}\u{FFFD}d\n")
    let text = try khabar.run(["layout"], input: Data([0x61, 0xFF, 0x0D, 0x62, 0x0A]))
    #expect(text.output == "a\u{FFFD}\nb\n")
  }

  @Test func everySeparatorEndsAParagraphWhereverAPieceEnds() throws {
    defer { khabar.remove() }
    func lines(_ text: String) throws -> [Substring] {
      try khabar.run(["layout"], input: Data(text.utf8)).output
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
    #expect(try lines("a\u{2029}\nb\u{85}\u{1C}c") == ["a", "", "b", "", "c"])
    #expect(try lines("a\r\r\nb\r") == ["a", "", "b"])
    // Pieces of a pipe end anywhere.
    let words = String(repeating: "a ", count: 32_767)
    for filling in ["", "b", "bb", "bbb"] {
      for separator in ["\r\n", "\u{2029}", "\u{85}"] {
        #expect(try lines(words + filling + separator + words).count == 2 * 820)
      }
    }
  }
}
