package fr.optam.cli;

import fr.optam.run.Progress;
import fr.optam.run.StageTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows how far a batch is on standard error: one line that is written over on a terminal, else a line every some
 * seconds.
 */
final class BatchProgress implements Progress, AutoCloseable {
    private static final Duration REPAINT = Duration.ofMillis(250);
    private static final Duration REMEASURE = Duration.ofSeconds(5);
    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final int SHARE = 20;

    private final Shell shell;
    private final String who;
    private final boolean quiet;
    private final boolean terminal;
    private final ProgressText text;
    private final Thread ticker;

    private ProgressState.Stage stage = ProgressState.Stage.CHECKING;
    private String file = "";
    private long rows;
    private long of = -1;
    private long rejected;
    private boolean complete;
    private StageTimes times;
    private boolean closed;
    private long total;
    private long earlier;
    private long done;
    private long first;
    private Instant begin = Instant.now();
    private Instant firstAt = begin;
    private Instant told = begin;
    private Instant measured = Instant.EPOCH;
    private int columns = TerminalWidth.USUAL;

    private BatchProgress(String verb, boolean quiet, Shell shell, boolean french) {
        this.shell = shell;
        this.who = "optam " + verb + (french ? "\u00a0: " : ": ");
        this.quiet = quiet;
        this.terminal =
                shell.errTerminal() && !"dumb".equals(shell.environment().get("TERM"));
        boolean replay = verb.equals("replay");
        this.text =
                new ProgressText(french, french ? replay ? "rejouées" : "décisions" : replay ? "replayed" : "decided");
        this.ticker = new Thread(this::tick, "progress");
        if (!quiet) {
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    /** @param verb who tells */
    static BatchProgress of(String verb, boolean quiet, Shell shell, boolean french) {
        return new BatchProgress(verb, quiet, shell, french);
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(REPAINT.toMillis());
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    paint();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void paint() {
        Instant now = Instant.now();
        if (terminal) {
            if (Duration.between(measured, now).compareTo(REMEASURE) > 0) {
                columns = TerminalWidth.now(shell.environment());
                measured = now;
            }
            shell.err().print("\r" + text.bar(state(now), columns) + "\u001b[K");
            shell.err().flush();
            return;
        }
        Duration every = Duration.between(begin, now).dividedBy(SHARE);
        every = every.compareTo(LEAST) < 0 ? LEAST : every.compareTo(MOST) > 0 ? MOST : every;
        if (Duration.between(told, now).compareTo(every) >= 0) {
            told = now;
            shell.err().println(who + text.line(state(now)));
        }
    }

    private ProgressState state(Instant now) {
        long millis = Duration.between(firstAt, now).toMillis();
        long rate = done <= first || millis < 500 ? 0 : Math.max(1, (done - first) * 1000 / millis);
        return new ProgressState(
                stage,
                file,
                rows,
                of,
                rejected,
                total,
                earlier,
                done,
                rate,
                Duration.between(begin, now).toSeconds());
    }

    @Override
    public synchronized void reading(String name, long read, long all, long rejectedRows) {
        stage = name.isEmpty() ? ProgressState.Stage.ORDERING : ProgressState.Stage.READING;
        file = name;
        rows = read;
        of = all;
        rejected = rejectedRows;
    }

    @Override
    public synchronized void deciding(long all, long before, long rejectedRows) {
        stage = ProgressState.Stage.DECIDING;
        total = all;
        earlier = before;
        done = before;
        first = before;
        rejected = rejectedRows;
        begin = Instant.now();
        firstAt = begin;
        if (!quiet && !terminal) {
            told = begin;
            shell.err().println(who + text.begin(state(begin)));
        }
    }

    @Override
    public synchronized void decided(long count) {
        done += count;
        if (first == earlier) {
            // what came before the first is reading, not deciding: it says nothing of the rate
            first = done;
            firstAt = Instant.now();
        }
    }

    @Override
    public synchronized void complete() {
        complete = true;
    }

    @Override
    public synchronized void times(StageTimes spent) {
        times = spent;
    }

    /** Where the time of the run went; empty if it was not decided here. */
    synchronized Optional<StageTimes> times() {
        return Optional.ofNullable(times);
    }

    /** Whether there was nothing to do. */
    synchronized boolean wasComplete() {
        return complete;
    }

    /** Ends the line on a terminal: what follows stands alone. */
    synchronized void end() {
        if (!closed && !quiet) {
            closed = true;
            ticker.interrupt();
            if (terminal) {
                shell.err().print("\r\u001b[K");
                shell.err().flush();
            }
        }
    }

    @Override
    public void close() {
        end();
    }
}
