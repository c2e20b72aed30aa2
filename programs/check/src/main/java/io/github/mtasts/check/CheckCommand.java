package io.github.mtasts.check;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.kit.Network;
import io.github.mtasts.kit.NetworkOptions;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.kit.Version;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import java.io.File;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks domains over DNS and HTTPS. */
@Command(
        name = "check",
        description = "Checks domains over DNS and HTTPS: what they publish, whether it works, and what to change.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:issues at or above the level of --fail-on in at least one domain",
            "2:usage error, a file that cannot be read or has no domains, or an invalid domain",
            "3:undetermined: a temporary failure prevented an answer; 1 takes precedence"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mta-sts-check check example.org example.net",
            "  mta-sts-check check --json --file domains.txt > reports.jsonl",
            "  mta-sts-check check --allow-address 10.0.0.0/8 --ca-file ca.pem intra.example"
        })
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "DOMAIN", description = "The part of a mail address after the @.")
    private List<String> domains = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "LIST",
            description =
                    "Check the domains in this file, one per line, and keep their order; - reads standard input."
                            + " Skips blank lines and lines that begin with #. A line that is not a domain gets a report that says so.")
    private @Nullable String file;

    @Option(names = "--json", description = "Print each report as one line of JSON.")
    private boolean json;

    @Mixin
    private FailOn.Level failOn = new FailOn.Level();

    @Option(
            names = "--save-evidence",
            paramLabel = "FILE",
            description = "Save the evidence in this file as JSON lines, for replay.")
    private @Nullable String evidence;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "50",
            description = "Number of domains to check at the same time, 1 to 1000 (default: 50).")
    private int concurrency;

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Override
    public Integer call() {
        if (concurrency < 1 || concurrency > 1000) {
            throw new ParameterException(spec.commandLine(), "--concurrency out of range (1 to 1000): " + concurrency);
        }
        if (domains.isEmpty() == (file == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    file == null ? "a domain is missing, or --file" : "give domains or --file, not both");
        }
        if (file == null) {
            domains.forEach(CheckCommand::rejectInvalid);
            return check(domains.iterator(), Progress.none());
        }
        if (evidence != null && new File(evidence).getAbsoluteFile().equals(new File(file).getAbsoluteFile())) {
            throw new ParameterException(
                    spec.commandLine(), "--save-evidence would overwrite the list of --file: name another file");
        }
        OptionalLong total = DomainList.count(file);
        try (DomainList list = DomainList.open(file)) {
            if (!list.hasNext()) {
                throw new UserError(UserFile.shown(file) + " does not contain a domain");
            }
            try (Progress progress = Progress.onTerminal(spec.commandLine().getErr(), total)) {
                return check(list, progress);
            }
        }
    }

    private int check(Iterator<String> names, Progress progress) {
        NetworkSettings settings = network.settings(main.httpsPort());
        ReportPrinter printer = new ReportPrinter(main.output(), json);
        Tally tally = new Tally(failOn.level());
        try (EvidenceFile kept = new EvidenceFile(evidence);
                Network open = Network.forChecker(settings)) {
            checkAll(open.checker(), names, concurrency, report -> {
                kept.keep(report.evidence());
                tally.add(report);
                progress.step(() -> printer.print(report));
            });
        }
        printer.print(tally);
        return tally.exitCode();
    }

    /** Returns after the last report; throws what the names or the sink threw. */
    static void checkAll(MtaStsChecker checker, Iterator<String> names, int concurrency, Consumer<MtaStsReport> sink) {
        try {
            checker.checkAllInOrder(names, concurrency, sink).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static void rejectInvalid(String domain) {
        Parsed<DomainName> name = DomainName.parse(domain);
        if (name.value().isEmpty()) {
            Issue issue = name.issues().get(0);
            throw new UserError(issue.message() + " " + issue.remedy());
        }
    }
}
