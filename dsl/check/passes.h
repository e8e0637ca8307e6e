// The passes of the check, in the order in which check.cpp runs them. Each is a verb with a file of its own.
#pragma once

#include "dsl/check/context.h"

namespace wegwijzer::checking {

// All passes, in an order in which each finds what it needs. Returns whether there is a rule set to speak of.
[[nodiscard]] bool run_passes(Context& context, const Diagnostics& diagnostics);

// ---- who is called what ----
void collect_declarations(Context& context);     // declarations in reading order; the words of lines that weren't read
void resolve_packs(Context& context);            // regelpakket: one per pack, its clauses
void resolve_uses(Context& context);             // gebruik: the packs taken in; circles
void resolve_schema(Context& context);           // gegevens student, reeks
void collect_names(Context& context);            // the names of everything else; doubles
void resolve_calendar(Context& context);         // kalender, fase
void resolve_model_names(Context& context);      // bron, cluster, factor, rol
void declare_built_in_series(Context& context);  // opvolgingen, toestemmingen

// ---- values and conditions ----
void declare_values(Context& context);       // a place for everything that a condition may name, with its type
void check_parameters(Context& context);     // parameter; stel with its conditions
void check_concepts(Context& context);       // begrip, tabel; cycles
void check_signals(Context& context);        // signaal, kracht, kans
void check_interventions(Context& context);  // interventie; warm hand-over and consent
void check_plans(Context& context);          // aanpak
void check_policies(Context& context);       // beleid; gaat voor op
void check_examples(Context& context);       // voorbeeld: its names
void note_read_consents(Context& context);   // does anything read the toestemmingen?

// ---- over the whole ----
void check_privacy(Context& context);  // motivering, grondslag, alleen toetsing
void warn_about_ties(Context& context);
void warn_about_time_since_last(Context& context);
void check_table_rows(Context& context);  // tabel: gaps, overlaps, rows that never count

}  // namespace wegwijzer::checking
