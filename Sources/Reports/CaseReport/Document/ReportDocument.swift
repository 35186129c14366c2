import Casework

/// A report as sections of blocks: what every written format draws, each in its own way.
///
/// Texts in it are raw, evidence among them; each renderer escapes all of them.
struct ReportDocument {
    var title: String
    /// `INTERNAL`, `SYNTHETIC`: on every page.
    var marks: [String]
    /// What stands at the head of every page beside the marks.
    var running: String
    /// What stands over the title, and at the foot of every page.
    var kicker = "Case report"
    var closing = "Everything said about a campaign is alleged."
    var sections: [Section]

    struct Section {
        var id: String
        var title: String
        /// 1 for parts of the report, 2 for what is inside one.
        var level = 1
        var startsPage = false
        var blocks: [Block] = []
    }

    enum Block {
        /// Sentences of one paragraph.
        case paragraph([CaseReport.Statement])
        /// One sentence an entry.
        case list([CaseReport.Statement])
        case facts([Fact])
        case table(Table)
        case figure(Figure)
        /// A remark that must not be overlooked.
        case remark(String)
    }

    struct Fact {
        var name: String
        var value: Cell
    }

    enum Cell {
        case text(String)
        /// An id, a hash, a value of evidence.
        case code(String)
        case number(String)
        /// A number from 0 to 1 with its print.
        case bar(Double, String)
        case cites([String])
        case lines([String])
        case strong(String)

        var isNumeric: Bool {
            switch self {
            case .number: true
            default: false
            }
        }
    }

    struct Table {
        var caption: String
        var columns: [String]
        var rows: [Row] = []
        /// How many rows were left out and where they are.
        var note: String?
        /// Small print for long tables.
        var isDense = false
        /// As wide as its content, where a few short columns would drift apart.
        var isNarrow = false

        struct Row {
            /// The id that statements cite.
            var anchor: String?
            var cells: [Cell]

            init(_ cells: [Cell], anchor: String? = nil) {
                self.anchor = anchor
                self.cells = cells
            }
        }
    }

    struct Figure {
        var id: String
        var caption: String
        /// The figure in words, for whoever does not see it.
        var description: String
        var drawing: Drawing
    }

    enum Drawing {
        /// Exchanges per day: all of them, and a part that stands out; marks of events.
        case timeline(all: [DayCount], part: [DayCount], events: [CaseReport.Event])
        /// 24 figures.
        case hours([Int])
        /// Named shares from 0 to 1.
        case bars([Bar])
        /// What members share, family by family.
        case shared([CaseReport.Exhibit], members: Int)
    }

    struct Bar {
        var name: String
        var share: Double
        var text: String
    }
}

extension ReportDocument {
    /// The document of a report. Everything in it comes from the report.
    init(_ report: CaseReport) {
        title = report.title.isEmpty ? "Case without a title" : report.title
        marks = [report.cut.rawValue.uppercased()] + (report.synthetic ? ["SYNTHETIC"] : [])
        let run = report.run.map { " · analysis \($0.id)" } ?? " · not analysed"
        running = "revenuer case report" + run
        sections = [CoverSection.section(report), QuestionSection.section(report)]
        sections += report.campaigns.flatMap { CampaignSections(report: report, campaign: $0).sections }
        sections += LookAlikeSection.sections(report)
        sections += OutcomeSections.sections(report)
        sections += BasisSections.sections(report)
        sections += AppendixSections.sections(report)
    }
}
