/// Finds values in JSON by paths, and the texts of chat messages.
struct JSONFinds {
    let memory: ValueMemory
    private(set) var found: [JSONPiece] = []

    init(memory: ValueMemory) { self.memory = memory }

    mutating func begin() { found.removeAll(keepingCapacity: true) }

    /// Adds what the steps lead to, in the order of the text. Each step goes once through what it is in.
    mutating func find(_ steps: ArraySlice<PathStep>, in value: JSONPiece) {
        guard let step = steps.first else {
            if value.count > 0, value.shape != .absent { found.append(value) }
            return
        }
        let container = value.opened
        let rest = steps.dropFirst()
        switch step {
        case .member(let name):
            if let member = member(name, of: container) { find(rest, in: member) }
        case .element(let number):
            if let element = element(number, of: container) { find(rest, in: element) }
        case .all:
            guard container.shape == .array, var walk = JSONWalk(container) else { return }
            while let element = walk.next() { find(rest, in: element) }
        case .having(let name, let wanted):
            guard container.shape == .array, var walk = JSONWalk(container) else { return }
            while let element = walk.next() {
                if let member = member(name, of: element), isText(member, wanted) { find(rest, in: element) }
            }
        }
    }

    /// The last member of that name: repeated keys count as the format rules.
    private func member(_ name: [UInt8], of value: JSONPiece) -> JSONPiece? {
        guard value.shape == .object, var walk = JSONWalk(value) else { return nil }
        var last: JSONPiece?
        while let member = walk.next() {
            if isText(walk.key, name) { last = member }
        }
        return last
    }

    private func element(_ number: Int, of value: JSONPiece) -> JSONPiece? {
        guard value.shape == .array, var walk = JSONWalk(value) else { return nil }
        var wanted = number
        if number < 0, var counting = JSONWalk(value) {
            while counting.next() != nil { wanted += 1 }
            if wanted < 0 { return nil }
        }
        var at = 0
        while let element = walk.next() {
            if at == wanted { return element }
            at += 1
        }
        return nil
    }

    private func isText(_ piece: JSONPiece, _ wanted: [UInt8]) -> Bool {
        guard piece.bytes.contains(Byte.backslash) else { return piece.bytes.elementsEqual(wanted) }
        return memory.unescaped(piece).bytes.elementsEqual(wanted)
    }

    // MARK: chats

    /// Adds the texts of the messages of a role; nil is any. A message's content is a text, or a list of blocks
    /// of which those with a text count; a text that is no JSON is one message.
    mutating func findChat(role: [UInt8]?, in value: JSONPiece) {
        let messages = value.opened
        if messages.shape == .text, role == nil { return find([], in: messages) }
        guard messages.shape == .array, var walk = JSONWalk(messages) else { return }
        while let message = walk.next() {
            guard let role else {
                takeContent(of: message)
                continue
            }
            if let member = member(JSONFinds.role, of: message), isText(member, role) {
                takeContent(of: message)
            }
        }
    }

    private mutating func takeContent(of message: JSONPiece) {
        if message.shape == .text { return find([], in: message) }
        guard let content = member(JSONFinds.content, of: message) ?? member(JSONFinds.text, of: message)
        else {
            return
        }
        guard content.shape == .array, var walk = JSONWalk(content) else {
            if content.shape == .text { find([], in: content) }
            return
        }
        while let block = walk.next() {
            if block.shape == .text { find([], in: block) }
            if let text = member(JSONFinds.text, of: block), text.shape == .text { find([], in: text) }
        }
    }

    private static let role = Array("role".utf8)
    private static let content = Array("content".utf8)
    private static let text = Array("text".utf8)
}
