-- DA_PRA_R: who the practitioner is (chaining at the last month of the extract) and how he stood at 31 December.
-- In: r_pra, p_run, p_years, t_columns, code tables. Sources: C62, C63.

CREATE TABLE d_pra AS
WITH counted AS (
    SELECT *, dte_ann_trt * 12 + dte_moi_fin AS month_no,
        hash(act_cab_cod, pfs_pra_spe, cnv_cnv_cod, pra_idp_ddp, exc_exc_nat, sta_pfs_num, pfs_acp_dsd, pfs_ins_dsd,
            pra_top_ref, cab_ref_dsd, cab_ref_dsf, pfs_cod_pos) AS content
    FROM r_pra),
judged AS (
    SELECT *,
        CASE
            WHEN pfs_pra_spe IS NOT NULL AND pfs_pra_spe NOT IN (SELECT code FROM m_specialty) THEN 'PFS_PRA_SPE'
            WHEN cnv_cnv_cod IS NOT NULL AND cnv_cnv_cod NOT IN (SELECT code FROM m_convention) THEN 'CNV_CNV_COD'
            WHEN exc_exc_nat IS NOT NULL AND exc_exc_nat NOT IN (SELECT code FROM m_practice_nature) THEN 'EXC_EXC_NAT'
            WHEN pra_top_ref IS NOT NULL AND pra_top_ref NOT IN (SELECT code FROM m_option) THEN 'PRA_TOP_REF'
        END AS unknown_code,
        cab_ref_dsf < cab_ref_dsd AS reversed
    FROM counted),
keyed AS (
    SELECT *,
        min(content) OVER practice_month <> max(content) OVER practice_month AS conflict,
        row_number() OVER (PARTITION BY pfs_pfs_num, month_no ORDER BY file_rank, position) AS repetition
    FROM judged
    WINDOW practice_month AS (PARTITION BY pfs_pfs_num, month_no))
SELECT *,
    CASE
        WHEN unknown_code IS NOT NULL THEN 'VALUE_UNKNOWN_CODE'
        WHEN reversed THEN 'DATE_ORDER'
        WHEN conflict THEN 'KEY_CONFLICT'
        WHEN repetition > 1 THEN 'KEY_DUPLICATE'
    END AS defect
FROM keyed;

INSERT INTO s_rejected
SELECT file, r.file_rank, position, print_line(position), sta_pfs_num,
    CASE defect WHEN 'VALUE_UNKNOWN_CODE' THEN unknown_code WHEN 'DATE_ORDER' THEN 'CAB_REF_DSF' ELSE 'PFS_PFS_NUM' END,
    0,
    CASE
        WHEN unknown_code = 'PFS_PRA_SPE' THEN pfs_pra_spe::VARCHAR
        WHEN unknown_code = 'CNV_CNV_COD' THEN cnv_cnv_cod::VARCHAR
        WHEN unknown_code = 'EXC_EXC_NAT' THEN exc_exc_nat::VARCHAR
        WHEN unknown_code = 'PRA_TOP_REF' THEN pra_top_ref::VARCHAR
        WHEN reversed THEN cab_ref_dsf::VARCHAR
        ELSE pfs_pfs_num
    END,
    defect, NULL
FROM d_pra r JOIN t_files USING (file_rank)
WHERE defect IS NOT NULL;

-- A practice belongs to whom its last row says.
CREATE TABLE d_chain AS
SELECT pfs_pfs_num AS practice, arg_max(sta_pfs_num, month_no) AS practitioner_id, max(month_no) AS last_month
FROM d_pra WHERE defect IS NULL GROUP BY ALL;

-- The situation at 31 December: the last row of a main practice up to then.
CREATE TABLE d_situation AS
SELECT c.practitioner_id, p.* EXCLUDE (defect, unknown_code, reversed, conflict, repetition)
FROM d_pra p JOIN d_chain c ON c.practice = p.pfs_pfs_num
WHERE p.defect IS NULL AND p.sta_pfs_num = p.pfs_pfs_num AND p.month_no <= (SELECT year * 12 + 12 FROM p_run)
QUALIFY row_number() OVER (
    PARTITION BY c.practitioner_id
    ORDER BY p.month_no DESC, p.pfs_pfs_num = c.practitioner_id DESC, p.pfs_pfs_num) = 1;

-- Practitioners, and why one is not decided: out of scope (excluded) or not usable (rejected).
CREATE TABLE d_practitioner AS
SELECT a.practitioner_id, s.practitioner_id IS NOT NULL AS situated,
    coalesce(sp.profession, nc.profession) AS profession,
    CASE
        WHEN s.practitioner_id IS NULL AND NOT a.main_practice THEN 'PRACTITIONER_UNKNOWN'
        WHEN s.practitioner_id IS NULL THEN 'OUT_OF_PERIOD'
        WHEN pn.excluded IS NOT NULL THEN pn.excluded
        WHEN coalesce(sp.profession, nc.profession, 'OTHER') = 'OTHER' THEN 'DCIR_OTHER_PROFESSION'
    END AS reason
FROM (
    SELECT c.practitioner_id, bool_or(p.sta_pfs_num = p.pfs_pfs_num) AS main_practice
    FROM d_chain c JOIN d_pra p ON p.pfs_pfs_num = c.practice AND p.defect IS NULL
    GROUP BY ALL) a
LEFT JOIN d_situation s USING (practitioner_id)
LEFT JOIN m_practice_nature pn ON pn.code = s.exc_exc_nat
LEFT JOIN m_specialty sp ON sp.code = s.pfs_pra_spe
LEFT JOIN m_number_category nc ON regexp_full_match(s.pfs_pfs_num, '[0-9]{8}') AND nc.digit = s.pfs_pfs_num[3];

