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

  /// Takes in what a job says; one whose ticket is not the model's any more comes too late.
  mutating func takeJob(_ message: Message) -> [Effect] {
    switch message {
    case .placed(let ticket, let number, let count) where ticket == placing:
      placing = nil
      place = ListPlace(number: number, count: count)
    case .scanning(let ticket, let files, let articles) where ticket == scan?.ticket:
      scan?.files = files
      scan?.articles = articles
    case .scanned(let ticket, let new, let changed, let problems) where ticket == scan?.ticket:
      return finishScan(new: new, changed: changed, problems: problems)
    case .jobFailed(let ticket, let reason) where ticket == scan?.ticket:
      scan = nil
      say(.scanFailed(because: reason), isFailure: true)
    case .jobFailed(let ticket, _) where ticket == placing:
      placing = nil
    default: break
    }
    return []
  }

  private mutating func finishScan(new: Int, changed: Int, problems: Int) -> [Effect] {
    let isAskedFor = scan?.isAskedFor == true
    scan = nil
    if notice?.isFailure != true {
      if new + changed + problems > 0 {
        say(.scanReport(new: new, changed: changed, problems: problems))
      } else if isAskedFor {
        say(.nothingNew)
      }
    }
    return [askForWindow()]
  }
}
