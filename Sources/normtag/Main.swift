// The executable: everything is in NormtagCommand.

import NormtagCommand

@main
struct Main {
  static func main() { runNormtag() }
}
