package fr.optam.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What two lists have in common, and what of one has moved. */
final class Sequences {
    private static final long MOST_STEPS = 4_000_000;

    private Sequences() {}

    /** A longest common part of two lists, as pairs of indexes; of very long ones, a common part. */
    static <T> List<int[]> common(List<T> before, List<T> after) {
        List<int[]> pairs = new ArrayList<>();
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) {
            pairs.add(new int[] {start, start++});
        }
        int tail = 0;
        while (tail < before.size() - start
                && tail < after.size() - start
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        int left = before.size() - start - tail;
        int right = after.size() - start - tail;
        if ((long) left * right <= MOST_STEPS) {
            pairs.addAll(longest(before, after, start, left, right));
        } else {
            pairs.addAll(unique(before, after, start, left, right));
        }
        for (int i = tail; i > 0; i--) {
            pairs.add(new int[] {before.size() - i, after.size() - i});
        }
        return pairs;
    }

    private static <T> List<int[]> longest(List<T> before, List<T> after, int start, int left, int right) {
        int[][] length = new int[left + 1][right + 1];
        for (int i = left - 1; i >= 0; i--) {
            for (int j = right - 1; j >= 0; j--) {
                length[i][j] = before.get(start + i).equals(after.get(start + j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0, j = 0; i < left && j < right; ) {
            if (before.get(start + i).equals(after.get(start + j))) {
                pairs.add(new int[] {start + i++, start + j++});
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    private static <T> List<int[]> unique(List<T> before, List<T> after, int start, int left, int right) {
        Map<T, Integer> places = new HashMap<>();
        for (int j = 0; j < right; j++) {
            places.merge(after.get(start + j), start + j, (a, b) -> -1);
        }
        Map<T, Integer> times = new HashMap<>();
        before.subList(start, start + left).forEach(each -> times.merge(each, 1, Integer::sum));
        List<int[]> found = new ArrayList<>();
        for (int i = start; i < start + left; i++) {
            int place = places.getOrDefault(before.get(i), -1);
            if (place >= 0 && times.get(before.get(i)) == 1) {
                found.add(new int[] {i, place});
            }
        }
        TreeSet<Integer> moved = moved(found.stream().map(p -> p[1]).toList());
        List<int[]> pairs = new ArrayList<>();
        for (int k = 0; k < found.size(); k++) {
            if (!moved.contains(k)) {
                pairs.add(found.get(k));
            }
        }
        return pairs;
    }

    /** The fewest indexes of a list of distinct numbers without which it rises. */
    static TreeSet<Integer> moved(List<Integer> numbers) {
        int[] tails = new int[numbers.size()];
        int[] previous = new int[numbers.size()];
        int size = 0;
        for (int i = 0; i < numbers.size(); i++) {
            int at = lower(numbers, tails, size, numbers.get(i));
            previous[i] = at == 0 ? -1 : tails[at - 1];
            tails[at] = i;
            size = Math.max(size, at + 1);
        }
        boolean[] stays = new boolean[numbers.size()];
        for (int i = size == 0 ? -1 : tails[size - 1]; i >= 0; i = previous[i]) {
            stays[i] = true;
        }
        TreeSet<Integer> moved = new TreeSet<>();
        for (int i = 0; i < stays.length; i++) {
            if (!stays[i]) {
                moved.add(i);
            }
        }
        return moved;
    }

    private static int lower(List<Integer> numbers, int[] tails, int size, int wanted) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) / 2;
            if (numbers.get(tails[middle]) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
