import Foundation
import Support
import Testing

/// Disk full, read-only folder, kill −9 during a write – the old tally intact, clear error.
@Suite struct TallyDurabilityTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch.ofSurvey() }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a folder that may not be written leaves the old tally`() throws {
    try scratch.write(Survey.head, to: "w/survey.tally.csv")
    let run = try bounded(shell: "chmod 500 w; waymark tally w; s=$?; chmod 700 w; exit $s", in: scratch)
    #expect(run.status == 2 && run.error.contains("cannot write \"w/survey.tally.csv\": permission denied"))
    #expect(try scratch.text("w/survey.tally.csv") == Survey.head)
  }

  @Test(.enabled(if: !Run.isSanitized, "the thread sanitizer writes a file of its own"))
  func `a tally that does not fit on the disk leaves the old one`() throws {
    try scratch.write(Survey.head, to: "w/survey.tally.csv")
    let run = try Run(
      shell: "(ulimit -f 0; waymark tally w) 2>&1 | cat; ls -A w", in: scratch.folder)
    #expect(run.output.contains("cannot write \"w/survey.tally.csv\""), "\(run.output)\(run.error)")
    #expect(!run.output.contains(".tmp"))
    #expect(try scratch.text("w/survey.tally.csv") == Survey.head)
  }

  @Test func `killed at any moment it leaves the old tally or the new one, and nothing else`() throws {
    let rows = (0..<4000).map { "2026-04-03,\($0 % 7)\n" }.joined()
    try scratch.write("date,q\n" + rows, to: "w/private/x.csv")
    let run = try Run(
      shell: """
        mkdir r; waymark tally w >new.txt; mv w/survey.tally.csv new
        sed 's/2026-04/2025-04/' new >old; cat old >both; sed 1d new >>both
        for moment in 000 002 004 006 008 010 012 014 016 018 020 025 030 035 040 045 050 060 070 080 100 120 150 200; do
          cp old w/survey.tally.csv
          '\(Run.program.path)' tally w --rejects r/rejects.csv >/dev/null 2>&1 & sleep 0.$moment; kill -9 $!; wait $! 2>/dev/null
          cmp -s old w/survey.tally.csv || cmp -s both w/survey.tally.csv || { echo half a tally; cat w/survey.tally.csv; }
          for left in $(ls -A w r); do
            case $left in w:|r:|help.journey|private|survey.tally.csv|rejects.csv) ;; *) echo "left $left" ;; esac
          done
        done
        """, in: scratch.folder)
    #expect(run.output.isEmpty, "\(run.output)\(run.error)")
  }
}
