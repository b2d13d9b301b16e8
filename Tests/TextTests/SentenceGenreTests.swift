// Sentence boundaries in many kinds of writing; every text is written for the project.

import Testing
import Text

@Suite struct SentenceGenreTests {
  /// "|" marks where a sentence ends and the next begins.
  @Test(arguments: [
    // fiction
    "\"I never said that!\" she cried, and slammed the door. | He waited. | Nothing.",
    "\"Stop!\" | The guard had already raised his lamp. | \"Who goes there?\"",
    "He thought about it... then he shook his head.",
    "\"Well...\" | She looked away. | \"Perhaps tomorrow.\"",
    "\"You're late,\" said Tom. | \"I know,\" Ann replied, \"but the bus broke down.\" | \"Again?\" | \"Again.\"",
    "'Where to?' asked the driver. | 'The station, please.'",
    "It was — how shall I put it? — a disaster. | Nobody laughed.",
    "\"Did he really say 'Go home!' to her?\" asked Mr. Finch.",
    "She had one rule (never look back!) and she kept it.",
    "“Come in!” called the old woman. | “The door is open.”",
    "“What a day!” | Marta dropped her bag. | “I need tea.”",
    "“I don’t believe it.” | He laughed. | “Not a word.”",
    "\"No,\" he said. | \"No, I won't.\" | And that was that.",
    // news
    "The bill passed by 51 votes to 49 on Jan. 6, 2021. | Sen. T. J. Brandt voted against it.",
    "Shares in Orbis plc rose 3.2 per cent to 412.5p. | The FTSE closed lower.",
    "Police said the man, 34, was arrested at 3:15 a.m. on Tuesday. | No one was hurt.",
    "The U.S. Supreme Court heard the case in Washington, D.C. | A ruling is due in June.",
    "\"It's over,\" said the minister. | \"We move on.\"",
    "The group, based in St. Louis, Mo., employs 2,000 people. | It was founded in 1987.",
    "Prices fell to $1.2 million from $1.5 million a year ago. | Analysts were surprised.",
    "Gen. A. Okafor met Lt. Col. Harris at Ft. Bragg. | The talks lasted two hours.",
    "The firm (formerly Delta Corp.) moved to the U.K. in 2009.",
    "Inflation is \"under control\", the bank said. | Critics disagree.",
    // interviews
    "Q: How did you start? | A: By accident.",
    "So what happened next? | Well, we ran out of money.",
    "I mean, um, it's not, you know, what we planned. | But okay.",
    // how-to
    "Preheat the oven to 180 °C (350 °F). | Mix the flour, sugar, etc. in a bowl. | Add 2 tbsp. of oil.",
    "Click \"Save as...\" and choose a folder. | The file is stored as report.v2.pdf there.",
    "Type ls -l and press Enter. | You will see a list of files, e.g. notes.txt or README.md.",
    "Warning! | Never touch the wire when the power is on.",
    "Use approx. 5 cm of tape. | Cut it with scissors (not a knife!). | Fold it twice.",
    "See www.example.com/help?id=3 for more. | Or write to help@example.com.",
    // bios
    "Maria T. Lindqvist (born 4 May 1921, d. 1999) was a Swedish botanist. | She studied at Uppsala.",
    "J. R. Harmon Jr. was born in Bath, Maine. | His father, Capt. John R. Harmon, was a sailor.",
    "In 1956 he received his Ph.D. from M.I.T. | He never returned to Europe.",
    "He worked with Prof. K. Sato et al. on the problem. | Their paper appeared in Vol. 12, No. 3, pp. 45-67.",
    "She moved to N.Y. in 1978. | There she met the painter E. Cole.",
    // conversation
    "Oh my God! | Did you see that?! | I can't even...",
    "Hey! | How are you? | I'm good, thanks.",
    "Really?? | That's crazy!!! | lol",
    "Yeah, right. | Whatever you say, Dr. Know-it-all.",
    // forum
    "Has anyone tried the new version? | it keeps crashing on me. | any help would be great!",
    "I bought it for 20 bucks... not bad, huh? | Works fine so far :) | Would buy again.",
    "IMO it's overrated. | YMMV.",
    "Thanks in advance! | -Jim",
    "It's called Yahoo! Answers. | I used it in 2010.",
    "Version 2.0.1 fixed it. | Try rebooting first.",
    "I live in the U.S. and I love it here. | My cousin is in the U.K. | She hates it.",
    "The meeting is at 7 p.m. | Don't be late!",
    "We leave at 7 p.m. sharp and return at 9 p.m. on Sunday.",
    "Bring pens, paper, etc. | We start on time.",
    "The talks lasted until 1:15 a.m. | Stallholders were not amused.",
    "The shop opens at 9 a.m. Saturday and closes at 5 p.m. Eastern. | Bring a coat.",
    "U.S. Rep. Carl Boyce did not return calls. | He never does.",
    "P.S. The greenhouse cost a fortune. | I want it back.",
    "\"Is anyone there?\" Mrs. Pell called. | No one answered.",
    "Call us (tel. +46 555 010 22) or write. | We are here until six.",
    // law
    "See Sec. 4(b)(2), para. 24. | The Parties shall comply with Art. 5 of the Convention.",
    "It entered into force on 1 Jan. 2010 (see No. 12). | Nothing in it affects Article 3(b)(ii).",
    "The Court held that \"no state may intervene.\" | It cited Nicaragua v. United States.",
    "Under 18 U.S.C. § 1030 it is an offence. | The penalty is a fine.",
    // written in a hurry
    "Take the no. 7 bus. | it stops at the mill. | then walk.",
    "We got there at 5. | they had closed.",
    "Bring pens, paper, etc. | they have none.",
    "Love it! 😀 | The dog too. 🐶🐶 | My cat hates it.",
    "I like this place so much 😍 | The staff know me.",
    "I... I don't know. | He left... | She stayed.",
    "Pens, paper, glue, etc. | Total: £12.",
    // a comma that was misread
    "The harbours and. in particular, the locks are old.",
    "In 2020. we built three. | To that end. we borrowed.",
    // measures, places, dates, labels
    "Soak it for 10 min. | Set it aside for 30 sec. | Dry it.",
    "Keep the seeds at 4 °C for 48 h. | Sow them in rows.",
    "He was ill. | Ann went alone to Bend, Ore. | The train was late.",
    "She lives in Salem, Mass. with her aunt Jane. | It is in Salem, MA. | Marble Street, to be exact.",
    "The minutes were sent on 14 Sept. | Item 3 was closed. | On 2 Oct. Karen Hill resigned.",
    "Step 3. Put the lid on. | Wait.",
    "Figure 2. Boats by harbour.",
    "We have a plan B. | The crew takes the bus.",
    "See Eq. (12) and Eqs. 3 and 4. | The proof is short.",
    "Under 12 N.M. Stat. § 401 it is void. | We affirm.",
    // brackets and marks of notes
    "(He left early. | The rest of us stayed.) | Nobody spoke.",
    "It burned in 1502.[4][5] | Nothing is left.[note 2] | The site is bare.² | Sheep graze there.",
    "Her first show, \"Clay! Clay!\", opened in May. | It closed in June.",
  ])
  func splits(marked: String) {
    let expected = marked.split(separator: "|").map { $0.drop { $0 == " " } }.map { text in
      String(text.last == " " ? text.dropLast() : text)
    }
    let bytes = Array(expected.joined(separator: " ").utf8)
    var ranges: [Range<Int>] = []
    bytes.withUnsafeBufferPointer {
      SentenceSegmenter().sentences(in: $0, range: 0..<bytes.count, into: &ranges)
    }
    #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  /// No space between two sentences; names of files, hosts and methods have none either.
  @Test func splitsGlued() {
    let text =
      "The soup was great.The bread was not.Who cares?I went back to www.soup.The end of log.Write and "
      + "Soup.The is on the map."
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    bytes.withUnsafeBufferPointer {
      SentenceSegmenter().sentences(in: $0, range: 0..<bytes.count, into: &ranges)
    }
    #expect(
      ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == [
        "The soup was great.", "The bread was not.", "Who cares?",
        "I went back to www.soup.The end of log.Write and Soup.The is on the map.",
      ])
  }
}
