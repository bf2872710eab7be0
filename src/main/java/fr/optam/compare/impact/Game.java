package fr.optam.compare.impact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What several edits do together to one answer, seen as a game: a set of edits gives an answer.
 *
 * <p>Exact where every subset of the players is tried. Else two orders are: the edits are applied one after the other in their
 * order, and in the opposite one; what an edit changes when its turn comes is its part, and the mean of both its share. Shares
 * add up in both ways.
 */
final class Game {
    /** Players of whom every subset is tried, at most. */
    static final int EXACT = 6;

    private final BitSet[] players;

    /** @param players each the edits that are made together, numbers from 0; in their order, at least one */
    Game(List<BitSet> players) {
        this.players = players.toArray(BitSet[]::new);
    }

    boolean exact() {
        return players.length <= EXACT;
    }

    /** The sets of edits whose answers are asked for; the empty one and all players are among them. */
    List<BitSet> subsets() {
        List<BitSet> subsets = new ArrayList<>();
        if (exact()) {
            for (int mask = 0; mask < 1 << players.length; mask++) {
                subsets.add(subset(mask));
            }
            return subsets;
        }
        for (int i = 0; i <= players.length; i++) {
            subsets.add(first(i));
            if (i > 0 && i < players.length) {
                subsets.add(last(i));
            }
        }
        return subsets;
    }

    private BitSet subset(int mask) {
        BitSet subset = new BitSet();
        for (int i = 0; i < players.length; i++) {
            if ((mask & 1 << i) != 0) {
                subset.or(players[i]);
            }
        }
        return subset;
    }

    private BitSet first(int count) {
        BitSet subset = new BitSet();
        Arrays.stream(players, 0, count).forEach(subset::or);
        return subset;
    }

    private BitSet last(int count) {
        BitSet subset = new BitSet();
        Arrays.stream(players, players.length - count, players.length).forEach(subset::or);
        return subset;
    }

    /**
     * The edits that matter, and how.
     *
     * @param value answer by set of edits; equal where it is the same
     */
    Cause cause(Function<BitSet, ?> value) {
        List<Integer> matter = mattering(value);
        if (matter.isEmpty()) {
            throw new IllegalStateException("edits " + Arrays.toString(players) + ": none of them changes the answer.");
        }
        List<Integer> edits = matter.stream()
                .flatMap(i -> players[i].stream().boxed())
                .map(edit -> edit + 1)
                .sorted()
                .toList();
        return new Cause(edits, how(matter, value), exact());
    }

    private List<Integer> mattering(Function<BitSet, ?> value) {
        List<Integer> matter = new ArrayList<>();
        for (int i = 0; i < players.length; i++) {
            if (matters(i, value)) {
                matter.add(i);
            }
        }
        return matter;
    }

    private boolean matters(int player, Function<BitSet, ?> value) {
        if (exact()) {
            for (int mask = 0; mask < 1 << players.length; mask++) {
                if ((mask & 1 << player) == 0
                        && !value.apply(subset(mask)).equals(value.apply(subset(mask | 1 << player)))) {
                    return true;
                }
            }
            return false;
        }
        int after = players.length - player - 1;
        return !value.apply(first(player)).equals(value.apply(first(player + 1)))
                || !value.apply(last(after)).equals(value.apply(last(after + 1)));
    }

    private Cause.How how(List<Integer> matter, Function<BitSet, ?> value) {
        if (matter.size() == 1) {
            return players[matter.get(0)].cardinality() == 1 ? Cause.How.ALONE : Cause.How.TOGETHER;
        }
        if (!exact()) {
            return Cause.How.PARTLY;
        }
        Object none = value.apply(new BitSet());
        Object all = value.apply(subset((1 << players.length) - 1));
        int of = matter.stream().mapToInt(i -> 1 << i).sum();
        boolean together = true;
        boolean either = true;
        for (int mask = of & of - 1; ; mask = mask - 1 & of) {
            Object here = value.apply(subset(mask));
            together &= here.equals(none);
            either &= mask == 0 || here.equals(all);
            if (mask == 0) {
                break;
            }
        }
        return together ? Cause.How.TOGETHER : either ? Cause.How.EITHER : Cause.How.PARTLY;
    }

