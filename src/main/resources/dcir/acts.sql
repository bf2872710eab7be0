-- Acts of the practitioner-years, one a coding row that stays after netting.
-- In: d_cam, d_cam_fate, t_cam_lost, side tables. Fee: only where the prestation has exactly one coding row (C61).

-- Prestations with more than one coding row, rejected rows included.
CREATE TABLE d_shared AS
WITH rows AS (
    SELECT nine FROM d_cam WHERE reason IS NULL OR reason NOT IN ('KEY_CONFLICT', 'KEY_DUPLICATE')
    UNION ALL SELECT nine FROM t_cam_lost)
SELECT nine FROM rows
WHERE hash(nine) IN (SELECT hash(nine) AS h FROM rows GROUP BY h HAVING count(*) > 1)
GROUP BY nine HAVING count(*) > 1;

-- Someone of whom neither the reference nor a side file tells a membership, but whose lines carry an option, is a member
-- since we do not know when: unknown, not "none".
INSERT INTO s_unknown
SELECT DISTINCT l.practitioner_id, 'memberships'
FROM d_line l
JOIN m_option o ON o.code = l.flow_option AND o.option IS NOT NULL AND l."on" BETWEEN o.since AND o.until
WHERE l.reason IS NULL
    AND l.practitioner_id NOT IN (SELECT practitioner_id FROM d_membership_known)
    AND l.practitioner_id NOT IN (SELECT practitioner_id FROM t_memberships)
    AND l.practitioner_id NOT IN (SELECT practitioner_id FROM s_unknown WHERE name = 'memberships');

-- The options of each day on which a practitioner billed; no option: '-'; not known: NULL.
CREATE TABLE d_day AS
SELECT d.practitioner_id, d."on",
    CASE WHEN m.option IS NOT NULL THEN m.option
        WHEN (SELECT count(*) FROM s_present WHERE name = 'memberships') > 0 AND u.practitioner_id IS NULL THEN '-'
    END AS option
FROM (SELECT DISTINCT practitioner_id, "on" FROM d_line WHERE reason IS NULL) d
LEFT JOIN s_memberships m ON m.practitioner_id = d.practitioner_id
    AND d."on" BETWEEN m."from" AND coalesce(m."to", DATE '9999-12-31')
LEFT JOIN (SELECT practitioner_id FROM s_unknown WHERE name = 'memberships') u ON u.practitioner_id = d.practitioner_id;

CREATE TABLE d_who AS
SELECT s.practitioner_id, s.sector, g.tariff_group
FROM s_practitioners s
LEFT JOIN (
    SELECT code, tariff_group, profession FROM m_specialty WHERE profession = 'PHYSICIAN'
    UNION ALL SELECT NULL, tariff_group, profession FROM m_specialty WHERE profession = 'MIDWIFE') g
    ON g.profession = s.profession AND g.code IS NOT DISTINCT FROM try_cast(s.specialty AS INTEGER);

-- Coding rows of lines in use, with the practitioner's sector and tariff group, and whether they stay as acts.
CREATE TABLE d_coded AS
SELECT c.* EXCLUDE (reason, practice, patient, treated, acts, base, rank, cam_ord_num),
    c.reason IS NULL AND (r.net IS NULL OR r.net > 0 AND r.stays) AS stays,
    h.nine IS NULL AND NOT coalesce(r.inexact, false) AS fee_known,
    w.sector, w.tariff_group,
    act_id(c.nine, CASE WHEN c.cam_ord_num IS NULL THEN 'r' ELSE '' END || c.rank) AS act_id
FROM d_cam c
JOIN d_who w USING (practitioner_id)
LEFT JOIN d_regularised r ON r.file_rank = c.file_rank AND r.position = c.position
LEFT JOIN d_shared h ON h.nine = c.nine
WHERE c.reason IS NULL OR c.reason = 'OUT_OF_SCOPE_CATEGORY';
DROP TABLE d_cam;

-- What the letters of a coding row added, as transmitted: percentages of the tariff, and flat amounts.
CREATE TABLE d_letters AS
SELECT x.file_rank, x.position, count(*) = count(m.letter) AS listed, count(*) = count(x.amount) AS given,
    coalesce(sum(x.amount) FILTER (NOT m.flat), 0)::DECIMAL(18,2) AS percentages,
    coalesce(sum(x.amount) FILTER (m.flat), 0)::DECIMAL(18,2) AS flat
FROM (
    SELECT file_rank, position, letters[i] AS letter, letter_amounts[i] AS amount
    FROM (SELECT *, unnest(range(1, length(letters) + 1)) AS i FROM d_coded WHERE letters <> '')) x
LEFT JOIN m_letter m ON m.letter = x.letter
GROUP BY ALL;

-- Tariffs of the side table for each code, day and phase: the sector-1 value, and that of the grid without option.
CREATE TABLE d_tariff AS
SELECT d.code, d.activity, d.phase, d."on", d.tariff_group,
    arg_max(t.tariff, coalesce(t."from", DATE '0001-01-01')) FILTER (t.grid = 'S1') AS sector1,
    arg_max(t.tariff, coalesce(t."from", DATE '0001-01-01')) FILTER (g.grid IS NOT NULL) AS without_option
FROM (SELECT DISTINCT code, activity, phase, "on", tariff_group FROM d_coded) d
JOIN t_act_tariffs t ON t.code = d.code AND t.activity = d.activity
    AND (t.phase IS NULL OR t.phase = coalesce(d.phase, 0))
    AND d."on" BETWEEN coalesce(t."from", DATE '0001-01-01') AND coalesce(t."to", DATE '9999-12-31')
LEFT JOIN (SELECT DISTINCT grid, tariff_group FROM m_grid WHERE without_option) g
    ON g.grid = try_cast(t.grid AS INTEGER) AND g.tariff_group = d.tariff_group
GROUP BY d.code, d.activity, d.phase, d."on", d.tariff_group;

CREATE TABLE d_allowed AS
SELECT d.code, d.activity, d."on", arg_max(t.letters, coalesce(t."from", DATE '0001-01-01')) AS letters
FROM (SELECT DISTINCT code, activity, "on" FROM d_coded) d
JOIN t_act_modifiers t ON t.code = d.code AND t.activity = d.activity
    AND d."on" BETWEEN coalesce(t."from", DATE '0001-01-01') AND coalesce(t."to", DATE '9999-12-31')
GROUP BY d.code, d.activity, d."on";

INSERT INTO s_acts
SELECT a.practitioner_id, a.act_id, a."on", NULL, a.code, a.activity, a.category, a.modifiers, l.letters,
    a.association, 1, CASE WHEN a.tariff >= 0 THEN a.tariff END, t.without_option,
    CASE WHEN a.fee_known AND a.paid >= 0 THEN a.paid END, a.c2s, e.emergency,
    a.file_rank, a.position
FROM d_coded a
LEFT JOIN d_tariff t ON t.code = a.code AND t.activity = a.activity AND t.phase IS NOT DISTINCT FROM a.phase
    AND t."on" = a."on" AND t.tariff_group IS NOT DISTINCT FROM a.tariff_group
LEFT JOIN d_allowed l ON l.code = a.code AND l.activity = a.activity AND l."on" = a."on"
LEFT JOIN d_emergency e ON e.nine = a.nine
WHERE a.stays;
