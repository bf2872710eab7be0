package fr.optam.analysis;

import fr.optam.decision.Sentence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Finds the regions without row. */
final class Gaps {
    private static final int PIECES = 300;

    private final Grid grid;
    private final Meant meant;
    private final Report report;

    Gaps(Grid grid, Meant meant, Report report) {
        this.grid = grid;
        this.meant = meant;
        this.report = report;
    }

    void find() {
        try {
            List<Box> known = new ArrayList<>(grid.rows());
            known.addAll(grid.unasked());
            List<Box> declared = new ArrayList<>();
            for (Intent intent : meant.of(IntentKind.GAP)) {
                Box box = meant.box(intent);
                declared.add(box);
                if (!intent.vague()) {
                    occupied(intent, box);
                }
                if (grid.hole(box, known).isPresent()) {
                    meant.use(intent);
                }
            }
            known.addAll(declared);
            regions(known);
        } catch (Sweep.TooComplex e) {
            meant.of(IntentKind.GAP).forEach(meant::use);
            report.tooComplex(new Sentence("les trous n’ont pas tous été cherchés", "gaps were not all looked for"));
        }
    }

    /** Says which row matches where a declaration says that none does. */
    private void occupied(Intent intent, Box box) throws Sweep.TooComplex {
        for (int i = 0; i < grid.count(); i++) {
            Box both = grid.rows().get(i).and(box);
            if (grid.rows().get(i).meets(box) && grid.point(both).isPresent()) {
                meant.use(intent);
                report.occupied(intent, i, both, grid.point(both).get());
                return;
            }
        }
    }

    private void regions(List<Box> known) throws Sweep.TooComplex {
        List<Box> all = new ArrayList<>(known);
        all.addAll(grid.impossible());
        Sweep sweep = new Sweep(all, Box.whole(grid.axes().size()), grid.sizes());
        Holes holes = sweep.holes();
        List<Box> regions = regions(holes.largest(PIECES, sweep), known);
        BigInteger left = holes.count().subtract(BigInteger.valueOf(PIECES)).max(BigInteger.ZERO);
        left = left.add(BigInteger.valueOf(Math.max(0, regions.size() - Report.MOST)));
        for (Box region : regions.subList(0, Math.min(regions.size(), Report.MOST))) {
            report.gap(region, grid.point(region).orElseThrow());
        }
        if (left.signum() > 0) {
            report.more(FindingKind.GAP, left.toString());
        }
    }

    /** The pieces joined into few regions that share no point: the largest first, widened as far as the rest allows. */
    private List<Box> regions(List<Box> pieces, List<Box> known) {
        List<Box> left = new ArrayList<>(pieces.stream().map(this::normal).toList());
        List<Box> taken = new ArrayList<>(known);
        List<Box> regions = new ArrayList<>();
        while (!left.isEmpty() && regions.size() <= PIECES) {
            left.sort(Comparator.comparing((Box b) -> b.volume(grid.sizes())).reversed());
            Box region = left.get(0).widened(taken, grid.sizes());
            regions.add(region);
            taken.add(region);
            List<Box> rest = new ArrayList<>();
            left.forEach(b -> rest.addAll(b.minus(region, grid.sizes())));
            left = rest;
        }
        return regions;
    }

    private Box normal(Box piece) {
        Box normal = piece;
        for (int i = 0; i < piece.axes(); i++) {
            BitSet set = piece.set(i);
            if (set != null && set.cardinality() == grid.sizes()[i]) {
                normal = normal.with(i, null);
            }
        }
        return normal;
    }
}
