package fr.optam.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers the sums over acts that are asked for, so that what acts alike give to each can be kept with them. */
final class UnitSums {
    private static final int MOST = 100;

    private final UnitPlan plan;
    private final Map<Object, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Object, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    UnitSums(UnitPlan plan) {
        this.plan = plan;
    }

    UnitPlan plan() {
        return plan;
    }

    /** Number of a sum; negative if it depends on so much outside the acts that nothing is kept of it. */
    int number(Object of, Object outside) {
        Integer known = numbers.get(outside);
        if (known != null) {
            return known;
        }
        if (asked.computeIfAbsent(of, o -> new AtomicInteger()).incrementAndGet() > MOST) {
            return -1;
        }
        return numbers.computeIfAbsent(outside, o -> next.getAndIncrement());
    }
}
