#if Meaning
  import Foundation
  import Synchronization
  import Testing

  @testable import OnRecord

  @Suite("Keeping indexes")
  struct IndexingTests {
    private func load(_ folder: String) throws -> (persona: Persona, events: [Indexing.Event]) {
      let events = Mutex<[Indexing.Event]>([])
      let indexing = Indexing(folder: folder) { event in events.withLock { $0.append(event) } }
      let path = Fixture.root.appending(path: "Tests/Fixtures/lighthouse").path
      let persona = try Persona(at: path, indexing: indexing)
      return (persona, events.withLock { $0 })
    }

    private func index(in folder: String) throws -> String {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.count == 1)
      return folder + "/" + (names.first ?? "")
    }

    @Test(
      "The shipped persona's index is of this encoder, format and cut: Scripts/ship-index.sh makes it anew"
    )
    func shipped() throws {
      try Fixture.withFolder([:]) { folder in
        let events = Mutex<[Indexing.Event]>([])
        let indexing = Indexing(folder: folder) { event in events.withLock { $0.append(event) } }
        let mark = try Persona(
          at: Fixture.root.appending(path: "Personas/mark-zuckerberg").path, indexing: indexing)
        #expect(events.withLock { $0.isEmpty })
        let afresh = try #require(Fixture.mark)
        for prompt in ["why double the order?", "what is FAIR?"] {
          #expect(Conversation.replying(mark, prompt) == Conversation.replying(afresh, prompt))
        }
      }
    }

    @Test("An index is made once, for the user alone, and the replies are the same")
    func kept() throws {
      try Fixture.withFolder([:]) { base in
        let folder = base + "/made/by/us"
        let first = try load(folder)
        #expect(first.events.contains { if case .progress = $0 { true } else { false } })
        let file = try index(in: folder)
        #expect(
          try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600
        )
        let second = try load(folder)
        #expect(second.events.isEmpty)
        let prompt = "Was it lonely out there?"
        #expect(
          Conversation.replying(first.persona, prompt)
            == Conversation.replying(second.persona, prompt))
      }
    }

    @Test(
      "What is cut, flipped or foreign is made anew, with a word about it",
      arguments: ["cut", "flipped", "foreign", "empty"])
    func damaged(how: String) throws {
      try Fixture.withFolder([:]) { folder in
        _ = try load(folder)
        let file = try index(in: folder)
        var bytes = try Data(contentsOf: URL(filePath: file))
        switch how {
        case "cut": bytes = bytes.prefix(bytes.count / 2)
        case "flipped": bytes[bytes.count / 2] ^= 1
        case "foreign": bytes = Data("hello".utf8)
        default: bytes = Data()
        }
        try bytes.write(to: URL(filePath: file))
        let events = try load(folder).events
        #expect(how == "empty" || events.contains(.rebuilding(file: file)))
        #expect(events.contains { if case .progress = $0 { true } else { false } })
        #expect(try load(folder).events.isEmpty)
      }
    }

    @Test("A folder that cannot be written to does no harm")
    func readOnly() throws {
      let loaded = try load("/proc/onrecord")
      #expect(loaded.events.contains { if case .notKept = $0 { true } else { false } })
      #expect(
        !Conversation.replying(loaded.persona, "How many steps were there?").quotations.isEmpty)
    }

    @Test("Several at once, on an empty folder, all work")
    func concurrent() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "onrecord-\(UUID().uuidString)"
      ).path
      defer { try? FileManager.default.removeItem(atPath: folder) }
      await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<4 { group.addTask { (try? load(folder)) != nil } }
        for await isLoaded in group { #expect(isLoaded) }
      }
      _ = try index(in: folder)
    }
  }
#endif
