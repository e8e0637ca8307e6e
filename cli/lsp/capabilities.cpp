#include "cli/lsp/capabilities.h"

#include "engine/json/writer.h"

namespace wegwijzer::cli::lsp {

namespace {

std::string_view name_of(editor::Units units) {
    switch (units) {
        case editor::Units::utf_8: return "utf-8";
        case editor::Units::utf_32: return "utf-32";
        case editor::Units::utf_16: break;
    }
    return "utf-16";
}

}  // namespace

std::string capabilities(const Settings& settings) {
    json::Writer writer;
    writer.begin_object().key("capabilities").begin_object();
    writer.key("positionEncoding").string(name_of(settings.units));
    writer.key("textDocumentSync").begin_object();
    writer.key("openClose").boolean(true).key("change").integer(2).key("save").boolean(true).end_object();
    writer.key("completionProvider").begin_object().key("triggerCharacters").begin_array();
    for (const char* mark : {" ", ",", "(", "{", "|", "."}) writer.string(mark);
    writer.end_array().end_object();
    for (const char* ability : {"hoverProvider", "definitionProvider", "referencesProvider", "documentSymbolProvider",
                                "documentFormattingProvider"})
        writer.key(ability).boolean(true);
    writer.key("renameProvider").begin_object().key("prepareProvider").boolean(true).end_object();
    writer.key("codeActionProvider").begin_object().key("codeActionKinds").begin_array();
    writer.string("quickfix").end_array().end_object();
    writer.key("executeCommandProvider").begin_object().key("commands").begin_array();
    writer.string("wegwijzer.explain").end_array().end_object();
    writer.key("workspace").begin_object().key("workspaceFolders").begin_object();
    writer.key("supported").boolean(true).key("changeNotifications").boolean(true).end_object().end_object();
    writer.end_object();
    writer.key("serverInfo").begin_object().key("name").string("wegwijzer");
    writer.key("version").string(WEGWIJZER_VERSION).end_object().end_object();
    return writer.take();
}

std::string watched_files() {
    json::Writer writer;
    writer.begin_object().key("registrations").begin_array().begin_object();
    writer.key("id").string("rules").key("method").string("workspace/didChangeWatchedFiles");
    writer.key("registerOptions").begin_object().key("watchers").begin_array();
    writer.begin_object().key("globPattern").string("**/*.regels").end_object();
    writer.end_array().end_object().end_object().end_array().end_object();
    return writer.take();
}

}  // namespace wegwijzer::cli::lsp
