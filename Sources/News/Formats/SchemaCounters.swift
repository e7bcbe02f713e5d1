/// schema.org's `commentCount` and `interactionStatistic`.
enum SchemaCounters {
  static func counters(
    of node: JSONElement.Node, in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> Counters {
    var counters = Counters(comments: element.count("commentCount", of: node, &problems))
    guard let statistic = element.member("interactionStatistic", of: node) else { return counters }
    func take(_ item: JSONElement.Node) {
      guard let type = type(of: item, in: element, &problems),
        let count = element.count("userInteractionCount", of: item, &problems)
      else { return }
      switch type {
      case "CommentAction": counters.comments = counters.comments ?? count
      case "LikeAction": counters.likes = count
      case "ShareAction": counters.shares = count
      case "ViewAction", "ReadAction", "WatchAction": counters.views = count
      default: break
      }
    }
    if element.kind(statistic) == .array {
      element.forEach(of: statistic, take)
    } else {
      take(statistic)
    }
    return counters
  }

  /// The kind of interaction, without the vocabulary's address before it.
  private static func type(
    of item: JSONElement.Node, in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> String? {
    guard let value = element.member("interactionType", of: item) else { return nil }
    let type =
      element.kind(value) == .object
      ? element.line(["@type", "@id"], of: value, &problems)
      : element.line(value, as: "interactionType", &problems)
    return type.map { String($0.split(separator: "/").last ?? "") }
  }
}
