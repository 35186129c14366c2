#!/usr/bin/env python3
"""Prints the exchanges of a case from its activity blocks, by the format in schema.md: no part of revenuer is used.
usage: decode_blocks.py CASE [SOURCE]           one JSON object per exchange, in the order of source, run and block
       decode_blocks.py CASE --rollup KIND      one per entry: account, value, count, first and last moment, where kept"""
import ipaddress, json, sqlite3, sys
def varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift; shift += 7; at += 1
        if data[at - 1] < 128: return value, at
def unzigzag(value): return value >> 1 ^ -(value & 1)
def varints(data, count):
    values, at = [], 0
    for _ in range(count): value, at = varint(data, at); values.append(value)
    return values
def column(data, count):                                    # mode 0: varints; mode 1: dictionary and packed indices
    if data[0] == 0: return varints(data[1:], count)
    many, at = varint(data, 1); words = []
    for _ in range(many): word, at = varint(data, at); words.append(word)
    bits = 0 if many < 2 else 1 if many == 2 else 2 if many <= 4 else 4 if many <= 16 else 8
    return [words[data[at + row * bits // 8] >> row * bits % 8 & (1 << bits) - 1 if bits else 0] for row in range(count)]
def block(data, plain):
    count, at = varint(data, 1); account, at = varint(data, at); first, at = varint(data, at); many, at = varint(data, at)
    sections = []
    for _ in range(many): size, at = varint(data, at); sections.append(data[at:at + size]); at += size
    accounts, at = [], 0
    while len(accounts) < count:
        step, at = varint(sections[0], at); run, at = varint(sections[0], at); account += step; accounts += [account] * run
    times = column(sections[1], count)
    for row in range(count): times[row] += times[row - 1] if row and accounts[row] == accounts[row - 1] else unzigzag(first)
    lines, offsets, line, offset = column(sections[5], count), [], 0, 0
    per_line, at = varint(sections[6], 0); residues = column(sections[6][at:], count)
    for row in range(count):
        step = unzigzag(lines[row]); line += step; lines[row] = line
        offset += (step * unzigzag(per_line) >> 8) + unzigzag(residues[row]); offsets.append(offset)
    texts = []
    for data in sections[len(sections) - plain:] if plain else []:
        at, own = 0, []
        for _ in range(count): size, at = varint(data, at); own.append(data[at:at + size].decode("utf-8", "replace")); at += size
        texts.append(own)
    tokens = [[value - 1 if value else None for value in column(section, count)] for section in sections[3:5]]
    coded = [column(section, count) for section in [sections[2]] + sections[7:len(sections) - plain]]
    return zip(accounts, times, *tokens, lines, offsets, zip(*coded), zip(*texts) if texts else [()] * count)
def rollup(data, is_hours):
    count, at = varint(data, 1); account, at = varint(data, at); first, at = varint(data, at); many, at = varint(data, at)
    sections = []
    for _ in range(many): size, at = varint(data, at); sections.append(data[at:at + size]); at += size
    accounts, at = [], 0
    while len(accounts) < count:
        step, at = varint(sections[0], at); run, at = varint(sections[0], at); account += step; accounts += [account] * run
    values, counts = column(sections[1], count), column(sections[2], count)
    if is_hours:
        for row in range(count): values[row] = unzigzag(values[row]) + (values[row - 1] if row else 0)
        return zip(accounts, values, counts, [None] * count, [None] * count)
    firsts, many = column(sections[3], count), sum(rows > 1 for rows in counts)
    for row in range(count):
        is_next = row and accounts[row] == accounts[row - 1]
        firsts[row] = unzigzag(firsts[row]) + (firsts[row - 1] if is_next else firsts[0] if row else unzigzag(first))
    spans = iter(column(sections[4], many))
    return zip(accounts, values, counts, firsts, [at + (next(spans) if rows > 1 else 0) for at, rows in zip(firsts, counts)])
case, kind = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True), (sys.argv[3:] or [None])[0] if sys.argv[2:3] == ["--rollup"] else None
numbers = [] if kind else sys.argv[2:3]
accounts, values = dict(case.execute("SELECT number, account_id FROM account_identity")), dict(case.execute("SELECT number, value FROM value"))
addresses = {n: str(getattr(ipaddress.ip_address(a), "ipv4_mapped") or ipaddress.ip_address(a)) for n, a in case.execute("SELECT number, address FROM address")}
if kind:
    for body, in case.execute("SELECT body FROM rollup_block WHERE kind = ? AND source <= (SELECT source FROM horizon) ORDER BY source, run, block", [kind]):
        for account, value, rows, begin, end in rollup(body, kind == "hour"):
            name = addresses.get(value) if kind == "address" else value if kind == "hour" else values.get(value)
            print(json.dumps({"account": accounts[account], "value": name, "count": rows, "first": begin, "last": end}))
    sys.exit()
for source, names in case.execute("SELECT number, columns FROM source WHERE state = 'complete' AND exchanges > 0 AND number = coalesce(?, number) ORDER BY number", [*numbers, None][:1]):
    names = json.loads(names)
    for (body,) in case.execute("SELECT body FROM exchange_block WHERE source = ? ORDER BY run, block", [source]):
        for account, at, tokens_in, tokens_out, line, offset, coded, plain in block(body, len(names["plain"])):
            row = {"source": source, "line": line, "offset": offset, "account_id": accounts[account], "at": at, "ip": addresses.get(coded[0]), "input_tokens": tokens_in, "output_tokens": tokens_out}
            print(json.dumps({**row, **{name: values.get(n) for name, n in zip(names["coded"], coded[1:])}, **{name: text or None for name, text in zip(names["plain"], plain)}}))
