package fr.optam.cohort.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Who joins and who leaves when, so that the share of members among all practitioners rises or falls as asked, to the
 * practitioner: those who change are spread evenly over those who can.
 */
final class PanelPlan {
    private static final int WHO = 1;
    private static final int WHOLE = 10_000;

    private final Panel panel;
    private final byte[] change;

    /** @throws IllegalArgumentException if more would join or leave than there are */
    PanelPlan(SampleRequest request, Panel panel) {
        this.panel = panel;
        this.change = new byte[request.practitioners() + 1];
        boolean join = panel.membershipDrift() > 0;
        int steps = panel.last() - panel.first();
        long all = ((long) request.practitioners() * Math.abs(panel.membershipDrift()) * steps + WHOLE / 2) / WHOLE;
        if (all == 0) {
            return;
        }
        List<Integer> able = new ArrayList<>();
        for (int number = 1; number <= request.practitioners(); number++) {
            int kind = SubjectDraw.kind(request, new SplitMix64(request.seed(), number, WHO));
            if (kind == (join ? SubjectDraw.OUTSIDE : SubjectDraw.MEMBER)) {
                able.add(number);
            }
        }
        if (all > able.size()) {
            throw new IllegalArgumentException("--drift: membership, " + all + " practitioners would "
                    + (join ? "join" : "leave") + " of " + able.size() + " who can. Maybe a smaller drift.");
        }
        int changed = 0;
        for (int i = 0; i < able.size(); i++) {
            if ((i + 1) * all / able.size() > i * all / able.size()) {
                change[able.get(i)] = (byte) (1 + changed++ % steps);
            }
        }
    }

    Panel panel() {
        return panel;
    }

    /** First year of the new standing; after the last year for whoever does not change. */
    private int year(int number) {
        return change[number] == 0 ? Integer.MAX_VALUE : panel.first() + change[number];
    }

    /** First year as a member; {@code none} if from before the first year. */
    int joins(int number, int none) {
        return panel.membershipDrift() > 0 && change[number] > 0 ? year(number) : none;
    }

    /** First year after leaving. */
    int leaves(int number) {
        return panel.membershipDrift() < 0 ? year(number) : Integer.MAX_VALUE;
    }
}
