-- ER_CAM_F: one coding row is one act with the sign of its prestation. Sources: C61 (join on nine keys, netting).
-- In: r_cam, t_cam_lost, d_prs, side tables, code tables.

CREATE VIEW v_cam AS
SELECT nine_keys(flx_dis_dtd, flx_trt_dtd, org_cle_num, flx_emt_typ, flx_emt_num, flx_emt_ord, dct_ord_num,
        prs_ord_num, rem_typ_aff) AS nine,
    hash(cam_prs_ide, cam_act_cod, cam_trt_pha, cam_mod_cod, cam_ass_cod, cam_act_pru, cam_rem_bse, cam_gri_tar,
        cam_mm1_mnt, cam_mm2_mnt, cam_mm3_mnt, cam_mm4_mnt) AS content,
    *
FROM r_cam;

-- The key of a coding row is its order in the prestation, or its content where no order is given.
CREATE TABLE d_cam_repeated AS
SELECT file_rank, position,
    min(content) OVER same <> max(content) OVER same AS conflict,
    row_number() OVER (PARTITION BY nine, place ORDER BY file_rank, position) AS turn
FROM (
    SELECT file_rank, position, nine, coalesce(cam_ord_num::VARCHAR, 'c' || content) AS place, content FROM v_cam
    WHERE hash(nine, coalesce(cam_ord_num, content)) IN (
        SELECT hash(nine, coalesce(cam_ord_num, content)) AS h FROM v_cam GROUP BY h HAVING count(*) > 1))
WINDOW same AS (PARTITION BY nine, place);

-- Rows without an order number take turns by their content.
CREATE TABLE d_cam_turn AS
SELECT file_rank, position, row_number() OVER (PARTITION BY nine ORDER BY content, file_rank, position) AS turn
FROM v_cam WHERE cam_ord_num IS NULL;

CREATE TABLE d_cam AS
WITH joined AS (
    SELECT c.*, p.practitioner_id, p.practice, p.patient, p."on", p.treated, p.acts, p.paid, p.base, p.c2s, p.nature,
        p.reason AS prestation_reason, p.nine IS NOT NULL AS has_prestation,
        coalesce(re.conflict OR re.turn > 1, false) AS repeated, re.conflict
    FROM v_cam c
    LEFT JOIN d_cam_repeated re ON re.file_rank = c.file_rank AND re.position = c.position
    LEFT JOIN (SELECT * FROM d_prs WHERE reason IS NULL OR reason <> 'DCIR_KEY_DUPLICATE') p ON p.nine = c.nine),
categorised AS (
    SELECT j.*, coalesce(side.category, ac.category, pc.category, cc.category) AS group_code,
        side.category <> coalesce(ac.category, pc.category) AS category_differs
    FROM joined j
    LEFT JOIN (
        SELECT s.code, s.activity, d."on", arg_max(s.category, coalesce(s."from", DATE '0001-01-01')) AS category
        FROM t_act_categories s
        JOIN (SELECT DISTINCT cam_prs_ide, cam_act_cod, "on" FROM joined WHERE "on" IS NOT NULL) d
            ON d.cam_prs_ide = s.code AND d.cam_act_cod = s.activity
            AND d."on" BETWEEN coalesce(s."from", DATE '0001-01-01') AND coalesce(s."to", DATE '9999-12-31')
        GROUP BY ALL) side ON side.code = j.cam_prs_ide AND side.activity = j.cam_act_cod AND side."on" = j."on"
    LEFT JOIN m_activity_category ac ON ac.activity = j.cam_act_cod
    LEFT JOIN m_category pc ON pc.nature = j.nature
    LEFT JOIN t_ccam cc ON cc.code = j.cam_prs_ide)
SELECT file_rank, position, nine, practitioner_id, practice, patient, "on", treated, acts, paid, base, c2s,
    cam_prs_ide AS code, cam_act_cod AS activity, cam_trt_pha AS phase, cam_mod_cod AS letters,
    CASE WHEN length(cam_mod_cod) < 2 THEN cam_mod_cod
        ELSE array_to_string(list_sort(string_split(cam_mod_cod, '')), '') END AS modifiers,
    nullif(cam_ass_cod, '9') AS association, cam_act_pru AS tariff, cam_rem_bse AS coded_base,
    try_cast(cam_gri_tar AS INTEGER) AS grid, cam_gri_tar AS grid_text,
    [cam_mm1_mnt, cam_mm2_mnt, cam_mm3_mnt, cam_mm4_mnt] AS letter_amounts,
    group_code AS category, category_differs,
    coalesce(cam_ord_num, turn) AS rank, cam_ord_num,
    CASE
        WHEN repeated AND conflict THEN 'KEY_CONFLICT'
        WHEN repeated THEN 'KEY_DUPLICATE'
        WHEN NOT has_prestation OR prestation_reason IN (SELECT reason FROM p_rejections) THEN 'DCIR_CAM_WITHOUT_PRS'
        WHEN prestation_reason IS NOT NULL THEN prestation_reason
        WHEN group_code IS NOT NULL AND group_code NOT IN (SELECT category FROM m_category_known) THEN 'OUT_OF_SCOPE_CATEGORY'
    END AS reason
FROM categorised LEFT JOIN d_cam_turn USING (file_rank, position);

DROP VIEW v_cam;
DROP TABLE r_cam;

