import UnicodeData

// A presentation form joins on the sides that it was chosen for. Where a line is cut inside a word,
// the letter at the cut joins there no more.
extension Paragraph {
  /// Other forms for the clusters on both sides of a truncated line's ellipsis, by their places, in
  /// logical order; none for a letter that shows its form already.
  func formsAtCut(of line: Line) -> [(cluster: Int, scalar: UInt32)] {
    var forms: [(cluster: Int, scalar: UInt32)] = []
    func cut(_ cluster: Int, _ side: JoiningForms.Sides) {
      let shown = clusters[cluster].scalar
      let alone = LetterForms.shared.form(shown, without: side)
      if alone != shown { forms.append((cluster, alone)) }
    }
    if let last = line.clusters.last { cut(last, isRightToLeft(last) ? .after : .before) }
    if let first = line.tail.first { cut(first, isRightToLeft(first) ? .before : .after) }
    return forms
  }

  /// Whether a cluster may be the one beside an ellipsis: no space, which is cut there, and no tatweel,
  /// which has no form that joins to nothing.
  func mayStandAtCut(_ cluster: Int) -> Bool {
    !measures[cluster].hangs && clusters[cluster].scalar != 0x0640
  }

  private func isRightToLeft(_ cluster: Int) -> Bool { clusters[cluster].level & 1 == 1 }
}
