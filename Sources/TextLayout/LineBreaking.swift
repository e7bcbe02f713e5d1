/// Where lines may end.
public enum LineBreaking: Hashable, Sendable {
  /// As UAX #14 says, untailored.
  case standard
  /// As newspapers set it: UAX #14, tailored so that
  ///
  /// - an address breaks after `/ ? & = - .` and nowhere else, nor between the slashes of `//`: what
  ///   has a scheme (`https://…`) or begins with `www.`, and a host with a path (`example.org/news`);
  /// - a dash between numbers does not break, as in 15–18, nor does one with spaces, as in 10 – 20,
  ///   whichever spaces these are;
  /// - a line ends neither in a word of one letter, such as a lone «و», nor in a number whose unit,
  ///   which is whatever word comes next, begins the line below, where a break before that costs the
  ///   line at most four columns;
  /// - the last line is not one word of at most six columns, where a break one word earlier avoids
  ///   that, does not leave the line above shorter than the last one, and is not one to avoid itself.
  case news

  /// How many columns a line gives up for a better end.
  static let mostGivenUp = 4
  /// How wide a word is at most that should not be a paragraph's last line.
  static let shortWord = 6
}
