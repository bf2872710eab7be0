-- What the layout tells a person to check; no finding changes a fact. Sources: C61, C62, C12 (grids, contexts).

-- A tariff grid, or a practitioner context, that is not for this sector, option and group.
CREATE TABLE d_grid_disagrees AS
WITH combinations AS (
    SELECT DISTINCT c.practitioner_id, c."on", c.grid, c.grid_text, c.sector, c.tariff_group FROM d_coded c
    WHERE c.stays AND c.grid IN (SELECT grid FROM m_grid)),
agreeing AS (
    SELECT DISTINCT c.practitioner_id, c."on", c.grid FROM combinations c
    JOIN d_day d ON d.practitioner_id = c.practitioner_id AND d."on" = c."on"
    JOIN m_grid g ON g.grid = c.grid
        AND (g.tariff_group IS NULL OR c.tariff_group IS NULL OR g.tariff_group = c.tariff_group)
        AND (g.sector IS NULL OR c.sector IS NULL OR g.sector = c.sector)
        AND (g.option IS NULL OR d.option IS NULL OR g.option = d.option)),
acts AS (
    SELECT a.practitioner_id, a.act_id, a.grid_text FROM d_coded a
    JOIN combinations c ON c.practitioner_id = a.practitioner_id AND c."on" = a."on" AND c.grid = a.grid
    WHERE a.stays AND NOT EXISTS (
        SELECT 1 FROM agreeing g
        WHERE g.practitioner_id = a.practitioner_id AND g."on" = a."on" AND g.grid = a.grid))
SELECT practitioner_id, act_id, grid_text AS value FROM acts;

INSERT INTO d_grid_disagrees
WITH seen AS (
    SELECT DISTINCT l.practitioner_id, l."on", l.context, s.sector, g.tariff_group
    FROM d_line l JOIN s_practitioners s USING (practitioner_id)
    LEFT JOIN m_specialty g ON g.code = try_cast(s.specialty AS INTEGER)
    WHERE l.reason IS NULL AND l.context IN (SELECT context FROM m_context)),
agreeing AS (
    SELECT DISTINCT c.practitioner_id, c."on", c.context FROM seen c
    JOIN d_day d ON d.practitioner_id = c.practitioner_id AND d."on" = c."on"
    JOIN m_context m ON m.context = c.context
        AND (c.tariff_group IS NULL OR m.tariff_group = c.tariff_group)
        AND (c.sector IS NULL OR m.sector = c.sector)
        AND (d.option IS NULL OR m.option = d.option OR m.option = 'OPTAM_CO' AND d.option = 'OPTAM_ACO'
            OR d.option = 'OPTAM_ACO' AND c.tariff_group = 'ANAESTHESIA'))
SELECT DISTINCT practitioner_id, NULL, 'EXE_CTX_PFS ' || lpad(context::VARCHAR, 4, '0') FROM seen c
WHERE NOT EXISTS (
    SELECT 1 FROM agreeing g
    WHERE g.practitioner_id = c.practitioner_id AND g."on" = c."on" AND g.context = c.context);

INSERT INTO s_notes
SELECT practitioner_id, 'GRID_DISAGREES', act_id, NULL, NULL FROM d_grid_disagrees WHERE act_id IS NOT NULL
UNION ALL
SELECT practitioner_id, 'GRID_DISAGREES', NULL, 'grid', string_agg(DISTINCT value, ', ' ORDER BY value)
FROM d_grid_disagrees GROUP BY practitioner_id;

-- The transmitted overrun against the computed one; 0.01 is tolerated.
INSERT INTO s_notes
SELECT practitioner_id, 'OVERRUN_DISAGREES', NULL, 'count', count(*)::VARCHAR
FROM d_amount
WHERE fee AND abs(sent_overrun - direction * greatest(0, direction * (paid - base))) > 0.01
GROUP BY ALL;

-- The transmitted base of a coding row against tariff, letters and association; 0.01 is tolerated.
INSERT INTO s_notes
WITH priced AS (
    SELECT c.practitioner_id, c.act_id,
        abs(c.coded_base) - (round((c.tariff + coalesce(l.percentages, 0)) * a.rate, 2) + coalesce(l.flat, 0)) AS gap
    FROM d_coded c
    JOIN m_association a ON a.code = c.association AND a.rate IS NOT NULL
    LEFT JOIN d_letters l USING (file_rank, position)
    WHERE c.stays AND c.modifiers IS NOT NULL AND (c.modifiers = '' OR l.listed AND l.given)),
