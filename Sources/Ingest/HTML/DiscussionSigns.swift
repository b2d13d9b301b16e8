// Signs that a page is a discussion, whose posts are the content: the software that made it and the words
// of its address.

internal import Text

enum DiscussionSigns {
  /// - Parameter generator: what `<meta name="generator">` says.
  static func generator(_ generator: String) -> Bool {
    let name = generator.lowercased()
    return software.contains { name.hasPrefix($0) }
  }

  private static let software = [
    "discourse", "phpbb", "vbulletin", "xenforo", "invision", "mybb", "vanilla", "flarum", "nodebb",
    "simple machines", "smf", "fluxbb", "bbpress", "lemmy", "mastodon",
  ]

  /// - Parameter url: the page's canonical address.
  static func address(_ url: String) -> Bool {
    guard let scheme = url.place(of: "://") else { return false }
    let parts = url[scheme.upperBound...].lowercased().split { "/?#".contains($0) }
    guard let host = parts.first else { return false }
    let names = host.split(separator: ".")
    if let name = names.first, hosts.contains(String(name)), parts.count > 1 { return true }
    return parts.dropFirst().contains { part in
      folders.contains(String(part)) || scripts.contains { part.hasPrefix($0) }
    }
  }

  private static let hosts: Set<String> = ["forum", "forums", "discuss", "discussions", "answers"]
  private static let folders: Set<String> = ["forum", "forums", "thread", "threads"]
  private static let scripts = ["showthread", "viewtopic", "viewthread"]
}
