-- ER_PRS_F: which lines count, for whom, and what each says. Sources: C61 (filters, lines), C62 (employees), C64 (C2S).
-- In: r_prs, d_practice, d_specialty, s_practitioners, p_run, p_years, code tables.

CREATE VIEW v_prs AS
SELECT nine_keys(flx_dis_dtd, flx_trt_dtd, org_cle_num, flx_emt_typ, flx_emt_num, flx_emt_ord, dct_ord_num,
        prs_ord_num, rem_typ_aff) AS nine,
    hash(pfs_exe_num, exe_soi_dtd, pse_spe_cod, pse_cnv_cod, pse_act_nat, pse_stj_cod, prs_crd_opt, bse_prs_nat,
        prs_nat_ref, prs_act_qte, prs_pai_mnt, prs_dep_mnt, bse_rem_bse, cpl_rem_bse, prs_ops_trf, dpn_qlf, prs_dpn_qlp,
        cpl_maj_top, cpl_aff_cod, ben_cmu_top, ben_cta_typ, exe_ctx_ben, exe_ctx_pfs, ben_nir_psa, ben_rng_gem) AS content,
    *
FROM r_prs;

-- Lines that share their nine keys, found by a short hash first: all keys at once would not fit.
CREATE TABLE d_prs_repeated AS
SELECT file_rank, position, nine,
    min(content) OVER same <> max(content) OVER same AS conflict,
    row_number() OVER (PARTITION BY nine ORDER BY file_rank, position) AS turn
FROM (
    SELECT file_rank, position, nine, content FROM v_prs
    WHERE hash(nine) IN (SELECT hash(nine) AS h FROM v_prs GROUP BY h HAVING count(*) > 1))
WINDOW same AS (PARTITION BY nine);

-- Every line with the first reason against it; no reason: in use.
CREATE TABLE d_prs AS
WITH coded AS (
    SELECT p.*, left(p.pfs_exe_num, 8) AS practice, sp.profession AS line_profession,
        coalesce(nullif(p.bse_prs_nat, 0), p.prs_nat_ref) AS nature,
        sp.profession IS NOT DISTINCT FROM 'PHYSICIAN' AS physician,
        (p.pse_spe_cod IS NULL OR p.pse_spe_cod IN (SELECT code FROM m_specialty_not_filled))
            AND p.pse_act_nat IN (SELECT code FROM m_midwife_activity) AS midwife,
        st.kept AS status_kept, li.act AS act_line,
        CASE
            WHEN p.pse_spe_cod IS NOT NULL AND sp.code IS NULL
                AND p.pse_spe_cod NOT IN (SELECT code FROM m_specialty_not_filled) THEN 'PSE_SPE_COD'
            WHEN p.pse_cnv_cod IS NOT NULL AND p.pse_cnv_cod NOT IN (SELECT code FROM m_convention) THEN 'PSE_CNV_COD'
            WHEN p.pse_stj_cod IS NOT NULL AND st.code IS NULL THEN 'PSE_STJ_COD'
            WHEN p.prs_crd_opt IS NOT NULL AND p.prs_crd_opt NOT IN (SELECT code FROM m_option) THEN 'PRS_CRD_OPT'
            WHEN p.prs_ops_trf IS NOT NULL AND op.code IS NULL THEN 'PRS_OPS_TRF'
            WHEN li.code IS NULL THEN 'CPL_MAJ_TOP'
        END AS unknown_code,
        op.opposable
    FROM v_prs p
    LEFT JOIN m_specialty sp ON sp.code = p.pse_spe_cod
    LEFT JOIN m_status st ON st.code = p.pse_stj_cod
    LEFT JOIN m_line li ON li.code = p.cpl_maj_top
    LEFT JOIN m_opposable op ON op.code = p.prs_ops_trf)
