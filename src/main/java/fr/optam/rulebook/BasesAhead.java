package fr.optam.rulebook;

import fr.optam.rulebook.kie.StageBase;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drools.model.Model;

/** Rule bases that are built on another processor while the rulebook is still judged. */
final class BasesAhead {
    private static final AtomicBoolean REHEARSED = new AtomicBoolean();

    private final ForkJoinTask<Optional<Map<Stage, StageBase>>> task;

    private BasesAhead(List<Model> models, List<RuleTable> tables) {
        this.task = ForkJoinPool.commonPool().submit(() -> build(models, tables));
    }

    /** Makes Drools ready on another processor, once a process, while the files are still read. */
    static void rehearse() {
        if (REHEARSED.compareAndSet(false, true)) {
            ForkJoinPool.commonPool().execute(StageBase::rehearse);
        }
    }

    /** Begins; nothing is begun if some DRL file was not compiled before, since what is compiled is judged first. */
    static Optional<BasesAhead> of(Collection<ReadText> texts, Collection<RuleTable> tables) {
        List<Model> models = new ArrayList<>();
        for (ReadText text : texts) {
            if (text.drl().isPresent()) {
                if (text.models().isEmpty()) {
                    return Optional.empty();
                }
                models.addAll(text.models().get());
            }
        }
        return Optional.of(new BasesAhead(models, List.copyOf(tables)));
    }

    /** A failure is met again, and told, by whoever builds them then. */
    private static Optional<Map<Stage, StageBase>> build(List<Model> models, List<RuleTable> tables) {
        try {
            return Optional.of(StageBase.build(models, tables));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The rule bases by stage, waited for; none if they can't be built. */
    Optional<Map<Stage, StageBase>> bases() {
        return task.join();
    }
}
