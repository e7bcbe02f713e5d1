import Foundation
import GRDB

/// Folds what waits for the index on a thread of its own, two batches ahead of who writes them.
struct FoldingLine {
  private let batches = BoundedQueue<Result<SearchIndexing.Batch, StoreError>>(capacity: 2)

  /// Begins to fold what `store`, open for reading, has waiting.
  init(_ store: NewsStore) {
    Thread.detachNewThread { [batches] in Self.fold(store, into: batches) }
  }

  /// The next batch; an empty one at the end, and nothing behind that.
  func next() throws(StoreError) -> SearchIndexing.Batch {
    try batches.next().get()
  }

  /// Nobody takes any more.
  func end() {
    batches.close()
  }
}

extension FoldingLine {
  private static func fold(
    _ store: NewsStore, into batches: BoundedQueue<Result<SearchIndexing.Batch, StoreError>>
  ) {
    var folder = DocumentFolder()
    var last = Int64.min
    while true {
      do throws(StoreError) {
        let batch = try store.read { db in
          try SearchIndexing.Batch(db, above: last, &folder)
        }
        guard batches.put(.success(batch)), let highest = batch.documents.last?.rank else { return }
        last = highest
      } catch {
        batches.put(.failure(error))
        return
      }
    }
  }
}
