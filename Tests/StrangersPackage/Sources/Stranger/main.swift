import TextLayout

var typesetter = Typesetter()
let paragraph = typesetter.paragraph("قال لا شيء «في 12 مايو» عبر Mastodon")
for line in paragraph.lines(within: 20) {
  let margin = paragraph.startColumn(of: line, within: 20).count
  var bytes = [UInt8](repeating: UInt8(ascii: " "), count: margin)
  paragraph.append(line, in: .visual, to: &bytes)
  print(String(decoding: bytes, as: UTF8.self))
}
