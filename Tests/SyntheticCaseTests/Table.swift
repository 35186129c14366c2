import CZlib
import Foundation

/// A small strict reader of CSV, written apart from the code under test.
struct Table {
    struct Unreadable: Error {}

    let header: [String]
    let rows: [[String]]

    init(_ bytes: [UInt8]) throws {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if quoted {
                if byte == 34, index + 1 < bytes.count, bytes[index + 1] == 34 {
                    field.append(34)
                    index += 1
                } else if byte == 34 {
                    quoted = false
                } else {
                    field.append(byte)
                }
            } else if byte == 34 {
                guard field.isEmpty else { throw Unreadable() }
                quoted = true
            } else if byte == 44 || byte == 10 {
                record.append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == 10 {
                    records.append(record)
                    record = []
                }
            } else {
                field.append(byte)
            }
            index += 1
        }
        guard !quoted, field.isEmpty, record.isEmpty, let first = records.first else { throw Unreadable() }
        header = first
        rows = Array(records.dropFirst())
    }

    func column(_ name: String) throws -> [String] {
        guard let place = header.firstIndex(of: name) else { throw Unreadable() }
        return rows.map { $0[place] }
    }

    /// Number of rows by the value of a column.
    func counts(of name: String) throws -> [String: Int] {
        try column(name).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}

enum Gunzip {
    static func bytes(_ compressed: [UInt8]) throws -> [UInt8] {
        var input = compressed
        var stream = z_stream()
        guard inflateInit2_(&stream, 31, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw Table.Unreadable()
        }
        defer { inflateEnd(&stream) }
        var room = [UInt8](repeating: 0, count: 64 << 20)
        let (status, made) = input.withUnsafeMutableBufferPointer { source in
            room.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return (inflate(&stream, Z_FINISH), target.count - Int(stream.avail_out))
            }
        }
        guard status == Z_STREAM_END else { throw Table.Unreadable() }
        return Array(room[..<made])
    }
}
