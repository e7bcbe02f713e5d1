import Foundation
import Glibc

/// Measures khabar beside its peers and the floors under any program, and prints a table.
@main
struct KhabarBench {
  static func main() {
    guard let options = Options(CommandLine.arguments.dropFirst()) else {
      print(Options.usage)
      exit(64)
    }
    do {
      let workshop = try Workshop(options)
      defer { workshop.clear() }
      var report = Report()
      for section in options.sections {
        run(section, in: workshop, into: &report)
      }
      print(report.text)
    } catch {
      FileHandle.standardError.write(Data("khabar-bench: \(error)\n".utf8))
      exit(2)
    }
  }

  private static func run(
    _ section: Options.Section, in workshop: Workshop, into report: inout Report
  ) {
    do {
      switch section {
      case .layout: try LayoutSection(workshop).run(into: &report)
      case .scan: try ImportSection(workshop).run(into: &report)
      case .large: try LargeSection(workshop).run(into: &report)
      case .start: try StartSection(workshop).run(into: &report)
      case .key: try KeySection(workshop).run(into: &report)
      case .watch: try WatchSection(workshop).run(into: &report)
      case .rescan: try RescanSection(workshop).run(into: &report)
      case .marks: try MarksSection(workshop).run(into: &report)
      case .search: try SearchSection(workshop).run(into: &report)
      }
    } catch {
      report.skip("\(section.rawValue), from here on: \(error)")
    }
  }
}
