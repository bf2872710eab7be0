-- Side file "acts": emergency of a prestation, by the nine keys. In: t_acts, d_line.

CREATE TABLE d_emergency_row AS
SELECT t.file_rank, t.position, t.nine, t.emergency, l.practitioner_id,
    CASE
        WHEN l.nine IS NULL OR l.reason IN (SELECT reason FROM p_rejections) THEN 'DCIR_CAM_WITHOUT_PRS'
        ELSE l.reason
    END AS reason
FROM (
    SELECT *, nine_keys(flx_dis_dtd, flx_trt_dtd, org_cle_num, flx_emt_typ, flx_emt_num, flx_emt_ord, dct_ord_num,
        prs_ord_num, rem_typ_aff) AS nine
    FROM t_acts) t
LEFT JOIN (SELECT * FROM d_line WHERE reason IS NULL OR reason <> 'DCIR_KEY_DUPLICATE') l ON l.nine = t.nine;

INSERT INTO s_rejected
SELECT file, r.file_rank, position, print_line(position), nine, 'DCT_ORD_NUM', 0, nine, reason, NULL
FROM d_emergency_row r JOIN t_files USING (file_rank) WHERE reason = 'DCIR_CAM_WITHOUT_PRS';

INSERT INTO s_excluded
SELECT file, reason, count(*) FROM d_emergency_row JOIN t_files USING (file_rank)
WHERE reason IS NOT NULL AND reason <> 'DCIR_CAM_WITHOUT_PRS' GROUP BY ALL;

CREATE TABLE d_emergency AS SELECT nine, emergency FROM d_emergency_row WHERE reason IS NULL;

-- Rejected rows that name a prestation: the practitioner is whose it is.
UPDATE s_rejected r SET practitioner_id = (
    SELECT min(l.practitioner_id) FROM d_line l WHERE l.nine = r.practitioner_id)
WHERE r.file_rank IN (SELECT file_rank FROM t_files WHERE kind IN ('ER_CAM_F', 'acts'))
    AND (r.practitioner_id IS NULL OR r.practitioner_id NOT IN (SELECT practitioner_id FROM s_practitioners));
