import CCrypto

/// SHA-256 of a stream, by libcrypto, which uses the processor's own instructions for it.
final class SHA256 {
    private let context: OpaquePointer

    /// - Throws: `FileFailure.noMemory`.
    init() throws {
        guard let context = EVP_MD_CTX_new() else { throw FileFailure.noMemory }
        self.context = context
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { throw FileFailure.noMemory }
    }

    deinit { EVP_MD_CTX_free(context) }

    func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// Ends the stream: 64 lower-case hexadecimal digits.
    func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        EVP_DigestFinal_ex(context, &digest, &length)
        let digits = Array("0123456789abcdef".utf8)
        let text = digest.prefix(Int(length)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
