extension ReadyMap {
    /// Field names: the schema of Amazon Bedrock's model invocation log, version 1.0.
    static let bedrock = ReadyMap(
        name: "bedrock",
        about: "AWS Bedrock model invocation logs; takes the caller's identity.arn for the account",
        text: """
            # AWS Bedrock model invocation logs (JSON Lines, schemaType ModelInvocationLog).
            # The account is the caller that AWS saw: identity.arn. Where a gateway calls for many customers,
            # that is one role for all of them, and the customer stands in requestMetadata or in the name of
            # the role's session: {from: identity.arn, do: [{split: ["/", -1]}]}
            name: bedrock
            form: jsonl
            outputs:
              - table: exchanges
                fields:
                  account_id: identity.arn
                  at: {from: timestamp, do: [{date: iso, zone: UTC}]}
                  exchange_id: requestId
                  model: modelId
                  surface: {is: "cloud:bedrock"}
                  input_tokens: input.inputTokenCount
                  output_tokens: output.outputTokenCount
                  # The digest of the system prompt: the frame that many exchanges share.
                  prompt_key: {from: input.inputBodyJson.system, optional: true, do: [{chat: any}, sha256]}
                  sample_id: requestId
                  aws_account: {from: accountId, optional: true}
                  aws_region: {from: region, optional: true}
              - table: samples
                fields:
                  account_id: identity.arn
                  at: {from: timestamp, do: [{date: iso, zone: UTC}]}
                  sample_id: requestId
                  model: modelId
                  surface: {is: "cloud:bedrock"}
                  # Messages of chats; else what older models call their prompt.
                  prompt:
                    first:
                      - {from: input.inputBodyJson.messages, do: [{chat: user}]}
                      - input.inputBodyJson.prompt
                      - input.inputBodyJson.inputText
                  response:
                    first:
                      - {from: output.outputBodyJson.output.message.content, do: [{chat: any}]}
                      - {from: output.outputBodyJson.content, do: [{chat: any}]}
                      - output.outputBodyJson.generation
                      - output.outputBodyJson.results[0].outputText
                  metadata: {from: requestMetadata, optional: true}

            """,
        signature: ["requestId", "modelId", "input", "output", "timestamp", "identity"],
        account: "identity.arn", otherAccounts: ["accountId"])
}
