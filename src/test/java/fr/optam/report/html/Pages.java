package fr.optam.report.html;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page, read as strictly as XML is. */
public final class Pages {
    private Pages() {}

    /** The page as a tree; fails if it is not well formed. */
    public static Document read(String page) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)));
        } catch (java.io.IOException | org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** Every element. */
    public static List<Element> elements(Document page) {
        NodeList all = page.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    /** Every id, in order, twice if it stands twice. */
    public static List<String> ids(Document page) {
        return elements(page).stream()
                .map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** What is wrong with the page: ids that stand twice, links to nowhere, anything that a browser would load or run. */
    public static List<String> faults(Document page) {
        List<String> faults = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>();
        ids(page).stream().filter(id -> !ids.add(id)).forEach(id -> faults.add("twice: " + id));
        for (Element e : elements(page)) {
            String to = e.getAttribute("href");
            if (to.startsWith("#") && !ids.contains(to.substring(1))) {
                faults.add("leads nowhere: " + to);
            }
            if (e.hasAttribute("href")
                    && !(to.startsWith("#") || to.startsWith("http://") || to.startsWith("https://"))) {
                faults.add("leads astray: " + to);
            }
            for (String label : e.getAttribute("aria-labelledby").split(" ")) {
                if (!label.isEmpty() && !ids.contains(label)) {
                    faults.add("labelled by nothing: " + label);
                }
            }
            if (List.of("script", "link", "img", "iframe", "object", "embed", "form", "base")
                            .contains(e.getTagName())
                    || e.hasAttribute("src")
                    || e.hasAttribute("onclick")) {
                faults.add("loads or runs: " + e.getTagName());
            }
            if (e.getTagName().equals("style")
                    && (e.getTextContent().contains("url(")
                            || e.getTextContent().contains("@import"))) {
                faults.add("style loads");
            }
        }
        return faults;
    }
}
