import Glibc
import Synchronization

/// Learns from the system that news files appear, change or vanish (inotify).
///
/// It says that something changed, not what: a scan finds that out, and costs only what changed.
public final class FileWatch: Sendable {
  private struct State {
    /// The names that matter whatever they end in: those of the paths themselves.
    var names: Set<String> = []
    /// Whether every folder is watched.
    var isWhole = true
    /// What the system calls the folders that are watched.
    var watches: Set<Int32> = []
  }

  private let descriptor: Int32
  private let state = Mutex(State())

  /// A watch of nothing yet.
  public init() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether all that was to be watched is; where not, because the system has no such thing or
  /// allows no more folders, one has to look again and again.
  public var isWhole: Bool { descriptor >= 0 && state.withLock { $0.isWhole } }

  /// Watches paths, and all folders below them; those watched already cost little.
  public func watch(_ paths: [String]) {
    guard descriptor >= 0 else { return }
    state.withLock { $0.isWhole = true }
    for path in paths {
      let slash = path.lastIndex(of: "/") ?? path.startIndex
      // The folder above tells when the path itself comes, goes or is replaced.
      let name = path.suffix(from: slash).drop { $0 == "/" }
      let parent = slash == path.startIndex ? "/" : String(path[..<slash])
      state.withLock { _ = $0.names.insert(String(name)) }
      add(parent)
      var folders = [path]
      var visited: Set<UInt> = []
      while let folder = folders.popLast() { addFolders(below: folder, &folders, &visited) }
    }
  }

  /// Watches nothing any more, for a program that ends: giving a folder back is quick, but the kernel
  /// takes some 10 ms to give back a descriptor that still watches one.
  public func end() {
    let watches = state.withLock { state in
      defer { state.watches = [] }
      return state.watches
    }
    for watch in watches { inotify_rm_watch(descriptor, watch) }
  }

  /// Waits so long for a change of anything that may be news; whether there was one.
  public func wait(milliseconds: Int32) -> Bool {
    guard descriptor >= 0 else {
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    return takeEvents()
  }
}

extension FileWatch {
  private static let events = UInt32(
    IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  private func add(_ folder: String) {
    let watch = inotify_add_watch(descriptor, folder, Self.events)
    guard watch < 0 else { return state.withLock { _ = $0.watches.insert(watch) } }
    // ENOSPC is the limit of watches, ENOMEM the system's own.
    if errno == ENOSPC || errno == ENOMEM { state.withLock { $0.isWhole = false } }
  }

  private func addFolders(
    below folder: String, _ folders: inout [String], _ visited: inout Set<UInt>
  ) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    var status = stat()
    guard fstat(dirfd(stream), &status) == 0, visited.insert(UInt(status.st_ino)).inserted else {
      return
    }
    add(folder)
    let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 19
    while let entry = readdir(stream) {
      let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      guard name[0] != CChar(46), let text = String(validatingCString: name) else { continue }
      if FolderWalk.mayBeFolder(entry.pointee.d_type, name, in: stream) {
        folders.append(folder + "/" + text)
      }
    }
  }

  /// Reads all that is waiting; whether any of it matters.
  private func takeEvents() -> Bool {
    var matters = false
    let size = 1 << 16
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
    defer { bytes.deallocate() }
    let names = state.withLock { $0.names }
    while true {
      let count = read(descriptor, bytes.baseAddress, size)
      guard count > 0 else { return matters }
      var at = 0
      while at + 16 <= count {
        let mask = bytes.load(fromByteOffset: at + 4, as: UInt32.self)
        let length = Int(bytes.load(fromByteOffset: at + 12, as: UInt32.self))
        let name = UnsafeRawBufferPointer(rebasing: bytes[(at + 16)..<(at + 16 + length)])
        matters = matters || Self.matters(mask, name, names)
        at += 16 + length
      }
    }
  }

  private static func matters(
    _ mask: UInt32, _ name: UnsafeRawBufferPointer, _ names: Set<String>
  ) -> Bool {
    if mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    if mask & UInt32(IN_IGNORED) != 0 { return false }
    // A folder that goes itself.
    guard let base = name.baseAddress?.assumingMemoryBound(to: CChar.self) else { return true }
    if base[0] != CChar(46), mask & UInt32(IN_ISDIR) != 0 { return true }
    if base[0] != CChar(46), FolderWalk.isNews(base) { return true }
    return String(validatingCString: base).map(names.contains) ?? false
  }
}
