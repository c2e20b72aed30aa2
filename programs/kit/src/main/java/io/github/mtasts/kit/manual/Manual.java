package io.github.mtasts.kit.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes a program's pages, its document and its completion for bash: {@code share} of its archive and its Debian package. */
public final class Manual {

    private final Path pages;
    private final String day;

    private Manual(Path pages, Instant date) {
        this.pages = pages;
        this.day = date.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /**
     * Runs when a program is packaged.
     *
     * @param arguments the class of the program, its version, the time of the build (ISO 8601), its document, and the folder to
     *     write to
     */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        CommandLine program = new CommandLine(Class.forName(arguments[0]));
        Instant date = Instant.parse(arguments[2]);
        Path folder = Path.of(arguments[4]);
        Path pages = write(program, date, folder.resolve("share"));
        Document.write(Path.of(arguments[3]), folder.resolve("share/doc").resolve(program.getCommandName()));
        DebianDocs.write(program.getCommandName(), arguments[1], date, pages, folder.resolve("debian/share"));
    }

    /** The folder of the pages. */
    static Path write(CommandLine program, Instant date, Path share) throws IOException {
        Path pages = Files.createDirectories(share.resolve("man/man1"));
        new Manual(pages, date).write(new ManualPage(program));
        String name = program.getCommandName();
        Path completions = Files.createDirectories(share.resolve("bash-completion/completions"));
        Files.writeString(completions.resolve(name), sourced(AutoComplete.bash(name, program)));
        return pages;
    }

    /** Without the line that names an interpreter. */
    private static String sourced(String script) {
        return script.substring(script.indexOf('\n') + 1);
    }

    private void write(ManualPage page) throws IOException {
        Files.writeString(pages.resolve(page.name() + ".1"), page.troff(day));
        for (ManualPage each : page.pages()) {
            write(each);
        }
    }
}
