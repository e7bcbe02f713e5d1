import Foundation
import Glibc

/// What the kernel says of a process's memory, in bytes.
enum Memory {
  /// The most it ever had resident; nil when it is gone. (`ru_maxrss` would count the parent's
  /// memory too, from before exec.)
  static func peak(of process: pid_t) -> Int? {
    field("VmHWM:", in: "/proc/\(process)/status")
  }

  private static func field(_ name: String, in path: String) -> Int? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n")
    where line.hasPrefix(name) {
      let number = line.dropFirst(name.count).split(whereSeparator: \.isWhitespace).first
      return number.flatMap { Int($0) }.map { $0 * 1024 }
    }
    return nil
  }
}
