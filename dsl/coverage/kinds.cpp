// The names under which places are counted.
#include "dsl/coverage/coverage.h"

namespace wegwijzer::coverage {

using examples::PlaceKind;

Kind kind_of(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::active: return Kind::active;
        case PlaceKind::not_active: return Kind::not_active;
        case PlaceKind::undetermined: return Kind::undetermined;
        case PlaceKind::not_applicable: return Kind::not_applicable;
        case PlaceKind::severity: return Kind::severity;
        case PlaceKind::unless: return Kind::unless;
        case PlaceKind::applied: return Kind::applied;
        case PlaceKind::stopped: return Kind::stopped;
        case PlaceKind::overruled: return Kind::overruled;
        case PlaceKind::due: return Kind::due;
        case PlaceKind::holds:
        case PlaceKind::whole_holds: return Kind::is_true;
        case PlaceKind::does_not_hold:
        case PlaceKind::whole_does_not_hold: return Kind::is_false;
        case PlaceKind::unknown: return Kind::is_unknown;
        case PlaceKind::on_boundary: return Kind::on_boundary;
        case PlaceKind::beside_boundary:
        case PlaceKind::just_beside: return Kind::beside_boundary;
        case PlaceKind::below: return Kind::below;
        case PlaceKind::above: return Kind::above;
        case PlaceKind::outside_period: return Kind::outside_period;
        case PlaceKind::first_day: return Kind::first_day;
        case PlaceKind::last_day: return Kind::last_day;
        case PlaceKind::row: return Kind::row;
        case PlaceKind::choice: return Kind::choice;
        case PlaceKind::open_choice: break;
    }
    return Kind::open_choice;
}

Group group_of(PlaceKind kind) { return group_of(kind_of(kind)); }

Group group_of(Kind kind) {
    if (kind <= Kind::is_unknown) return Group::conditions;
    if (kind <= Kind::above) return Group::boundaries;
    if (kind <= Kind::last_day) return Group::periods;
    if (kind <= Kind::not_applicable) return Group::outcomes;
    if (kind == Kind::severity) return Group::severities;
    if (kind == Kind::unless) return Group::exceptions;
    if (kind <= Kind::due) return Group::policies;
    return kind == Kind::row ? Group::rows : Group::parameters;
}

Localized name_of(Group group) {
    switch (group) {
        case Group::conditions: return {"voorwaarden", "conditions"};
        case Group::boundaries: return {"grenzen", "boundaries"};
        case Group::periods: return {"perioden", "periods"};
        case Group::outcomes: return {"signalen", "signals"};
        case Group::severities: return {"ernst", "severity"};
        case Group::exceptions: return {"tenzij", "unless"};
        case Group::policies: return {"beleid", "policies"};
        case Group::rows: return {"tabellen", "tables"};
        case Group::parameters: break;
    }
    return {"parameters", "parameters"};
}

Localized name_of(Kind kind) {
    switch (kind) {
        case Kind::is_true: return {"waar", "true"};
        case Kind::is_false: return {"onwaar", "false"};
        case Kind::is_unknown: return {"onbekend", "unknown"};
        case Kind::on_boundary: return {"op de grens", "on the boundary"};
        case Kind::beside_boundary: return {"net ernaast", "just beside it"};
        case Kind::below: return {"eronder", "below"};
        case Kind::above: return {"erboven", "above"};
        case Kind::outside_period: return {"iets erbuiten", "something outside"};
        case Kind::first_day: return {"op de eerste dag", "on the first day"};
        case Kind::last_day: return {"op de laatste dag", "on the last day"};
        case Kind::active: return {"actief", "active"};
        case Kind::not_active: return {"niet actief", "not active"};
        case Kind::undetermined: return {"onbepaald", "undetermined"};
        case Kind::not_applicable: return {"niet van toepassing", "not applicable"};
        case Kind::severity: return {"elk niveau", "each level"};
        case Kind::unless: return {"houdt iets tegen", "stops something"};
        case Kind::applied: return {"toegepast", "applied"};
        case Kind::stopped: return {"blijft uit", "stays away"};
        case Kind::overruled: return {"gaat voor op een ander", "overrides another"};
        case Kind::due: return {"met `uiterlijk`", "with `due`"};
        case Kind::row: return {"rijen", "rows"};
        case Kind::choice: return {"elke waarde", "each value"};
        case Kind::open_choice: break;
    }
    return {"open keuze gezet", "open choice set"};
}

std::string identifier_of(Kind kind) {
    switch (kind) {
        case Kind::is_true: return "true";
        case Kind::is_false: return "false";
        case Kind::is_unknown: return "unknown";
        case Kind::on_boundary: return "on_boundary";
        case Kind::beside_boundary: return "beside_boundary";
        case Kind::below: return "below";
        case Kind::above: return "above";
        case Kind::outside_period: return "outside_period";
        case Kind::first_day: return "first_day";
        case Kind::last_day: return "last_day";
        case Kind::active: return "active";
        case Kind::not_active: return "not_active";
        case Kind::undetermined: return "undetermined";
        case Kind::not_applicable: return "not_applicable";
        case Kind::severity: return "severity";
        case Kind::unless: return "unless";
        case Kind::applied: return "applied";
        case Kind::stopped: return "stopped";
        case Kind::overruled: return "overruled";
        case Kind::due: return "due";
        case Kind::row: return "row";
        case Kind::choice: return "choice";
        case Kind::open_choice: break;
    }
    return "open_choice";
}

Count& Count::operator+=(const Count& other) {
    reached += other.reached;
    all += other.all;
    cannot += other.cannot;
    return *this;
}

void Count::add(Reached state) {
    if (state == Reached::cannot) {
        ++cannot;
        return;
    }
    ++all;
    if (state == Reached::yes) ++reached;
}

Count Report::count(Kind kind) const {
    Count count;
    for (const Place& place : places) {
        if (kind_of(place.place->kind) == kind) count.add(place.reached);
    }
    return count;
}

Count Report::total() const {
    Count total;
    for (std::size_t i = 0; i < kinds; ++i) total += count(static_cast<Kind>(i));
    return total;
}

}  // namespace wegwijzer::coverage
