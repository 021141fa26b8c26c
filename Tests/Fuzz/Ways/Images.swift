import JourneyModel

/// A picture, or none. What is kept of one is a picture of the same size of which nothing more is taken away, and small
/// enough to be shown.
func followImages(_ bytes: [UInt8]) throws(Broken) {
  guard let image = try? RasterImage(bytes) else { return }
  try hold(image.bytes.count <= bytes.count, "what is kept is larger than the file")
  try hold((1...10_000).contains(image.width) && (1...10_000).contains(image.height), "a side is too long")
  try hold(image.width * image.height <= 40_000_000, "there are too many pixels")
  let again = try? RasterImage(image.bytes)
  try hold(again == image, "what is kept is no picture, or another one")
}
