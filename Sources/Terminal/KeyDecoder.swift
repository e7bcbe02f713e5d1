import CNcurses
import Display

/// What ncurses read, as keys: sequences that it didn't know are swallowed, and so is what was
/// pasted, since a pasted text would be taken for commands.
struct KeyDecoder {
  /// One answer of `get_wch`.
  enum Input: Equatable {
    /// A character; controls included.
    case scalar(UInt32)
    /// One of ncurses' key codes.
    case code(Int32)
  }

  /// The codes given to the marks round a pasted text, above all of ncurses' own (`KEY_MAX`).
  static let pasteStart: Int32 = 0o1001
  static let pasteEnd: Int32 = 0o1002
  /// How long an unfinished sequence or paste may be, in nanoseconds from its last character.
  static let patience: UInt64 = 1_000_000_000

  private enum State {
    case ground
    /// After ESC: the key Escape if nothing follows at once.
    case escape
    /// Within CSI … final byte (ECMA-48 §5.4); its number so far, nil where it is not a plain one.
    case sequence(Int?)
    /// Within the three bytes that follow an old report of the mouse.
    case skipping(Int)
    /// After ESC O: one more character.
    case single
    /// Within OSC, DCS, APC, PM or SOS, up to BEL or ST (ECMA-48 §5.6).
    case string(afterEscape: Bool)
    case paste
  }

  private var state = State.ground
  private var lastInput: UInt64 = 0

  /// Takes one input in and returns the keys it completes; `now` in nanoseconds.
  mutating func keys(from input: Input, at now: UInt64) -> [Key] {
    lastInput = now
    switch input {
    case .code(Self.pasteStart):
      state = .paste
      return []
    case .code(Self.pasteEnd):
      state = .ground
      return []
    case .code(let code):
      if case .paste = state { return [] }
      let pending = finishEscape()
      state = .ground
      return pending + (Key(code: code).map { [$0] } ?? [])
    case .scalar(let scalar): return keys(from: scalar)
    }
  }

  /// Says that nothing more waits, and returns the key Escape if that was what it began with.
  mutating func pause() -> [Key] {
    if case .single = state { state = .ground }
    return finishEscape()
  }

  /// Gives up on a sequence or a paste that was never ended.
  mutating func expire(at now: UInt64) {
    if now &- lastInput > Self.patience { state = .ground }
  }

  private mutating func finishEscape() -> [Key] {
    guard case .escape = state else { return [] }
    state = .ground
    return [.escape]
  }

  private mutating func keys(from scalar: UInt32) -> [Key] {
    switch state {
    case .paste: return []
    case .ground:
      if scalar == 0x1B {
        state = .escape
        return []
      }
      return Key(scalar: scalar).map { [$0] } ?? []
    case .escape: return keysAfterEscape(scalar)
    case .sequence(let number): return keys(inSequence: scalar, number)
    case .skipping(let count): state = count > 1 ? .skipping(count - 1) : .ground
    case .single:
      state = .ground
      return Key(final: scalar, number: 0).map { [$0] } ?? []
    case .string(let afterEscape):
      if scalar == 0x07 || (afterEscape && scalar == 0x5C) {
        state = .ground
      } else {
        state = .string(afterEscape: scalar == 0x1B)
      }
    }
    return []
  }

  private mutating func keys(inSequence scalar: UInt32, _ number: Int?) -> [Key] {
    switch scalar {
    case 0x30...0x39:
      state = .sequence(number.map { min($0, 9999) * 10 + Int(scalar - 0x30) })
    case 0x4D where number == 0: state = .skipping(3)
    case 0x40...0x7E:
      state = .ground
      return number.flatMap { Key(final: scalar, number: $0) }.map { [$0] } ?? []
    default: state = .sequence(nil)
    }
    return []
  }

  private mutating func keysAfterEscape(_ scalar: UInt32) -> [Key] {
    switch scalar {
    case 0x5B: state = .sequence(0)
    case 0x4F: state = .single
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string(afterEscape: false)
    case 0x1B: return [.escape]
    default:
      state = .ground  // Escape and a key that followed fast
      return [.escape] + (Key(scalar: scalar).map { [$0] } ?? [])
    }
    return []
  }
}
