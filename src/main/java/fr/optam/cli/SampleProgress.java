package fr.optam.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on standard error how many practitioners are written: a bar on a terminal, else a line every some seconds. */
abstract class SampleProgress implements LongConsumer, AutoCloseable {

    static SampleProgress of(boolean quiet, Shell shell, long practitioners) {
        return quiet
                ? new None()
                : shell.errTerminal() ? new Bar(shell, practitioners) : new Plain(shell, practitioners);
    }

    @Override
    public void close() {}

    private static final class None extends SampleProgress {
        @Override
        public void accept(long count) {}
    }

    /** A bar with rate and remaining time. */
    private static final class Bar extends SampleProgress {
        private final ProgressBar bar;

        Bar(Shell shell, long practitioners) {
            bar = new ProgressBarBuilder()
                    .setTaskName("writing")
                    .setUnit("", 1)
                    .setInitialMax(practitioners)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new ConsoleProgressBarConsumer(shell.err(), 100))
                    .showSpeed()
                    .build();
        }

        @Override
        public void accept(long count) {
            bar.stepBy(count);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Plain lines. */
    private static final class Plain extends SampleProgress {
        private static final Duration EVERY = Duration.ofSeconds(5);

        private final Shell shell;
        private final long total;
        private long done;
        private Instant told = Instant.now();

        Plain(Shell shell, long practitioners) {
            this.shell = shell;
            total = practitioners;
        }

        @Override
        public void accept(long count) {
            done += count;
            Instant now = Instant.now();
            if (Duration.between(told, now).compareTo(EVERY) >= 0) {
                told = now;
                shell.err()
                        .println(String.format(
                                Locale.ROOT,
                                "optam sample: %d of %d practitioners written (%d %%)",
                                done,
                                total,
                                done * 100 / total));
            }
        }
    }
}
