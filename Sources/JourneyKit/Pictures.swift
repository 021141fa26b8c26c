internal import JourneyRender
internal import JourneyWords

/// What librsvg makes of an SVG: PDF for a printer, PNG for a slide.
///
/// Its own program does it, `rsvg-convert`, found on the path when it is asked for: Waymark needs no library for what
/// few ask for, and a drawing that it cannot take ends that program and not this one.
enum Picture: String, Sendable {
  case pdf, png

  /// Longer sides cannot be drawn as pixels by cairo, which librsvg draws with.
  static let mostPixels = 32_767.0
  /// Of one picture.
  private static let limit = 1 << 30

  /// Two pixels to each unit where that is possible. A pixel less than the most is aimed at: the program rounds up.
  static func zoom(width: Double, height: Double) -> Double { min(2, (mostPixels - 1) / max(width, height, 1)) }

  /// The drawing as a picture: a PDF of its own size, a PNG with two pixels to each of its units where that is possible.
  ///
  /// The same bytes each time on one machine; another may have other fonts, or another librsvg.
  func made(of drawing: SizedDrawing, named name: String) throws(WaymarkError) -> [UInt8] {
    let zoom = Picture.zoom(width: drawing.width, height: drawing.height)
    let arguments = ["--format", rawValue, "--unlimited"] + (self == .png ? ["--zoom", "\(zoom)"] : [])
    let outcome: System.RunOutcome
    do throws(System.Failure) {
      outcome = try System.run(
        "rsvg-convert", arguments, input: drawing.svg, variables: ["SOURCE_DATE_EPOCH=0"], limit: Picture.limit)
    } catch .isMissing {
      throw WaymarkError(
        "PDF and PNG are made by rsvg-convert, which is not installed",
        help:
          "install librsvg's tools (Debian: apt-get install librsvg2-bin), or leave out --format"
      )
    } catch {
      throw WaymarkError("cannot run rsvg-convert for \"\(name)\": \(error.reason)")
    }
    guard outcome.status == 0, !outcome.output.isEmpty else {
      let words = String(decoding: outcome.error.prefix(500), as: UTF8.self).split(separator: "\n").first
      throw WaymarkError("rsvg-convert could not make \"\(name)\": \(words.map(String.init) ?? "it says no reason")")
    }
    return outcome.output
  }
}
