/// The truth that lies beside the folder.
enum TruthTables {
    static func campaigns(_ world: World) -> [String] {
        ["account_id,campaign,actor"]
            + world.accountsByID.compactMap { number in
                guard case .campaign(let name, let actor) = world.accounts[number].truth else { return nil }
                return TableText.row([world.accounts[number].id, name, actor])
            }
    }

    static func lookAlikes(_ world: World) -> [String] {
        ["account_id,group"]
            + world.accountsByID.compactMap { number in
                guard case .lookAlike(let kind) = world.accounts[number].truth else { return nil }
                return TableText.row([world.accounts[number].id, kind])
            }
    }
}
