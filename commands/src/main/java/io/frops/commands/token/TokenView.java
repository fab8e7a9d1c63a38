package io.frops.commands.token;

import io.frops.commands.say.Counts;
import io.frops.core.access.Tokens;
import io.frops.core.chat.Text;
import java.util.List;

/// How tokens are told of. Pure.
final class TokenView {
    private TokenView() {}

    /// The only time the secret is shown.
    static Text fresh(Tokens.Fresh fresh) {
        return Text.of("Your token, shown this once:")
                .line()
                .code(fresh.secret())
                .line()
                .plain("Put it into ")
                .code("~/.config/frops/token")
                .plain(" (readable by you alone) or ")
                .code("FROPS_TOKEN")
                .plain(", then ")
                .code("./frops run -- incidents")
                .plain(". Whoever has it acts as you. It ends on ")
                .moment(fresh.listed().expires())
                .plain("; sooner: ")
                .code("/frops token revoke " + fresh.listed().name());
    }

    static Text shownBefore() {
        return Text.of(
                        "This request has made a token already; it was shown once and never again. Did you miss it? Revoke it (")
                .code("/frops token list")
                .plain(") and ask for another.");
    }

    static Text list(List<Tokens.Listed> all) {
        if (all.isEmpty()) {
            return Text.of("You have no token. ").code("/frops token").plain(" makes one.");
        }
        Text text = Text.bold("You have " + Counts.of(all.size(), "token"));
        for (Tokens.Listed token : all) {
            text =
                    text.line()
                            .code(token.name())
                            .plain(" made ")
                            .moment(token.created())
                            .plain(", ends ")
                            .moment(token.expires());
        }
        return text;
    }
}
