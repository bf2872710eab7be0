package fr.optam.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tree, held against the vectors that logs of certificates use. */
class MerkleTest {
    private static final List<String> DATA =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(
                    i < DATA.size()
                            ? Merkle.leaf(HexFormat.of().parseHex(DATA.get(i)))
                            : Merkle.leaf(new byte[] {(byte) i}));
        }
        return leaves;
    }

    private static byte[] root(List<byte[]> leaves) {
        Merkle tree = new Merkle();
        leaves.forEach(tree::add);
        return tree.root();
    }

    @Test
    void roots_are_those_of_the_known_vectors() {
        for (int size = 1; size <= DATA.size(); size++) {
            assertEquals(ROOTS.get(size - 1), HexFormat.of().formatHex(root(leaves(size))));
        }
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                HexFormat.of().formatHex(root(List.of())));
    }

    @Test
    void every_leaf_of_trees_up_to_forty_has_a_proof_that_fits_it_alone() {
        for (int size = 1; size <= 40; size++) {
            List<byte[]> leaves = leaves(size);
            byte[] root = root(leaves);
            for (int i = 0; i < size; i++) {
                List<byte[]> path = Merkle.path(leaves, i);
                assertTrue(Merkle.includes(leaves.get(i), i, size, path, root), size + " " + i);
                assertFalse(Merkle.includes(leaves.get((i + 1) % size), i, size, path, root) && size > 1);
                assertFalse(Merkle.includes(leaves.get(i), i + 1, size, path, root) && size > 1);
                if (!path.isEmpty()) {
                    assertFalse(Merkle.includes(leaves.get(i), i, size, path.subList(1, path.size()), root));
                }
            }
        }
    }

    @Test
    void the_tree_over_parts_of_eight_is_the_tree_over_their_leaves() {
        for (int size = 1; size <= 40; size++) {
            List<byte[]> leaves = leaves(size);
            Merkle parts = new Merkle();
            for (int from = 0; from < size; from += 8) {
                parts.add(root(leaves.subList(from, Math.min(size, from + 8))));
            }
            assertEquals(HexFormat.of().formatHex(root(leaves)), HexFormat.of().formatHex(parts.root()), "" + size);
        }
    }
}
