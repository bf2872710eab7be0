package fr.optam.cli;

import fr.optam.run.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows the progress of a batch on standard error: a bar on a terminal, else a line every some seconds. */
abstract class BatchProgress implements Progress, AutoCloseable {

    /** @param verb who tells */
    static BatchProgress of(String verb, boolean quiet, Shell shell) {
        return quiet ? new None() : shell.errTerminal() ? new Bar(shell) : new Plain(verb, shell);
    }

    /** The input is being read. */
    void reading(String input) {}

    @Override
    public void close() {}

    private static final class None extends BatchProgress {
        @Override
        public void deciding(long total, long done, long rejectedRows) {}

        @Override
        public void decided(long count) {}
    }

    /** A bar with rate and remaining time. */
    private static final class Bar extends BatchProgress {
        private final Shell shell;
        private ProgressBar bar;

        Bar(Shell shell) {
            this.shell = shell;
        }

        @Override
        void reading(String input) {
            shell.err().print("reading " + input + " …");
            shell.err().flush();
        }

        @Override
        public void deciding(long total, long done, long rejectedRows) {
            shell.err().print("\r\u001b[K");
            shell.err().flush();
            bar = new ProgressBarBuilder()
                    .setTaskName("deciding")
                    .setUnit("", 1)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new ConsoleProgressBarConsumer(shell.err(), 100))
                    .startsFrom(done, Duration.ZERO)
                    .showSpeed()
                    .build();
            bar.setExtraMessage(rejectedRows == 0 ? "" : rejectedRows + " rows rejected");
        }

        @Override
        public void decided(long count) {
            bar.stepBy(count);
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }

    /** Plain lines. */
    private static final class Plain extends BatchProgress {
        private static final Duration EVERY = Duration.ofSeconds(5);

        private final String verb;
        private final Shell shell;
        private long total;
        private long before;
        private long done;
        private long rejected;
        private Instant begin = Instant.EPOCH;
        private Instant told = Instant.EPOCH;

        Plain(String verb, Shell shell) {
            this.verb = verb;
            this.shell = shell;
        }

        @Override
        void reading(String input) {
            shell.err().println("optam " + verb + ": reading " + input);
        }

        @Override
        public void deciding(long all, long earlier, long rejectedRows) {
            total = all;
            before = earlier;
            done = earlier;
            rejected = rejectedRows;
            begin = Instant.now();
            told = begin;
            shell.err()
                    .println("optam " + verb + ": " + total + " practitioners to decide"
                            + (before == 0 ? "" : ", " + before + " of them decided by an earlier start") + rejected());
        }

        private String rejected() {
            return rejected == 0 ? "" : ", " + rejected + " rows rejected";
        }

        @Override
        public void decided(long count) {
            done += count;
            Instant now = Instant.now();
            if (Duration.between(told, now).compareTo(EVERY) >= 0) {
                told = now;
                long millis = Math.max(1, Duration.between(begin, now).toMillis());
                long rate = Math.max(1, (done - before) * 1000 / millis);
                shell.err()
                        .println(String.format(
                                Locale.ROOT,
                                "optam %s: %d of %d (%d %%), %d/s, %s left%s",
                                verb,
                                done,
                                total,
                                done * 100 / Math.max(1, total),
                                rate,
                                left((total - done) / rate),
                                rejected()));
            }
        }

        private static String left(long seconds) {
            return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
        }
    }
}
