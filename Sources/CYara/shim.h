#ifndef CYARA_SHIM_H
#define CYARA_SHIM_H

#include <stddef.h>
#include <yara.h>

// The foreach macros of libyara, and the flag tests, do not import: each is a plain function here.

static inline YR_RULE *cyara_rule_at(YR_RULES *rules, size_t index) { return &rules->rules_table[index]; }

// `num_rules` is in the rules themselves; the table also ends with a null rule.
static inline size_t cyara_rule_count(const YR_RULES *rules) { return rules->num_rules; }

static inline size_t cyara_rule_index(const YR_SCANNER *scanner, const YR_RULE *rule) {
    return (size_t)(rule - scanner->rules->rules_table);
}

static inline int cyara_rule_is_private(const YR_RULE *rule) { return RULE_IS_PRIVATE(rule) != 0; }

// Names lie in anonymous unions with an arena reference.
static inline const char *cyara_rule_name(const YR_RULE *rule) { return rule->identifier; }
static inline const char *cyara_rule_namespace(const YR_RULE *rule) { return rule->ns->name; }

static inline const YR_META *cyara_first_meta(const YR_RULE *rule) { return rule->metas; }
static inline const YR_META *cyara_next_meta(const YR_META *meta) {
    return META_IS_LAST_IN_RULE(meta) ? NULL : meta + 1;
}
static inline const char *cyara_meta_name(const YR_META *meta) { return meta->identifier; }
static inline const char *cyara_meta_string(const YR_META *meta) {
    return meta->type == META_TYPE_STRING ? meta->string : NULL;
}
static inline int cyara_meta_is_integer(const YR_META *meta) { return meta->type == META_TYPE_INTEGER; }

static inline const YR_STRING *cyara_first_string(const YR_RULE *rule) { return rule->strings; }
static inline const YR_STRING *cyara_next_string(const YR_STRING *string) {
    return STRING_IS_LAST_IN_RULE(string) ? NULL : string + 1;
}

static inline const YR_MATCH *cyara_visible_match(const YR_MATCH *match) {
    while (match != NULL && match->is_private) match = match->next;
    return match;
}
// The matches of one string in the text just scanned, private ones left out.
static inline const YR_MATCH *cyara_first_match(const YR_SCANNER *scanner, const YR_STRING *string) {
    return cyara_visible_match(scanner->matches[string->idx].head);
}
static inline const YR_MATCH *cyara_next_match(const YR_MATCH *match) { return cyara_visible_match(match->next); }

// `yr_scanner_set_timeout` takes whole seconds, the scanner itself keeps nanoseconds.
static inline void cyara_set_timeout(YR_SCANNER *scanner, uint64_t nanoseconds) { scanner->timeout = nanoseconds; }

// `YR_COMPILER` holds a jump buffer: better read on this side.
static inline int cyara_current_line(const YR_COMPILER *compiler) { return compiler->current_line; }

// The members lie in anonymous unions whose meaning depends on the type of the node.
static inline int cyara_node_range_end(const RE_NODE *node) { return node->end; }

#endif