INSERT INTO t_cam_lost SELECT nine FROM d_cam WHERE reason = 'KEY_CONFLICT';

-- Netting: only lines that share practice, patient, day, code, activity, phase, letters and association with a line
-- whose quantity is not positive.
CREATE TABLE d_regularised AS
WITH touched AS (
    SELECT DISTINCT practice, patient, "on", code, activity, phase, modifiers, association
    FROM d_cam WHERE reason IS NULL AND acts < 1),
lines AS (
    SELECT c.file_rank, c.position, c.acts, c.treated, c.nine, c.rank,
        hash(c.practice, c.patient, c."on", c.code, c.activity, c.phase, c.modifiers, c.association) AS g,
        hash(abs(c.paid), abs(c.base), abs(c.tariff)) AS amounts
    FROM d_cam c JOIN touched t
        ON c.practice = t.practice AND c.patient = t.patient AND c."on" = t."on" AND c.code = t.code
        AND c.activity = t.activity AND c.phase IS NOT DISTINCT FROM t.phase
        AND c.modifiers IS NOT DISTINCT FROM t.modifiers AND c.association IS NOT DISTINCT FROM t.association
    WHERE c.reason IS NULL),
paired AS (
    SELECT *, sum(acts) OVER (PARTITION BY g) AS net,
        row_number() OVER (PARTITION BY g, amounts, acts ORDER BY treated, nine, rank) AS turn,
        count(*) FILTER (acts < 0) OVER (PARTITION BY g, amounts) AS copies
    FROM lines),
left_over AS (
    SELECT *, acts > 0 AND turn > copies AS open,
        sum(CASE WHEN acts > 0 AND turn <= copies THEN 1 ELSE 0 END) OVER (PARTITION BY g) AS exact,
        sum(CASE WHEN acts < 0 THEN 1 ELSE 0 END) OVER (PARTITION BY g) AS negatives
    FROM paired)
SELECT file_rank, position, net,
    open AND row_number() OVER (PARTITION BY g, open ORDER BY treated DESC, nine DESC, rank DESC) <= net AS stays,
    exact < negatives AS inexact
FROM left_over;

CREATE TABLE d_cam_fate AS
SELECT c.file_rank, c.position,
    CASE
        WHEN c.reason IS NOT NULL THEN c.reason
        WHEN r.net = 0 THEN 'DCIR_CANCELLED'
        WHEN r.net < 0 THEN 'DCIR_NEGATIVE_BALANCE'
    END AS reason
FROM d_cam c LEFT JOIN d_regularised r USING (file_rank, position);

INSERT INTO s_rejected
SELECT file, r.file_rank, position, print_line(position), practitioner_id,
    CASE r.reason WHEN 'DCIR_NEGATIVE_BALANCE' THEN 'CAM_PRS_IDE' ELSE 'DCT_ORD_NUM' END, 0,
    CASE r.reason WHEN 'DCIR_NEGATIVE_BALANCE' THEN code ELSE nine END, r.reason, NULL
FROM d_cam_fate r JOIN d_cam USING (file_rank, position) JOIN t_files USING (file_rank)
WHERE r.reason IN (SELECT reason FROM p_rejections);

INSERT INTO s_excluded
SELECT file, reason, count(*) FROM d_cam_fate JOIN t_files USING (file_rank)
WHERE reason IS NOT NULL AND reason NOT IN (SELECT reason FROM p_rejections) GROUP BY ALL;

-- Prestations whose cancelling copy is there too: same practice, patient, day, nature and coding, and nothing remains.
CREATE TABLE d_prs_cancelled AS
WITH touched AS (
    SELECT DISTINCT practice, patient, "on", nature, line FROM d_prs WHERE reason IS NULL AND acts < 0),
lines AS (
    SELECT p.* FROM d_prs p JOIN touched t
        ON p.practice = t.practice AND p.patient = t.patient AND p."on" = t."on" AND p.line = t.line
        AND p.nature IS NOT DISTINCT FROM t.nature
    WHERE p.reason IS NULL),
signed AS (
    SELECT l.nine, sum(hash(c.code, c.activity, c.phase, c.modifiers, c.association)::HUGEINT) AS signature
    FROM lines l JOIN d_cam c ON c.nine = l.nine AND c.reason IS NULL GROUP BY ALL),
netted AS (
    SELECT l.file_rank, l.position, sum(l.acts) OVER same AS net, sum(coalesce(l.paid, 0)) OVER same AS paid,
        sum(coalesce(l.base, 0)) OVER same AS base
    FROM lines l LEFT JOIN signed s USING (nine)
    WINDOW same AS (PARTITION BY l.practice, l.patient, l."on", l.nature, l.line, coalesce(s.signature, 0)))
SELECT file_rank, position FROM netted WHERE net = 0 AND paid = 0 AND base = 0;

CREATE TABLE d_line AS
SELECT p.* EXCLUDE (reason, unknown_code, unknown_value),
    CASE WHEN p.reason IS NULL AND x.position IS NOT NULL THEN 'DCIR_CANCELLED' ELSE p.reason END AS reason
FROM d_prs p LEFT JOIN d_prs_cancelled x USING (file_rank, position);
DROP TABLE d_prs;

INSERT INTO s_excluded
SELECT file, reason, count(*) FROM d_line JOIN t_files USING (file_rank)
WHERE reason IS NOT NULL AND reason NOT IN (SELECT reason FROM p_rejections) GROUP BY ALL;
