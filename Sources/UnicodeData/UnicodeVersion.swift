/// The version of the Unicode Character Database that every table here is made from.
public enum UnicodeVersion {
  /// The version's number.
  public static let version = "17.0.0"
}
