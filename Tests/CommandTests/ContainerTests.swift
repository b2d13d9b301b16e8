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
}
