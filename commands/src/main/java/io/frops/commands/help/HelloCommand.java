package io.frops.commands.help;

import io.frops.commands.say.NoArguments;
import io.frops.commands.say.Say;
import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import java.util.List;

/// What `/frops` alone answers.
public final class HelloCommand implements SlashCommand<NoArguments> {
    private final Say say;

    public HelloCommand(Say say) {
        this.say = say;
    }

    @Override
    public String name() {
        return "hello";
    }

    @Override
    public String summary() {
        return "Say what frops is and what to try first";
    }

    @Override
    public List<String> examples() {
        return List.of("hello");
    }

    @Override
    public Spec spec() {
        return Spec.read(Role.VIEWER);
    }

    @Override
    public NoArguments arguments() {
        return new NoArguments();
    }

    @Override
    public Outcome run(NoArguments arguments, Invocation invocation) {
        Text text =
                Text.of("Hello ")
                        .mention(invocation.caller())
                        .plain(". frops turns alerts into incidents and helps you to work on them.")
                        .line()
                        .code("/frops incidents")
                        .plain(" what is open now")
                        .line()
                        .code("/frops health")
                        .plain(" how the services are")
                        .line()
                        .code("/frops help")
                        .plain(" everything you can say");
        return new Outcome.Done(say.caller(text));
    }
}
