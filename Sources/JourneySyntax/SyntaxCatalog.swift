package import JourneySource

extension Rule {
  /// Every rule that reading a file can raise, by code.
  package static let syntaxCatalog: [Rule] = [
    badEscape, badName, controlCharacter, fileTooLarge, foreignArrow, foreignFile, hiddenCharacter, lateFact,
    longString,
    malformedNumber, mergeConflict, misplacedWord, missingArgument, missingArrow, missingBraces, missingComma,
    missingIs, missingLabel, missingMeaning, missingName, missingStep, missingWord, mixedAlphabets, newLine, noBraces,
    noSuchDate, notUTF8, ownLine, saidTwice, strayBlock, strayBrace, straySign, strayValue, surplusValue, tooDeep,
    tooManyErrors,
    tooManyLines, tooManyTouchpoints, unclosedBlock, unclosedString, unknownChoice, unknownWord, unquotedText, utf16,
    wrongArgument,
  ].sorted { $0.code < $1.code }
}
