#!/usr/bin/env python3
"""Makes texts with known frames, and scores what was found of them.

    templates.py make FOLDER [--style a|b|boilerplate|identical|words] [--texts 100000] [--frames 400] [--seed 1] [--typos 0]
                              [--samples]
    templates.py score FOLDER FOUND

`make` writes FOLDER/texts.bin (each text ends with the byte 1E) and FOLDER/truth.txt (a frame per line, `-` for a
text of its own); with --samples also FOLDER/samples.jsonl, the same texts as evidence, whose sample_id is the number
of the line in truth.txt from 0. FOUND has a frame per line in the same order, `-` for none. `score` prints B-cubed precision, recall
and F1 over all texts (a text without a frame is a cluster by itself), the distinct texts that were merged, and the
frames found.

Words come from a Zipf distribution over an invented vocabulary with real function words among the commonest, so that
short phrases recur by chance as they do in prose; part of the free text is drawn from a pool of stock sentences. The
frames of style a have one to three slots, some very long, and noise around them; those of style b begin with slots,
have many short ones, and half of them share half of their words with a sibling.
"""
import argparse
import collections
import json
import os
import random

FUNCTION = """the of and to a in is that for it as with on be by this you are from or an at not have was but which all
one can will their what if has more your when there use each how about other into then them these some would make like
time no could than its only over new also after first two any most give answer step list write text please""".split()
CONSONANTS, VOWELS = "bcdfghklmnprstvz", "aeiou"
HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"


class World:
    def __init__(self, seed):
        self.random = random.Random(seed)
        words = set()
        while len(words) < 40000:
            words.add("".join(
                self.random.choice(CONSONANTS) + self.random.choice(VOWELS) + self.random.choice(["", "", "n", "r", "s"])
                for _ in range(self.random.randint(1, 4))))
        vocabulary = FUNCTION + sorted(words - set(FUNCTION))
        tail = vocabulary[len(FUNCTION):]
        self.random.shuffle(tail)
        self.vocabulary = FUNCTION + tail
        total, self.weights = 0.0, []
        for rank in range(len(self.vocabulary)):
            total += 1 / (rank + 3)
            self.weights.append(total)
        self.stock = [self.prose(self.random.randint(6, 22)) for _ in range(3000)]
        self.han_stock = [self.han(self.random.randint(8, 24)) for _ in range(300)]

    def prose(self, count):
        words = self.random.choices(self.vocabulary, cum_weights=self.weights, k=count)
        for place in range(9, count, 13):
            words[place] += self.random.choice([".", ",", ";", ""])
        return words

    def han(self, count):
        return ["".join(self.random.choices(HAN, k=count))]

    def free(self, count):
        """Free text, now and then with a stock sentence in it."""
        words = self.prose(count)
        if count > 60 and self.random.random() < 0.3:
            place = self.random.randrange(count)
            words[place:place] = self.random.choice(self.stock)
        return words

    def han_free(self, count):
        text = self.han(count)
        return text + self.random.choice(self.han_stock) if count > 60 and self.random.random() < 0.2 else text


