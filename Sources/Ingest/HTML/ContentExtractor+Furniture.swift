// The parts of a page that are no text of its own: navigation, banners, footers, asides, widgets.

extension ContentExtractor {
  mutating func pruneByTagOnly() {
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .nav, .footer, .menu, .dialog, .noscript, .object: dropped[index] = true
      default: if isConsent(index) { dropped[index] = true }
      }
    }
  }

  mutating func prune(below body: Int, everything: Int) {
    var node = body + 1
    let end = tree.end(of: body)
    while node < end {
      if isFurniture(node), measures.text(node) * 2 < everything || isCertain(node) {
        dropped[node] = true
        if traits[node].contains(.hidden), isRevealed(node) {
          // What it holds is pruned all the same.
          revealed.nodes.append(node)
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
    if tree.nodes[node].tag == .nav { return measures.linkDensity(node) > 0.5 }
    return isConsent(node)
  }

  /// A question about tracking, outside the article.
  private func isConsent(_ node: Int) -> Bool {
    traits[node].contains(.consent) && tree.nodes[node].tag.isBlock
      && !landmarks.articleHeadings.any(in: range(node))
  }

  private func isFurniture(_ node: Int) -> Bool {
    let tag = tree.nodes[node].tag
    let marks = traits[node]
    switch tag {
    case .text, .html, .body, .main: return false
    case .nav, .menu, .dialog, .noscript, .object: return true
    case .footer:
      return !marks.contains(.insideArticle) || measures.linkDensity(node) > 0.3
        || measures.text(node) < 200
    case .header: return !marks.contains(.insideArticle) && !containsTitle(node)
    case .aside: return !isProse(node) || !marks.contains(.insideArticle)
    case .form: return measures.text(node) < 600 && !holdsProse(node)
    default: break
    }
    if marks.contains(.hidden) { return true }
    if marks.contains(.furnitureRole) { return !holdsContent(node) }
    guard tag.isBlock || tag == .span || tag == .other else { return false }
    if !isForum, marks.contains(.comments) { return true }
    guard tag != .article else { return false }
    if !marks.contains(.furniture) {
      guard marks.contains(.doubtful) else { return false }
      if measures.linkDensity(node) < 0.5, holdsProse(node) || measures.unlinked(node) > 400 {
        return false
      }
    }
    if isProse(node), !isConsent(node) { return false }
    // A wrapper that holds the article ("has-sidebar", "with-nav") is no furniture.
    return !holdsContent(node)
  }

  /// Prose within the article or main part, or a good share of the page's, whatever its name.
  private func isProse(_ node: Int) -> Bool {
    let length = measures.unlinked(node)
    let isMuch = length > 800 && length * 5 > pageText
    guard traits[node].contains(.insideArticle) || isMuch else { return false }
    return length > 200 && measures.linkDensity(node) < (isMuch ? 0.1 : 0.2) && holdsProse(node)
  }

  private func range(_ node: Int) -> Range<Int> { node..<tree.end(of: node) }

  /// Hidden until a script shows it: panels of tabs and accordions, slides, wrappers of prose.
  private func isRevealed(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .nav, .footer, .menu, .dialog, .noscript: return false
    default: break
    }
    let marks = traits[node]
    guard measures.linkDensity(node) < 0.3, !marks.contains(.furniture), !marks.contains(.doubtful)
    else { return false }
    if marks.contains(.panelRole) { return true }
    if marks.contains(.furnitureRole) { return false }
    return landmarks.shortProse.any(in: range(node))
  }

  /// Has a paragraph of unlinked text.
  private func holdsProse(_ node: Int) -> Bool { landmarks.prose.any(in: range(node)) }

  private func containsTitle(_ node: Int) -> Bool {
    landmarks.titles.first(in: range(node)).map {
      measures.linkDensity($0) < 0.9
    } ?? false
  }

  private func holdsContent(_ node: Int) -> Bool {
    let range = (node + 1)..<max(node + 1, tree.end(of: node))
    return landmarks.titles.any(in: range) || landmarks.mains.any(in: range)
      || landmarks.longArticles.any(in: range)
  }

  // MARK: Link density

  /// Drops lists and blocks that are nearly all links, unless the page as a whole is one.
  mutating func dropLinkBlocks() {
    guard measures.linkDensity(root) < 0.5 else { return }
    let whole = measures.text(root)
    let prose = landmarks.paragraphs.filter { measures.unlinked($0) > 50 }
    var node = root + 1
    let end = tree.end(of: root)
    while node < end {
      if !dropped[node], isLinkBlock(node, whole: whole, prose: prose) {
        dropped[node] = true
        node = tree.end(of: node)
      } else {
        node += 1
      }
    }
  }

  private func isLinkBlock(_ node: Int, whole: Int, prose: NodeList) -> Bool {
    switch tree.nodes[node].tag {
    case .ul, .ol, .div, .section, .table, .dl, .center:
      let length = measures.text(node)
      guard length > 0, length * 4 < whole else { return false }
      let density = measures.linkDensity(node)
      guard density > 0.75 || (density > 0.5 && measures.unlinked(node) < 30) else { return false }
      // A section of prose with links below: its lists are looked at one by one.
      return !revealed.any(in: range(node)) && !prose.any(in: range(node))
    default: return false
    }
  }
}
