package io.frops.commands.help;

import io.frops.commands.door.Catalogue;
import io.frops.commands.say.Counts;
import io.frops.core.access.Role;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Text;
import java.util.List;

/// The help's pages. Pure.
final class HelpView {
    private HelpView() {}

    static Text list(List<SlashCommand<?>> commands, String wanted, Role role) {
        if (commands.isEmpty()) {
            return Text.of("Nothing that you may say has to do with \"")
                    .plain(Counts.clipped(wanted, 80) + "\". ")
                    .code("/frops help")
                    .plain(" shows everything.");
        }
        Text text =
                wanted.isEmpty()
                        ? Text.of("What you can say as " + role.word() + ":")
                        : Text.of("What you can say about \"" + Counts.clipped(wanted, 80) + "\":");
        for (SlashCommand<?> command : commands) {
            text =
                    text.line()
                            .code("/frops " + command.examples().getFirst())
                            .plain(" " + command.summary());
        }
        return text.line()
                .plain("More of one: ")
                .code("/frops help " + commands.getFirst().name())
                .plain(". In a thread, where slash commands do not work: ")
                .code("@frops " + commands.getFirst().name())
                .plain(".");
    }

    static Text one(SlashCommand<?> command) {
        Text text =
                Text.bold(command.name())
                        .plain(": " + command.summary() + ".")
                        .line()
                        .plain("Usage: ")
                        .code(Catalogue.usage(command))
                        .line()
                        .plain("Needs: " + command.spec().role().word());
        for (String example : command.examples()) {
            text = text.line().plain("For example: ").code("/frops " + example);
        }
        return text;
    }
}
