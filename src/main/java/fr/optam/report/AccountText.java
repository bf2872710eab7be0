package fr.optam.report;

import fr.optam.explain.Account;

/** An account as text, for one of its readers. */
public final class AccountText {
    private AccountText() {}

    /** Who reads. */
    public enum View {
        physician,
        analyst,
        auditor
    }

    /** The text, each line ended. */
    public static String of(Account account, Page page, View view) {
        return switch (view) {
            case physician -> new PhysicianText(account, page).text();
            case analyst -> new AnalystText(account, page).text();
            case auditor -> new AuditorText(account, page).text();
        };
    }
}
