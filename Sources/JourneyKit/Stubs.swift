internal import JourneySyntax

/// Until `JourneySyntax` has it, `fmt` changes nothing.
func format(_ tree: Tree) -> String? { nil }
