#include "store/postgres/connection.h"

#include <poll.h>

#include <cerrno>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/ascii.h"

namespace wegwijzer::store::postgres {
namespace {

using Kind = Failure::Kind;
using Clock = std::chrono::steady_clock;

// Classes and codes of appendix A of PostgreSQL's manual.
Kind kind_of_state(std::string_view state) {
    if (state == "55P03" || state == "40P01" || state == "40001") return Kind::busy;
    if (state == "42501") return Kind::no_rights;
    if (state == "3D000") return Kind::no_database;
    if (state.starts_with("28")) return Kind::refused;
    if (state.starts_with("23")) return Kind::taken;
    if (state == "53100" || state == "25006") return Kind::unwritable;
    if (state == "53300" || state.starts_with("57P")) return Kind::unreachable;
    // Our own SQL: the tables are not what they were.
    if (state.starts_with("42") || state.starts_with("3F")) return Kind::altered;  // our own SQL
    if (state.starts_with("XX")) return Kind::damaged;
    return Kind::fault;
}

int errno_of_state(std::string_view state) {
    if (state == "53100") return ENOSPC;
    return state == "25006" ? EROFS : 0;
}

std::string without_last_line_end(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

// What libpq says of a connection that did not come about, in its verbose form: `FATAL:  28P01: password …`, and where in
// the server that was. In whatever language the server speaks, the code is the same.
struct SaidAtConnecting {
    std::string state;  // empty: not said by a server
    std::string words;
};
SaidAtConnecting said_at_connecting(PGconn* connection) {
    SaidAtConnecting said{{}, without_last_line_end(PQerrorMessage(connection))};
    constexpr std::size_t size_of_state = 5;
    for (std::size_t at = said.words.find(":  "); at != std::string::npos; at = said.words.find(":  ", at + 1)) {
        const std::string_view behind = std::string_view(said.words).substr(at + 3);
        if (behind.find(": ") != size_of_state) continue;
        said.state = behind.substr(0, size_of_state);
        said.words.erase(0, at + 3 + size_of_state + 2);
        said.words.erase(std::min(said.words.find("\nLOCATION"), said.words.size()));
        break;
    }
    // `Is the server running on that host?` belongs to the sentence before it.
    for (std::size_t at = said.words.find("\n\t"); at != std::string::npos; at = said.words.find("\n\t")) {
        said.words.replace(at, 2, "; ");
    }
    return said;
}

Failure failure_at_connecting(PGconn* connection, const std::vector<Secret>& secrets) {
    const SaidAtConnecting said = said_at_connecting(connection);
    Kind kind = said.state.empty() ? Kind::unreachable : kind_of_state(said.state);
    if (PQconnectionNeedsPassword(connection) == 1) return {Kind::refused, 0, {}};
    if (kind == Kind::damaged || kind == Kind::altered || kind == Kind::fault) kind = Kind::unreachable;
    return {kind, errno_of_state(said.state), without_secrets(said.words, secrets)};
}

// As libpq's own waiting, but for all addresses of a name together.
void wait_until_connected(PGconn* connection, const OpeningServer& how) {
    const Clock::time_point deadline = Clock::now() + how.patience_to_connect;
    PostgresPollingStatusType wish = PGRES_POLLING_WRITING;
    while (wish != PGRES_POLLING_OK) {
        if (wish == PGRES_POLLING_FAILED) throw failure_at_connecting(connection, how.secrets);
        const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd socket{PQsocket(connection), static_cast<short>(wish == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        const int ready = rest > 0 ? poll(&socket, 1, static_cast<int>(rest)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) throw Failure{Kind::unreachable, ETIMEDOUT, {}};
        wish = PQconnectPoll(connection);
    }
}

void refuse_what_is_no_address(const std::string& address) {
    char* said = nullptr;
    PQconninfoOption* parts = PQconninfoParse(address.c_str(), &said);
    const std::string words = said != nullptr ? without_last_line_end(said) : std::string();
    const bool is_address = parts != nullptr;
    PQconninfoFree(parts);
    PQfreemem(said);
    if (!is_address) throw Failure{Kind::no_address, 0, words};
}

void keep_quiet(void* /*nobody*/, const PGresult* /*notice*/) {}

}  // namespace

Connection connect(const OpeningServer& how) {
    refuse_what_is_no_address(how.address);
    // A later one takes the place of an earlier one: what the address says goes before what we would choose. A server that
    // doesn't answer any more is noticed within the minute.
    std::vector<const char*> keywords{"fallback_application_name", "keepalives_idle",  "keepalives_interval",
                                      "keepalives_count",          "tcp_user_timeout", "dbname"};
    std::vector<const char*> values{"wegwijzer", "20", "10", "3", "50000", how.address.c_str()};
    for (const Secret& secret : how.secrets) {
        keywords.push_back(secret.keyword.c_str());
        values.push_back(secret.value.c_str());
    }
    keywords.push_back("client_encoding");
    values.push_back("UTF8");
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    Connection connection(PQconnectStartParams(keywords.data(), values.data(), 1));
    if (connection == nullptr) throw Failure{Kind::fault, ENOMEM, {}};
    // libpq writes what a server remarks to stderr otherwise.
    PQsetNoticeReceiver(connection.get(), keep_quiet, nullptr);
    if (PQstatus(connection.get()) == CONNECTION_BAD) throw failure_at_connecting(connection.get(), how.secrets);
    PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
    wait_until_connected(connection.get(), how);
    return connection;
}

Failure failure_of(PGconn* connection, const PGresult* result) {
    // Only the first of what a server says: what follows may hold the values of an entry.
    const char* words = result != nullptr ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    const char* state = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    std::string detail = words != nullptr ? words : without_last_line_end(PQerrorMessage(connection));
    const Kind kind = state != nullptr ? kind_of_state(state) : Kind::fault;
    // A server that goes off says so before it closes the connection.
    const bool is_lost = PQstatus(connection) == CONNECTION_BAD || kind == Kind::unreachable;
    return {is_lost ? Kind::lost : kind, state != nullptr ? errno_of_state(state) : 0, std::move(detail)};
}

}  // namespace wegwijzer::store::postgres
