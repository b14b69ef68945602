SELECT skill, gap.title, state, expected, held, round(100.0 * earned / total, 1) AS earned_percent
FROM people
JOIN skillmatrix_gap(profile, role, level, '2026-06-01', 'de') AS gap
WHERE people.id = 'p-001';
