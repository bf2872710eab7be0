package fr.optam.compare.trend;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.Activity;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets the engine decide members as the model sees them: installed at the beginning of the year, with a given practice. */
final class SpiralFacts {
    private static final int TOGETHER = 256;
    private static final BigDecimal FEES = new BigDecimal("1000000.00");

    private final int year;
    private final String rate;
    private final int threads;

    SpiralFacts(int year, String rate, int threads) {
        this.year = year;
        this.rate = rate;
        this.threads = threads;
    }

    /**
     * A member and what the engine said.
     *
     * @param allowed the rate allowed; empty if none is set
     * @param gap points above it, zero if within; empty if that can't be said
     */
    record Ruled(Spiral.Member member, Optional<BigDecimal> allowed, Optional<BigDecimal> gap) {}

    List<Ruled> decide(Engine engine, List<Spiral.Member> members) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<List<Ruled>>> tasks = new ArrayList<>();
            for (int from = 0; from < members.size(); from += TOGETHER) {
                List<Spiral.Member> some = members.subList(from, Math.min(members.size(), from + TOGETHER));
                tasks.add(() -> some(engine, some));
            }
            List<Ruled> all = new ArrayList<>();
            for (Future<List<Ruled>> each : pool.invokeAll(tasks)) {
                all.addAll(each.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException defect ? defect : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Ruled> some(Engine engine, List<Spiral.Member> members) {
        List<Decision> decisions =
                engine.decideAll(members.stream().map(this::facts).toList(), Detail.NONE);
        List<Ruled> ruled = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Decision decision = decisions.get(i);
            ruled.add(new Ruled(
                    members.get(i),
                    committed(decision),
                    figure(decision, "respect." + rate, List.of(Verdict.RESPECTED, Verdict.BREACHED))));
        }
        return ruled;
    }

    /** The rate with all its decimals. */
    private Optional<BigDecimal> committed(Decision decision) {
        return answer(decision, "respect." + rate, List.of(Verdict.RESPECTED, Verdict.BREACHED))
                .map(a -> a.details().get("committed"))
                .map(text -> new BigDecimal(String.valueOf(text)))
                .or(() -> figure(decision, "commitment." + rate, List.of("SET")));
    }

    private static Optional<Answer> answer(Decision decision, String question, List<String> verdicts) {
        return decision.answers().stream()
                .filter(a -> a.question().equals(question) && verdicts.contains(a.verdict()))
                .findFirst();
    }

    private static Optional<BigDecimal> figure(Decision decision, String question, List<String> verdicts) {
        return answer(decision, question, verdicts).flatMap(Answer::value).map(BigDecimal::new);
    }

    private PractitionerYear facts(Spiral.Member member) {
        PractitionerYear ahead = member.facts();
        Practitioner known = ahead.practitioner();
        Practitioner installed = new Practitioner(
                known.id(),
                known.specialty(),
                known.sector(),
                known.sector2Titles(),
                Optional.of(LocalDate.of(year, Month.JANUARY, 1)),
                known.department(),
                known.region(),
                known.profession(),
                known.income());
        return new PractitionerYear(
                year,
                installed,
                Optional.empty(),
                ahead.memberships(),
                Optional.of(List.of(activity(member))),
                Optional.empty(),
                Optional.of(List.of()),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Round fees, so that the overruns have the rate exactly; the other share is that of the last year. */
    private Activity activity(Spiral.Member member) {
        Optional<BigDecimal> opposable = member.facts().activity().orElse(List.of()).stream()
                .filter(a -> a.year() == year)
                .findFirst()
                .flatMap(SpiralFacts::opposable);
        return new Activity(
                year,
                Map.of(),
                Optional.of(FEES),
                Optional.of(FEES.multiply(member.rates().get(rate)).setScale(2, RoundingMode.HALF_UP)),
                opposable);
    }

    private static Optional<BigDecimal> opposable(Activity activity) {
        Optional<BigDecimal> fees = activity.reimbursableFees().filter(f -> f.signum() > 0);
        return fees.flatMap(
                f -> activity.opposableFees().map(o -> FEES.multiply(o).divide(f, 2, RoundingMode.HALF_UP)));
    }
}
