package io.github.mtasts.check;

import io.github.mtasts.TextKind;
import io.github.mtasts.TextReport;
import io.github.mtasts.check.TxtTexts.Txt;
import io.github.mtasts.http.OkHttpPublicSuffixes;
import io.github.mtasts.kit.Converters;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.Output;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.kit.Version;
import io.github.mtasts.kit.WideText;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paragraph;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Judges a text alone, before it is published. */
@Command(
        name = "lint",
        description = {
            "Judges a text offline: a policy file, or the data of a TXT record.",
            "Reads a record as it is, in quotes, from a zone file, and from what dig, nslookup, host and Resolve-DnsName print,"
                    + " and says how it was read. Every octet matters; only one line end after a text that is just the record is ignored."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:the text is invalid, has issues at or above the level of --fail-on, or senders do not see or use it",
            "2:usage error, or a file that cannot be read, or an answer without a TXT record, or a failed look-up"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mta-sts-check lint policy mta-sts.txt",
            "  dig +short TXT _mta-sts.example.org | mta-sts-check lint record -",
            "  echo 'v=TLSRPTv1; rua=mailto:tlsrpt@example.org' | mta-sts-check lint tlsrpt -"
        })
final class LintCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = Kind.Converter.class,
            completionCandidates = Kind.Converter.class,
            description = "record, policy or tlsrpt")
    @SuppressWarnings("NullAway.Init")
    private Kind kind;

    @Parameters(index = "1", paramLabel = "FILE", description = "The text; - reads standard input.")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(names = "--json", description = "Print one JSON object per text, with its issues and the recommendations.")
    private boolean json;

    @Mixin
    private FailOn.Level failOn = new FailOn.Level();

    @Override
    public Integer call() {
        byte[] octets = UserFile.read(file);
        Optional<String> wide = WideText.encoding(octets);
        if (wide.isPresent()) {
            throw new UserError(UserFile.shown(file) + " is " + wide.get() + " text; save it as UTF-8");
        }
        if (kind == Kind.POLICY) {
            TextReport result = judged(octets, octets);
            print(UserFile.shown(file), result, result.toMap(), Optional.empty());
            return exitCode(isFailed(result));
        }
        TxtTexts texts = TxtTexts.read(octets);
        if (texts.records().isEmpty()) {
            throw new UserError(UserFile.shown(file) + " " + texts.form().withoutRecord());
        }
        TxtChoice choice = TxtChoice.of(kind.kind(), texts);
        boolean failed = choice.status().isUseless() || texts.unclosed().isPresent();
        Optional<String> form = choice.sentence();
        for (int at = 0; at < choice.chosen().size(); at++) {
            Txt record = choice.chosen().get(at);
            TextReport result = judged(choice.octets(record.octets()), choice.octets(record.whole()));
            Map<String, @Nullable Object> map = new LinkedHashMap<>(result.toMap());
            map.putAll(choice.toMap(record));
            print(UserFile.shown(file) + choice.name(at), result, map, form);
            form = Optional.of("");
            failed |= isFailed(result);
        }
        return exitCode(failed);
    }

    private TextReport judged(byte[] octets, byte[] whole) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return kind.kind() == TextKind.POLICY
                ? TextReport.of(TextKind.POLICY, octets, now, new OkHttpPublicSuffixes())
                : TextReport.of(kind.kind(), octets, whole, now);
    }

    private boolean isFailed(TextReport result) {
        return !result.valid() || failOn.level().isReachedBy(result.issues());
    }

    private int exitCode(boolean failed) {
        return failed && failOn.level() != FailOn.NEVER ? ExitCode.ISSUES : ExitCode.OK;
    }

    /** The form, if it is to be told, stands before the report, and an empty one parts it from the report before. */
    private void print(String name, TextReport result, Map<String, @Nullable Object> map, Optional<String> form) {
        Output output = main.output();
        if (json) {
            output.print(Json.write(map) + "\n");
            return;
        }
        Page page = Terminal.ofOutput();
        form.filter(sentence -> !sentence.isEmpty())
                .ifPresent(sentence -> output.print(String.join("\n", Paragraph.wrap(sentence, page.width())) + "\n"));
        output.print(form.isPresent() ? "\n" : "");
        output.print(page.colour() ? result.toColouredText(name, page.width()) : result.toText(name, page.width()));
    }

    /** The texts that can be judged alone, by the words of the command line. */
    private enum Kind {
        RECORD(TextKind.RECORD),
        POLICY(TextKind.POLICY),
        TLSRPT(TextKind.TLS_RPT);

        private final TextKind kind;

        Kind(TextKind kind) {
            this.kind = kind;
        }

        TextKind kind() {
            return kind;
        }

        static final class Converter extends Converters.Choice<Kind> {
            Converter() {
                super(Kind.class);
            }
        }
    }
}
