package fr.optam.cohort;

import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.Event;
import fr.optam.fact.InputNote;
import fr.optam.fact.Membership;
import fr.optam.fact.Paid;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.Request;
import fr.optam.fact.TariffRise;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes a practitioner-year as canonical JSON; in each method the keys stand in their order. */
final class FactsWriter {
    private final CanonicalText out = new CanonicalText();
    private final Function<Act, LeanActs.Kept> kept;

    /** @param kept what is kept of an act in a row; null if acts are objects */
    private FactsWriter(Function<Act, LeanActs.Kept> kept) {
        this.kept = kept;
    }

    /** The canonical bytes. */
    static byte[] write(PractitionerYear year) {
        return write(year, null);
    }

    /** The canonical bytes with acts as rows. */
    static byte[] rows(PractitionerYear year, Predicate<Act> listed, Predicate<Act> named) {
        return write(year, act -> LeanActs.Kept.of(act, listed, named));
    }

    private static byte[] write(PractitionerYear year, Function<Act, LeanActs.Kept> kept) {
        FactsWriter writer = new FactsWriter(kept);
        writer.year(year);
        return writer.out.bytes();
    }

    private void year(PractitionerYear year) {
        out.open('{');
        list("activity", year.activity(), this::activity);
        if (kept != null) {
            year.acts().ifPresent(acts -> rows(year.year(), acts));
        } else {
            list("acts", year.acts(), this::act);
        }
        list("events", year.events(), this::event);
        list("memberships", year.memberships(), this::membership);
        list("notes", Optional.of(year.notes()).filter(notes -> !notes.isEmpty()), this::note);
        year.paid().ifPresent(this::paid);
        practitioner(year.practitioner());
        year.request().ifPresent(this::request);
        out.key("schema").text(FactsReader.SCHEMA);
        list("tariffRises", year.tariffRises(), this::rise);
        out.key("year").plain(year.year());
        out.close('}');
    }

    private void activity(Activity activity) {
        if (!activity.actCounts().isEmpty()) {
            out.key("actCounts").open('{');
            activity.actCounts().forEach((category, count) -> out.key(category).plain(count));
            out.close('}');
        }
        money("opposableFees", activity.opposableFees());
        money("overruns", activity.overruns());
        money("reimbursableFees", activity.reimbursableFees());
        out.key("year").plain(activity.year());
    }

    private void rows(int year, List<Act> acts) {
        out.key("acts").open('[');
        if (!acts.isEmpty()) {
            List<LeanActs.Kept> rows = new ArrayList<>(acts.size());
            List<Act> objects = new ArrayList<>();
            for (Act act : acts) {
                LeanActs.Kept one = kept.apply(act);
                if (LeanActs.fits(one.ids())) {
                    rows.add(one);
                } else {
                    objects.add(act.of(one.ids(), act.lines()));
                }
            }
            LeanActs.write(year, rows.toArray(LeanActs.Kept[]::new), out);
            for (Act act : objects) {
                out.open('{');
                act(act);
                out.close('}');
            }
        }
        out.close(']');
    }

    private void act(Act act) {
        text("activity", act.activity());
        text("allowedModifiers", act.allowedModifiers());
        act.association().ifPresent(code -> {
            out.key("association");
            if (code.isEmpty()) {
                out.plain("null");
            } else {
                out.text(code);
            }
        });
        text("at", act.at());
        money("baseTariff", act.baseTariff());
        money("baseTariffWithoutOption", act.baseTariffWithoutOption());
        plain("c2s", act.c2s());
        text("category", act.category());
        out.key("code").text(act.code());
        plain("emergency", act.emergency());
        money("feeCharged", act.feeCharged());
        if (act.unnamed()) {
            out.key("lines").plain(act.lines());
        } else if (act.ids().size() == 1) {
            out.key("id").text(act.ids().get(0));
        } else {
            out.key("ids");
            texts(act.ids());
        }
        if (!act.named() && !act.unnamed()) {
            out.key("lines").plain(act.lines());
        }
        text("modifiers", act.modifiers());
        out.key("on").text(act.on().toString());
        plain("quantity", act.quantity());
        text("until", act.until());
    }

    private void event(Event event) {
        text("effectiveOn", event.effectiveOn());
        out.key("on").text(event.on().toString());
        text("quarter", event.quarter());
        out.key("type").text(event.type());
    }

    private void membership(Membership membership) {
        if (membership.overrunRate().isPresent() || membership.opposableShare().isPresent()) {
            out.key("commitment").open('{');
            rate("opposableShare", membership.opposableShare());
            rate("overrunRate", membership.overrunRate());
            out.close('}');
        }
        out.key("from").text(membership.from().toString());
        out.key("option").text(membership.option());
        if (membership.end() instanceof Membership.End.On on) {
            out.key("to").text(on.day().toString());
        } else if (membership.end() instanceof Membership.End.Open) {
            out.key("to").plain("null");
        }
    }

    private void note(InputNote note) {
        out.key("acts");
        texts(note.acts());
        out.key("code").text(note.code());
        out.key("values").open('{');
        note.values().forEach((key, value) -> out.key(key).text(value));
        out.close('}');
    }

    private void paid(Paid paid) {
        out.key("paid").open('{');
        money("prime", paid.prime());
        text("primePaidOn", paid.primePaidOn());
        out.close('}');
    }

    private void practitioner(Practitioner practitioner) {
        out.key("practitioner").open('{');
        text("department", practitioner.department());
        out.key("id").text(practitioner.id());
        money("income", practitioner.income());
        text("installedOn", practitioner.installedOn());
        text("profession", practitioner.profession());
        text("region", practitioner.region());
        text("sector", practitioner.sector());
        plain("sector2Titles", practitioner.sector2Titles());
        text("specialty", practitioner.specialty());
        out.close('}');
    }

    private void request(Request request) {
        out.key("request").open('{');
        text("on", request.on());
        text("option", request.option());
        out.close('}');
    }

    private void rise(TariffRise rise) {
        out.key("base").text(cents(rise.base()));
        out.key("on").text(rise.on().toString());
        out.key("rise").text(cents(rise.rise()));
    }

    private <T> void list(String key, Optional<List<T>> items, Consumer<T> item) {
        items.ifPresent(all -> {
            out.key(key).open('[');
            for (T one : all) {
                out.open('{');
                item.accept(one);
                out.close('}');
            }
            out.close(']');
        });
    }

    private void texts(List<String> items) {
        out.open('[');
        items.forEach(out::text);
        out.close(']');
    }

    private void text(String key, Optional<?> value) {
        value.ifPresent(present -> out.key(key).text(present.toString()));
    }

    private void plain(String key, Optional<?> value) {
        value.ifPresent(present -> out.key(key).plain(present));
    }

    private void money(String key, Optional<BigDecimal> value) {
        value.ifPresent(money -> out.key(key).text(cents(money)));
    }

    private void rate(String key, Optional<BigDecimal> value) {
        value.ifPresent(rate -> out.key(key).text(Money.scaled(rate).toPlainString()));
    }

    private static String cents(BigDecimal money) {
        return money.setScale(2).toPlainString();
    }
}