-- Practices with their practitioner; flow of practices that only rejected rows name is not of an unknown practice.
CREATE TABLE d_practice AS
SELECT c.practice, c.practitioner_id, p.reason, p.profession FROM d_chain c JOIN d_practitioner p USING (practitioner_id)
UNION ALL
SELECT DISTINCT r.practitioner_id, NULL, 'PRACTITIONER_UNKNOWN', NULL
FROM s_rejected r JOIN t_files f USING (file_rank)
WHERE f.kind = 'DA_PRA_R' AND r.practitioner_id IS NOT NULL
    AND r.practitioner_id NOT IN (SELECT practice FROM d_chain);

-- What became of each sound row.
CREATE TABLE d_pra_fate AS
SELECT r.file_rank, r.position, r.pfs_pfs_num, r.month_no, c.practitioner_id, p.reason AS practitioner_reason,
    CASE
        WHEN p.reason IS NOT NULL THEN p.reason
        WHEN r.month_no <> c.last_month AND r.dte_ann_trt NOT IN (SELECT year FROM p_years)
            AND NOT (r.pfs_pfs_num = s.pfs_pfs_num AND r.month_no = s.month_no) THEN 'OUT_OF_PERIOD'
    END AS reason
FROM d_pra r
JOIN d_chain c ON c.practice = r.pfs_pfs_num
JOIN d_practitioner p USING (practitioner_id)
LEFT JOIN d_situation s USING (practitioner_id)
WHERE r.defect IS NULL;

INSERT INTO s_rejected
SELECT file, r.file_rank, position, print_line(position), practitioner_id, 'STA_PFS_NUM', 0, practitioner_id, reason, NULL
FROM d_pra_fate r JOIN t_files USING (file_rank) WHERE reason = 'PRACTITIONER_UNKNOWN';

INSERT INTO s_excluded
SELECT file, reason, count(*) FROM d_pra_fate JOIN t_files USING (file_rank)
WHERE reason IS NOT NULL AND reason <> 'PRACTITIONER_UNKNOWN' GROUP BY ALL;

-- Facts of the practitioner from the rows in use.
CREATE TABLE d_installed AS
SELECT f.practitioner_id, min(p.pfs_ins_dsd) AS installed_on
FROM d_pra_fate f JOIN d_pra p USING (file_rank, position)
WHERE f.reason IS NULL GROUP BY ALL;

CREATE TABLE d_specialty AS
SELECT DISTINCT f.practitioner_id, p.pfs_pra_spe AS specialty
FROM d_pra_fate f JOIN d_pra p USING (file_rank, position)
WHERE f.reason IS NULL AND p.pfs_pra_spe IS NOT NULL;

CREATE TABLE d_derived AS
SELECT s.practitioner_id,
    CASE WHEN p.profession = 'PHYSICIAN' THEN lpad(s.pfs_pra_spe::VARCHAR, 2, '0') END AS specialty,
    cv.sector,
    coalesce(i.installed_on, s.pfs_acp_dsd) AS installed_on,
    i.installed_on IS NULL AND s.pfs_acp_dsd IS NOT NULL AS installed_uncertain,
    CASE
        WHEN s.pfs_cod_pos IS NOT NULL THEN coalesce(po.department,
            CASE WHEN regexp_full_match(s.pfs_cod_pos[:2], '0[1-9]|1[0-9]|2[1-9]|[3-8][0-9]|9[0-5]') THEN s.pfs_cod_pos[:2] END)
        WHEN regexp_full_match(s.pfs_pfs_num, '(0[1-9]|1[0-9]|2[1-9]|[3-8][0-9]|9[0-5])[0-9]{6}') THEN s.pfs_pfs_num[:2]
    END AS department,
    p.profession,
    o.disagrees_with_sector = cv.sector AS sector_disagrees
FROM d_situation s
JOIN d_practitioner p USING (practitioner_id)
LEFT JOIN m_convention cv ON cv.code = s.cnv_cnv_cod
LEFT JOIN m_overcharge_right o ON o.code = s.pra_idp_ddp AND o.disagrees_with_sector = cv.sector
LEFT JOIN m_postal po ON po.prefix = s.pfs_cod_pos[:3]
LEFT JOIN d_installed i USING (practitioner_id)
WHERE p.reason IS NULL;

-- Memberships of the situation; an option that changed its name is split at the date of the change.
CREATE TABLE d_membership AS
SELECT s.practitioner_id, o.option, greatest(s.cab_ref_dsd, o.since) AS "from",
    nullif(least(coalesce(s.cab_ref_dsf, DATE '9999-12-31'), o.until), DATE '9999-12-31') AS "to"
FROM d_situation s
JOIN d_derived USING (practitioner_id)
JOIN m_option o ON o.code = s.pra_top_ref AND o.option IS NOT NULL
WHERE s.cab_ref_dsd IS NOT NULL
    AND greatest(s.cab_ref_dsd, o.since) <= least(coalesce(s.cab_ref_dsf, DATE '9999-12-31'), o.until);

-- Whether the reference says of the practitioner's memberships all there is to say.
CREATE TABLE d_membership_known AS
SELECT DISTINCT s.practitioner_id
FROM d_situation s
JOIN d_derived USING (practitioner_id)
JOIN m_option o ON o.code = s.pra_top_ref AND o.known
WHERE o.option IS NULL OR s.cab_ref_dsd IS NOT NULL;
