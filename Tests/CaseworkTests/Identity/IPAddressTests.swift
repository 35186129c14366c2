import Casework
import Testing

@Suite("Addresses and ranges")
struct IPAddressTests {
    @Test(
        "an address is read and written in its canonical form",
        arguments: [
            ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.8", "192.0.2.8"), ("2001:DB8::7", "2001:db8::7"),
            ("2001:0db8:0000:0000:0000:0000:0000:0008", "2001:db8::8"), ("::", "::"), ("::1", "::1"),
            ("1::", "1::"), ("2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1"),
            ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
            ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
        ])
    func canonical(text: String, written: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.description == written)
        #expect(IPAddress(written) == address)
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "", "1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.4:80", "1.2.3.4 ", "fe80::1%eth0",
            ":::",
            "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", ":1::", "1:", "::1:", "g::", "[::1]",
            "1:2:3:4:5:6:7:8::", "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4",
        ])
    func refused(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("a range masks host bits and says so")
    func hostBits() throws {
        let read = try #require(AddressRange.read("198.51.100.77/24"))
        #expect(read.range.description == "198.51.100.0/24")
        #expect(read.hadHostBits)
        let clean = try #require(AddressRange.read("2001:db8:5::/48"))
        #expect(clean.range.description == "2001:db8:5::/48")
        #expect(!clean.hadHostBits)
    }

    @Test("a bare address is the range of it alone")
    func bareAddress() {
        #expect(AddressRange("192.0.2.1")?.description == "192.0.2.1/32")
        #expect(AddressRange("2001:db8::1")?.description == "2001:db8::1/128")
    }

    @Test(
        "what is no range is refused",
        arguments: [
            "", "/24", "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/024", "::/129", "1.2.3.4/24/24",
            "x/8",
        ])
    func badRange(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test("a range holds its own addresses and no others")
    func contains() throws {
        let range = try #require(AddressRange("198.51.100.0/25"))
        #expect(try range.contains(#require(IPAddress("198.51.100.127"))))
        #expect(try !range.contains(#require(IPAddress("198.51.100.128"))))
        #expect(try !range.contains(#require(IPAddress("2001:db8::1"))))
        #expect(try #require(AddressRange("::/0")).contains(#require(IPAddress("2001:db8::1"))))
    }

    @Test("the network of an address is its /24 or /64")
    func network() {
        #expect(IPAddress("192.0.2.7")?.network.description == "192.0.2.0/24")
        #expect(IPAddress("2001:db8:1:2:3:4:5:6")?.network.description == "2001:db8:1:2::/64")
    }
}
