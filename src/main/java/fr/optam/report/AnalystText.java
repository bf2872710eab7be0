package fr.optam.report;

import fr.optam.explain.Account;

/** An account for the analyst. */
final class AnalystText {
    private final PhysicianText text;

    AnalystText(Account account, Page page) {
        this.text = new PhysicianText(account, page);
    }

    String text() {
        return text.text();
    }
}
