import News
import Words

extension Model {
  /// Looks for new articles in the shelf's sources, unless that goes on already.
  ///
  /// One that nobody asked for says only what it found.
  mutating func beginScan(isAskedFor: Bool) -> [Effect] {
    guard scan == nil else { return [] }
    let ticket = takeTicket()
    scan = RunningScan(ticket: ticket, isAskedFor: isAskedFor)
    return [.begin(.scan(shelf.sources), ticket)]
  }

  /// Files changed: they are looked at, now or once the scan that is going on has ended. What is in
  /// sight stays where it is.
  mutating func lookAgain() -> [Effect] {
    if cursor == nil, !directionIsProvisional, let selected {
      top = window.rows[topIndex].rank
      cursor = selected.rank
    }
    guard scan == nil else {
      scan?.isOutdated = true
      return []
    }
    let effects = beginScan(isAskedFor: false)
    scan?.isQuiet = true
    return effects
  }

  /// Has a job count where a row stands; what was counted before is for another row.
  mutating func countPlace(of rank: Rank) -> [Effect] {
    let cancelled = cancelPlacing()
    let ticket = takeTicket()
    placing = ticket
    return cancelled + [.begin(.place(of: rank, in: shelf), ticket)]
  }

  /// Drops the count that is under way.
  mutating func cancelPlacing() -> [Effect] {
    defer { placing = nil }
    return placing.map { [.cancel($0)] } ?? []
  }

  // What a job says is dropped where its ticket is not the model's any more: it comes too late.

  /// A place was counted.
  mutating func takePlace(_ counted: ListPlace, by ticket: Ticket) {
    guard ticket == placing else { return }
    placing = nil
    place = counted
  }

  /// A scan has come so far.
  mutating func followScan(
    _ ticket: Ticket, files: Int, articles: Int, percent: Int?, megabytes: Int?
  ) {
    guard ticket == scan?.ticket else { return }
    scan?.files = files
    scan?.articles = articles
    scan?.percent = percent
    scan?.megabytes = megabytes
  }

  /// Ends the scan, if one is running; what it took in stays.
  mutating func stopScan() -> [Effect] {
    guard let scan else { return [] }
    self.scan = nil
    say(.scanStopped)
    return [.cancel(scan.ticket), askForWindow()]
  }

  /// A job came to nothing; a place is counted again when it is asked for.
  mutating func takeFailure(of ticket: Ticket, because reason: Phrase) {
    if ticket == placing { placing = nil }
    takeFailure(ofSearch: ticket, because: reason)
    guard ticket == scan?.ticket else { return }
    scan = nil
    say(.scanFailed(because: reason), isFailure: true)
  }

  /// A scan is done: what it found is said.
  mutating func finishScan(
    _ ticket: Ticket, new: Int, changed: Int, problems: Int
  ) -> [Effect] {
    guard ticket == scan?.ticket else { return [] }
    let isAskedFor = scan?.isAskedFor == true
    let isOutdated = scan?.isOutdated == true
    scan = nil
    if notice?.isFailure != true, notice?.phrase != .articleChanged(reload: Command.reload.keyName)
    {
      if new + changed + problems > 0 {
        say(.scanReport(new: new, changed: changed, problems: problems))
      } else if isAskedFor {
        say(.nothingNew)
      }
    }
    return [askForWindow()] + askForStatus() + (isOutdated ? lookAgain() : [])
  }
}
