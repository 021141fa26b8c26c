extension Theme {
  /// Of the map in a page: what the script's classes look like. It stands in the map, so that a copy looks the same.
  var liveStyle: String {
    """
    .waymark .dim{opacity:.18}
    .waymark [role=button]{cursor:pointer}
    .waymark [role=button]:focus{outline:none}
    \(live(dark: false))
    @media screen and (prefers-color-scheme:dark){
    \(live(dark: true))
    }
    .waymark .touchpoint.on .card-box{stroke-width:3}
    .waymark .lit .arrow{stroke-width:3.5}
    .waymark .lit .hand-off{stroke-width:3}
    .waymark .back .arrow{stroke-dasharray:7 3}
    @media (forced-colors:active){
    .waymark .touchpoint.on .card-box,.waymark .card-box:focus-visible{stroke:Highlight;stroke-width:4}
    .waymark .lit .arrow,.waymark .lit .head,.waymark .lit .hand-off{stroke:Highlight}
    }

    """
  }

  private func live(dark: Bool) -> String {
    let (path, feeling) = (color(.path, dark: dark), color(.feeling, dark: dark))
    return
      [
        ".waymark .touchpoint.on .card-box{stroke:\(path)}",
        ".waymark .card-box:focus-visible{stroke:\(color(.owner, dark: dark));stroke-width:4}",
        ".waymark .lit .arrow{stroke:\(path)}.waymark .lit .head{fill:\(path)}",
        ".waymark .back .arrow{stroke:\(color(.level1, dark: dark))}.waymark .back .head{fill:\(color(.level1, dark: dark))}",
        ".waymark .side-a{fill:\(path);stroke:\(path)}.waymark .side-b{fill:\(feeling);stroke:\(feeling)}",
        ".waymark .hollow{fill:\(color(.paper, dark: dark));stroke-width:1.8}",
        ".waymark .lit .hand-off{stroke:\(color(.handOff, dark: dark))}",
      ].joined(separator: "\n")
  }
}
