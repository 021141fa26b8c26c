internal import JourneyLayout
internal import JourneyWords
internal import Markup

/// A channel's sign, 14 pixels wide and tall around a point; letters where its kind has no picture.
func channelSign(_ channel: ChannelSign, at center: Point) -> [Element] {
  guard case .letters(let letters) = channel else {
    return [path(outline(channel, center.x, center.y), "channel-line")]
  }
  return [
    rect(Rect(x: center.x - 9, y: center.y - 7, width: 18, height: 14), "channel-line", radius: 3),
    Element(
      "text", ["class": "badge mid", "x": center.x.svg, "y": (center.y + 4.3).svg],
      children: [.text(letters)]),
  ]
}

private func outline(_ channel: ChannelSign, _ x: Double, _ y: Double) -> PathData {
  switch channel {
  case .phone:
    "M\(x - 5.5) \(y - 3.5)c0 -2 2 -2.5 2.8 -1l1 2l-1.2 1.6c.8 1.6 1.8 2.6 3.4 3.4l1.6 -1.2l2 1c1.5 .8 1 2.8 -1 2.8c-4.6 0 -8.6 -4 -8.6 -8.6z"
  case .mobile: "M\(x - 3.5) \(y - 6)h7v12h-7zM\(x - 1) \(y + 4)h2"
  case .web:
    "M\(x - 6) \(y)a6 6 0 1 0 12 0a6 6 0 1 0 -12 0zM\(x - 6) \(y)h12M\(x) \(y - 6)c-4 4 -4 8 0 12c4 -4 4 -8 0 -12"
  case .mail: "M\(x - 6) \(y - 4.5)h12v9h-12zl6 5l6 -5"
  case .letter: "M\(x - 4.5) \(y - 6)h6l3 3v9h-9zM\(x - 2.5) \(y)h5M\(x - 2.5) \(y + 3)h5"
  case .chat: "M\(x - 6) \(y - 5)h12v8h-7l-3 3v-3h-2z"
  case .door: "M\(x - 4) \(y + 6)v-12h8v12zM\(x + 1.5) \(y)v1"
  case .shop: "M\(x - 6) \(y - 2)l1.5 -4h9l1.5 4zM\(x - 5) \(y - 2)v8h10v-8"
  case .bank:
    "M\(x - 6) \(y - 2)l6 -4l6 4zM\(x - 6) \(y + 5.5)h12M\(x - 4) \(y - 1)v5M\(x) \(y - 1)v5M\(x + 4) \(y - 1)v5"
  case .letters: ""
  }
}