SELECT c.file_rank, c.position, c.nine, c.practice, pr.practitioner_id, c.exe_soi_dtd AS "on", c.flx_dis_dtd AS flow,
    c.flx_trt_dtd AS treated, hash(c.ben_nir_psa, c.ben_rng_gem) AS patient, c.nature, c.cpl_maj_top AS line,
    c.pse_cnv_cod AS convention, c.prs_crd_opt AS flow_option, try_cast(c.exe_ctx_pfs AS INTEGER) AS context,
    c.prs_pai_mnt AS paid, c.prs_dep_mnt AS sent_overrun,
    c.bse_rem_bse + CASE WHEN c.cpl_maj_top = 0 THEN coalesce(c.cpl_rem_bse, 0) ELSE c.cpl_rem_bse END AS base,
    c.opposable,
    CASE
        WHEN c.prs_act_qte IS NOT NULL THEN sign(c.prs_act_qte)
        WHEN coalesce(c.bse_rem_bse, 0) <> 0 THEN sign(c.bse_rem_bse)
        WHEN coalesce(c.prs_pai_mnt, 0) <> 0 THEN sign(c.prs_pai_mnt)
        ELSE 1
    END::INTEGER AS acts,
    CASE
        WHEN coalesce(c.prs_act_qte, 0) <> 0 THEN sign(c.prs_act_qte)
        WHEN coalesce(c.bse_rem_bse, 0) <> 0 THEN sign(c.bse_rem_bse)
        WHEN coalesce(c.prs_pai_mnt, 0) < 0 THEN -1
        ELSE 1
    END::INTEGER AS direction,
    CASE
        WHEN bc.c2s IS NOT NULL THEN bc.c2s
        WHEN c.ben_cmu_top = 1 OR ct.c2s THEN true
        WHEN c.ben_cmu_top = 0 AND c.ben_cta_typ IS NOT NULL AND ct.code IS NULL THEN false
    END AS c2s,
    CASE
        WHEN c.nature IS NULL THEN NULL
        ELSE c.nature BETWEEN (SELECT min(lowest) FROM m_fee_range) AND (SELECT max(highest) FROM m_fee_range)
            AND c.nature NOT IN (SELECT nature FROM m_lump_sum)
    END AS fee,
    c.unknown_code,
    CASE c.unknown_code
        WHEN 'PSE_SPE_COD' THEN c.pse_spe_cod WHEN 'PSE_CNV_COD' THEN c.pse_cnv_cod WHEN 'PSE_STJ_COD' THEN c.pse_stj_cod
        WHEN 'PRS_CRD_OPT' THEN c.prs_crd_opt WHEN 'PRS_OPS_TRF' THEN c.prs_ops_trf WHEN 'CPL_MAJ_TOP' THEN c.cpl_maj_top
    END::VARCHAR AS unknown_value,
    CASE
        WHEN c.unknown_code IS NOT NULL THEN 'VALUE_UNKNOWN_CODE'
        WHEN re.conflict OR re.turn > 1 THEN 'DCIR_KEY_DUPLICATE'
        WHEN c.dpn_qlf IN (SELECT code FROM m_for_information)
            OR c.prs_dpn_qlp IN (SELECT code FROM m_for_information) THEN 'DCIR_FOR_INFORMATION'
        WHEN NOT c.status_kept THEN 'DCIR_NOT_PRIVATE_PRACTICE'
        WHEN NOT c.physician AND NOT c.midwife THEN 'DCIR_OTHER_PROFESSION'
        WHEN pr.reason IS NOT NULL AND pr.reason <> 'PRACTITIONER_UNKNOWN' THEN pr.reason
        WHEN pr.reason IS NULL AND CASE WHEN c.physician
            THEN pr.profession = 'MIDWIFE' OR em.specialties IS NOT NULL AND NOT list_contains(em.specialties, c.pse_spe_cod)
            ELSE pr.profession = 'PHYSICIAN' END THEN 'DCIR_EMPLOYEE_ACT'
        WHEN NOT c.act_line AND c.cpl_aff_cod IN (SELECT code FROM m_flat_contribution) THEN 'DCIR_FLAT_CONTRIBUTION'
        WHEN NOT c.act_line THEN 'DCIR_SUPPLEMENT_LINE'
        WHEN NOT c.nature BETWEEN (SELECT min(lowest) FROM m_fee_range) AND (SELECT max(highest) FROM m_fee_range)
            OR c.nature IN (SELECT nature FROM m_lump_sum) THEN 'OUT_OF_SCOPE_CATEGORY'
        WHEN year(c.exe_soi_dtd) NOT IN (SELECT year FROM p_years)
            AND coalesce(year(c.exe_soi_dtd) <> year(sp.request_on) - 1, true) THEN 'OUT_OF_PERIOD'
        WHEN c.flx_trt_dtd > (SELECT paid_until FROM p_run) THEN 'DCIR_PAID_TOO_LATE'
        WHEN pr.practice IS NULL THEN 'DCIR_PRACTICE_UNKNOWN'
        WHEN pr.practitioner_id IS NULL OR pr.reason IS NOT NULL THEN 'PRACTITIONER_UNKNOWN'
    END AS reason
FROM coded c
LEFT JOIN d_prs_repeated re ON re.file_rank = c.file_rank AND re.position = c.position
LEFT JOIN d_practice pr USING (practice)
LEFT JOIN (SELECT practitioner_id, list(specialty) AS specialties FROM d_specialty GROUP BY ALL) em
    ON em.practitioner_id = pr.practitioner_id
LEFT JOIN s_practitioners sp ON sp.practitioner_id = pr.practitioner_id
LEFT JOIN m_beneficiary_context bc ON bc.code = try_cast(c.exe_ctx_ben AS INTEGER)
LEFT JOIN m_contract ct ON ct.code = c.ben_cta_typ;

INSERT INTO s_rejected
SELECT file, r.file_rank, position, print_line(position), practitioner_id,
    CASE reason
        WHEN 'VALUE_UNKNOWN_CODE' THEN unknown_code WHEN 'DCIR_KEY_DUPLICATE' THEN 'DCT_ORD_NUM' ELSE 'PFS_EXE_NUM'
    END,
    0,
    CASE reason WHEN 'VALUE_UNKNOWN_CODE' THEN unknown_value WHEN 'DCIR_KEY_DUPLICATE' THEN nine ELSE practice END,
    reason, NULL
FROM d_prs r JOIN t_files USING (file_rank)
WHERE reason IN (SELECT reason FROM p_rejections);

DROP VIEW v_prs;
DROP TABLE r_prs;
