package fr.optam.report;

import fr.optam.explain.Account;

/** An account for the auditor. */
final class AuditorText {
    private final PhysicianText text;

    AuditorText(Account account, Page page) {
        this.text = new PhysicianText(account, page);
    }

    String text() {
        return text.text();
    }
}
