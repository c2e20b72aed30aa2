package io.github.mtasts.check.containers;

import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All files in a folder and below it, by name. Links to folders are not followed, so none leads out of it or in circles. */
public final class ReportFolder {

    private static final int MOST_FILES = 100_000;
    private static final int DEEPEST = 20;

    private final Consumer<String> files;
    private final Consumer<UserError> errors;
    private int count;
    private boolean isTooDeep;

    private ReportFolder(Consumer<String> files, Consumer<UserError> errors) {
        this.files = files;
        this.errors = errors;
    }

    /** Gives each file to the first consumer, and to the second what cannot be read. */
    public static void read(Path folder, Consumer<String> files, Consumer<UserError> errors) {
        ReportFolder reading = new ReportFolder(files, errors);
        reading.read(folder, 1);
        if (reading.count == 0 && !reading.isTooDeep) {
            errors.accept(new UserError(shown(folder) + " is a folder without files"));
        } else if (reading.count > MOST_FILES) {
            errors.accept(new UserError(String.format(
                    Locale.ROOT, "%s is not read to its end: it has more than %,d files", shown(folder), MOST_FILES)));
        }
    }

    private void read(Path folder, int depth) {
        for (Path path : children(folder)) {
            if (count > MOST_FILES) {
                return;
            }
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                if (Files.isRegularFile(path) && ++count <= MOST_FILES) {
                    files.accept(path.toString());
                }
            } else if (depth < DEEPEST) {
                read(path, depth + 1);
            } else {
                isTooDeep = true;
                errors.accept(
                        new UserError(shown(path) + " is nested deeper than " + DEEPEST + " folders, and is not read"));
            }
        }
    }

    /** Its mails are in two of its folders; beside them are the mail server's own files, and mails that are being written. */
    private static boolean isMaildir(Path folder) {
        return Files.isDirectory(folder.resolve("cur")) && Files.isDirectory(folder.resolve("new"));
    }

    private static boolean mayHoldMail(Path inMaildir) {
        return Files.isDirectory(inMaildir, LinkOption.NOFOLLOW_LINKS) && !inMaildir.endsWith("tmp");
    }

    private static String shown(Path path) {
        return UserFile.shown(path.toString());
    }

    private List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> all = children.sorted().toList();
            return isMaildir(folder)
                    ? all.stream().filter(ReportFolder::mayHoldMail).toList()
                    : all;
        } catch (IOException cause) {
            errors.accept(UserFile.unreadable(folder.toString(), cause));
            return List.of();
        }
    }
}
