package fr.optam.run;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * Some lines of a part, also compressed: a run of deflate blocks that ends on a whole byte, so that pieces made on
 * several threads join to one stream whose bytes do not depend on the threads.
 *
 * @param text the lines
 * @param deflated the same, compressed
 */
record Piece(byte[] text, byte[] deflated) {
    private static final int LEVEL = 6;
    private static final int ROOM = 1 << 16;

    static Piece of(byte[] text) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(text.length / 4 + ROOM);
            byte[] room = new byte[ROOM];
            deflater.setInput(text);
            int written;
            do {
                written = deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH);
                out.write(room, 0, written);
            } while (written == room.length);
            return new Piece(text, out.toByteArray());
        } finally {
            deflater.end();
        }
    }
}
