import UnicodeData

extension KnownDifference {
  /// Where FriBidi 1.0.8 shapes otherwise.
  static let ofShapes = [
    KnownDifference(reason: "FriBidi makes no lam-alef of what a mark stands between") { text in
      text.count == 3 && text[0] == 0x0644 && (0x0622...0x0627).contains(text[2])
        && ScalarTable.shared.properties(of: text[1]).isMark
    }
  ]
}
