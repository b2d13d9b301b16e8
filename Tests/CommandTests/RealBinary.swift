// The release binary under test, run like a user runs it: in an empty directory, through `sh`.

import Foundation
import Testing

/// Runs commands with the built `normtag` on PATH.
enum RealBinary {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the binary; nil if it is not built (`make build`).
  static let folder: String? = {
    let path =
      ProcessInfo.processInfo.environment["NORMTAG_BINARY"]
      ?? root.appendingPathComponent(".build/release/normtag").path
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    return URL(fileURLWithPath: path).deletingLastPathComponent().path
  }()

  /// Real documents beside the checkout; nil where there are none.
  static let shared: URL? = {
    let url = root.appendingPathComponent("../shared").standardizedFileURL
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }()

  struct Result {
    var status: Int32
    var stdout: Data
    var stderr: String
    var text: String { String(decoding: stdout, as: UTF8.self) }
  }

  /// Runs a shell script in `directory`.
  static func run(_ script: String, in directory: URL) throws -> Result {
    let folder = try #require(Self.folder, "build the binary first: make build")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = directory
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = "\(folder):\(environment["PATH"] ?? "/usr/bin:/bin")"
    environment["NORMTAG_LEXICONS"] = nil
    process.environment = environment
    // Files, not pipes: nothing can block on a reader, whatever the size.
    let out = directory.appendingPathComponent(".stdout")
    let err = directory.appendingPathComponent(".stderr")
    for url in [out, err] { FileManager.default.createFile(atPath: url.path, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, stdout: try Data(contentsOf: out),
      stderr: try String(contentsOf: err, encoding: .utf8))
  }

  /// A new empty directory that is removed after `body`.
  static func inTemporaryDirectory<T>(_ body: (URL) throws -> T) throws -> T {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("normtag-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url)
  }
}
