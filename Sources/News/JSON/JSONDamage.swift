/// A text that was read though something in it is no text; U+FFFD stands in its place.
struct JSONDamage: Equatable {
  var place: JSONPlace
  var what: String
}
