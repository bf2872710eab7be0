package fr.optam.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on a terminal how many mutants were tried; elsewhere it is silent. Threads may share it. */
final class MutationProgress implements AutoCloseable {
    private final ProgressBar bar;

    private MutationProgress(ProgressBar bar) {
        this.bar = bar;
    }

    static MutationProgress of(Shell shell, int mutants, boolean french) {
        return new MutationProgress(
                !shell.errTerminal()
                        ? null
                        : new ProgressBarBuilder()
                                .setTaskName(french ? "mutations" : "mutants")
                                .setUnit("", 1)
                                .setInitialMax(mutants)
                                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                                .setUpdateIntervalMillis(200)
                                .setConsumer(new ConsoleProgressBarConsumer(shell.err(), 100))
                                .build());
    }

    void tried(int mutants) {
        if (bar != null) {
            bar.stepBy(mutants);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
