import Glibc

/// An empty file beside the store, which says that somebody met damage in it: what one reads may be
/// damaged and what the next one writes may not be, so that who could mend it would not notice.
struct DamageNote {
  private let path: String

  /// The note beside the store at `path`.
  init(_ path: String) {
    self.path = NewsStore.absolute(path, resolved: true) + "-damaged"
  }

  /// Whether it is there.
  var isThere: Bool { access(path, F_OK) == 0 }

  /// Leaves it, where the folder allows that.
  func leave() {
    let file = creat(path, 0o600)
    if file >= 0 { close(file) }
  }

  /// Takes it away.
  func remove() { unlink(path) }
}

extension NewsStore {
  /// Whether somebody met damage in the store at `path`, and nobody looked at all of it since.
  public static func isSuspected(_ path: String) -> Bool { DamageNote(path).isThere }

  /// Looks at every table, which takes seconds for a large library, and makes the index of words anew
  /// where that is damaged and nothing else is.
  ///
  /// - Throws: also `damaged`, where more is.
  public func verify() throws(StoreError) {
    switch try damage() {
    case .none: break
    case .ofTheIndex:
      guard try renewDamagedIndex() else { throw StoreError(.damaged, path: path) }
    case .ofMore: throw StoreError(.damaged, path: path)
    }
    DamageNote(path).remove()
  }

  private func damage() throws(StoreError) -> IndexRenewal.Damage {
    do {
      return try IndexRenewal(path).damage()
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
