#include "cli/render/html/page_frame.h"

#include "cli/render/html/content_hash.h"
#include "cli/render/html/style.h"

namespace wegwijzer::cli::html {
namespace {

// Nothing from elsewhere: no file, no font, no request. The page's own style and script are known by their hash.
std::string content_security_policy(std::string_view script) {
    static const std::string style = content_hash(page_style);
    std::string policy = "default-src 'none'; style-src '" + style + "'";
    if (!script.empty()) policy += "; script-src '" + content_hash(script) + "'";
    return policy + "; base-uri 'none'; form-action 'none'";
}

}  // namespace

std::string page(const PageFrame& frame, const std::function<void(Markup&)>& contents) {
    const bool dutch = frame.language == Language::nl;
    const auto say = [dutch](const char* nl, const char* en) { return dutch ? nl : en; };
    Markup out;
    out.open("html", {{"lang", say("nl", "en")}});
    out.open("head");
    out.lone("meta", {{"charset", "utf-8"}});
    out.lone("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_security_policy(frame.script)}});
    out.lone("meta", {{"name", "generator"}, {"content", "wegwijzer report"}});
    out.lone("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    out.lone("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    out.lone("meta", {{"name", "robots"}, {"content", "noindex"}});
    out.element("title", frame.title);
    out.embed("style", page_style);
    out.close();

    out.open("body");
    out.element("a", say("Naar de inhoud", "To the contents"), {{"class", "skip"}, {"href", "#inhoud"}});
    out.open("header");
    if (!frame.links.empty()) {
        out.open("nav", {{"aria-label", say("Overzicht", "Report")}});
        for (const Link& link : frame.links) out.element("a", link.text, {{"href", link.file}}).text(" ");
        out.close();
    }
    out.open("h1").open("bdi");
    if (frame.heading) {
        frame.heading(out);
    } else {
        out.text(frame.title);
    }
    out.close().close();
    if (frame.subtitle) {
        out.open("p", {{"class", "subtitle"}});
        frame.subtitle(out);
        out.close();
    }
    out.close();
    out.open("main", {{"id", "inhoud"}, {"tabindex", "-1"}});
    contents(out);
    out.close();
    out.open("footer");
    out.element("p", frame.footer);
    out.close();
    if (!frame.script.empty()) out.embed("script", frame.script);
    out.close();
    out.close();
    return "<!DOCTYPE html>\n" + out.take();
}

}  // namespace wegwijzer::cli::html
