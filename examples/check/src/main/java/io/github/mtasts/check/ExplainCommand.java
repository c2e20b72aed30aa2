package io.github.mtasts.check;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.options.UserError;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says what a finding means, and how to mend it. */
@Command(
        name = "explain",
        description = "Says what a finding means and how to mend it; without a code, lists them all.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "2:there is no such code"},
        footerHeading = "%nExample:%n",
        footer = "  mta-sts-check explain POLICY_MAX_AGE_SHORT")
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "A finding's code; case does not count.")
    private @Nullable String code;

    @Override
    public Integer call() {
        CatalogueText text = new CatalogueText(Terminal.ofOutput());
        main.output().print(code == null ? text.list() : text.explain(find(code)));
        return ExitCode.FINE;
    }

    private static IssueCode find(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(IssueCode.values())
                .filter(code -> code.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new UserError("there is no finding " + Columns.printable(name) + suggestion(wanted)));
    }

    private static String suggestion(String wanted) {
        List<String> near = Arrays.stream(IssueCode.values())
                .map(IssueCode::name)
                .filter(name -> isNear(wanted, name))
                .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
                .limit(3)
                .toList();
        return near.isEmpty()
                ? "; 'mta-sts-check explain' lists them all"
                : "; did you mean " + String.join(" or ", near) + "?";
    }

    private static boolean isNear(String wanted, String name) {
        return wanted.length() <= 2 * name.length()
                && (distance(wanted, name) <= name.length() / 4 || (wanted.length() > 3 && name.contains(wanted)));
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
