package fr.optam.cohort.sample;

import java.util.stream.IntStream;

/** Sets of modifier letters as bits, in alphabetical order, with their text made once. */
final class Letters {

    static final String ALPHABET = "37FJKOPSTU";
    static final int THREE = of("3");
    static final int F = of("F");
    static final int J = of("J");
    static final int K = of("K");
    static final int O = of("O");
    static final int P = of("P");
    static final int S = of("S");
    static final int T = of("T");
    static final int U = of("U");

    private static final byte[][] TEXT =
            IntStream.range(0, 1 << ALPHABET.length()).mapToObj(Letters::spell).toArray(byte[][]::new);

    private Letters() {}

    /** The set of the letters of a text, each of them in the alphabet. */
    static int of(String letters) {
        return letters.chars().map(letter -> 1 << ALPHABET.indexOf(letter)).reduce(0, (a, b) -> a | b);
    }

    static byte[] text(int set) {
        return TEXT[set];
    }

    private static byte[] spell(int set) {
        StringBuilder text = new StringBuilder();
        for (int letter = 0; letter < ALPHABET.length(); letter++) {
            if ((set & 1 << letter) != 0) {
                text.append(ALPHABET.charAt(letter));
            }
        }
        return Days.ascii(text.toString());
    }
}
