-- Side files: a value given there wins over a derived one (the difference is a finding).
-- In: d_derived, d_membership, d_membership_known, t_practitioners, t_memberships, t_events, t_paid, t_tariff_rises.

DELETE FROM s_practitioners;
INSERT INTO s_practitioners
SELECT d.practitioner_id, coalesce(t.specialty, d.specialty), coalesce(t.sector, d.sector), t.sector2_titles,
    coalesce(t.installed_on, d.installed_on), coalesce(t.department, d.department), t.region,
    coalesce(t.profession, d.profession), t.income, t.request_option, t.request_on, t.file_rank, t.position
FROM d_derived d LEFT JOIN t_practitioners t USING (practitioner_id);

INSERT INTO s_memberships SELECT * FROM t_memberships;
INSERT INTO s_memberships
SELECT practitioner_id, option, "from", "to", NULL, NULL, true, NULL, NULL FROM d_membership
WHERE practitioner_id NOT IN (SELECT practitioner_id FROM t_memberships);

CREATE TABLE d_membership_differs AS
SELECT DISTINCT practitioner_id FROM (
    (SELECT practitioner_id, option, "from", "to" FROM t_memberships
        WHERE practitioner_id IN (SELECT practitioner_id FROM d_membership_known)
     EXCEPT SELECT practitioner_id, option, "from", "to" FROM d_membership)
    UNION ALL
    (SELECT practitioner_id, option, "from", "to" FROM d_membership
        WHERE practitioner_id IN (SELECT practitioner_id FROM t_memberships)
     EXCEPT SELECT practitioner_id, option, "from", "to" FROM t_memberships));

INSERT INTO s_present
SELECT 'memberships' WHERE EXISTS (SELECT 1 FROM p_present WHERE name IN ('memberships', 'PRA_TOP_REF'));
INSERT INTO s_unknown
SELECT practitioner_id, 'memberships' FROM d_derived
WHERE practitioner_id NOT IN (SELECT practitioner_id FROM d_membership_known)
    AND NOT EXISTS (SELECT 1 FROM p_present WHERE name = 'memberships');

INSERT INTO s_events SELECT * FROM t_events;
INSERT INTO s_paid SELECT * FROM t_paid;
INSERT INTO s_tariff_rises SELECT * FROM t_tariff_rises;
INSERT INTO s_present SELECT name FROM p_present WHERE name IN ('events', 'paid', 'tariff_rises');
INSERT INTO s_present VALUES ('acts'), ('activity');

-- Rejected rows of the flow name a practice; the practitioner is whose it is.
UPDATE s_rejected r SET practitioner_id = (
    SELECT p.practitioner_id FROM d_practice p
    WHERE p.practice = left(r.practitioner_id, 8) AND p.reason IS NULL)
WHERE r.file_rank IN (SELECT file_rank FROM t_files WHERE kind = 'ER_PRS_F');
