import CNcurses
import Glibc
import Synchronization

/// Gives the terminal back when the process dies without leaving it: on a fatal signal, or by
/// `exit` from anywhere. Everything it needs is prepared beforehand, since a handler may only write
/// and set modes.
enum EmergencyRestore {
  /// From now on the terminal needs to be given back: by writing `bytes` and setting `modes`.
  static func arm(descriptor: Int32, bytes: [UInt8], modes: termios) {
    _ = handlersOnce
    isArmed.store(false, ordering: .sequentiallyConsistent)
    prepared.pointee.bytes?.deallocate()
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    copy.initialize(from: bytes, count: bytes.count)
    prepared.pointee = Prepared(
      descriptor: descriptor, bytes: copy, count: bytes.count, modes: modes)
    isArmed.store(true, ordering: .sequentiallyConsistent)
  }

  /// The terminal was given back in order.
  static func disarm() { isArmed.store(false, ordering: .sequentiallyConsistent) }

  /// Installs the handlers, once.
  private static let handlersOnce: Void = {
    let size = 65_536
    var stack = stack_t(
      ss_sp: UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16), ss_flags: 0,
      ss_size: size)
    sigaltstack(&stack, nil)
    for signal in [SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP] {
      khabar_install(signal, restoreAndDie, SA_ONSTACK | SA_NODEFER, earlier + Int(signal))
      khabar_unblock(signal)
    }
    atexit { restore() }
  }()
}

/// What a handler writes and sets.
private struct Prepared {
  var descriptor: Int32 = -1
  var bytes: UnsafeMutablePointer<UInt8>?
  var count = 0
  var modes = termios()
}

// Read by handlers, written only while they are told not to look.
private nonisolated(unsafe) let prepared: UnsafeMutablePointer<Prepared> = {
  let memory = UnsafeMutablePointer<Prepared>.allocate(capacity: 1)
  memory.initialize(to: Prepared())
  return memory
}()

/// The actions that were in force before, by signal: a runtime's own report of a crash.
private nonisolated(unsafe) let earlier: UnsafeMutablePointer<sigaction> = {
  let memory = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
  memory.initialize(repeating: sigaction(), count: 65)
  return memory
}()

private let isArmed = Atomic<Bool>(false)

/// Writes and sets what was prepared, once: async-signal-safe.
private func restore() {
  guard isArmed.exchange(false, ordering: .sequentiallyConsistent) else { return }
  var rest = prepared.pointee.count
  while rest > 0, let bytes = prepared.pointee.bytes {
    let written = write(prepared.pointee.descriptor, bytes + (prepared.pointee.count - rest), rest)
    guard written > 0 else { break }
    rest -= written
  }
  tcsetattr(prepared.pointee.descriptor, TCSANOW, &prepared.pointee.modes)
}

/// Gives the terminal back, then lets the signal do what it would have done.
private func restoreAndDie(_ signal: Int32) {
  restore()
  sigaction(signal, earlier + Int(signal), nil)
  raise(signal)
}
