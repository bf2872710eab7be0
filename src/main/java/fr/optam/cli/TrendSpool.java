package fr.optam.cli;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.compare.trend.YearView;
import fr.optam.fact.PractitionerYear;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A year on disk while the others are read: what it says of each practitioner, in order of their ids, with the facts. */
final class TrendSpool {
    private static final String NOTHING = "";
    private static final String OUTSIDE = "-";
    private static final String UNKNOWN = "?";

    private TrendSpool() {}

    /**
     * A practitioner in a year.
     *
     * @param view what the year says
     * @param facts facts of the year without acts
     */
    record Entry(YearView view, PractitionerYear facts) {}

    /** Writes a year. */
    static final class Writer implements Closeable {
        private final DataOutputStream out;

        Writer(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        }

        void write(YearView view, byte[] facts) throws IOException {
            out.writeUTF(view.id());
            out.writeInt(view.year());
            out.writeUTF(view.specialty());
            out.writeUTF(view.department());
            out.writeUTF(view.region());
            out.writeUTF(view.sector());
            out.writeUTF(standing(view));
            out.writeUTF(view.mayJoin().map(String::valueOf).orElse(NOTHING));
            out.writeInt(view.rates().size());
            for (var rate : view.rates().entrySet()) {
                out.writeUTF(rate.getKey());
                figure(rate.getValue().observed());
                figure(rate.getValue().committed());
                out.writeUTF(rate.getValue().respect());
            }
            out.writeUTF(view.respect());
            figure(view.prime());
            figure(view.clawback());
            figure(view.fees());
            out.writeInt(view.findings().size());
            for (String finding : view.findings()) {
                out.writeUTF(finding);
            }
            out.writeUTF(view.outcome());
            out.writeInt(facts.length);
            out.write(facts);
        }

        private static String standing(YearView view) {
            if (view.standing() instanceof YearView.Standing.Unknown) {
                return UNKNOWN;
            }
            return view.member() ? "=" + view.option() : OUTSIDE;
        }

        private void figure(Optional<BigDecimal> figure) throws IOException {
            out.writeUTF(figure.map(BigDecimal::toPlainString).orElse(NOTHING));
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads a year. */
    static final class Reader implements Closeable {
        private final DataInputStream in;
        private long left;

        Reader(Path file, long size) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            left = size;
        }

        /** The next practitioner; nothing after the last. */
        Optional<Entry> next() throws IOException {
            if (left == 0) {
                return Optional.empty();
            }
            left--;
            YearView view = view();
            try {
                return Optional.of(new Entry(view, FactsJson.read(in.readNBytes(in.readInt()))));
            } catch (FactsRefused e) {
                throw new IOException("the facts of " + view.id() + " can't be read again", e);
            }
        }

        private YearView view() throws IOException {
            String id = in.readUTF();
            int year = in.readInt();
            String specialty = in.readUTF();
            String department = in.readUTF();
            String region = in.readUTF();
            String sector = in.readUTF();
            YearView.Standing standing = standing(in.readUTF());
            Optional<Boolean> mayJoin =
                    Optional.of(in.readUTF()).filter(t -> !t.isEmpty()).map(Boolean::valueOf);
            TreeMap<String, YearView.RateView> rates = new TreeMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                rates.put(in.readUTF(), new YearView.RateView(figure(), figure(), in.readUTF()));
            }
            String respect = in.readUTF();
            Optional<BigDecimal> prime = figure();
            Optional<BigDecimal> clawback = figure();
            Optional<BigDecimal> fees = figure();
            List<String> findings = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                findings.add(in.readUTF());
            }
            return new YearView(
                    id,
                    year,
                    specialty,
                    department,
                    region,
                    sector,
                    standing,
                    mayJoin,
                    rates,
                    respect,
                    prime,
                    clawback,
                    fees,
                    findings,
                    in.readUTF());
        }

        private static YearView.Standing standing(String text) {
            return switch (text) {
                case UNKNOWN -> new YearView.Standing.Unknown();
                case OUTSIDE -> new YearView.Standing.Outside();
                default -> new YearView.Standing.Member(text.substring(1));
            };
        }

        private Optional<BigDecimal> figure() throws IOException {
            return Optional.of(in.readUTF()).filter(t -> !t.isEmpty()).map(BigDecimal::new);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
