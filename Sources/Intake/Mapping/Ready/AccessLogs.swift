extension ReadyMap {
    /// Fields: nginx's predefined format `combined`, which is Apache's too.
    static let nginx = ReadyMap(
        name: "nginx",
        about: "nginx (or Apache) combined access logs; takes the authenticated user for the account",
        text: """
            # nginx access logs in the format `combined`.
            # The account is the user of HTTP authentication (remote_user). Requests without one are left out.
            # Every request counts as an exchange; to count those of one path alone, see `when` in mapping.md.
            # remote_addr is the caller unless a proxy stands in front: then all rows show the proxy.
            name: nginx
            form: log
            columns: [remote_addr, ident, remote_user, time_local, request, status, bytes_sent, referer, user_agent]
            outputs:
              - table: exchanges
                when: {from: remote_user}
                fields:
                  account_id: remote_user
                  at: {from: time_local, do: [{date: clf}]}
                  ip: remote_addr
                  surface: {is: api}
                  client: {from: user_agent, do: [{split: [" ", 0]}]}
                  "attr:user_agent": user_agent

            """,
        signature: [], account: "remote_user")

    /// Fields: AWS, "Access logs for your Application Load Balancer", in their order; later ones were added.
    static let loadBalancer = ReadyMap(
        name: "alb",
        about: "AWS Application Load Balancer access logs; they hold no account, so the map asks for one",
        text: """
            # AWS Application Load Balancer access logs.
            # They hold no header and no user, hence no account. It can only come from the URL, if at all; if
            # not, exchanges have to come from another log, and this one is no evidence of accounts.
            # client is the caller unless a proxy stands in front: then all rows show the proxy.
            name: alb
            form: log
            columns:
              - type
              - time
              - elb
              - client
              - target
              - request_processing_time
              - target_processing_time
              - response_processing_time
              - elb_status_code
              - target_status_code
              - received_bytes
              - sent_bytes
              - request
              - user_agent
              - ssl_cipher?
              - ssl_protocol?
              - target_group_arn?
              - trace_id?
              - domain_name?
              - chosen_cert_arn?
              - matched_rule_priority?
              - request_creation_time?
            outputs:
              - table: exchanges
                fields:
                  # If the URL names the account: {from: request, do: [{capture: "*/accounts/{}/*"}]}
                  account_id: {ask: "which part of the request is the account? ALB logs have no field for it"}
                  at: {from: time, do: [{date: iso, zone: UTC}]}
                  ip: {from: client, do: [address]}
                  surface: {is: api}
                  client: {from: user_agent, do: [{split: [" ", 0]}]}
                  "attr:user_agent": user_agent

            """,
        signature: [], account: nil)
}
