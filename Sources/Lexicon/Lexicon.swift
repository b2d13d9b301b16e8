// The lexicon as the tagger uses it: immutable, shared by all workers.

package import Text

/// Actors, issues, cues, phrases and weights of all packs, indexed.
package struct Lexicon: Sendable {
  package var actors: [Actor] = []
  package var memberships: [Membership] = []
  package var signs: [ActorSign] = []
  package var issues: [Issue] = []
  package var cues: [Cue] = []
  package var entries: [Entry] = []
  package var vocabulary = Vocabulary()
  package var phrases = PhraseTrie()
  /// Rows of weights.tsv: weights in the order of `Component.allCases`.
  package var weights = WeightTable()
  /// Rows of weights-issues.tsv.
  package var issueWeights = IssueWeights()
  /// Rows of weights-issue-stance.tsv.
  package var issueStanceWeights = IssueWeights()
  /// The phrases of all entries, one after the other.
  var phraseText: [UInt8] = []

  package init() {}

  /// The phrase of an entry as its file has it, in UTF-8.
  package func phrase(_ entry: Entry) -> ArraySlice<UInt8> {
    phraseText[Int(entry.phrase.lowerBound)..<Int(entry.phrase.upperBound)]
  }

  /// Words of grammar that coders look at; they get ids even if no phrase uses them.
  package static let functionWords = """
    the a an of to in on for and or but that which who whose not no only by with as at from
    its their it they we our us i my he she his her both while whereas however whether if
    when is are was were be been has have had will would should must shall may can could
    cannot do does did , ; : . ( ) " “ ” ‘ – — other others hold different differing
    divergent differ applied apply applies restrict restricts restricting limit limiting
    eliminate eliminating replace replacing weaken weakening undermine undermining deny
    denying block blocking hinder impede impeding curtail barrier barriers restriction
    restrictions obstruct obstacles than against between according view unlike besides
    despite alongside amid including notably such led headed spearheaded chaired behalf
    speaking into over under through within about like via across regarding concerning upon
    without versus toward towards among where whom each then again further now still always
    never once just even therefore thus long often already instead itself themselves ought
    need needs might until unless nor although though this these those being am because prefer
    prefers preferred favour favours favoured favored reopening reopen opening renegotiating
    renegotiate diluting dilute deleting removing softening today yesterday nevertheless nonetheless
    meanwhile moreover furthermore too soon later earlier first so yet far ever indeed rather hence
    either jointly together alone monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december morning afternoon
    evening week month year many several various most certain numerous fellow some few dozens scores
    more two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred states
    countries nations governments allies delegations delegates partners powers participants speakers
    supporters backers opponents signatories parties members capitals representatives envoys diplomats
    negotiators panellists panelists attendees proposal proposals suggestion suggestions plan plans
    draft demand demands amendment amendments motion motions counterproposal argument arguments idea
    ideas sign signed join joined adopt adopted ratify ratified endorse endorsed accede agree chair
    chairs chairperson chairman chairwoman chairpersons facilitator facilitators secretariat
    accept live support go consent subscribe back sponsors cosponsors authors coauthors advocates
    proponents adherents critics objectors sceptics skeptics holdouts detractors opposed
    """.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) }

  /// The numbers of words in a list with blanks between them; words that no phrase and no rule of
  /// grammar holds are left out.
  package func ids(of words: String) -> [WordID] {
    words.utf8.split(separator: 0x20).compactMap {
      let id = vocabulary.id(of: String(Substring($0)))
      return id == .unknown ? nil : id
    }
  }
}
