package fr.optam.bench;

import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.explain.CrossCheck;
import fr.optam.fact.PractitionerYear;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** What the second evaluation costs beside the first, in processor time of one thread. */
final class CrossChecked {
    private static final int YEARS = 400;
    private static final int ROUNDS = 4;
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CrossChecked() {}

    static void print(Engine engine, int groups) {
        List<PractitionerYear> years = new ArrayList<>();
        for (int i = 0; i < YEARS; i++) {
            years.add(SyntheticYears.year(i, groups));
        }
        CrossCheck check = new CrossCheck(engine);
        double decide = Double.MAX_VALUE;
        double watched = Double.MAX_VALUE;
        double checked = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            List<Decision> decisions = new ArrayList<>();
            decide = Math.min(decide, seconds(() -> years.forEach(each -> decisions.add(engine.decide(each)))));
            watched = Math.min(
                    watched, seconds(() -> years.forEach(each -> engine.observe(each, (table, fact) -> {}))));
            checked = Math.min(checked, seconds(() -> {
                for (int i = 0; i < years.size(); i++) {
                    if (check.check(years.get(i), decisions.get(i), Detail.FULL) != decisions.get(i)) {
                        throw new IllegalStateException("evaluations disagree");
                    }
                }
            }));
        }
        Benchmark.line("cross-check beside the Drools evaluation, %d act groups, one thread", groups);
        Benchmark.line("  decide                          %8.2f ms a decision", decide / YEARS * 1e3);
        Benchmark.line("  Drools again, each fact alone   %8.2f ms a decision", watched / YEARS * 1e3);
        Benchmark.line(
                "  cross-check                     %8.2f ms a decision, %.2f of decide", checked / YEARS * 1e3, checked / decide);
    }

    static double seconds(Runnable work) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS;
    }
}