def frame_a(world, chinese):
    """Fixed stretches with slots between them; a slot is its shortest and longest length, or a list of values."""
    draw = world.random
    fixed = draw.randint(18, 90)
    slots = draw.randint(1, 3)
    make = (lambda n: world.han(int(n * 1.5))) if chinese else world.prose
    cuts = sorted(draw.sample(range(4, fixed - 3), slots)) if slots < fixed - 8 else [fixed // 2]
    parts, last = [], 0
    for cut in cuts:
        parts.append(make(cut - last))
        kind = draw.random()
        if kind < 0.35:
            parts.append([make(draw.randint(1, 5)) for _ in range(draw.randint(5, 60))])
        elif kind < 0.8:
            parts.append((2, draw.randint(6, 60)))
        else:
            parts.append((150, 300))
        last = cut
    if draw.random() < 0.8:
        parts.append(make(fixed - last))
    return parts


def frame_b(world, chinese, sibling=None):
    draw = world.random
    make = (lambda n: world.han(int(n * 1.5))) if chinese else world.prose
    if sibling:
        half = sibling[:len(sibling) // 2]
    else:
        half = []
        for _ in range(draw.randint(2, 4)):
            half += [(1, draw.randint(2, 8)), make(draw.randint(3, 14))]
    rest = []
    for _ in range(max(1, len(half) // 2)):
        rest += [make(draw.randint(5, 14)), (1, draw.randint(2, 12))]
    return half + rest


def fill(world, parts, chinese):
    draw = world.random
    words = []
    for part in parts:
        if isinstance(part, tuple):
            words += world.han_free(draw.randint(*part)) if chinese else world.free(draw.randint(*part))
        elif isinstance(part[0], list):
            words += draw.choice(part)
        else:
            words += part
    return words


def misspelt(world, words, share):
    """Each word, or stretch of ideographs, with a letter changed in this share of the words or ideographs."""
    draw = world.random
    def changed(word):
        place = draw.randrange(len(word))
        return word[:place] + draw.choice(HAN if word[place] in HAN else CONSONANTS) + word[place + 1:]
    return [changed(word) if draw.random() < share * (len(word) if word[0] in HAN else 1) else word for word in words]


def noisy(world, words, chinese, typos):
    draw = world.random
    if typos:
        words = misspelt(world, words, typos)
    if draw.random() < 0.15:
        words = (world.han_free if chinese else world.free)(draw.randint(1, 8)) + words
    if draw.random() < 0.15:
        words = words + (world.han_free if chinese else world.free)(draw.randint(1, 8))
    text = ("，" if chinese else " ").join(words)
    kind = draw.random()
    if kind < 0.05:
        text = text.upper()
    elif kind < 0.15:
        text = text.replace(" ", "  ", 5).replace("  ", "\n", 2)
    elif kind < 0.2:
        text = "  " + text + "\r\n"
    return text


def framed(world, count, frames, style, typos):
    """Texts of frames whose sizes differ: a few are common, many have a handful."""
    draw = world.random
    shapes = []
    for number in range(frames):
        chinese = draw.random() < 0.2
        sibling = shapes[-1] if style == "b" and number % 2 and shapes else None
        if sibling:
            shapes.append((frame_b(world, sibling[1], sibling[0]), sibling[1]))
        else:
            shapes.append((frame_a(world, chinese) if style == "a" else frame_b(world, chinese), chinese))
    sizes = [draw.paretovariate(1.2) for _ in range(frames)]
    scale = (count - 5 * frames) / sum(sizes)
    for number, (parts, chinese) in enumerate(shapes):
        for _ in range(5 + int(sizes[number] * scale)):
            yield f"F{number}", noisy(world, fill(world, parts, chinese), chinese, typos)


def distinct(world, count):
    """Texts of their own, a third of them with a stock opening and stock sentences."""
    draw = world.random
    openings = [world.prose(draw.randint(4, 9)) for _ in range(12)]
    for _ in range(count):
        if draw.random() < 0.1:
            yield "-", "".join(world.han_free(draw.randint(40, 400)))
            continue
        words = world.free(draw.randint(30, 400))
        if draw.random() < 0.33:
            words = draw.choice(openings) + words
            for _ in range(draw.randint(0, 2)):
                place = draw.randrange(len(words))
                words[place:place] = draw.choice(world.stock)
        yield "-", " ".join(words)


def make(arguments):
    world = World(arguments.seed)
    count, style = arguments.texts, arguments.style
    if style in "ab":
        inside = int(count * 0.4)
        rows = list(framed(world, inside, arguments.frames, style, arguments.typos))
        rows += distinct(world, count - len(rows))
    elif style == "boilerplate":
        paragraph = world.prose(80)
        rows = [("F0", " ".join(paragraph + world.prose(world.random.randint(150, 400)))) for _ in range(count)]
    elif style == "identical":
        rows = [("F0", " ".join(world.prose(200)))] * count
    else:
        rows = [("-", word) for word in world.random.choices(world.vocabulary, k=count)]
    world.random.shuffle(rows)
    os.makedirs(arguments.folder, exist_ok=True)
    with open(os.path.join(arguments.folder, "texts.bin"), "wb") as texts:
        for _, text in rows:
            texts.write(text.encode() + b"\x1e")
    with open(os.path.join(arguments.folder, "truth.txt"), "w") as truth:
        truth.writelines(label + "\n" for label, _ in rows)
    if arguments.samples:
        with open(os.path.join(arguments.folder, "samples.jsonl"), "w") as samples:
            for number, (_, text) in enumerate(rows):
                row = {"account_id": f"a{number}", "at": "2026-01-01T00:00:00Z", "sample_id": str(number), "prompt": text}
                samples.write(json.dumps(row, ensure_ascii=False) + "\n")


def clusters(path):
    with open(path) as file:
        return [line.strip() if line.strip() != "-" else f"-{number}" for number, line in enumerate(file)]


def score(arguments):
    truth = clusters(os.path.join(arguments.folder, "truth.txt"))
    found = clusters(arguments.found)
    both = collections.Counter(zip(truth, found))
    true_sizes, found_sizes = collections.Counter(truth), collections.Counter(found)
    precision = sum(n * n / found_sizes[f] for (_, f), n in both.items()) / len(truth)
    recall = sum(n * n / true_sizes[t] for (t, _), n in both.items()) / len(truth)
    framed_texts = sum(n for t, n in true_sizes.items() if not t.startswith("-")) or 1
    framed_recall = sum(n * n / true_sizes[t] for (t, _), n in both.items() if not t.startswith("-")) / framed_texts
    own = sum(t.startswith("-") for t in truth)
    merged = sum(t.startswith("-") and found_sizes[f] > 1 for t, f in zip(truth, found))
    whole = {t for (t, f), n in both.items()
             if not t.startswith("-") and n >= 0.95 * true_sizes[t] and n >= 0.95 * found_sizes[f]}
    frames = sum(not t.startswith("-") for t in true_sizes)
    print(f"B-cubed precision {precision:.4f} recall {recall:.4f} F1 {2 * precision * recall / (precision + recall):.4f}")
    print(f"recall over framed texts {framed_recall:.4f}; frames {frames}, found {len([f for f in found_sizes if f[0] != '-'])}, "
          f"found to 95 % both ways {len(whole)}")
    print(f"distinct texts in a frame: {merged} of {own} ({10000 * merged / max(1, own):.1f} per 10,000)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    maker = commands.add_parser("make")
    maker.add_argument("folder")
    maker.add_argument("--style", default="a", choices=["a", "b", "boilerplate", "identical", "words"])
    maker.add_argument("--texts", type=int, default=100_000)
    maker.add_argument("--frames", type=int, default=400)
    maker.add_argument("--seed", type=int, default=1)
    maker.add_argument("--typos", type=float, default=0.0, help="share of the words in frames that are misspelt")
    maker.add_argument("--samples", action="store_true")
    maker.set_defaults(run=make)
    scorer = commands.add_parser("score")
    scorer.add_argument("folder")
    scorer.add_argument("found")
    scorer.set_defaults(run=score)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
