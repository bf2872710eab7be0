package fr.optam.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Moves labels apart that would lie on each other. */
final class Apart {
    private Apart() {}

    /**
     * Where labels stand.
     *
     * @param wanted middle that each would like
     * @param heights how high each is
     * @param top where the first may begin
     * @param bottom where the last may end, if all of them fit
     * @return middle of each, as near to the wanted one as the others let it be
     */
    static List<Integer> of(List<Integer> wanted, List<Integer> heights, int top, int bottom) {
        List<Integer> order = IntStream.range(0, wanted.size())
                .boxed()
                .sorted(Comparator.comparing(wanted::get))
                .toList();
        int[] starts = new int[wanted.size()];
        int free = top;
        for (int i : order) {
            starts[i] = Math.max(free, wanted.get(i) - heights.get(i) / 2);
            free = starts[i] + heights.get(i);
        }
        int limit = Math.max(
                bottom, top + heights.stream().mapToInt(Integer::intValue).sum());
        for (int k = order.size() - 1; k >= 0; k--) {
            int i = order.get(k);
            starts[i] = Math.min(starts[i], limit - heights.get(i));
            limit = starts[i];
        }
        List<Integer> middles = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            middles.add(starts[i] + heights.get(i) / 2);
        }
        return middles;
    }
}
