package fr.optam.report.html;

/** Ids of places in a page: stable, and the same for the same name. */
public final class Anchor {
    private Anchor() {}

    /** The id of a name: letters, digits, {@code - _ . :} as they are, all else as a hyphen. */
    public static String of(String name) {
        StringBuilder id = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fit =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.:".indexOf(c) >= 0;
            id.append(fit ? c : '-');
        }
        return id.isEmpty() ? "-" : id.toString();
    }

    /** The address of a name's place in the page, {@code #ELIG-ACO-010}. */
    public static String to(String name) {
        return "#" + of(name);
    }
}
