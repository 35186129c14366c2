/// The checksum that stands beside each block: finds damage, not forgery (the digest and the audit log do that).
///
/// Over words of eight bytes, little-endian, the last one filled up with zeros, starting from the length:
/// `h = (h xor word) * 0x9E3779B97F4A7C15 mod 2^64; h = h xor (h >> 32)`.
func blockChecksum(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(raw.count)
    var at = 0
    while at &+ 8 <= raw.count {
        hash = mixed(hash, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
        at &+= 8
    }
    if at < raw.count {
        var word: UInt64 = 0
        for place in 0..<(raw.count - at) { word |= UInt64(raw[at + place]) &<< UInt64(8 * place) }
        hash = mixed(hash, word)
    }
    return Int64(bitPattern: hash)
}

@inline(__always)
private func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product &>> 32)
}
