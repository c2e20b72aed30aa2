package io.github.mtasts.check;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** The progress of many checks, on the last line of the terminal on standard error; nothing if it is not a terminal. */
final class Progress implements AutoCloseable {

    private static final int INTERVAL = 200;

    private final Optional<Line> line;
    private final Optional<ProgressBar> bar;

    private Progress(Optional<Line> line, Optional<ProgressBar> bar) {
        this.line = line;
        this.bar = bar;
    }

    static Progress none() {
        return new Progress(Optional.empty(), Optional.empty());
    }

    /** Without a total, only the count is shown. */
    static Progress onTerminal(PrintWriter error, OptionalLong total) {
        Optional<Line> line = Terminal.columnsOfError().map(columns -> new Line(error, columns > 0 ? columns : 80));
        return new Progress(
                line,
                line.map(consumer -> new ProgressBarBuilder()
                        .setTaskName("domains")
                        .setInitialMax(total.orElse(-1))
                        .setUpdateIntervalMillis(INTERVAL)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(consumer)
                        .build()));
    }

    /** Prints something else on what may be the same terminal, and counts one more domain. */
    void step(Runnable print) {
        line.ifPresentOrElse(shown -> shown.aside(print), print);
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }

    /** The line on which the bar is redrawn. */
    private static final class Line implements ProgressBarConsumer {
        private final PrintWriter error;
        private final int columns;

        Line(PrintWriter error, int columns) {
            this.error = error;
            this.columns = columns;
        }

        synchronized void aside(Runnable print) {
            error.print("\r" + " ".repeat(columns - 1) + "\r");
            error.flush();
            print.run();
        }

        @Override
        public int getMaxRenderedLength() {
            return columns - 1;
        }

        @Override
        public synchronized void accept(String rendered) {
            error.print("\r" + rendered + " ".repeat(Math.max(0, columns - 1 - rendered.length())));
            error.flush();
        }

        @Override
        public synchronized void close() {
            error.println();
            error.flush();
        }
    }
}
