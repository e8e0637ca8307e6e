#include "cli/render/html/filter.h"

namespace wegwijzer::cli::html {

const std::string_view filter_script = R"js(
(function () {
  'use strict';
  var box = document.getElementById('filter');
  var words = document.getElementById('filter-name');
  var group = document.getElementById('filter-group');
  var found = document.getElementById('filter-found');
  function plain(text) {
    return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  }
  function all(root, what) { return Array.prototype.slice.call(root.querySelectorAll(what)); }
  // Who is listed a second time is found there as well, and counted once.
  var students = all(document, '[data-who], [data-also]').map(function (element) {
    return { element: element, counts: element.hasAttribute('data-who'), name: plain(element.querySelector('.who').textContent) };
  });
  function apply() {
    var wanted = plain(words.value).split(/\s+/).filter(Boolean);
    var count = 0;
    students.forEach(function (student) {
      var section = student.element.closest('section[data-group]');
      var shown = (group.value === 'all' || section.dataset.group === group.value) &&
        wanted.every(function (word) { return student.name.indexOf(word) >= 0; });
      student.element.hidden = !shown;
      if (shown && student.counts) count += 1;
    });
    all(document, 'section[data-group], .part').forEach(function (part) {
      part.hidden = !part.querySelector('[data-who]:not([hidden]), [data-also]:not([hidden])');
    });
    var asks = words.value.trim() !== '' || group.value !== 'all';
    all(document, '[data-rest]').forEach(function (part) { part.hidden = asks; });
    var said = count === 1 ? found.dataset.one : found.dataset.many.replace('#', String(count));
    found.textContent = asks ? said : '';
  }
  words.addEventListener('input', apply);
  group.addEventListener('change', apply);
  box.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape') return;
    words.value = '';
    group.value = 'all';
    apply();
  });
  box.hidden = false;
  apply();
})();
)js";

void write_filter(Markup& out, const Voice& voice, const std::vector<FilterGroup>& groups) {
    out.open("div", {{"class", "filter"},
                     {"id", "filter"},
                     {"role", "search"},
                     {"aria-label", voice.say("Studenten zoeken", "Search students")},
                     {"hidden", "hidden"}});
    out.open("label").text(voice.say("Zoek op naam ", "Search by name "));
    out.lone("input", {{"type", "search"}, {"id", "filter-name"}, {"autocomplete", "off"}});
    out.close();
    out.open("label").text(voice.say("Groep ", "Group "));
    out.open("select", {{"id", "filter-group"}});
    out.element("option", voice.say("alle", "all"), {{"value", "all"}});
    for (const FilterGroup& group : groups) out.element("option", group.title, {{"value", group.name}});
    out.close();
    out.close();
    out.element("p", "",
                {{"id", "filter-found"},
                 {"role", "status"},
                 {"aria-live", "polite"},
                 {"data-one", voice.say("1 student gevonden", "1 student found")},
                 {"data-many", voice.say("# studenten gevonden", "# students found")}});
    out.close();
}

}  // namespace wegwijzer::cli::html
