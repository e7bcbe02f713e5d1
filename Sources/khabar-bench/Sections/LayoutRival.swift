import Foundation

/// A library that lays text out, by its C driver.
struct LayoutRival {
  let name: String
  private let program: String
  private let workshop: Workshop

  init(_ name: String, _ driver: String, _ packages: String, in workshop: Workshop) throws {
    self.name = name
    self.workshop = workshop
    program = try workshop.driver(driver, packages)
  }

  /// Nanoseconds of CPU inside the driver for all of a text: the best of some rounds.
  func time(_ sample: LayoutSample, _ width: Int, rounds: Int) throws -> Double {
    try time(sample, "\(width)", rounds: rounds)
  }

  private func time(_ sample: LayoutSample, _ task: String, rounds: Int) throws -> Double {
    let said = String(decoding: try output(sample, task, "\(rounds)"), as: UTF8.self)
    guard let time = said.split(separator: " ").first.flatMap({ Double($0) }) else {
      throw BenchError.failed("\(name)'s driver said “\(said)”")
    }
    return time
  }

  /// The same of a stage alone: `levels` or `breaks`.
  func time(_ sample: LayoutSample, stage: String, rounds: Int) throws -> Double {
    try time(sample, stage, rounds: rounds)
  }

  /// What it makes of a text, a line each.
  func lines(_ sample: LayoutSample, _ width: Int) throws -> [ArraySlice<UInt8>] {
    Array(try output(sample, "\(width)", "print")).split(
      separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// Nanoseconds of CPU of a whole process that prints all lines of a text.
  func wholeProcess(_ sample: LayoutSample, _ width: Int) throws -> Int {
    try PlainRun(
      [program, sample.path, "\(width)", "print"], environment: workshop.environment
    ).cpu
  }

  private func output(
    _ sample: LayoutSample, _ task: String, _ rounds: String
  ) throws -> Data {
    let path = "\(workshop.folder)/said"
    _ = try PlainRun(
      [program, sample.path, task, rounds], environment: workshop.environment, output: path)
    guard let data = FileManager.default.contents(atPath: path) else { throw BenchError.file(path) }
    return data
  }
}
