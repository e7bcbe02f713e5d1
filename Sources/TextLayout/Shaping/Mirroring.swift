import UnicodeData

// L4: a character that has a mirror image shows it where its resolved level is odd.
func mirrored(
  _ scalar: UInt32, _ properties: ScalarProperties, _ level: EmbeddingLevel
) -> UInt32 {
  guard properties.hasMirror && level.isRightToLeft else { return scalar }
  return BidiMirror.mirror(of: scalar) ?? scalar
}
