-- Activity of each year: amounts are summed on ER_PRS_F, one line a prestation (C61), then held against the sector-1
-- tariffs; where a grid does not carry them and no side table gives them, the amounts stay unknown.
-- In: d_line, d_coded, t_cam_lost, d_letters, d_tariff, d_day, t_activity (side file).

-- a times b over a positive divisor, to the nearest whole number, half away from zero; exact, without floating point.
CREATE MACRO nearest(a, b, divisor) AS CASE
    WHEN a::HUGEINT * b::HUGEINT < 0 THEN -((2 * -(a::HUGEINT * b::HUGEINT) + divisor::HUGEINT) // (2 * divisor::HUGEINT))
    ELSE (2 * a::HUGEINT * b::HUGEINT + divisor::HUGEINT) // (2 * divisor::HUGEINT)
END;

-- For each coded prestation: whether its base is a sector-1 base, and what turns it into one.
CREATE TABLE d_basis AS
WITH rows AS (
    SELECT c.nine, coalesce(g.sector1_tariff, false) AS paid_on_sector1, c.tariff, t.sector1, a.rate,
        coalesce(l.percentages, 0) AS percentages, coalesce(l.listed AND l.given, true) AS letters_known,
        coalesce(c.grid_text, '?') AS grid_text
    FROM d_coded c
    LEFT JOIN (SELECT DISTINCT grid, sector1_tariff FROM m_grid) g ON g.grid = c.grid
    LEFT JOIN m_association a ON a.code = c.association
    LEFT JOIN d_letters l USING (file_rank, position)
    LEFT JOIN d_tariff t ON t.code = c.code AND t.activity = c.activity AND t.phase IS NOT DISTINCT FROM c.phase
        AND t."on" = c."on" AND t.tariff_group IS NOT DISTINCT FROM c.tariff_group),
judged AS (
    SELECT *, paid_on_sector1
        OR coalesce(tariff > 0 AND letters_known AND sector1 IS NOT NULL AND rate IS NOT NULL, false) AS sector1_known
    FROM rows),
turned AS (
    SELECT nine, sector1_known, CASE WHEN NOT sector1_known THEN grid_text END AS grid,
        CASE WHEN NOT paid_on_sector1 AND sector1_known
            THEN nearest((sector1 - tariff) * 100, (tariff + percentages) * 100 * rate * 100, tariff * 100 * 100)
                ::DECIMAL(18,0) * 0.01 ELSE 0 END::DECIMAL(18,2) AS difference
    FROM judged)
SELECT nine, sector1_known, difference, grid AS grids FROM turned WHERE nine NOT IN (SELECT nine FROM d_shared)
UNION ALL
SELECT nine, bool_and(sector1_known), sum(difference)::DECIMAL(18,2), string_agg(DISTINCT grid, ' ' ORDER BY grid)
FROM turned WHERE nine IN (SELECT nine FROM d_shared) GROUP BY nine;

CREATE TABLE d_amount AS
SELECT l.practitioner_id, l."on", l.fee, l.base, l.paid, l.direction, l.opposable, l.sent_overrun,
    coalesce(s.sector = '1', false)
        OR CASE
            WHEN x.nine IS NOT NULL THEN false
            WHEN b.nine IS NOT NULL THEN b.sector1_known
            ELSE coalesce(d.member, false) OR coalesce(o.option IS NOT NULL, false)
        END AS sector1,
    l.base + CASE WHEN coalesce(s.sector = '1', false) THEN 0
        ELSE coalesce(b.difference, 0) * l.direction END AS sector1_base,
    b.grids
FROM d_line l
JOIN s_practitioners s USING (practitioner_id)
LEFT JOIN d_basis b ON b.nine = l.nine
LEFT JOIN (SELECT DISTINCT nine FROM t_cam_lost) x ON x.nine = l.nine
LEFT JOIN (SELECT practitioner_id, "on", bool_or(option <> '-') AS member FROM d_day GROUP BY ALL) d
    ON d.practitioner_id = l.practitioner_id AND d."on" = l."on"
LEFT JOIN m_option o ON o.code = l.flow_option AND l."on" BETWEEN o.since AND o.until
WHERE l.reason IS NULL;

-- Overrun of a line: what was paid above the base; a cancelling line takes away what its original added.
CREATE TABLE d_year AS
WITH measured AS (
    SELECT practitioner_id, year("on") AS year, fee IS NOT NULL AND sector1 AS known, sector1_base AS base,
        direction * greatest(0, direction * (paid - sector1_base)) AS overrun,
        coalesce(opposable, direction * (paid - sector1_base) <= 0) AS opposable
    FROM d_amount WHERE fee IS NOT false)
SELECT practitioner_id, year,
    CASE WHEN bool_and(known AND base IS NOT NULL) THEN sum(base) END::DECIMAL(18,2) AS reimbursable_fees,
    CASE WHEN bool_and(known AND overrun IS NOT NULL) THEN sum(overrun) END::DECIMAL(18,2) AS overruns,
    CASE WHEN bool_and(known AND base IS NOT NULL AND opposable IS NOT NULL)
        THEN coalesce(sum(base) FILTER (opposable), 0) END::DECIMAL(18,2) AS opposable_fees
FROM measured GROUP BY ALL;

CREATE TABLE d_counts AS
SELECT practitioner_id, year("on") AS year, bool_and(category IS NOT NULL) AS known,
    count(*) FILTER (category = 'ADC') AS adc, count(*) FILTER (category = 'ACO') AS aco,
    count(*) FILTER (category = 'ADA') AS ada, count(*) FILTER (category = 'ADE') AS ade,
    count(*) FILTER (category = 'ADI') AS adi, count(*) FILTER (category = 'ATM') AS atm
FROM s_acts GROUP BY ALL;

CREATE TABLE d_activity AS
SELECT y.practitioner_id, y.year,
    CASE WHEN coalesce(c.known, true) THEN coalesce(c.adc, 0) END AS acts_adc,
    CASE WHEN coalesce(c.known, true) THEN coalesce(c.aco, 0) END AS acts_aco,
    CASE WHEN coalesce(c.known, true) THEN coalesce(c.ada, 0) END AS acts_ada,
    CASE WHEN coalesce(c.known, true) THEN coalesce(c.ade, 0) END AS acts_ade,
    CASE WHEN coalesce(c.known, true) THEN coalesce(c.adi, 0) END AS acts_adi,
    CASE WHEN coalesce(c.known, true) THEN coalesce(c.atm, 0) END AS acts_atm,
    y.reimbursable_fees, y.overruns, y.opposable_fees
FROM d_year y LEFT JOIN d_counts c USING (practitioner_id, year);

-- A value of the side file wins.
INSERT INTO s_activity
SELECT practitioner_id, year, coalesce(t.acts_adc, d.acts_adc), coalesce(t.acts_aco, d.acts_aco),
    coalesce(t.acts_ada, d.acts_ada), coalesce(t.acts_ade, d.acts_ade), coalesce(t.acts_adi, d.acts_adi),
    coalesce(t.acts_atm, d.acts_atm), coalesce(t.reimbursable_fees, d.reimbursable_fees),
    coalesce(t.overruns, d.overruns), coalesce(t.opposable_fees, d.opposable_fees), t.file_rank, t.position
FROM d_activity d FULL JOIN t_activity t USING (practitioner_id, year);
