#ifndef CMAXMINDDB_SHIM_H
#define CMAXMINDDB_SHIM_H

#include <maxminddb.h>
#include <netinet/in.h>
#include <string.h>

/// MMDB_lookup_sockaddr() for 16 bytes of an address; IPv4 is in the last four, as in ::ffff:a.b.c.d.
/// `result` and `error` are always set.
static inline MMDB_lookup_result_s addressdatabases_lookup(
    const MMDB_s *database, const uint8_t bytes[16], bool is_ipv4, int *error) {
    if (is_ipv4) {
        struct sockaddr_in address;
        memset(&address, 0, sizeof address);
        address.sin_family = AF_INET;
        memcpy(&address.sin_addr, bytes + 12, 4);
        return MMDB_lookup_sockaddr(database, (struct sockaddr *)&address, error);
    }
    struct sockaddr_in6 address;
    memset(&address, 0, sizeof address);
    address.sin6_family = AF_INET6;
    memcpy(&address.sin6_addr, bytes, 16);
    return MMDB_lookup_sockaddr(database, (struct sockaddr *)&address, error);
}

/// The value at a path of one or two names; has_data is false where there is none. `inner` may be null.
/// Returns an MMDB_* status; a path that is not there is no error.
static inline int addressdatabases_value(
    MMDB_entry_s *entry, const char *outer, const char *inner, MMDB_entry_data_s *value) {
    const char *path[3] = {outer, inner, 0};
    memset(value, 0, sizeof *value);
    int status = MMDB_aget_value(entry, value, path);
    if (status == MMDB_LOOKUP_PATH_DOES_NOT_MATCH_DATA_ERROR || status == MMDB_INVALID_LOOKUP_PATH_ERROR) {
        value->has_data = false;
        return MMDB_SUCCESS;
    }
    return status;
}

/// A whole number of any width; -1 for any other type.
static inline int64_t addressdatabases_number(const MMDB_entry_data_s *value) {
    if (!value->has_data) return -1;
    switch (value->type) {
    case MMDB_DATA_TYPE_UINT16: return value->uint16;
    case MMDB_DATA_TYPE_UINT32: return value->uint32;
    case MMDB_DATA_TYPE_INT32: return value->int32 < 0 ? -1 : value->int32;
    case MMDB_DATA_TYPE_UINT64: return value->uint64 > INT64_MAX ? -1 : (int64_t)value->uint64;
    default: return -1;
    }
}

/// The bytes of a text, which end at `data_size`; null for any other type.
static inline const char *addressdatabases_text(const MMDB_entry_data_s *value) {
    return value->has_data && value->type == MMDB_DATA_TYPE_UTF8_STRING ? value->utf8_string : 0;
}

static inline bool addressdatabases_flag(const MMDB_entry_data_s *value) {
    return value->has_data && value->type == MMDB_DATA_TYPE_BOOLEAN && value->boolean;
}

#endif