off AS (SELECT * FROM priced WHERE abs(gap) > 0.01)
SELECT practitioner_id, 'BASE_DISAGREES', act_id, NULL, NULL FROM off
UNION ALL
SELECT practitioner_id, 'BASE_DISAGREES', NULL, 'count', count(*)::VARCHAR FROM off GROUP BY ALL;

-- The right to overcharge, or the convention code of lines, against the sector.
INSERT INTO s_notes
SELECT practitioner_id, 'SECTOR_DISAGREES', NULL, 'column', string_agg(column_name, ', ' ORDER BY column_name)
FROM (
    SELECT practitioner_id, 'PRA_IDP_DDP' AS column_name FROM d_derived WHERE sector_disagrees
    UNION ALL
    SELECT DISTINCT l.practitioner_id, 'PSE_CNV_COD'
    FROM d_line l JOIN s_practitioners s USING (practitioner_id) JOIN m_convention m ON m.code = l.convention
    WHERE l.reason IS NULL AND m.sector <> s.sector)
GROUP BY ALL;

INSERT INTO s_notes
SELECT d.practitioner_id, 'INSTALLATION_DATE_UNCERTAIN', NULL, 'column', 'PFS_ACP_DSD'
FROM d_derived d LEFT JOIN t_practitioners t USING (practitioner_id)
WHERE d.installed_uncertain AND t.installed_on IS NULL;

-- An option on the lines of someone whose memberships nothing else tells.
INSERT INTO s_notes
WITH flow AS (
    SELECT l.practitioner_id, o.option, min(l."on") AS first_day, max(l."on") AS last_day
    FROM d_line l
    JOIN m_option o ON o.code = l.flow_option AND o.option IS NOT NULL AND l."on" BETWEEN o.since AND o.until
    WHERE l.reason IS NULL AND (
        NOT EXISTS (SELECT 1 FROM s_present WHERE name = 'memberships')
        OR l.practitioner_id IN (SELECT practitioner_id FROM s_unknown WHERE name = 'memberships'))
    GROUP BY ALL)
SELECT practitioner_id, 'MEMBERSHIP_FROM_FLOW', NULL, unnest(['option', 'first', 'last']),
    unnest([string_agg(option, ', ' ORDER BY option), min(first_day)::VARCHAR, max(last_day)::VARCHAR])
FROM flow GROUP BY practitioner_id;

-- A value of a side file won over another one of the warehouse.
INSERT INTO s_notes
SELECT practitioner_id, 'SIDE_VALUE_DIFFERS', NULL, 'fields', string_agg(field, ', ' ORDER BY field)
FROM (
    SELECT d.practitioner_id, unnest(list_filter([
        CASE WHEN t.specialty <> d.specialty THEN 'specialty' END, CASE WHEN t.sector <> d.sector THEN 'sector' END,
        CASE WHEN t.installed_on <> d.installed_on AND NOT d.installed_uncertain THEN 'installedOn' END,
        CASE WHEN t.department <> d.department THEN 'department' END,
        CASE WHEN t.profession <> d.profession THEN 'profession' END], lambda f: f IS NOT NULL)) AS field
    FROM d_derived d JOIN t_practitioners t USING (practitioner_id)
    UNION ALL
    SELECT DISTINCT practitioner_id, 'memberships' FROM d_membership_differs
    UNION ALL
    SELECT DISTINCT d.practitioner_id, 'activity' FROM d_activity d JOIN t_activity t USING (practitioner_id, year)
    WHERE t.acts_adc <> d.acts_adc OR t.acts_aco <> d.acts_aco OR t.acts_ada <> d.acts_ada OR t.acts_ade <> d.acts_ade
        OR t.acts_adi <> d.acts_adi OR t.acts_atm <> d.acts_atm OR t.reimbursable_fees <> d.reimbursable_fees
        OR t.overruns <> d.overruns OR t.opposable_fees <> d.opposable_fees
    UNION ALL
    SELECT DISTINCT a.practitioner_id, 'category' FROM d_coded a WHERE a.stays AND a.category_differs)
GROUP BY ALL;
