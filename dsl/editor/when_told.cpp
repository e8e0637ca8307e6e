#include "dsl/editor/when_told.h"

namespace wegwijzer::editor {

// Every error of a pack stands here once: a new one needs a decision, and a test asks for it.
std::optional<WhenTold> when_told(Code code) {
    switch (code) {
        case Code::F103:
        case Code::F115:
        case Code::F119:
        case Code::F121:
        case Code::F122: return WhenTold::after_the_pause;

        case Code::F050:
        case Code::F052:
        case Code::F053:
        case Code::F055:
        case Code::F056:
        case Code::F057:
        case Code::F058:
        case Code::F101:
        case Code::F111:
        case Code::F117: return WhenTold::with_next_declaration;

        case Code::F002:
        case Code::F004:
        case Code::F005:
        case Code::F006:
        case Code::F007:
        case Code::F009:
        case Code::F012: return WhenTold::behind_the_mark;

        case Code::F013:
        case Code::F030: return WhenTold::behind_the_word;

        case Code::F001:
        case Code::F003:
        case Code::F008:
        case Code::F010:
        case Code::F011:
        case Code::F014:
        case Code::F015:
        case Code::F016:
        case Code::F017:
        case Code::F018:
        case Code::F019:
        case Code::F020:
        case Code::F021:
        case Code::F022:
        case Code::F023:
        case Code::F024:
        case Code::F025:
        case Code::F026:
        case Code::F027:
        case Code::F028:
        case Code::F029:
        case Code::F031:
        case Code::F032:
        case Code::F033:
        case Code::F034:
        case Code::F035:
        case Code::F036:
        case Code::F037:
        case Code::F038:
        case Code::F039:
        case Code::F051:
        case Code::F054:
        case Code::F059:
        case Code::F060:
        case Code::F061:
        case Code::F062:
        case Code::F063:
        case Code::F064:
        case Code::F065:
        case Code::F066:
        case Code::F067:
        case Code::F068:
        case Code::F069:
        case Code::F071:
        case Code::F072:
        case Code::F073:
        case Code::F074:
        case Code::F076:
        case Code::F077:
        case Code::F078:
        case Code::F079:
        case Code::F080:
        case Code::F083:
        case Code::F086:
        case Code::F087:
        case Code::F088:
        case Code::F090:
        case Code::F091:
        case Code::F100:
        case Code::F102:
        case Code::F104:
        case Code::F105:
        case Code::F106:
        case Code::F107:
        case Code::F108:
        case Code::F109:
        case Code::F110:
        case Code::F112:
        case Code::F113:
        case Code::F114:
        case Code::F116:
        case Code::F120:
        case Code::F123:
        case Code::F124:
        case Code::F125:
        case Code::F126:
        case Code::F127:
        case Code::F128:
        case Code::F129:
        case Code::F160:
        case Code::F161:
        case Code::F162:
        case Code::F163:
        case Code::F164:
        case Code::F170:
        case Code::F171:
        case Code::F172:
        case Code::F173:
        case Code::F174:
        case Code::F175:
        case Code::F180:
        case Code::F181:
        case Code::F182:
        case Code::F183:
        case Code::F184:
        case Code::F185:
        case Code::F186:
        case Code::F190:
        case Code::F191:
        case Code::F192:
        case Code::F250:
        case Code::F251:
        case Code::F300:
        case Code::F301:
        case Code::F302:
        case Code::F303:
        case Code::F304:
        case Code::F305:
        case Code::F306:
        case Code::F320:
        case Code::F321:
        case Code::F322: return WhenTold::on_a_line_behind;

        default: return std::nullopt;
    }
}

}  // namespace wegwijzer::editor
