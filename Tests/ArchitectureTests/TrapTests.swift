import Testing

@Suite struct TrapTests {
  @Test(arguments: [
    "let a = b!", "let a = b!.c", "call()!", "list[0]!.d", "var a: Int!", "try! call()", "a as! B", "fatalError(\"x\")",
    "let s = \"\\(b!)\"", "#\"\\#(b!)\"#", "x = \"\"\"\n  \\(b!)\n  \"\"\"", "precondition(a > 0)", "f(\"a\", b!)",
  ])
  func `a trap is found`(source: String) { #expect(!Trap.find(in: SwiftCode(source)).isEmpty) }

  @Test(arguments: [
    "a != b", "if !a {", "a && !b", "// b!", "/* try! /* b! */ as! */", "\"wow!\"", "\"a \\\" b!\"", "#\"a \"b!\"#",
    "\"\"\"\n  stop!\n  \"\"\"", "\"\\(!a) b!\"", "[!a]", "(!a)", "x(!a, \"\")", "a!=b", "try? call()", "a as? B",
    "/// Uses try! never.", "\"\\(\"inner!\")\"",
  ])
  func `other code is not`(source: String) { #expect(Trap.find(in: SwiftCode(source)) == []) }

  @Test func `the line is named`() {
    #expect(Trap.find(in: SwiftCode("a\n/* b\nc */\n\"\"\"\nd!\n\"\"\"\ne!\n")).map(\.line) == [7])
  }
}
