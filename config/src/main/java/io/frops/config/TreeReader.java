package io.frops.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Turns text into a [Tree]; a syntax error becomes a mistake at its line.
final class TreeReader {
    /// Settings are five deep; composing recurses, so a hostile depth would end the stack.
    static final int DEEPEST = 40;

    private final Mistakes mistakes;

    TreeReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /// The tree; an empty file is a branch without entries.
    Optional<Tree> read(String text) {
        try {
            if (tooDeep(text)) {
                return Optional.empty();
            }
            Optional<Tree> tree =
                    new Compose(limits(text))
                            .composeString(text)
                            .map(node -> new TreeBuilder(mistakes).build(node, ""));
            return Optional.of(
                    tree.orElseGet(() -> new Tree.Branch(Place.START, java.util.List.of())));
        } catch (MarkedYamlEngineException wrong) {
            Syntax.explain(wrong, text, mistakes);
        } catch (ReaderException wrong) {
            Place place =
                    Place.after(
                            text.substring(
                                    0, Math.min(text.length(), Math.max(0, wrong.getPosition()))));
            mistakes.error(
                    place,
                    "",
                    "there is a character here that YAML does not allow.",
                    "Delete it, or write it as \"\\x..\" in quotes.");
        } catch (TooLarge | YamlEngineException wrong) {
            mistakes.error(
                    Place.START,
                    "",
                    "the file unfolds to more than settings ever need.",
                    "Use fewer aliases (*name).");
        }
        return Optional.empty();
    }

    private boolean tooDeep(String text) {
        int depth = 0;
        for (Event event : new Parse(limits(text)).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                mistakes.error(
                        Place.of(event.getStartMark()),
                        "",
                        "this is nested more than " + DEEPEST + " deep.",
                        "Settings never are: look for a stray bracket or indentation.");
                return true;
            }
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
        }
        return false;
    }

    private static LoadSettings limits(String text) {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(text.length() + 1)
                .build();
    }

    /// Aliases made more of the file than [TreeBuilder#MOST_NODES].
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
