package fr.optam.report.explain;

import fr.optam.explain.Account;
import fr.optam.report.html.Lang;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes pages of facts given as files, to be looked at in a browser. */
public final class PagesToLookAt {
    private PagesToLookAt() {}

    /**
     * Writes {@code NAME-fr.html} and {@code NAME-en.html}.
     *
     * @param args a folder to write to, then files of facts
     */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (int i = 1; i < args.length; i++) {
            Path facts = Path.of(args[i]);
            Account account = Accounts.of(Files.readString(facts));
            for (Lang lang : Lang.values()) {
                long start = System.nanoTime();
                String page = ExplainPage.of(account, Accounts.RULEBOOK, lang);
                System.out.println(facts + " " + lang.tag() + " " + page.length() + " chars, ms "
                        + (System.nanoTime() - start) / 1_000_000);
                String name = facts.getFileName().toString().replace(".json", "-" + lang.tag() + ".html");
                Files.writeString(folder.resolve(name), page);
            }
        }
    }
}
