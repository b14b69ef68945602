SELECT verdict, count(*) AS people, round(avg(lower), 3) AS average_score, group_concat(role, ', ') AS roles
FROM people
JOIN skillmatrix_scores('SELECT person, skill, level, role, own_level FROM holdings') AS scores
ON scores.person = people.id
GROUP BY verdict;
