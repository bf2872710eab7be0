package fr.optam.run;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Merkle tree after RFC 9162, section 2.1, with SHA-256: the hash of a leaf is that of a zero byte and its data, the
 * hash of a node that of a one byte and its two children.
 */
public final class Merkle {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<byte[]> peaks = new ArrayList<>();
    private final List<Integer> heights = new ArrayList<>();
    private long size;

    /** Hash of a leaf, 32 bytes. */
    public static byte[] leaf(byte[] data, int from, int length) {
        MessageDigest digest = Sha256.start();
        digest.update(LEAF);
        digest.update(data, from, length);
        return digest.digest();
    }

    /** Hash of a leaf, 32 bytes. */
    public static byte[] leaf(byte[] data) {
        return leaf(data, 0, data.length);
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.start();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** Adds the hash of the next leaf; what is kept grows with the logarithm of the leaves. */
    void add(byte[] leafHash) {
        size++;
        byte[] hash = leafHash;
        int height = 0;
        while (!heights.isEmpty() && heights.get(heights.size() - 1) == height) {
            hash = node(peaks.remove(peaks.size() - 1), hash);
            heights.remove(heights.size() - 1);
            height++;
        }
        peaks.add(hash);
        heights.add(height);
    }

    /** Leaves so far. */
    long size() {
        return size;
    }

    /** Root of the leaves so far, 32 bytes; the digest of nothing if there are none. */
    byte[] root() {
        if (peaks.isEmpty()) {
            return Sha256.start().digest();
        }
        byte[] root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return root;
    }

    /**
     * Inclusion proof of a leaf, from the leaf's side to the root's (RFC 9162, 2.1.3.1).
     *
     * @param leaves hashes of all leaves in order
     * @param index leaf that is proven, first is 0
     */
    static List<byte[]> path(List<byte[]> leaves, int index) {
        List<byte[]> path = new ArrayList<>();
        path(leaves, index, path);
        return path;
    }

    private static void path(List<byte[]> leaves, int index, List<byte[]> path) {
        if (leaves.size() > 1) {
            int cut = Integer.highestOneBit(leaves.size() - 1);
            List<byte[]> left = leaves.subList(0, cut);
            List<byte[]> right = leaves.subList(cut, leaves.size());
            path(index < cut ? left : right, index < cut ? index : index - cut, path);
            path.add(root(index < cut ? right : left));
        }
    }

    private static byte[] root(List<byte[]> leaves) {
        Merkle tree = new Merkle();
        leaves.forEach(tree::add);
        return tree.root();
    }

    /**
     * Whether a leaf stands at a place of a tree (RFC 9162, 2.1.3.2).
     *
     * @param leafHash hash of the leaf
     * @param index its place, first is 0
     * @param size leaves of the tree
     * @param path inclusion proof
     * @param root root that is held elsewhere
     */
    public static boolean includes(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(hash, root);
    }
}
