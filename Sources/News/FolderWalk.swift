import Glibc

/// Finds the news files under a path, with what tells whether they changed.
///
/// `readdir` and `fstatat`: 10,000 files take 16 ms, where FileManager takes 380.
struct FolderWalk {
  /// A file that was found.
  struct Found {
    var path: String
    var stamp: FileStamp
  }

  /// What was found and is not known as it is, in no order.
  private(set) var files: [Found] = []
  /// How many files are known as they are.
  private(set) var unchanged = 0
  /// What was known before, and what of it was found as it was.
  private(set) var known: KnownFiles
  /// What could not be looked at.
  private(set) var problems: [Problem] = []
  /// Whether all that lies under the path was seen, so that what was not found is gone.
  private(set) var isWhole = true

  /// Whether there is nothing at the path.
  private(set) var isMissing = false

  private var folders: [String] = []
  private var visited: Set<Inode> = []
  /// The files that a folder itself holds under a single name.
  private var direct: [Inode] = []
  /// The others, which another name may lead to as well.
  private var linked: [(inode: Inode, file: Found)] = []

  /// Looks at `path`: a file, whatever its name, or a folder and all that it holds.
  init(_ path: String, known: KnownFiles = KnownFiles()) {
    self.known = known
    var status = stat()
    guard stat(path, &status) == 0 else {
      isMissing = errno == ENOENT
      report(path)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      folders = [path]
      while let folder = folders.popLast() { look(into: folder) }
      addLinked()
    case S_IFREG: add(Found(path: path, stamp: FileStamp(status)))
    default: report(path, Self.noFile)
    }
  }
}

extension FolderWalk {
  private struct Inode: Hashable {
    var device: UInt
    var number: UInt

    init(_ status: stat) {
      device = UInt(status.st_dev)
      number = UInt(status.st_ino)
    }
  }

  private mutating func report(_ path: String, _ reason: String? = nil) {
    let reason = reason ?? String(cString: strerror(errno))
    isWhole = false
    problems.append(Problem(file: path, line: 0, column: 0, reason: .unreadable(reason)))
  }

  /// A pipe, a device, a link to nothing or the like by the name of a news file.
  private mutating func passOver(_ path: String, _ reason: String) {
    problems.append(Problem(file: path, line: 0, column: 0, reason: .unreadable(reason)))
  }

  private static let noFile = "not a file or a folder"

  private mutating func look(into folder: String) {
    guard let stream = opendir(folder) else { return report(folder) }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return report(folder) }
    // Links may lead back to where they came from.
    guard visited.insert(Inode(status)).inserted else { return }
    let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 19
    errno = 0
    while let entry = readdir(stream) {
      let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      if name[0] != CChar(46) {  // a full stop: hidden
        look(at: name, kind: Int32(entry.pointee.d_type), in: folder, descriptor)
      }
      errno = 0
    }
    if errno != 0 { report(folder) }
  }

  private mutating func look(
    at name: UnsafePointer<CChar>, kind: Int32, in folder: String, _ descriptor: Int32
  ) {
    let isNews = Self.isNews(name)
    if kind == Self.regularFile && !isNews { return }
    if kind == Self.regularFile {
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        if errno != ENOENT { report(folder + "/" + String(cString: name)) }
        return
      }
      // The usual case: a file that nothing else leads to, and that has not changed.
      if status.st_nlink == 1, status.st_mode & S_IFMT == S_IFREG,
        known.hasUnchanged(FileStamp(status), folder, name)
      {
        direct.append(Inode(status))
        unchanged += 1
        return
      }
    }
    guard let text = String(validatingCString: name) else {
      if isNews { report(folder + "/" + String(cString: name), "its name is not UTF-8") }
      return
    }
    let path = folder + "/" + text
    if kind == Self.folder { return folders.append(path) }
    var status = stat()
    guard fstatat(descriptor, name, &status, 0) == 0 else {
      guard isNews else { return }
      if errno != ENOENT { return report(path) }
      // Gone since the folder was read, or a link that leads nowhere.
      if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
        passOver(path, "the link leads nowhere")
      }
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: folders.append(path)
    case S_IFREG:
      guard isNews else { return }
      let found = Found(path: path, stamp: FileStamp(status))
      if kind == Self.regularFile, status.st_nlink == 1 {
        direct.append(Inode(status))
        add(found)
      } else {
        linked.append((Inode(status), found))
      }
    case _ where isNews: passOver(path, Self.noFile)
    default: break
    }
  }

  private mutating func add(_ found: Found) {
    if known.hasUnchanged(found.stamp, at: found.path) {
      unchanged += 1
    } else {
      files.append(found)
    }
  }

  /// A file that several names lead to is found once.
  private mutating func addLinked() {
    guard !linked.isEmpty else { return }
    var inodes = Set(direct)
    for (inode, file) in linked where inodes.insert(inode).inserted { add(file) }
  }

  // `d_type`, where the file system tells it.
  private static let folder: Int32 = 4
  private static let regularFile: Int32 = 8

  /// Whether an entry of a folder is a folder, or a link to one.
  static func mayBeFolder(
    _ kind: UInt8, _ name: UnsafePointer<CChar>, in stream: OpaquePointer
  ) -> Bool {
    if Int32(kind) == folder || Int32(kind) == regularFile { return Int32(kind) == folder }
    var status = stat()
    return fstatat(dirfd(stream), name, &status, 0) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static let endings = [".json", ".jsonl", ".ndjson"]

  static func isNews(_ name: UnsafePointer<CChar>) -> Bool {
    guard let dot = strrchr(name, 46) else { return false }
    return endings.contains { strcasecmp(dot, $0) == 0 }
  }
}
