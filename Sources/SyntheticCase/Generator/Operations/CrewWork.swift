/// What one account of an operation does under one method: what the dispatcher deals, what is done in sittings of
/// its own, and what customers send.
struct CrewWork {
    let habits: OperationHabits
    /// Mean exchanges of an account.
    let volume: Double
    let diligence: Double
    let life: Range<UInt32>
    let seat: UInt32

    /// - Parameter base: a conduct with the stretch, addresses, software and rhythm of the method.
    func conducts(
        _ base: Conduct, _ stock: Equipment, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> [Conduct] {
        let from = max(base.from, life.lowerBound)
        let until = max(from, min(base.until, life.upperBound))
        let share = Double(until - from) / Double(max(1, life.upperBound - life.lowerBound))
        var conducts: [Conduct] = []
        if habits.dealt > 0 { conducts.append(dealt(base, share)) }
        if habits.dealt < 1 {
            conducts += sittings(base, from..<until, share, stock, registry.timeline.closing)
        }
        if habits.cover > 0 { conducts.append(cover(base, share, &registry, &random)) }
        return conducts
    }

    private var own: Double { volume * (1 - habits.cover) }

    private func dealt(_ base: Conduct, _ share: Double) -> Conduct {
        var dealt = base
        (dealt.mode, dealt.seat) = (.jobs, seat)
        dealt.volume = Float(own * habits.dealt * share)
        return dealt
    }

    /// One conduct for each version of the frames, as much as its part of the time.
    private func sittings(
        _ base: Conduct, _ span: Range<UInt32>, _ share: Double, _ stock: Equipment, _ closing: Instant
    ) -> [Conduct] {
        // The mean of a log-normal is e^(spread²/2) times its median.
        let usual = PortableMath.exp(habits.volumeSpread * habits.volumeSpread / 2)
        let exchanges = own * (1 - habits.dealt) * diligence / usual * share
        return stock.versions.indices.compactMap { number in
            let isLast = number + 1 == stock.versions.count
            let end = isLast ? closing : stock.versions[number + 1].from
            var part = base
            part.from = max(span.lowerBound, UInt32(clamping: stock.versions[number].from.seconds))
            part.until = min(span.upperBound, UInt32(clamping: end.seconds))
            guard part.from < part.until else { return nil }
            part.volume = Float(exchanges * Double(part.until - part.from) / Double(span.count))
            (part.firstTask, part.taskCount) = stock.versions[number].tasks
            part.keyedShare = Float(habits.keyed)
            part.sitting = habits.cover > 0.5 ? 3 : 6
            return part
        }
    }

    /// Requests of unrelated people: human hours, human matters, through the same account and exits.
    private func cover(
        _ base: Conduct, _ share: Double, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> Conduct {
        var cover = base
        let place = random.weighted(Places.weights)
        cover.rhythm = Rhythms.personal(.evenings, offset: Places.all[place].offset, &random)
        (cover.firstTask, cover.taskCount) = registry.talk(at: place, &random)
        cover.volume = Float(volume * habits.cover * share * random.heavy(median: 0.9, spread: 0.5))
        (cover.models, cover.salt) = (ModelTaste.everyday, 0)
        if random.chance(0.4) {
            let frame = FrameBook.shipped(random.pick(EverydayWork.business))
            cover.ownTask = Task(frame: frame, key: random.next() | 1, weight: 1)
            cover.ownShare = 0.5
        }
        return cover
    }
}
