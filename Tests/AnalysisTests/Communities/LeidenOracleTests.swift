import Foundation
import Testing

@testable import Analysis

/// Leiden against another implementation. Set REVENUER_PYTHON to a Python with the package igraph to run it.
@Suite("Leiden beside igraph")
struct LeidenOracleTests {
    static let python = ProcessInfo.processInfo.environment["REVENUER_PYTHON"]

    @Test(
        "reaches igraph's best modularity of ten seeds within half a percent",
        .enabled(if: python != nil, "REVENUER_PYTHON is not set"), arguments: 1...5 as ClosedRange<UInt64>)
    func modularity(seed: UInt64) throws {
        let graph =
            seed % 2 == 0
            ? try GraphWorlds.random(nodeCount: 500, edgeCount: 2000, seed: seed)
            : try GraphWorlds.planted(
                accounts: 800, values: 400, blocks: 10, edges: 4000, noise: 0.1 * Double(seed), seed: seed
            ).graph.graph
        var settings = Leiden.Settings()
        settings.seeds = Array(1...10)
        settings.leastImprovement = 0
        let found = Leiden(graph, settings: settings).best()
        let answer = try ask(graph, found.partition)
        #expect(
            abs(answer.ofOurs - found.quality) < 1e-9, "the two define modularity differently, seed \(seed)")
        #expect(
            found.quality >= answer.best * 0.995, "seed \(seed): ours \(found.quality), igraph \(answer.best)"
        )
    }

    /// igraph's best modularity, and the modularity igraph gives our partition.
    private func ask(_ graph: WeightedGraph, _ partition: NodePartition) throws -> (
        best: Double, ofOurs: Double
    ) {
        let file = FileManager.default.temporaryDirectory.appending(path: "leiden-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        try text(graph, partition).write(to: file, atomically: true, encoding: .utf8)
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Oracles/leiden_oracle.py").standardizedFileURL
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.python))
        process.arguments = [script.path, file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let numbers = String(decoding: answer, as: UTF8.self).split(separator: "\n").compactMap { Double($0) }
        try #require(process.terminationStatus == 0 && numbers.count == 2)
        return (numbers[0], numbers[1])
    }

    private func text(_ graph: WeightedGraph, _ partition: NodePartition) -> String {
        var lines = [partition.membership.map(String.init).joined(separator: " ")]
        for node in 0..<graph.nodeCount {
            for place in graph.offsets[node]..<graph.offsets[node + 1] where graph.neighbours[place] > node {
                lines.append("\(node) \(graph.neighbours[place]) \(graph.weights[place])")
            }
            if graph.loopWeights[node] > 0 { lines.append("\(node) \(node) \(graph.loopWeights[node])") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
