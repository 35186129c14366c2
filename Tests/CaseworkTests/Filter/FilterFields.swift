import Casework

/// The columns of a small list, one of every type.
let fields: [FieldDescription] = [
    FieldDescription("account_id", .text), FieldDescription("declared_country", .text),
    FieldDescription("campaign", .text), FieldDescription("status", .text),
    FieldDescription("exchanges", .number),
    FieldDescription("probability", .number), FieldDescription("created_at", .time),
    FieldDescription("last_at", .time), FieldDescription("unlisted", .boolean),
]

func parse(_ text: String) throws(FilterError) -> Filter { try FilterParser.parse(text, fields: fields) }

func time(_ text: String) -> FilterValue { .time(Timestamp(rfc3339: text)!) }
