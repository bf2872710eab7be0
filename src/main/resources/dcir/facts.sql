-- Figures for the summary: name, value.
SELECT 'firstFlowMonth', strftime(min(flow), '%Y-%m') FROM d_line
UNION ALL SELECT 'lastFlowMonth', strftime(max(flow), '%Y-%m') FROM d_line
UNION ALL SELECT 'flowMonths', count(DISTINCT strftime(flow, '%Y-%m'))::VARCHAR FROM d_line
UNION ALL SELECT 'paidUntil', paid_until::VARCHAR FROM p_run
UNION ALL SELECT 'practitionersNotDecided.' || reason, count(*)::VARCHAR FROM d_practitioner
    WHERE reason IS NOT NULL GROUP BY reason
UNION ALL SELECT 'practitionersWithUnknownAmounts', count(DISTINCT practitioner_id)::VARCHAR FROM d_year
    WHERE reimbursable_fees IS NULL OR overruns IS NULL OR opposable_fees IS NULL
UNION ALL SELECT 'practitionersWithUnknownAmounts.grid.' || grid, count(DISTINCT practitioner_id)::VARCHAR
    FROM (SELECT practitioner_id, unnest(string_split(grids, ' ')) AS grid FROM d_amount WHERE NOT sector1) GROUP BY grid
ORDER BY 1;