    /**
     * Shares a sum among the edits of a cause.
     *
     * @param cause of this game
     * @param worth what a set of edits is worth, cents; nothing for the empty set
     * @param whole what is shared: worth of all players, or a part of it
     * @return cents in the order of the edits of the cause; they add up to {@code whole}
     */
    List<Long> shares(Cause cause, ToLongFunction<BitSet> worth, long whole) {
        List<Integer> matter = new ArrayList<>();
        for (int i = 0; i < players.length; i++) {
            if (cause.edits().contains(players[i].nextSetBit(0) + 1)) {
                matter.add(i);
            }
        }
        BigInteger[] parts = new BigInteger[matter.size()];
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = exact() ? weighed(matter.get(i), worth) : twice(matter.get(i), worth);
            sum = sum.add(parts[i]);
        }
        List<Long> cents = rounded(parts, sum, whole);
        Map<Integer, Long> shares = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            split(players[matter.get(i)], cents.get(i), shares);
        }
        return List.copyOf(shares.values());
    }

    /** Edits that are made together have equal shares; cents that are left go to the first. */
    private static void split(BitSet edits, long cents, Map<Integer, Long> shares) {
        int number = edits.cardinality();
        long left = Math.floorMod(cents, (long) number);
        for (int edit = edits.nextSetBit(0); edit >= 0; edit = edits.nextSetBit(edit + 1)) {
            shares.put(edit, Math.floorDiv(cents, (long) number) + (left-- > 0 ? 1 : 0));
        }
    }

    /** The Shapley value times the factorial of the number of players. */
    private BigInteger weighed(int player, ToLongFunction<BitSet> worth) {
        BigInteger sum = BigInteger.ZERO;
        for (int mask = 0; mask < 1 << players.length; mask++) {
            if ((mask & 1 << player) == 0) {
                long change = worth.applyAsLong(subset(mask | 1 << player)) - worth.applyAsLong(subset(mask));
                int size = Integer.bitCount(mask);
                long orders = factorial(size) * factorial(players.length - size - 1);
                sum = sum.add(BigInteger.valueOf(change).multiply(BigInteger.valueOf(orders)));
            }
        }
        return sum;
    }

    private BigInteger twice(int player, ToLongFunction<BitSet> worth) {
        int after = players.length - player - 1;
        return BigInteger.valueOf(worth.applyAsLong(first(player + 1)) - worth.applyAsLong(first(player)))
                .add(BigInteger.valueOf(worth.applyAsLong(last(after + 1)) - worth.applyAsLong(last(after))));
    }

    private static long factorial(int n) {
        long product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    /** Whole cents in the proportion of parts; what is left goes to those that lack most, the first of them first. */
    static List<Long> rounded(BigInteger[] parts, BigInteger sum, long whole) {
        Long[] cents = new Long[parts.length];
        if (sum.signum() == 0) {
            Arrays.fill(cents, 0L);
            cents[0] = whole;
            return List.of(cents);
        }
        BigInteger[] lacking = new BigInteger[parts.length];
        BigInteger divisor = sum.abs();
        long left = whole;
        for (int i = 0; i < parts.length; i++) {
            BigInteger exact = parts[i].multiply(BigInteger.valueOf(whole)).multiply(BigInteger.valueOf(sum.signum()));
            BigInteger[] floor = exact.divideAndRemainder(divisor);
            if (floor[1].signum() < 0) {
                floor[0] = floor[0].subtract(BigInteger.ONE);
                floor[1] = floor[1].add(divisor);
            }
            cents[i] = floor[0].longValueExact();
            lacking[i] = floor[1];
            left -= cents[i];
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> lacking[i]).reversed());
        for (int i = 0; i < left; i++) {
            cents[order.get(i)]++;
        }
        return List.of(cents);
    }
}
