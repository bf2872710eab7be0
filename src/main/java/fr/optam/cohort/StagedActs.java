package fr.optam.cohort;

import fr.optam.fact.Act;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the acts of one practitioner of rows of {@code s_acts}, lines equal in everything but their id in one. */
final class StagedActs implements ActSource {
    private static final String QUERY =
            "SELECT practitioner_id, act_id, \"on\", fee_charged, base_tariff, base_tariff_without_option, "
                    + ActProfiles.column("\"at\"") + " FROM s_acts ORDER BY practitioner_id";

    private final RowStream rows;
    private final ActProfiles profiles = new ActProfiles();

    private record Line(
            String profile,
            LocalDate on,
            Optional<BigDecimal> fee,
            Optional<BigDecimal> tariff,
            Optional<BigDecimal> tariffWithoutOption) {}

    StagedActs(Staging staging) throws SQLException {
        rows = new RowStream(staging, QUERY);
    }

    @Override
    public List<Act> of(String practitioner) {
        rows.noneBefore(practitioner, StagedTable.ACTS);
        Map<Line, List<String>> lines = new LinkedHashMap<>();
        while (rows.of(practitioner)) {
            Line line = new Line(
                    rows.text(6).orElseThrow(),
                    rows.date(2).orElseThrow(),
                    rows.decimal(3),
                    rows.decimal(4),
                    rows.decimal(5));
            lines.computeIfAbsent(line, key -> new ArrayList<>(1))
                    .add(rows.text(1).orElseThrow());
            rows.next();
        }
        List<Act> acts = new ArrayList<>(lines.size());
        lines.forEach((line, ids) -> acts.add(act(line, ids)));
        return Canonical.sorted(acts);
    }

    private Act act(Line line, List<String> ids) {
        ids.sort(null);
        return profiles.act(
                line.profile(),
                ids,
                new GroupDays.Stretch(line.on(), Optional.empty()),
                line.fee(),
                line.tariff(),
                line.tariffWithoutOption());
    }

    @Override
    public void close() {
        rows.close();
    }
}
