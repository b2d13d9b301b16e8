// What the codebook says outright, as a starting point for weights: the penalty draws a weight to
// its prior, not to zero, so that a rule of the codebook holds where coded units are too few to
// show it. Every row names the rule that it stands for (CODEBOOK.md, section 1).

/// Prior means of weights, by feature, in the order principle, norm, rule, procedure, none.
package enum CodebookPrior {
  package static let components: [String: [Double]] = [
    // Stressed and underlined; reported agreement: "what was agreed, not the agreeing". Condemning
    // conduct asks for its end.
    "frame=concern": [0.1, 0.8, 0, 0, -0.5],
    "frame-core=believe/necessity": [0.2, 0.4, 0, 0.1, -0.4],
    "frame-core=believe/importance": [0.3, 0.2, 0, 0.1, -0.4],
    "frame-core=commit/commitment": [0, 0.4, 0, 0, -0.3],
    "frame=urge": [0, 0.5, 0, 0.1, -0.4],
    "frame+object=believe/channel": [0, 0, 0, 0.6, -0.3],
    "frame+object=believe/procNoun": [0, 0, 0, 0.5, -0.3],
    "frame+object=urge/procNoun": [0, 0, 0, 0.5, -0.3],
    // A step, body, meeting or mechanism set up, mandated or used.
    "act+object=establish/procNoun": [0, 0, 0, 0.6, -0.3],
    "act+object=establish/body": [0, 0, 0, 0.5, -0.2],
    "has=channel": [0, 0, 0, 0.4, 0],
    "has=mla": [0, 0, 0, 0.7, -0.2],
    // Description of the text itself, biography, statistics.
    "has=boiler": [-0.2, -0.2, 0, 0, 0.4],
    "has=biography": [-0.1, -0.1, 0, 0, 0.2],
    "has=statistic": [-0.1, -0.1, 0, 0, 0.2],
    // A definite act, checkable without judgement, under a sanction or a time limit.
    "deontic+has=deadline": [-0.1, 0, 0.3, 0.1, -0.1],
    "deontic+has=offence": [0, 0, 0.3, 0, -0.1],
    // "Reported positions count": what somebody is told to hold is no narrative.
    "holder=about-others/believe": [0.5, 0.2, 0, 0, -0.6],
    "holder=about-others/demand": [0, 0.5, 0, 0.1, -0.5],
    "holder=about-others/agree": [0, 0.2, 0, 0.3, -0.4],
    "holder=about-others/commit": [0, 0.4, 0, 0.1, -0.3],
    "holder=about-others/propose": [0.3, 0.1, 0, 0.2, -0.4],
    "holder=about-others/position": [0.5, 0.1, 0, 0, -0.5],
    "holder=about-others/according": [0.3, 0, 0, 0, -0.3],
    // "A self-undertaking towards others": what the holder will not do.
    "holder-negated=about-others/commit": [0, 0.6, 0, 0, -0.5],
    "holder-negated=official/commit": [0, 0.6, 0, 0, -0.5],
    // "Cyberspace should be …", "who should govern, as a general idea": how a domain should be, no
    // conduct of anybody.
    "first-subject+mood=domain/should-present": [0.5, 0, 0, 0, -0.2],
    "second-subject+mood=domain/should-present": [0.5, 0, 0, 0, -0.2],
    "first-subject+mood=domain/must-present": [0.4, 0, 0, 0, -0.2],
    "second-subject+mood=domain/must-present": [0.4, 0, 0, 0, -0.2],
    // Causes and threats in the generic present.
    "has=potential": [0.2, 0, 0, 0, 0],
    "core=adjectiveTo": [0.1, 0.2, 0, 0, -0.2],
  ]

  /// Prior means of the signs of opposition. Condemning a breach of a listed issue supports that
  /// issue, so what is opposed is off the list: creeds, measures, refusals.
  package static let opposition: [String: Double] = [
    "stance:oppose": 0.5, "stance:criticise": 0.2, "stance:harm": 0.2, "stance:adverse": 0.3,
    "stance:creed": 0.7, "stance:measure": 0.4, "stance:trend": 0.3, "stance:support": -0.4,
    "stance:negated": -0.2, "stance:refusal": 0.7, "stance:verdict": 0.4, "stance:report": 0.3,
    "stance:twoKinds": 0.3, "stance:threeKinds": 0.3,
    "stance:opposeUnlisted": 0.4, "stance:criticiseUnlisted": 0.2, "stance:harmUnlisted": 0.2,
    "stance:adverseUnlisted": 0.3, "stance:creedUnlisted": 0.5, "stance:measureUnlisted": 0.5,
    "stance:opposesListed": -0.3, "stance:opposesCreed": 0.5, "stance:harmsListed": -0.3,
    "stance:blamedCreed": 0.5, "stance:leadingCreed": 0.3, "stance:otherHarms": 0.2,
    "stance:blamesOther": 0.8,
    "stance:deontic": -0.3, "stance:question": -0.2, "stance:issueScore": -0.7,
    "stance:listed": -0.4, "stance:practice": -0.4, "stance:norm": -0.5, "stance:law": -1,
    "stance:strategy": -1.2, "stance:foreign": -0.6, "stance:count": 0.2, "stance:density": 0.4,
    "stance:beforeCreed": 0.3, "stance:anaphora": 0.1,
  ]
}
