package io.frops.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Copies the parser's nodes into a [Tree]: text keys only, each once; aliases are copied out, up
/// to a limit.
final class TreeBuilder {
    static final int MOST_NODES = 100_000;

    private static final Pattern COMMENT = Pattern.compile("[: ]*(#[^\\s#]+)(?:\\s*|\\s+#.*)");

    private final Mistakes mistakes;
    private int nodes;
    private int depth;

    TreeBuilder(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Tree build(Node node, String path) {
        if (++nodes > MOST_NODES || depth > TreeReader.DEEPEST) {
            throw new TreeReader.TooLarge();
        }
        depth++;
        Tree tree = copy(node, path);
        depth--;
        return tree;
    }

    private Tree copy(Node node, String path) {
        Place place = Place.of(node.getStartMark());
        return switch (node.getNodeType()) {
            case SCALAR -> leaf((ScalarNode) node, place);
            case SEQUENCE -> new Tree.Items(place, items((SequenceNode) node, path));
            case MAPPING -> new Tree.Branch(place, entries((MappingNode) node, path));
            case ANCHOR -> throw new IllegalStateException("the composer resolves anchors");
        };
    }

    private static Tree.Leaf leaf(ScalarNode node, Place place) {
        String text = node.getValue();
        String swallowed =
                text.isEmpty() ? node.getStartMark().map(TreeBuilder::comment).orElse("") : "";
        return new Tree.Leaf(place, text, node.isPlain(), Optional.empty(), swallowed);
    }

    /// A comment that begins right behind its `#`, as in `channel: #incidents`: hardly meant as
    /// one.
    private static String comment(Mark mark) {
        int[] buffer = mark.getBuffer();
        StringBuilder rest = new StringBuilder();
        for (int i = mark.getPointer(); i < buffer.length && buffer[i] != '\n'; i++) {
            rest.appendCodePoint(buffer[i]);
        }
        Matcher comment = COMMENT.matcher(rest);
        return comment.matches() ? comment.group(1) : "";
    }

    private List<Tree> items(SequenceNode node, String path) {
        List<Tree> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(build(item, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private List<Tree.Entry> entries(MappingNode node, String path) {
        Map<String, Place> first = new HashMap<>();
        List<Tree.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            Place place = Place.of(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                mistakes.error(
                        place,
                        path,
                        "a key must be a plain word.",
                        "Put the text in quotes if it begins with [, { or *.");
                continue;
            }
            String name = key.getValue();
            String below = Paths.child(path, name);
            Place before = first.putIfAbsent(name, place);
            if (before != null) {
                mistakes.error(
                        place,
                        below,
                        "\""
                                + name
                                + "\" is given twice; the first is in line "
                                + before.line()
                                + ".",
                        "Keep one of the two.");
                continue;
            }
            entries.add(new Tree.Entry(place, name, build(tuple.getValueNode(), below)));
        }
        return entries;
    }
}
