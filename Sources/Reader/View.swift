public import Display
public import TextLayout

/// The screen that shows a model.
///
/// `settle` comes before it, once a frame. The cache only saves work; the typesetter is scratch.
public func view(
  _ model: Model, _ rowCache: inout RowCache, _ typesetter: inout Typesetter
) -> Screen {
  var screen = Screen(size: model.size)
  guard !model.size.isTooSmall else {
    TooSmall.draw(model, on: &screen, &typesetter)
    return screen
  }
  switch model.front {
  case .list: HeadlineList.draw(model, &rowCache, on: &screen, &typesetter)
  case .page: ArticlePage.draw(model, on: &screen)
  case .help: Help.draw(model, on: &screen, &typesetter)
  }
  TopBar.draw(model, on: &screen, &rowCache.bars, &typesetter)
  StatusBar.draw(model, on: &screen, &rowCache.bars, &typesetter)
  return screen
}
