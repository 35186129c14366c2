import Casework

/// The `graphml` export: accounts and artifacts as nodes, who holds what as edges, all with typed data.
///
/// Read by Gephi, networkx and igraph. Nodes are `a1`, `a2` … for accounts and `v1` … for values; `name` and
/// `value` have the text, with controls as visible marks since XML has no way to write them. Accounts come by id,
/// values by kind and bytes, edges in that order; the same graph gives the same bytes. Linear but for sorting.
public enum GraphMLExport {
    public static func write(_ graph: GroupGraph, toFile path: String) throws {
        let sink = try FileSink(path: path)
        try write(graph, to: sink)
        try sink.commit()
    }

    public static func write(_ graph: GroupGraph, to sink: any ByteSink) throws {
        var writer = GraphMLWriter(sink: sink)
        try writer.write(graph)
    }
}

/// Writes piece by piece, so that a large graph never stands in memory twice.
private struct GraphMLWriter {
    let sink: any ByteSink
    private var buffer = ""

    init(sink: any ByteSink) { self.sink = sink }

    /// Name, type and what it is for.
    private static let keys: [(name: String, type: String, of: String)] = [
        ("title", "string", "graph"), ("synthetic", "boolean", "graph"), ("run", "string", "graph"),
        ("type", "string", "node"), ("name", "string", "node"), ("group", "string", "node"),
        ("kind", "string", "node"), ("probability", "double", "node"), ("role", "string", "node"),
        ("flagged", "string", "node"), ("value", "string", "node"), ("family", "string", "node"),
        ("holders", "int", "node"), ("outside", "int", "node"), ("family", "string", "edge"),
        ("kind", "string", "edge"), ("bits", "double", "edge"), ("group", "string", "edge"),
    ]

    mutating func write(_ graph: GroupGraph) throws {
        put(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """)
        if graph.isSynthetic {
            put("<!-- SYNTHETIC: every account and value in this file is invented. -->\n")
        }
        for key in Self.keys {
            put(
                "<key id=\"\(Self.id(key.name, key.of))\" for=\"\(key.of)\" attr.name=\"\(key.name)\" attr.type=\"\(key.type)\"/>\n"
            )
        }
        put("<graph id=\"case\" edgedefault=\"undirected\">\n")
        put(
            data("title", "graph", graph.title)
                + data("synthetic", "graph", graph.isSynthetic ? "true" : "false"))
        put(graph.run.map { data("run", "graph", $0) + "\n" } ?? "\n")
        let accounts = try writeAccounts(graph)
        let values = try writeValues(graph)
        try writeEdges(graph, accounts, values)
        put("</graph>\n</graphml>\n")
        try flush(atLeast: 0)
    }

    private mutating func writeAccounts(_ graph: GroupGraph) throws -> [AccountID: Int] {
        var numbers: [AccountID: Int] = [:]
        for account in graph.nodes {
            numbers[account.id] = numbers.count + 1
            let flags = graph.flags(of: account.id).map(\.rawValue).joined(separator: " ")
            put(
                "<node id=\"a\(numbers.count)\">" + data("type", "node", "account")
                    + data("name", "node", account.id.string))
            put(data("group", "node", account.group) + data("kind", "node", account.kind.rawValue))
            put(
                number("probability", "node", account.probability)
                    + data("role", "node", account.role.rawValue))
            put((flags.isEmpty ? "" : data("flagged", "node", flags)) + "</node>\n")
            try flush()
        }
        return numbers
    }

    private mutating func writeValues(_ graph: GroupGraph) throws -> [Artifact: Int] {
        var numbers: [Artifact: Int] = [:]
        for value in graph.values {
            numbers[value.artifact] = numbers.count + 1
            put("<node id=\"v\(numbers.count)\">" + data("type", "node", "artifact"))
            put(
                data("kind", "node", value.artifact.kind.rawValue)
                    + data("value", "node", value.artifact.value.string))
            put(
                data("family", "node", value.family.rawValue) + data("holders", "node", String(value.holders))
            )
            put(data("outside", "node", String(value.outside)) + "</node>\n")
            try flush()
        }
        return numbers
    }

    /// One edge for each member of a group that holds a value; a holder that is no node of the graph has none.
    private mutating func writeEdges(
        _ graph: GroupGraph, _ accounts: [AccountID: Int], _ values: [Artifact: Int]
    ) throws {
        var count = 0
        let hubs = graph.hubs.sorted {
            $0.artifact == $1.artifact
                ? $0.group.utf8.lexicographicallyPrecedes($1.group.utf8) : $0.artifact < $1.artifact
        }
        for hub in hubs {
            for holder in hub.holders.sorted() {
                guard let source = accounts[holder], let target = values[hub.artifact] else { continue }
                count += 1
                put("<edge id=\"e\(count)\" source=\"a\(source)\" target=\"v\(target)\">")
                put(
                    data("family", "edge", hub.family.rawValue)
                        + data("kind", "edge", hub.artifact.kind.rawValue))
                put(number("bits", "edge", hub.bits) + data("group", "edge", hub.group) + "</edge>\n")
                try flush()
            }
        }
    }

    private static func id(_ name: String, _ of: String) -> String { "\(of)-\(name)" }

    private func data(_ name: String, _ of: String, _ value: String) -> String {
        "<data key=\"\(Self.id(name, of))\">\(XMLText.escaped(value))</data>"
    }

    /// A number that is none is left out.
    private func number(_ name: String, _ of: String, _ value: Double) -> String {
        value.isFinite ? data(name, of, "\(value)") : ""
    }

    private mutating func put(_ text: String) { buffer += text }

    private mutating func flush(atLeast size: Int = 65_536) throws {
        guard buffer.utf8.count >= max(1, size) else { return }
        try sink.write(Array(buffer.utf8))
        buffer = ""
    }
}
