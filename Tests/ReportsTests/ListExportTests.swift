import Casework
import Foundation
import Testing

@testable import Reports

@Suite("Rows of a view in a file") struct ListExportTests {
    private let fields = [
        FieldDescription("id", .text), FieldDescription("n", .number), FieldDescription("flags", .text),
    ]

    private func written(_ format: ListExport.Format, isSynthetic: Bool = false) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("rows-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let export = try ListExport(fields: fields, isSynthetic: isSynthetic, format, toFile: file)
        try export.add([.text("=cmd()"), .number(3), .list(["a", "b"])])
        try export.add([.text("x\u{1B}[31m"), .none, .list([])])
        #expect(!FileManager.default.fileExists(atPath: file))
        try export.commit()
        return try String(contentsOfFile: file, encoding: .utf8)
    }

    @Test("texts are guarded against formulas; a synthetic case says so in every row") func csv() throws {
        #expect(
            try written(.csv, isSynthetic: true)
                == "id,n,flags,synthetic\n'=cmd(),3,\"[\"\"a\"\",\"\"b\"\"]\",true\nx\u{1B}[31m,,,true\n")
    }

    @Test("JSON Lines has every field in each row, and no raw control") func jsonLines() throws {
        #expect(
            try written(.jsonLines)
                == "{\"id\":\"=cmd()\",\"n\":3,\"flags\":[\"a\",\"b\"]}\n{\"id\":\"x\\u001b[31m\",\"n\":null,\"flags\":[]}\n"
        )
    }
}
