import Display
import Testing

@testable import Terminal

@Suite struct LookTests {
  @Test(arguments: [true, false])
  func unreadStandsOutSelectedOrNot(inColour: Bool) {
    let unread = Look(of: .unread, inColour: inColour)
    let selectedUnread = Look(of: .selectedUnread, inColour: inColour)
    #expect(unread.emphasis.contains(.bold) && selectedUnread.emphasis.contains(.bold))
    #expect(!Look(of: .read, inColour: inColour).emphasis.contains(.bold))
    #expect(!Look(of: .selectedRead, inColour: inColour).emphasis.contains(.bold))
    #expect(
      Set(
        [Style.unread, .read, .selectedUnread, .selectedRead].map {
          Look(of: $0, inColour: inColour)
        }
      ).count == 4)
  }

  @Test(arguments: Style.allCases)
  func withoutColourThereIsNone(style: Style) {
    let look = Look(of: style, inColour: false)
    #expect(look.foreground == nil && look.background == nil)
  }

  @Test func runningTextKeepsTheTerminalsOwnColours() {
    #expect(Look(of: .body, inColour: true) == Look())
  }
}
