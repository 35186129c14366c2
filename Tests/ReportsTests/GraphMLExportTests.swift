import Casework
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct GraphMLExportTests {
    static let names = ["u-1", "u-2", "<u&\"3\">", "u\u{0}\u{1B}\u{202E}\u{FFFE}4"]

    static var graph: GroupGraph {
        var graph = GroupGraph(title: "Case <1>", isSynthetic: true)
        graph.run = "r-1"
        graph.accounts = names.enumerated().map { place, name in
            .init(
                id: AccountID(name), group: place < 3 ? "C-01" : "G-01",
                kind: place < 3 ? .campaign : .course,
                probability: 0.9, role: .core)
        }
        // In two groups: its likelier one counts.
        graph.accounts.append(
            .init(id: AccountID("u-1"), group: "G-01", kind: .course, probability: 0.2, role: .periphery))
        graph.add(flags: [.campaign, .provider], of: AccountID("u-1"))
        let card = Artifact(kind: .payment, value: "pf <&> \u{1}")
        let net = Artifact(kind: .network, value: "198.18.0.0/24")
        graph.hubs = [
            hub(net, "G-01", ["u-1", names[3]], outside: 5, bits: 1.5),
            hub(card, "C-01", ["u-1", "u-2"], outside: 0, bits: 9),
            hub(net, "C-01", ["u-2", names[2]], outside: 5, bits: 2),
        ]
        return graph
    }

    private static func hub(
        _ artifact: Artifact, _ group: String, _ holders: [String], outside: Int, bits: Double
    ) -> GroupGraph.Hub {
        .init(
            artifact: artifact, group: group, family: artifact.kind.family, bits: bits,
            holders: holders.map { AccountID($0) }, outside: outside)
    }

    private func text(_ graph: GroupGraph) throws -> String {
        let sink = MemorySink()
        try GraphMLExport.write(graph, to: sink)
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    @Test("The order of accounts and hubs does not change a byte")
    func order() throws {
        var shuffled = Self.graph
        shuffled.accounts.reverse()
        shuffled.hubs.reverse()
        shuffled.hubs = shuffled.hubs.map { hub in
            var hub = hub
            hub.holders.reverse()
            return hub
        }
        #expect(try text(shuffled) == text(Self.graph))
    }

    @Test("Every control is a visible mark, and every special character is escaped")
    func hostile() throws {
        let xml = try text(Self.graph)
        for scalar in xml.unicodeScalars where scalar != "\n" { #expect(!SafeOutput.isUnsafe(scalar.value)) }
        #expect(xml.contains("&lt;u&amp;&quot;3&quot;&gt;"))
        #expect(xml.contains("u\\x00\\x1b\\u{202e}"))
    }

    @Test("A synthetic case says so in the file")
    func synthetic() throws {
        #expect(try text(Self.graph).contains("SYNTHETIC"))
        var real = Self.graph
        real.isSynthetic = false
        #expect(!(try text(real)).contains("SYNTHETIC"))
    }

    @Test("A graph without groups is a graph without nodes")
    func empty() throws {
        let xml = try text(GroupGraph(title: "", isSynthetic: false))
        #expect(!xml.contains("<node"))
        #expect(xml.hasSuffix("</graph>\n</graphml>\n"))
    }

    private struct Counted: Decodable {
        var accounts: Int
        var artifacts: Int
        var edges: Int
        var bipartite: Bool
        var bits: Double
        var families: [String: Int]
        var outside: [Int]
        var synthetic: Bool
    }

    @Test(
        "networkx reads the graph and counts the same",
        .enabled(if: OraclePython.path() != nil, Comment(rawValue: OraclePython.missing)))
    func oracle() throws {
        let folder = try TemporaryFolder()
        try GraphMLExport.write(Self.graph, toFile: folder.path("case.graphml"))
        let run = try OraclePython.run("report_oracle.py", ["graph", folder.path("case.graphml")])
        try #require(run.status == 0, "\(run.errorText)")
        let counted = try JSONDecoder().decode(Counted.self, from: Data(run.output))
        #expect(counted.accounts == 4)
        #expect(counted.artifacts == 2)
        #expect(counted.edges == 6)
        #expect(counted.bipartite)
        #expect(counted.bits == 25)
        #expect(counted.families == ["infrastructure": 4, "means": 2])
        #expect(counted.outside == [3, 0])
        #expect(counted.synthetic)
    }
}
