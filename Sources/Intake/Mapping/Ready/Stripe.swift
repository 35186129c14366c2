extension ReadyMap {
    /// Column names: exports of Stripe's payments page. Their headers changed over the years; all are known.
    static let stripe = ReadyMap(
        name: "stripe",
        about: "Stripe payments CSV; takes the column Customer ID for the account",
        text: """
            # Stripe payments as CSV, with all columns.
            # The account is Stripe's own Customer ID. Where the provider keeps its account id in Stripe's
            # metadata, the export has a column such as `account_id (metadata)`: take that one, so that
            # payments and exchanges are of the same accounts.
            # Payments without a card fingerprint (bank debits and the like) hold nothing to link by.
            name: stripe
            form: csv
            outputs:
              - table: payments
                when: {from: Card Fingerprint}
                fields:
                  account_id: Customer ID
                  fingerprint: Card Fingerprint
                  kind:
                    from: Card Funding
                    optional: true
                    do: [trim, lower, {words: {credit: card, debit: card, prepaid: prepaid}, else: ""}]
                  issuer_country: {from: Card Issue Country, optional: true, do: [trim, upper]}
                  first_seen:
                    first: ["Created date (UTC)", "Created (UTC)", Created]
                    do: [{date: iso, zone: UTC}]
                  last_seen:
                    first: ["Created date (UTC)", "Created (UTC)", Created]
                    do: [{date: iso, zone: UTC}]
                  uses: {is: 1}
              - table: attributes
                fields:
                  account_id: Customer ID
                  kind: {is: email_hash}
                  value: {from: Customer Email, optional: true, do: [trim, lower, sha256]}
                  first_seen:
                    first: ["Created date (UTC)", "Created (UTC)", Created]
                    do: [{date: iso, zone: UTC}]

            """,
        signature: ["id", "Card Fingerprint", "Amount", "Currency"], account: "Customer ID")
}
