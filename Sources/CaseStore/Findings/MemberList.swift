/// Account numbers as bytes: varints of the differences, ascending.
enum MemberList {
    static func bytes(_ members: [UInt32]) -> [UInt8] {
        var writer = ByteWriter(capacity: members.count + 16)
        write(members, to: &writer)
        return Array(writer.bytes)
    }

    /// Those in another order come back too: differences are taken modulo 2^32.
    static func write(_ members: [UInt32], to writer: inout ByteWriter) {
        var previous: UInt32 = 0
        for member in members {
            writer.varint(UInt64(member &- previous))
            previous = member
        }
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws -> [UInt32] {
        var reader = ByteReader(bytes)
        var members: [UInt32] = []
        var previous: UInt32 = 0
        while reader.remaining > 0, !reader.isBroken {
            previous = previous &+ UInt32(truncatingIfNeeded: reader.varint())
            members.append(previous)
        }
        if reader.isBroken { throw BlockDamage.cutShort }
        return members
    }
}
