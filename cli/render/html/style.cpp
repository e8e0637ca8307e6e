// Every pair of colours has a contrast of at least 4.5, in the light and in the dark scheme; colour never says anything alone.
#include "cli/render/html/style.h"

namespace wegwijzer::cli::html {

const std::string_view page_style = R"css(
:root {
  color-scheme: light dark;
  --ground: #ffffff; --ink: #1b1f24; --quiet: #4d5661; --line: #c5ccd4; --soft: #f3f5f7;
  --link: #0b4f9e; --good: #17602f; --care: #7a3b00; --urgent: #9c1414; --mark: #8a94a0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181d; --ink: #e8ebee; --quiet: #b3bcc6; --line: #47515c; --soft: #1e242b;
    --link: #8ec1ff; --good: #8fd6a5; --care: #f0b979; --urgent: #ff9d97; --mark: #8a94a0;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; background: var(--ground); color: var(--ink); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0 .25rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .25rem; }
p, ul, ol, dl, table, figure { margin: .25rem 0 .75rem; }
ul, ol { padding-left: 1.4rem; }
li { margin: .2rem 0; }
a { color: var(--link); }
a, summary { text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; top: 0; background: var(--ground); padding: .5rem 1rem; }
.skip:focus { left: 0; z-index: 1; }
.subtitle, .quiet, footer, caption { color: var(--quiet); }
nav a { display: inline-block; padding: .25rem 0; margin-right: 1rem; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; font-size: .9rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem .45rem 0; border-bottom: 1px solid var(--line); }
thead th { font-size: .9rem; color: var(--quiet); border-bottom-width: 2px; }
td p, td ul { margin: 0 0 .25rem; }
.urgent { color: var(--urgent); font-weight: 700; }
.good { color: var(--good); }
.care { color: var(--care); }
.mark { display: inline-block; min-width: 1.2em; font-weight: 700; }
.due { white-space: nowrap; font-weight: 600; }
.advice > li { margin-bottom: 1rem; }
.advice .what { font-weight: 700; }
.question { border-left: 3px solid var(--line); padding-left: .75rem; margin: .25rem 0; }
.tree, .tree ul { list-style: none; padding-left: 0; }
.tree ul { padding-left: 1.4rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
details { margin: .5rem 0; }
summary { cursor: pointer; padding: .25rem 0; }
.filter { background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem; margin: 1rem 0; }
.filter label { display: inline-block; margin-right: 1rem; }
.filter input, .filter select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: .25rem; padding: .35rem .5rem; max-width: 100%; }
[hidden] { display: none !important; }
figure { margin: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.25rem 2rem; align-items: start; }
.source { font-size: .85rem; }
figcaption { font-weight: 700; color: var(--ink); }
svg { display: block; width: 100%; height: auto; max-width: 34rem; }
svg text { fill: var(--ink); font-size: 11px; }
svg .axis, svg .threshold { stroke: var(--quiet); fill: none; }
svg .threshold { stroke-dasharray: 5 4; stroke-width: 1.5; }
svg .window { fill: var(--mark); fill-opacity: .12; stroke: var(--line); }
svg .event { fill: var(--ink); stroke: var(--ink); }
svg .aside { fill: var(--ground); }
svg .course { stroke: var(--quiet); fill: none; }
@media (max-width: 40rem) {
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; border: 0; padding: 0; }
  .cards tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@page { size: A4; margin: 16mm 15mm; }
@media print {
  :root { color-scheme: light; --ground: #fff; --ink: #000; --quiet: #333; --line: #999; --soft: #eee; --link: #000; --good: #000; --care: #000; --urgent: #000; }
  html { font-size: 10pt; line-height: 1.35; }
  body { max-width: none; padding: 0; }
  nav, .skip, .filter, .screen { display: none !important; }
  a { text-decoration: none; }
  h2 { margin-top: 1rem; }
  h2, h3, h2 + p.quiet, caption, thead { break-after: avoid; }
  figure details { display: none; }
  tr, li, figure, .question { break-inside: avoid; }
  .tree ul, .advice .source { display: none; }
  .figures { grid-template-columns: 1fr 1fr; }
}
)css";

}  // namespace wegwijzer::cli::html
