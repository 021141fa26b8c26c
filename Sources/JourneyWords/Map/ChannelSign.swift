/// What stands for a channel: a picture of a kind that many teams have, else the first letters of its name.
package enum ChannelSign: Sendable, Equatable {
  case phone, mobile, web, mail, letter, chat, door, shop, bank
  case letters(String)

  /// Which words of a channel's name or title tell its kind, in English and German; the first match counts.
  private static let kinds: [(words: [String], sign: ChannelSign)] = [
    (["chat", "messenger", "whatsapp"], .chat),
    (["email", "e-mail", "mail", "newsletter"], .mail),
    (["phone", "telephone", "call", "hotline", "telefon", "anruf"], .phone),
    (["app", "mobile", "sms", "text", "handy"], .mobile),
    (["web", "website", "online", "portal", "site", "webseite", "browser"], .web),
    (["letter", "post", "brief", "paper"], .letter),
    (["bank", "account", "branch", "filiale", "konto"], .bank),
    (["shop", "store", "counter", "desk", "kiosk", "laden", "schalter"], .shop),
    (["door", "home", "visit", "person", "room", "onsite", "on-site", "tür", "besuch", "terminal", "gate"], .door),
  ]

  /// - Parameter fits: whether there is room for some letters.
  package init(name: String, title: String, fits: (String) -> Bool) {
    let words = (name + " " + title).lowercased().split { $0 == " " || $0 == "_" || $0 == "/" }.flatMap { word in
      [String(word)] + word.split(separator: "-").map(String.init)
    }
    let letters = [2, 1].lazy.map { String(title.prefix($0)) }.first(where: fits)
    self =
      Self.kinds.first { kind in words.contains { kind.words.contains($0) } }?.sign
      ?? .letters(letters ?? String(title.prefix(1)))
  }
}
