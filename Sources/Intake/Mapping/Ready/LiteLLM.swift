extension ReadyMap {
    /// Column names: the table LiteLLM_SpendLogs of LiteLLM's proxy.
    static let liteLLM = ReadyMap(
        name: "litellm",
        about:
            "LiteLLM spend logs as JSON Lines (as CSV through `revenuer map`); takes the column user for the account",
        text: """
            # LiteLLM spend logs: rows of LiteLLM_SpendLogs, as JSON Lines.
            # The account is `user`, the internal user that owns the key. Of others, `end_user` is whom a
            # customer's program named (it can say anything), `team_id` a team, `api_key` the hash of one key.
            # Times without an offset are UTC, as the proxy writes them.
            # Prompts are there only where the proxy was told to keep them (store_prompts_in_spend_logs).
            name: litellm
            form: jsonl
            outputs:
              - table: exchanges
                fields:
                  account_id: user
                  at: {from: startTime, do: [{date: iso, zone: UTC}]}
                  exchange_id: request_id
                  ip:
                    first:
                      - requester_ip_address
                      - {from: metadata, do: [{json: requester_ip_address}]}
                    do: [address]
                  model: model
                  surface: {is: api}
                  input_tokens: {from: prompt_tokens, optional: true}
                  output_tokens: {from: completion_tokens, optional: true}
                  # The digest of the system prompt: the frame that many exchanges share.
                  prompt_key: {from: messages, optional: true, do: [{chat: system}, sha256]}
                  "attr:api_key": {from: api_key, optional: true}
                  "attr:team_id": {from: team_id, optional: true}
                  "attr:metadata_end_user": {from: end_user, optional: true}
              - table: samples
                fields:
                  account_id: user
                  at: {from: startTime, do: [{date: iso, zone: UTC}]}
                  prompt:
                    first:
                      - {from: messages, do: [{chat: user}]}
                      - {from: proxy_server_request, do: [{json: messages}, {chat: user}]}
                  sample_id: request_id
                  model: model
                  surface: {is: api}
                  response: {from: response, optional: true, do: [{json: "choices[*].message.content", join: "\\n"}]}

            """,
        signature: ["request_id", "call_type", "startTime", "spend", "model", "user"], account: "user")
}
