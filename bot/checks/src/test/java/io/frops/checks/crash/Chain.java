package io.frops.checks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One story told over and over, each time cut off at another point: the life that recovers from
/// one kill is the one that the next ends, so that each costs one start.
final class Chain implements AutoCloseable {
    private final Story story;
    private final Path folder;
    private final Tally tally;
    private Scene scene;
    private int round;
    private List<Picture> undisturbed = List.of();

    Chain(Story story, Path folder, Tally tally) {
        this.story = story;
        this.folder = folder;
        this.tally = tally;
        scene = new Scene(folder.resolve("0"), Optional.empty());
    }

    /// @return the arrows that an undisturbed telling passes
    Set<String> rehearse() {
        undisturbed = tell(Optional.empty());
        return new TreeSet<>(scene.seen());
    }

    /// @param point `before ARROW` or `after ARROW`
    void cutOff(String point) {
        try {
            if (story == Story.START) {
                fresh(Optional.of(point));
            }
            int killed = scene.kills();
            List<Picture> pictures = tell(Optional.of(point));
            assertThat(scene.kills() - killed).as("kills " + point).isEqualTo(1);
            int cards = pictures.stream().mapToInt(Picture::duplicates).sum();
            int lines = pictures.stream().mapToInt(Picture::doubled).sum();
            assertThat(cards).as("cards too many").isLessThanOrEqualTo(1);
            assertThat(lines).as("lines told twice").isLessThanOrEqualTo(1);
            for (int i = 0; i < pictures.size(); i++) {
                pictures.get(i).assertSame(undisturbed.get(i));
            }
            tally.survived(cards, lines);
            System.out.println(story + " " + point);
        } catch (AssertionError | RuntimeException e) {
            tally.failed(story + " " + point, e);
            fresh(Optional.empty());
        }
    }

    private List<Picture> tell(Optional<String> point) {
        // What was told before is long ago: no storm comes of stories that follow each other.
        scene.push(Duration.ofMinutes(5));
        round++;
        List<String> groups =
                story.tell(
                        scene,
                        story + "-" + round + "-",
                        () -> point.filter(_ -> story != Story.START).ifPresent(scene::arm));
        scene.revive();
        List<Picture> pictures = new ArrayList<>();
        groups.forEach(g -> pictures.add(Picture.of(scene, g)));
        tally.acknowledged(scene.ledger().size());
        scene.ledger().clear();
        return pictures;
    }

    private void fresh(Optional<String> startPoint) {
        close();
        scene = new Scene(folder.resolve(Integer.toString(++round)), startPoint);
    }

    @Override
    public void close() {
        tally.lives(scene.kills(), scene.adoptions());
        scene.close();
    }
}
