/// case.yaml.
enum CaseNote {
    static let lines = [
        "title: \"Quickstart case (SYNTHETIC)\"",
        "description: \"An invented service and invented labs. Nobody in this case exists.\"",
        "synthetic: true",
        "population: all",
        "period: {from: \(Calendar.opening.text), to: \(Calendar.closing.text)}",
        "restricted_countries: [XQ]",
    ]
}
