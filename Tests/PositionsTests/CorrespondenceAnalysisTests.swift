// Correspondence analysis on a table whose solution is known by hand.

import Testing

@testable import Positions

@Suite struct CorrespondenceAnalysisTests {
  /// Rows (2,0), (0,2), (1,1): masses 1/3 each, columns 1/2 each. One axis with all the inertia;
  /// the first two rows lie at ±1, the third, average one at 0.
  @Test func knownSolution() throws {
    let analysis = try #require(CorrespondenceAnalysis([[2, 0], [0, 2], [1, 1]]))
    #expect(abs(analysis.inertia[0] - 1) < 1e-9)
    #expect(abs(abs(analysis.rows[0][0]) - 1) < 1e-9)
    #expect(abs(analysis.rows[0][0] + analysis.rows[1][0]) < 1e-9)
    #expect(abs(analysis.rows[2][0]) < 1e-9)
  }

  @Test func tooSmallTablesGiveNothing() {
    #expect(CorrespondenceAnalysis([[1, 2], [2, 1]]) == nil)
    #expect(CorrespondenceAnalysis([[1, 0], [2, 0], [3, 0]]) == nil)
  }
}
