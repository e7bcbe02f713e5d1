/// How far the help is scrolled.
struct HelpPlace: Equatable, Sendable {
  var top = 0
}
