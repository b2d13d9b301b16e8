// Archives, compressed files, WARC and CSV through the real binary.

import Foundation
import Testing

struct ContainerTests {
  @Test func archivesHoldWhatFoldersHold() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let script = """
        mkdir d
        for i in 1 2 3; do echo "States should protect hospital number $i from attacks." > d/$i.txt; done
        tar czf d.tgz -C d 1.txt 2.txt 3.txt
        gzip -c d/1.txt > one.txt.gz
        normtag ingest d > plain; normtag ingest d.tgz > packed; cmp plain packed
        normtag ingest d/1.txt > plain; normtag ingest one.txt.gz > packed; cmp plain packed
        normtag ingest < one.txt.gz > packed; cmp plain packed
        normtag ingest --format jsonl d.tgz | grep -o '"doc":"[^"]*"'
        head -c 60 d.tgz > cut.tgz; normtag ingest cut.tgz; echo "status $?"
        """
      let result = try RealBinary.run(script, in: directory)
      let lines = result.text.split(separator: "\n")
      #expect(lines.count { $0.hasPrefix("\"doc\":\"d.tgz/") } == 3)
      #expect(!result.text.contains("differ"))
      #expect(lines.last == "status 3")
      #expect(result.stderr.contains("cut.tgz"))
    }
  }

  @Test func aWebArchiveGivesPagesWithAddressAndDate() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let page = "<html><body><p>States should protect hospitals from attacks.</p></body></html>"
      let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(page)"
      let chunked =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "\(String(page.utf8.count, radix: 16))\r\n\(page)\r\n0\r\n\r\n"
      let missing = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n\(page)"
      var warc = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"
      for (url, body) in [
        ("https://example.org/", http), ("https://example.org/b", chunked),
        ("https://example.org/c", missing),
      ] {
        warc +=
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\n"
          + "WARC-Date: 2021-03-04T05:06:07Z\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
          + "\(body)\r\n\r\n"
      }
      try warc.write(
        to: directory.appendingPathComponent("crawl.warc"), atomically: true, encoding: .utf8)
      let script = """
        gzip -k crawl.warc
        normtag ingest --format jsonl crawl.warc | grep -o '"source":"[^"]*"'
        normtag ingest --format jsonl crawl.warc.gz | grep -c '2021-03-04'
        """
      let result = try RealBinary.run(script, in: directory)
      #expect(
        result.text
          == "\"source\":\"https://example.org/\"\n\"source\":\"https://example.org/b\"\n2\n",
        "\(result.stderr)")
    }
  }

  @Test func aTableGivesADocumentARow() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let table =
        "id,date,speech\na,2019,\"States should protect hospitals,\nand \"\"all\"\" schools.\"\n"
        + "b,2020,They agreed on a hotline.\n"
      try table.write(
        to: directory.appendingPathComponent("t.csv"), atomically: true, encoding: .utf8)
      let script = """
        normtag ingest --format jsonl --text-column speech t.csv | grep -o '"doc":"[^"]*"' | uniq
        normtag ingest --text-column speech t.csv | grep -c '"all" schools'
        normtag ingest --text-column words t.csv; echo "status $?"
        """
      let result = try RealBinary.run(script, in: directory)
      #expect(result.text == "\"doc\":\"a\"\n\"doc\":\"b\"\n1\nstatus 3\n")
      #expect(result.stderr.contains("no column 'words'; there are: id, date, speech"))
    }
  }

  @Test func compressedMembersAndContainersInArchivesAreRead() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let script = """
        echo 'States should protect hospitals from attacks.' > a.txt
        printf '{"doc":"r1","text":"States should talk."}\\n{"doc":"r2","text":"So."}\\n' > r.jsonl
        cp a.txt b.txt; gzip b.txt; cp a.txt c.txt; bzip2 c.txt; cp a.txt e.txt; xz e.txt
        gzip r.jsonl; tar czf inner.tgz a.txt b.txt.gz
        tar cf all.tar a.txt b.txt.gz c.txt.bz2 e.txt.xz r.jsonl.gz inner.tgz
        normtag ingest --format jsonl all.tar | grep -o '"doc":"[^"]*"' | uniq
        head -c 30 b.txt.gz > cut.txt.gz; tar cf bad.tar a.txt cut.txt.gz c.txt.bz2
        normtag ingest --format jsonl bad.tar | grep -o '"doc":"[^"]*"' | uniq
        tar cf t0.tar a.txt; for i in 0 1 2 3 4 5 6; do tar cf t$((i + 1)).tar t$i.tar; done
        normtag ingest t7.tar; echo "status $?"
        """
      let result = try RealBinary.run(script, in: directory)
      let names = result.text.split(separator: "\n").map { $0.replacing("\"doc\":", with: "") }
      #expect(
        names == [
          "\"all.tar/a.txt\"", "\"all.tar/b.txt.gz\"", "\"all.tar/c.txt.bz2\"",
          "\"all.tar/e.txt.xz\"", "\"r1\"", "\"r2\"", "\"all.tar/inner.tgz/a.txt\"",
          "\"all.tar/inner.tgz/b.txt.gz\"", "\"bad.tar/a.txt\"", "\"bad.tar/c.txt.bz2\"",
          "status 3",
        ], "\(result.stderr)")
      #expect(result.stderr.contains("bad.tar/cut.txt.gz: damaged archive"))
      #expect(result.stderr.contains("too deep"))
    }
  }

  @Test func globsThatTheShellLeftAlone() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let script = """
        mkdir -p s/2015/q s/2016
        for f in s/top.txt s/2015/a.txt s/2015/b.html s/2016/a.txt s/2015/q/c.txt s/2015/.hidden.txt
        do echo 'States should talk.' > $f; done
        echo 'States should talk.' > 's/[odd].txt'; ln -s . s/back
        for pattern in 's/*/a.txt' 's/201[56]/?.*' 's/**/*.txt' 's/**' 's/20*' 's/[odd].txt' 's/*.pdf'
        do
          normtag ingest --format jsonl "$pattern" 2>>messages | grep -o '"doc":"[^"]*"' |
            uniq | tr '\\n' ' '; echo
        done
        printf 's/*/a.txt\\0' | normtag ingest --format jsonl --files-from - -0 | grep -c '"doc"'
        cat messages >&2
        """
      let result = try RealBinary.run(script, in: directory)
      let lines = result.text.replacing("\"doc\":", with: "").replacing("\"", with: "")
        .split(separator: "\n", omittingEmptySubsequences: false).map {
          $0.split(separator: " ").joined(separator: " ")
        }
      #expect(
        lines == [
          "2015/a.txt 2016/a.txt", "2015/a.txt 2015/b.html 2016/a.txt",
          "2015/a.txt 2015/q/c.txt 2016/a.txt [odd].txt top.txt",
          "2015/a.txt 2015/b.html 2015/q/c.txt 2016/a.txt [odd].txt top.txt",
          "2015/a.txt 2015/b.html 2015/q/c.txt 2016/a.txt", "[odd].txt", "", "2", "",
        ], "\(result.stderr)")
      #expect(result.stderr.contains("s/*.pdf: no such file or directory"))
    }
  }

  @Test func aWebArchivesHeaderSaysTheCharset() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let body =
        Array("<p>The caf".utf8) + [0xE9] + Array(" in K".utf8) + [0xF6] + Array("ln.</p>".utf8)
      let http =
        Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; Charset=\"windows-1252\"\r\n\r\n".utf8)
        + body
      let header =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/é\r\n"
        + "WARC-Date: 2021-03-04T05:06:07Z\r\nContent-Length: \(http.count)\r\n\r\n"
      let record = Data(Array(header.utf8) + http + Array("\r\n\r\n".utf8))
      try record.write(to: directory.appendingPathComponent("c.warc"))
      // A member of its own for each record, as crawlers write them, the last one cut off.
      let script = """
        normtag ingest c.warc
        gzip -k c.warc; cat c.warc.gz c.warc.gz c.warc.gz > many.warc.gz
        normtag ingest --format jsonl many.warc.gz | grep -o '"doc":"[^"]*"'
        tar cf w.tar c.warc.gz; normtag ingest --format jsonl w.tar | grep -o '"doc":"[^"]*"'
        """
      let result = try RealBinary.run(script, in: directory)
      #expect(result.text.hasPrefix("The café in Köln."), "\(result.text)")
      let address = "https://example.org/é"
      #expect(
        result.text.split(separator: "\n").filter { $0.hasPrefix("\"doc\"") } == [
          "\"doc\":\"many.warc.gz/\(address)\"", "\"doc\":\"many.warc.gz/\(address)#2\"",
          "\"doc\":\"many.warc.gz/\(address)#3\"", "\"doc\":\"w.tar/c.warc.gz/\(address)\"",
        ])
    }
  }

  @Test func listsOfNamesFromFilesAndPipes() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let script = """
        mkdir d
        for name in 'a b.txt' "it's.txt" 'c\\d.txt'; do echo 'States should talk.' > "d/$name"; done
        printf 'States should talk.' > "$(printf 'd/new\\nline.txt')"
        count() { normtag ingest --format jsonl "$@" | grep -o '"doc":"[^"]*"' | sort -u | wc -l; }
        find d -type f -print0 | count --files-from - -0
        find d -type f -print0 > list; count --files-from list -0
        find d -type f ! -name 'new*' | count --files-from -
        find d -type f ! -name 'new*' | sed 's/$/\\r/' | count --files-from -
        printf 'd/a b.txt\\nmissing.txt\\n' | normtag ingest --files-from -; echo "status $?"
        printf '' | normtag ingest --files-from -; echo "status $?"
        """
      let result = try RealBinary.run(script, in: directory)
      #expect(
        result.text.split(separator: "\n").map { $0.filter { $0 != " " } } == [
          "4", "4", "3", "3", "Statesshouldtalk.", "status1", "status3",
        ], "\(result.text) \(result.stderr)")
      #expect(result.stderr.contains("missing.txt: no such file"))
    }
  }
}
