package io.github.mtasts.kit.manual;

import static io.github.mtasts.kit.manual.Troff.bold;
import static io.github.mtasts.kit.manual.Troff.italic;
import static io.github.mtasts.kit.manual.Troff.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The page of one command: what its {@code --help} says, in the sections of a manual. */
final class ManualPage {

    /** So that a synopsis is one line. */
    private static final int WIDE = 10_000;

    private final CommandSpec spec;
    private final UsageMessageSpec usage;

    ManualPage(CommandLine command) {
        spec = command.getCommandSpec();
        usage = spec.usageMessage().width(WIDE);
    }

    /** {@code mta-sts-check-lint} for {@code mta-sts-check lint}. */
    String name() {
        return spec.qualifiedName("-");
    }

    String troff(String date) {
        Troff page = new Troff(name(), date, String.join(" ", spec.root().version()));
        page.section("Name");
        page.line(text(name()) + " \\- " + text(summary()));
        page.section("Synopsis");
        synopsis().forEach(page::line);
        page.section("Description");
        page.paragraphs(rendered(usage.description()));
        page.paragraphs(footerHeadings().stream().filter(each -> !isTitle(each)).toList());
        addArguments(page);
        addCommands(page);
        addExitCodes(page);
        addFooter(page);
        addSeeAlso(page);
        return page.toString();
    }

    /** The first sentence, as {@code apropos} lists it. */
    private String summary() {
        String sentence = rendered(usage.description()).get(0).split("\\. |\\.$", 2)[0];
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private List<String> synopsis() {
        CommandLine.Help help = spec.commandLine().getHelp();
        String whole = usage.customSynopsis().length > 0 ? help.customSynopsis() : help.synopsis(0);
        String command = spec.qualifiedName();
        return whole.lines()
                .map(String::strip)
                .map(line ->
                        line.startsWith(command) ? bold(command) + text(line.substring(command.length())) : text(line))
                .flatMap(line -> Stream.of(".br", line))
                .skip(1)
                .toList();
    }

    private void addArguments(Troff page) {
        List<OptionSpec> options = new ArrayList<>(spec.options());
        if (usage.sortOptions()) {
            options.sort(Comparator.comparing(OptionSpec::longestName));
        }
        page.section("Options");
        spec.positionalParameters().forEach(each -> page.entry(label(each), rendered(each.description())));
        options.forEach(each -> page.entry(
                Stream.of(each.names()).map(Troff::bold).collect(Collectors.joining(", ")) + label(each),
                rendered(each.description())));
    }

    /** {@code =FILE} or {@code [=FILE]}, the value alone in italics. */
    private String label(ArgSpec argument) {
        String label = spec.commandLine()
                .getHelp()
                .parameterLabelRenderer()
                .renderParameterLabel(argument, Ansi.OFF, List.of())
                .toString();
        if (label.startsWith("[=")) {
            return "[=" + italic(label.substring(2, label.length() - 1)) + "]";
        }
        return label.startsWith("=") ? "=" + italic(label.substring(1)) : italic(label);
    }

    private void addCommands(Troff page) {
        if (!spec.subcommands().isEmpty()) {
            page.section("Commands");
            pages().forEach(each -> page.entry(bold(each.name()) + "(1)", rendered(each.usage.description())));
        }
    }

    private void addExitCodes(Troff page) {
        if (!usage.exitCodeList().isEmpty()) {
            page.section("Exit status");
            usage.exitCodeList().forEach((code, meaning) -> page.entry(bold(code), List.of(meaning)));
        }
    }

    private void addFooter(Troff page) {
        footerHeadings().stream()
                .filter(ManualPage::isTitle)
                .forEach(title -> page.section(title.substring(0, title.length() - 1)));
        List<String> lines = rendered(usage.footer());
        page.paragraphs(lines.stream().filter(line -> !isExample(line)).toList());
        List<String> examples =
                lines.stream().filter(ManualPage::isExample).map(String::strip).toList();
        if (!examples.isEmpty()) {
            page.verbatim(examples);
        }
    }

    private List<String> footerHeadings() {
        return rendered(usage.footerHeading());
    }

    private static boolean isExample(String line) {
        return line.startsWith("  ");
    }

    private static boolean isTitle(String heading) {
        return heading.endsWith(":");
    }

    private void addSeeAlso(Troff page) {
        if (spec.parent() != null) {
            page.section("See also");
            page.line(bold(spec.parent().qualifiedName("-")) + "(1)");
        }
    }

    /** Of its commands. */
    List<ManualPage> pages() {
        return spec.subcommands().values().stream()
                .distinct()
                .map(ManualPage::new)
                .toList();
    }

    /** Lines that are not blank. */
    private static List<String> rendered(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> text.formatted().lines())
                .filter(line -> !line.isBlank())
                .toList();
    }
}
