// The parts of a page that are no text of its own: navigation, banners, footers, asides, widgets.

extension ContentExtractor {
  mutating func pruneByTagOnly() {
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .nav, .footer, .menu, .dialog, .noscript: dropped[index] = true
      default: break
      }
    }
  }

  mutating func prune(below body: Int, everything: Int32) {
    var node = body + 1
    let end = tree.end(of: body)
    while node < end {
      if isFurniture(node), measures.text(node) * 2 < everything || isCertain(node) {
        dropped[node] = true
        if traits[node].contains(.hidden), isRevealed(node) {
          // What it holds is pruned all the same.
          revealed.append(node)
          node += 1
        } else {
          node = tree.end(of: node)
        }
      } else {
        node += 1
      }
    }
  }

  private func isCertain(_ node: Int) -> Bool {
    tree.nodes[node].tag == .nav && measures.linkDensity(node) > 0.5
  }

  private func isFurniture(_ node: Int) -> Bool {
    let tag = tree.nodes[node].tag
    let marks = traits[node]
    switch tag {
    case .text, .html, .body, .main: return false
    case .nav, .menu, .dialog, .noscript: return true
    case .footer:
      return !marks.contains(.insideArticle) || measures.linkDensity(node) > 0.3
        || measures.text(node) < 200
    case .header: return !marks.contains(.insideArticle) && !containsTitle(node)
    case .aside: return true
    case .form: return measures.text(node) < 600 && !holdsProse(node)
    default: break
    }
    if marks.contains(.hidden) || marks.contains(.furnitureRole) { return true }
    guard tag.isBlock || tag == .span || tag == .other else { return false }
    if !isForum, marks.contains(.comments) { return true }
    guard tag != .article, marks.contains(.furniture) else { return false }
    // A wrapper that holds the article ("has-sidebar", "with-nav") is no furniture.
    return !holdsContent(node)
  }

  /// Hidden until a script shows it: panels of tabs and accordions, slides, wrappers of prose.
  private func isRevealed(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .nav, .footer, .menu, .dialog, .noscript: return false
    default: break
    }
    let marks = traits[node]
    guard measures.linkDensity(node) < 0.3, !marks.contains(.furniture) else { return false }
    if marks.contains(.panelRole) { return true }
    if marks.contains(.furnitureRole) { return false }
    return holdsProse(node)
  }

  /// Has a paragraph of unlinked text.
  private func holdsProse(_ node: Int) -> Bool {
    landmarks.paragraphs.any(in: node..<tree.end(of: node)) { measures.unlinked($0) > 100 }
  }

  private func containsTitle(_ node: Int) -> Bool {
    landmarks.titles.first(in: node..<tree.end(of: node)).map {
      measures.linkDensity($0) < 0.9
    } ?? false
  }

  private func holdsContent(_ node: Int) -> Bool {
    let range = (node + 1)..<max(node + 1, tree.end(of: node))
    return landmarks.titles.first(in: range) != nil || landmarks.mains.first(in: range) != nil
      || landmarks.articles.any(in: range) { measures.unlinked($0) > 500 }
  }

  // MARK: Link density

  /// Drops lists and blocks that are nearly all links, unless the page as a whole is one.
  mutating func dropLinkBlocks() {
    guard measures.linkDensity(root) < 0.5 else { return }
    let whole = measures.text(root)
    var node = root + 1
    let end = tree.end(of: root)
    while node < end {
      if !dropped[node], isLinkBlock(node, whole: whole) {
        dropped[node] = true
        node = tree.end(of: node)
      } else {
        node += 1
      }
    }
  }

  private func isLinkBlock(_ node: Int, whole: Int32) -> Bool {
    switch tree.nodes[node].tag {
    case .ul, .ol, .div, .section, .table, .dl, .center:
      let length = measures.text(node)
      guard length > 0, length * 4 < whole else { return false }
      let density = measures.linkDensity(node)
      return density > 0.75 || (density > 0.5 && length < 150)
    default: return false
    }
  }
}
