import Foundation
import Testing

@Suite("Links of the documents")
struct DocumentLinkTests {
  private static var documents: [URL] {
    let folder = Document.root.appending(path: "docs")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return [Document.root.appending(path: "README.md")] + files.filter { $0.pathExtension == "md" }
  }

  @Test("Each leads to a file and a heading that there are", arguments: documents)
  func links(of url: URL) throws {
    let document = try Document(url)
    for link in document.links {
      let problem = try document.problem(of: link)
      #expect(problem == nil, "\(url.lastPathComponent): (\(link)): \(problem ?? "")")
    }
  }

  @Test("There are documents, and one that leads nowhere is seen")
  func isSeen() throws {
    #expect(Self.documents.count > 10)
    let guide = try Document("docs/guide.md")
    #expect(guide.links.count > 20)
    #expect(try guide.problem(of: "#settings") == nil)
    #expect(try guide.problem(of: "connect.md#profiles") == nil)
    #expect(try guide.problem(of: "nowhere.md") != nil)
    #expect(try guide.problem(of: "connect.md#nowhere") != nil)
  }
}
