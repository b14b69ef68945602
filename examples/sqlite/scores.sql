SELECT name, verdict, exact_lower, exact_upper, round(100 * lower, 1) AS percent, gaps
FROM people
JOIN skillmatrix_scores('SELECT person, skill, level FROM holdings', 'nlp-engineer', 'middle') AS scores
ON scores.person = people.id
ORDER BY lower DESC, upper DESC, id;
