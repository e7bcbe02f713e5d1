/// Scalar → class → properties, for all of Unicode: two loads for the class, one for its properties.
///
/// Fetch `shared` once per paragraph, not once per scalar. The buffer behind it is decoded at first
/// use (about 42 kB), never written again and never freed, hence `@unchecked Sendable`.
@frozen public struct ScalarTable: @unchecked Sendable {
  /// The one table.
  public static let shared = ScalarTable()

  /// 8,704 block numbers, by scalar / 128.
  @usableFromInline let blocks: UnsafePointer<UInt8>
  /// The blocks of 128 classes.
  @usableFromInline let classes: UnsafePointer<UInt8>
  /// Class → its properties.
  public let properties: ClassProperties

  private init() {
    let data = EncodedBytes(ScalarTableData.blocks)
    let blocks = UnsafeMutablePointer<UInt8>.allocate(capacity: data.count)
    data.decode(into: blocks)
    let classData = EncodedBytes(ScalarTableData.classes)
    let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: classData.count)
    classData.decode(into: classes)
    self.blocks = UnsafePointer(blocks)
    self.classes = UnsafePointer(classes)
    properties = ClassProperties(EncodedBytes(ScalarTableData.properties))
  }

  /// The class of `scalar`; past U+10FFFF, that of U+FFFF.
  @inlinable public subscript(_ scalar: UInt32) -> ScalarClass {
    let scalar = Int(scalar <= 0x10FFFF ? scalar : 0xFFFF)
    return ScalarClass(rawValue: classes[Int(blocks[scalar >> 7]) << 7 | scalar & 127])
  }

  /// The properties of `scalar`: its class looked up, and that class's properties.
  @inlinable public func properties(of scalar: UInt32) -> ScalarProperties {
    properties[self[scalar]]
  }
}
